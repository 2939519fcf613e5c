package org.openwash.facts;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where something was seen, and what it says there: a row of an evidence file, or an address in a `sources` cell.
///
/// @param address the original page; empty where nothing was read (RECALLED)
/// @param through the copy through which it was read, empty where it was the page itself
/// @param seen    when it was read, null if it was not
/// @param about   the column of a fact, or the restriction of a licence, that it bears out; empty for the whole row
/// @param says    a short clause in the source's own words, empty if none is quoted
/// @param unread  why there is no clause, empty if there is one
public record Source(String address, String through, @Nullable LocalDate seen, Rank rank, String about, String says,
        String unread)
        implements Serializable {

    /// A longer quotation would no longer be a short clause.
    static final int LONGEST_CLAUSE = 200;
    private static final Pattern NOTATION = Pattern.compile("(\\S+)(?: \\{through ([^{}]+)})?");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\.[^\\s]+|pkg:\\S+|debian:\\S+");

    /// How near a source is to the thing. PRIMARY: its maker, or whoever wrote the licence. RECALLED: nothing was read.
    public enum Rank { PRIMARY, SECONDARY, RECALLED }

    /// The short form of a `sources` cell: `ADDRESS` or `ADDRESS {through COPY}`, without a clause.
    ///
    /// @throws IllegalArgumentException if it has no address
    static Source parse(String text) {
        Matcher m = NOTATION.matcher(text.strip());
        if (!m.matches()) {
            throw new IllegalArgumentException("the source '" + text + "' has no address");
        }
        return new Source(address(m.group(1)), m.group(2) == null ? "" : m.group(2), null, Rank.SECONDARY, "", "",
                "no clause is quoted");
    }

    /// A row of an evidence file.
    static Source of(Row row) {
        Rank rank = row.oneOf("rank", Rank.class);
        String address = rank == Rank.RECALLED ? ""
                : row.as("address", Source::address, "an address that begins with https://, http://, pkg: or debian:");
        if (rank == Rank.RECALLED && !row.cell("address").isEmpty()) {
            throw row.wrong("a recalled source with an address",
                    "Rank it 'primary' or 'secondary', or empty the address.");
        }
        String says = row.cell("says");
        if (says.isEmpty() == row.cell("unread").isEmpty()) {
            throw row.wrong("a source with "
                    + (says.isEmpty() ? "neither a clause nor a reason for having none"
                            : "a clause and a reason for having none"),
                    "Fill in 'says' or 'unread'.");
        }
        if (says.length() >= LONGEST_CLAUSE) {
            throw row.wrong("a clause of " + says.length() + " characters", "Quote fewer than " + LONGEST_CLAUSE + ".");
        }
        LocalDate seen = row.cell("seen").isEmpty() ? null : row.as("seen", LocalDate::parse, "YYYY-MM-DD");
        if (!says.isEmpty() && seen == null) {
            throw row.wrong("a clause without the day on which it was seen", "Fill in 'seen'.");
        }
        return new Source(address, row.cell("through"), seen, rank, row.cell("about"), says, row.cell("unread"));
    }

    private static String address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException("the source '" + text + "' has no address");
        }
        return text;
    }
}
