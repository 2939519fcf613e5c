package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.testing.Cli;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds what is found in src/test/resources/gold/coverage and apart, articles that nothing is trained on, against the
/// floors in quality-floor.json: what is gained on the articles that the reader learns from must not be lost on others.
class CoverageIT {

    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final Pattern FIGURE = Pattern.compile("(\\w+) (0\\.\\d+|1\\.0+)");

    @ParameterizedTest
    @ValueSource(strings = {"coverage", "apart"})
    void noFigureFallsBelowItsFloor(String set) throws IOException {
        Path coverage = GOLD.resolve(set);
        Cli.Result result = Cli.launch("evaluate", "--gold", coverage.resolve("gold.jsonl"),
                "--sentences", coverage.resolve("sentences.jsonl"), coverage.resolve("articles"));
        assertThat(result.exitCode()).as(result.err()).isZero();
        String line = result.out().lines().filter(l -> l.startsWith("RESULT ")).findFirst().orElseThrow();
        Map<String, Double> figures = FIGURE.matcher(line).results()
                .collect(Collectors.toMap(m -> m.group(1), m -> Double.parseDouble(m.group(2))));
        JsonNode floor = JsonMapper.shared().readTree(Files.readString(GOLD.resolve("quality-floor.json"))).required(set);
        assertThat(floor.properties()).isNotEmpty().allSatisfy(f ->
                assertThat(figures.get(f.getKey())).as(f.getKey() + " in " + line).isGreaterThanOrEqualTo(f.getValue().doubleValue()));
    }
}
