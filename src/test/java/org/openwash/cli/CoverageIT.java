package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openwash.testing.Cli;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds what is found in src/test/resources/gold/coverage, articles written without a look at the rules, against the
/// floor in quality-floor.json: what is gained on the articles that rules are tried on must not be lost on others.
class CoverageIT {

    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final Pattern FIGURE = Pattern.compile("(\\w+) (0\\.\\d+|1\\.0+)");

    @Test
    void noFigureFallsBelowItsFloor() throws IOException {
        Path coverage = GOLD.resolve("coverage");
        Cli.Result result = Cli.launch("evaluate", "--gold", coverage.resolve("gold.jsonl"),
                "--sentences", coverage.resolve("sentences.jsonl"), coverage.resolve("articles"));
        assertThat(result.exitCode()).as(result.err()).isZero();
        String line = result.out().lines().filter(l -> l.startsWith("RESULT ")).findFirst().orElseThrow();
        Map<String, Double> figures = FIGURE.matcher(line).results()
                .collect(Collectors.toMap(m -> m.group(1), m -> Double.parseDouble(m.group(2))));
        JsonNode floor = JsonMapper.shared().readTree(Files.readString(GOLD.resolve("quality-floor.json"))).required("coverage");
        assertThat(floor.properties()).isNotEmpty().allSatisfy(f ->
                assertThat(figures.get(f.getKey())).as(f.getKey() + " in " + line).isGreaterThanOrEqualTo(f.getValue().doubleValue()));
    }
}
