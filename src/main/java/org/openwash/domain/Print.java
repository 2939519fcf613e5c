package org.openwash.domain;

import org.jspecify.annotations.Nullable;

/// One article as far as it takes to compare it with all others.
///
/// @param outlet      null where it is not known
/// @param circulation what was found when articles were last compared
public record Print(
        String articleId, @Nullable String outlet, Precedence precedence, Fingerprint fingerprint, Circulation circulation) {

    public static Print of(Article article) {
        return new Print(article.id(), article.metadata().outlet(), Precedence.of(article), Fingerprint.of(article),
                article.circulation());
    }
}
