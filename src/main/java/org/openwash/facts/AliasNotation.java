package org.openwash.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Alias;

/// Reads names as the data files write them: `Name` or `Name {condition, condition}`, where a condition is
///
/// - `case`: only in this case, for names that are common words;
/// - `needs A|B`: only if A or B stands elsewhere in the article;
/// - `from 2024-07-24`, `until 2025-12-01`: only in articles of that time.
final class AliasNotation {

    private AliasNotation() {}

    /// @throws IllegalArgumentException if a condition is unknown or malformed
    static Alias parse(String text) {
        int brace = text.indexOf(" {");
        if (brace < 0) {
            return Alias.of(text.strip());
        }
        if (!text.endsWith("}")) {
            throw new IllegalArgumentException("the name '" + text + "' lacks its closing '}'");
        }
        boolean caseSensitive = false;
        List<String> needs = new ArrayList<>();
        @Nullable LocalDate from = null;
        @Nullable LocalDate until = null;
        for (String condition : text.substring(brace + 2, text.length() - 1).split(",")) {
            String c = condition.strip();
            if (c.equals("case")) {
                caseSensitive = true;
            } else if (c.startsWith("needs ")) {
                needs.addAll(List.of(c.substring(6).split("\\|")));
            } else if (c.startsWith("from ")) {
                from = day(c.substring(5), text);
            } else if (c.startsWith("until ")) {
                until = day(c.substring(6), text);
            } else {
                throw new IllegalArgumentException("unknown condition '" + c + "' of the name '" + text + "'");
            }
        }
        return new Alias(text.substring(0, brace).strip(), caseSensitive, needs, from, until);
    }

    private static LocalDate day(String text, String name) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' in the name '" + name + "' is no day (YYYY-MM-DD)", e);
        }
    }
}
