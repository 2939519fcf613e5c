package org.openwash.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openwash.testing.GeneratedClaims;

/// Queries as people ask them, of every kind, the same for the same seed.
final class Queries {

    /// @param kind for the figures
    record Asked(String kind, String query) {}

    private final GeneratedClaims claims;
    private final Random random;

    Queries(GeneratedClaims claims, long seed) {
        this.claims = claims;
        this.random = new Random(seed);
    }

    List<Asked> some(int number) {
        var some = new ArrayList<Asked>();
        for (int i = 0; i < number; i++) {
            some.add(next(i % 12));
        }
        return some;
    }

    private Asked next(int kind) {
        return switch (kind) {
            case 0 -> new Asked("one word", word());
            case 1 -> new Asked("two words", word() + " " + word());
            case 2 -> new Asked("words or words", word() + " OR " + word() + " OR " + word());
            case 3 -> new Asked("phrase", phrase());
            case 4 -> new Asked("near words", phrase() + "~3");
            case 5 -> new Asked("subject", "subject:\"" + claims.subject(random) + "\"");
            case 6 -> new Asked("family and verdict", "subject:" + family() + " verdict:contradicted");
            case 7 -> new Asked("outlet and month", "outlet:\"" + GeneratedClaims.outlet(random) + "\" published:" + month());
            case 8 -> new Asked("range and words", "published:[" + day() + " TO *] confidence:[0.5 TO 1] " + word());
            case 9 -> new Asked("flags", "flagged:true subject:\"" + claims.subject(random) + "\" attribution:outlet");
            case 10 -> new Asked("everything, or all but", random.nextBoolean() ? "" : "-verdict:supported flagged:false");
            default -> new Asked("begins or is like", random.nextBoolean() ? prefix() + "*" : word() + "~1");
        };
    }

    private String word() {
        String word = claims.word(random);
        return List.of("and", "or", "not", "to").contains(word) ? "licence" : word;
    }

    private String prefix() {
        String word = word();
        return word.length() < 4 ? "licen" : word.substring(0, 4);
    }

    private String phrase() {
        String[] words = claims.sentence(random).split("[^\\p{L}]+");
        int at = random.nextInt(Math.max(1, words.length - 2));
        return "\"" + words[at] + (at + 1 < words.length ? " " + words[at + 1] : "") + "\"";
    }

    private String family() {
        return List.of("llama", "qwen", "gpt", "mistral", "deepseek", "redis").get(random.nextInt(6));
    }

    private String day() {
        return LocalDate.of(2018, 1, 1).plusDays(random.nextInt(3_000)).toString();
    }

    private String month() {
        return day().substring(0, 7);
    }
}
