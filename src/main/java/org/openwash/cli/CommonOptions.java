package org.openwash.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openwash.Settings;
import org.openwash.SettingsLayers;
import org.openwash.domain.SetupException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec command; // set by picocli

    Messages messages(Streams streams) {
        return new Messages(streams.err(), streams.clock(), logFormat, quiet);
    }

    /// The effective settings, with what a command adds to these options.
    ///
    /// @throws ParameterException if the command line holds a wrong value: wrong usage
    /// @throws SetupException if the settings file does
    Settings settings(Map<String, String> more) {
        SettingsLayers layers = layers(more);
        try {
            return layers.settings();
        } catch (SetupException e) {
            SettingsLayers.of(config, Map.of()).settings(); // is the file at fault?
            throw new ParameterException(Objects.requireNonNull(command).commandLine(), e.getMessage(), e);
        }
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
