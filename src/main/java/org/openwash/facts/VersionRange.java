package org.openwash.facts;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The released versions that keep a licence for ever, whatever comes after: `<=7.2`, `8.0+`, `7.4`, `7.11-8.15`,
/// several with commas. A bound covers its own patch versions: 7.2.9 is in `<=7.2`.
///
/// @param text as the data file has it
public record VersionRange(String text, List<Span> spans) implements Serializable {

    static final VersionRange NONE = new VersionRange("", List.of());
    private static final Pattern NOTATION =
            Pattern.compile("<=(?<up>[\\d.]+)|<(?<below>[\\d.]+)|(?<since>[\\d.]+)\\+|(?<low>[\\d.]+)-(?<high>[\\d.]+)|(?<one>[\\d.]+)");
    private static final Pattern VERSION = Pattern.compile("\\D*(\\d+(?:\\.\\d+)*).*");

    /// One stretch of versions; an empty bound is open.
    record Span(List<Integer> low, List<Integer> high, boolean highExcluded) implements Serializable {

        boolean holds(List<Integer> version) {
            return (low.isEmpty() || compare(version, low) >= 0)
                    && (high.isEmpty() || (highExcluded ? compare(version, high) < 0
                            : compareAtMost(version, high) <= 0));
        }
    }

    public VersionRange {
        spans = List.copyOf(spans);
    }

    /// @throws IllegalArgumentException if it is not in the notation above
    static VersionRange parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",")) {
            Matcher m = NOTATION.matcher(part.strip());
            if (!m.matches()) {
                throw new IllegalArgumentException("'" + part.strip() + "' is no range of versions");
            }
            if (m.group("up") != null) {
                spans.add(new Span(List.of(), numbers(m.group("up")), false));
            } else if (m.group("below") != null) {
                spans.add(new Span(List.of(), numbers(m.group("below")), true));
            } else if (m.group("since") != null) {
                spans.add(new Span(numbers(m.group("since")), List.of(), false));
            } else if (m.group("low") != null) {
                spans.add(new Span(numbers(m.group("low")), numbers(m.group("high")), false));
            } else {
                spans.add(new Span(numbers(m.group("one")), numbers(m.group("one")), false));
            }
        }
        return new VersionRange(text, spans);
    }

    /// Whether a version as an article writes it ("7.2", "v8.0.1") lies in the range.
    boolean holds(String version) {
        Matcher m = VERSION.matcher(version);
        return m.matches() && m.group(1).length() < 40 && spans.stream().anyMatch(s -> s.holds(numbers(m.group(1))));
    }

    private static List<Integer> numbers(String dotted) {
        List<Integer> numbers = new ArrayList<>();
        for (String n : dotted.split("\\.")) {
            if (!n.isEmpty()) {
                numbers.add(n.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(n));
            }
        }
        return numbers;
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int c = Integer.compare(i < a.size() ? a.get(i) : 0, i < b.size() ? b.get(i) : 0);
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    /// Compares only as many numbers as the bound has, so that a bound covers its patch versions.
    private static int compareAtMost(List<Integer> version, List<Integer> bound) {
        return compare(version.subList(0, Math.min(version.size(), bound.size())), bound);
    }

    @Override
    public String toString() {
        return text;
    }
}
