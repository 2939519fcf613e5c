package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openwash.testing.Cli;

/// The command that is named is made alone; that must not show.
class CliTest {

    @Test
    void eachCommandOfTheHelpAnswersByItsName() {
        List<String> names = Arrays.stream(Cli.launch("--help").out().split("Commands:\n")[1].split("\n\n")[0].split("\n"))
                .filter(line -> line.matches(" {2}\\S.*"))
                .map(line -> line.strip().split("\\s")[0])
                .filter(name -> !name.equals("help"))
                .toList();
        assertThat(names).contains("analyze", "facts", "settings");
        assertThat(names).allSatisfy(name -> {
            Cli.Result alone = Cli.launch(name, "--help");
            Cli.Result amongAll = Cli.launch("help", name);
            assertThat(alone.exitCode()).isZero();
            assertThat(alone.out()).startsWith("Usage: openwash " + name).isEqualTo(amongAll.out());
        });
    }

    @Test
    void aMisspeltCommandIsMetWithThoseThatAreNear() {
        assertThat(Cli.launch("analyse").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Cli.launch("analyse").err()).contains("Did you mean", "analyze");
    }
}
