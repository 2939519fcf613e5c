package org.openwash.domain;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Which of several articles stands for all: the one published first, then the one whose source sorts first. Undated
/// articles come last.
public record Precedence(@Nullable LocalDate published, String source) implements Comparable<Precedence>, Serializable {

    private static final Comparator<Precedence> ORDER = Comparator
            .comparing(Precedence::published, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Precedence::source);

    public static Precedence of(Article article) {
        return new Precedence(article.published(), article.source());
    }

    @Override
    public int compareTo(Precedence other) {
        return ORDER.compare(this, other);
    }

    public boolean isBefore(Precedence other) {
        return compareTo(other) < 0;
    }
}
