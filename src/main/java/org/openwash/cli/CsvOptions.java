package org.openwash.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openwash.report.CsvStyle;
import picocli.CommandLine.Option;

/// The options of commands that write CSV files, for people whose spreadsheet wants them otherwise.
final class CsvOptions {

    @Option(names = "--delimiter", paramLabel = "SIGN",
            description = "what stands between the cells of CSV files: " + CsvStyle.DELIMITERS + " (default: comma)")
    @Nullable String delimiter;

    @Option(names = "--bom", description = "begin CSV files with a byte order mark, by which Excel knows UTF-8")
    boolean mark;

    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        if (delimiter != null) {
            given.put("delimiter", delimiter);
        }
        if (mark) {
            given.put("bom", "true");
        }
        return given;
    }
}
