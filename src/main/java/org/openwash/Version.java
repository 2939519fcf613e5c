package org.openwash;

/// The version of Openwash that is running.
public final class Version {

    private Version() {}

    /// From the jar's manifest; `dev` where the classes do not come from a jar.
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
