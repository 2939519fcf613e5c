package org.openwash.report;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lays out JSON that people read too: two spaces a level, lines that end with `\n` on every system.
final class PrettyJson {

    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES))
            .build();

    private PrettyJson() {}

    static String of(JsonNode node) {
        return Cells.writable(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node)) + "\n";
    }
}
