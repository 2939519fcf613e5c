package org.openwash.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openwash.SettingsLayers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows the effective settings and where each came from.
@Command(name = "settings", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Print the effective settings and where each came from: default, file or command line.")
final class SettingsCommand implements Callable<Integer> {

    @Mixin
    private AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    SettingsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Map<String, String> given = new LinkedHashMap<>(analysis.given());
        SettingsLayers layers = common.layers(given);
        common.settings(given); // refuses what is out of bounds
        for (SettingsLayers.Entry entry : layers.entries()) {
            streams.out().printf("%-16s %-24s %s%n", entry.name(), entry.value().isEmpty() ? "-" : entry.value(), entry.origin());
        }
        return ExitCode.DONE;
    }
}
