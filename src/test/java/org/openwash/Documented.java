package org.openwash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Takes the fenced blocks out of a Markdown document.
final class Documented {

    private static final String FENCE = "```";

    /// @param language first word behind the fence
    /// @param file     second word behind the fence, empty if there is none
    /// @param line     where it begins
    /// @param skipped  whether the line before it says `<!-- not run -->`
    record Block(String language, String file, int line, boolean skipped, String text) {

        /// Whether it can be what the block before it prints.
        boolean isOutput() {
            return language.equals("text") && file.isEmpty();
        }
    }

    private Documented() {}

    static List<Block> blocks(Path document) throws IOException {
        List<String> lines = Files.readAllLines(document);
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(FENCE)) {
                continue;
            }
            int begin = i;
            String[] info = lines.get(i).substring(FENCE.length()).strip().split(" ", 2);
            var text = new StringBuilder();
            for (i++; i < lines.size() && !lines.get(i).startsWith(FENCE); i++) {
                text.append(lines.get(i)).append('\n');
            }
            if (i == lines.size()) {
                throw new IOException(document + ", line " + (begin + 1) + ": a block that is never closed");
            }
            boolean skipped = begin > 0 && lines.get(begin - 1).equals("<!-- not run -->");
            blocks.add(new Block(info[0], info.length > 1 ? info[1] : "", begin + 1, skipped, text.toString()));
        }
        return blocks;
    }
}
