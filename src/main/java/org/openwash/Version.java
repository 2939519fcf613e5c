package org.openwash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version of Openwash that is running, and what else its build says of itself.
public final class Version {

    private static final String BUILD = "build.properties";

    private Version() {}

    /// `dev` where no build made the classes.
    public static String current() {
        return build().getProperty("version", "dev");
    }

    /// What `src/build/Fingerprint.java` has written; empty where no build made the classes.
    static Properties build() {
        var properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(BUILD)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
