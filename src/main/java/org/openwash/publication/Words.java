package org.openwash.publication;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;

/// Words for people that stand for what was read, and strangers' words made fit for a page.
public final class Words {

    /// Longer names are cut: a page may call itself anything.
    static final int LONGEST_NAME = 160;

    private static final char REPLACEMENT = '\uFFFD';

    private Words() {}

    /// What the claim is about.
    public static String subject(ClaimRow row) {
        return row.claim().subject().equals("?") ? "something not named" : row.claim().subjectName();
    }

    /// What it says of that: "open source, denied, in the past".
    public static String says(ClaimRow row) {
        return row.claim().aspect().label().replace('-', ' ') + switch (row.claim().polarity()) {
            case AFFIRMS -> "";
            case DENIES -> ", denied";
        } + switch (row.claim().modality()) {
            case ACTUAL -> "";
            case FORMER -> ", in the past";
            case FUTURE -> ", in future";
            case HYPOTHETICAL -> ", as a possibility";
        };
    }

    /// Whose words they are.
    public static String voice(ClaimRow row) {
        String speaker = row.claim().speaker();
        return switch (row.claim().attribution()) {
            case OUTLET -> "in the outlet\u2019s own voice";
            case VENDOR -> "said by the vendor" + (speaker == null ? "" : ": " + speaker);
            case THIRD_PARTY -> "said by others" + (speaker == null ? "" : ": " + speaker);
        };
    }

    public static String outlet(@Nullable String name) {
        return name == null || name.isEmpty() ? "unknown outlet" : name;
    }

    /// A name as a table shows it.
    public static String name(String name) {
        return cut(name, LONGEST_NAME);
    }

    public static String day(ClaimRow row) {
        return Objects.toString(row.metadata().published(), "undated");
    }

    /// An address on the web, or null for one of another kind (`javascript:`, `pkg:`), which is shown as text.
    public static @Nullable String web(@Nullable String address) {
        if (address == null) {
            return null;
        }
        String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") ? address : null;
    }

    /// At most so many characters, without those that a page must not hold (control characters, halves of pairs).
    static String cut(String text, int longest) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), 2 * longest));
        int characters = 0;
        int i = 0;
        while (i < text.length() && characters < longest) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            characters++;
            boolean bad = Character.getType(c) == Character.SURROGATE || Character.isISOControl(c) && !Character.isWhitespace(c);
            kept.appendCodePoint(bad ? REPLACEMENT : c);
        }
        if (i < text.length()) {
            kept.setLength(kept.offsetByCodePoints(kept.length(), -1));
            kept.append('…');
        }
        return kept.toString();
    }
}
