package org.openwash.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openwash.SettingsLayers;
import picocli.CommandLine.Option;

/// The options that every command has.
final class CommonOptions {

    enum LogFormat { TEXT, JSON }

    @Option(names = "--config", paramLabel = "FILE", description = "settings in a YAML file; the command line outweighs it")
    @Nullable Path config;

    @Option(names = "--out", paramLabel = "DIR", description = "the output folder (default: output)")
    @Nullable String out;

    @Option(names = "--facts", paramLabel = "DIR", description = "your own facts, added to or replacing rows of the built-in base")
    @Nullable String facts;

    @Option(names = "--threads", paramLabel = "N", description = "articles analysed at a time (default: one for each core, at most 8)")
    @Nullable Integer threads;

    @Option(names = "--quiet", description = "no progress and no summary; warnings and errors stay")
    boolean quiet;

    @Option(names = "--log-format", paramLabel = "text|json", description = "how messages on standard error are written (default: text)")
    LogFormat logFormat = LogFormat.TEXT;

    Messages messages(Streams streams) {
        return new Messages(streams.err(), streams.clock(), logFormat, quiet);
    }

    /// The layers of settings, with what a command adds to these options.
    SettingsLayers layers(Map<String, String> more) {
        Map<String, String> given = new LinkedHashMap<>(more);
        if (out != null) {
            given.put("out", out);
        }
        if (facts != null) {
            given.put("facts", facts);
        }
        if (threads != null) {
            given.put("threads", String.valueOf(threads));
        }
        return SettingsLayers.of(config, given);
    }
}
