package org.openwash;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.openwash.domain.RawArticle;
import org.openwash.domain.Sha256;

/// One hash for all articles of a run, the same in whatever order they come: the sum of the SHA-256 of each, modulo
/// 2^256. What is known of an article counts too. Tells inputs that were changed by accident or edit; it is no defence
/// against somebody who forges them.
final class ArticleSum {

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);

    private BigInteger sum = BigInteger.ZERO;

    void add(RawArticle article) {
        MessageDigest digest = Sha256.digest();
        digest.update(article.source().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0); // parts the name from the rest
        digest.update(List.of(article.given(), article.lacking()).toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        sum = sum.add(new BigInteger(1, digest.digest(article.content()))).mod(LIMIT);
    }

    /// Adds the sum of other articles.
    void add(String hex) {
        sum = sum.add(new BigInteger(hex, 16)).mod(LIMIT);
    }

    String hex() {
        String digits = sum.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }
}
