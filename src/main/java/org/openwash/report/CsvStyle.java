package org.openwash.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.openwash.domain.SetupException;

/// How the CSV files of a folder are written. A spreadsheet of a country that writes numbers with a comma wants a
/// semicolon between cells, and Excel knows UTF-8 only by its mark; programs are best off without either.
///
/// @param mark whether a file begins with the byte order mark
public record CsvStyle(char delimiter, boolean mark) {

    public static final CsvStyle PLAIN = new CsvStyle(',', false);

    /// What `--delimiter` takes.
    public static final String DELIMITERS = "comma, semicolon, tab or pipe";

    /// Of the first column and what stands around it.
    static final int LONGEST_NAME = 200;
    static final char MARK = '\uFEFF';

    /// @param delimiter the sign itself or its name
    /// @throws SetupException if it is none of the four
    public static CsvStyle of(String delimiter, boolean mark) {
        char sign = switch (delimiter.toLowerCase(Locale.ROOT)) {
            case ",", "comma" -> ',';
            case ";", "semicolon" -> ';';
            case "\t", "\\t", "tab" -> '\t';
            case "|", "pipe" -> '|';
            default -> throw new SetupException("--delimiter is " + DELIMITERS + ", not '"
                    + delimiter.replaceAll("\\p{Cntrl}", "\uFFFD") + "'.");
        };
        return new CsvStyle(sign, mark);
    }

    /// The style that a file was written in.
    static CsvStyle ofFile(Path file) throws IOException {
        try (var reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            char[] start = new char[LONGEST_NAME];
            return ofHeader(new String(start, 0, Math.max(0, reader.read(start))));
        }
    }

    /// The style of a file that begins so; names of columns hold none of the four signs.
    static CsvStyle ofHeader(String header) {
        int sign = 0;
        while (sign < header.length() && ",;\t|".indexOf(header.charAt(sign)) < 0) {
            sign++;
        }
        return new CsvStyle(sign < header.length() ? header.charAt(sign) : ',', header.indexOf(MARK) == 0);
    }

    /// The delimiter's name, as settings show it.
    public String delimiterName() {
        return switch (delimiter) {
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "pipe";
            default -> "comma";
        };
    }
}
