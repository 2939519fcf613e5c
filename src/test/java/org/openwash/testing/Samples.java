package org.openwash.testing;

import java.time.LocalDate;
import java.util.List;
import org.openwash.domain.Alias;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.DateBasis;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.LicenceName;
import org.openwash.domain.Mention;
import org.openwash.domain.Metadata;
import org.openwash.domain.Organisation;
import org.openwash.domain.Outcome;
import org.openwash.domain.Subject;

/// Small articles and claims for tests.
public final class Samples {

    private Samples() {}

    /// An article of The Daily Sample of 3 May 2024 with this text.
    public static Article article(String text) {
        return article("articles/sample.txt", text);
    }

    public static Article article(String source, String text) {
        return article(source, "The Daily Sample", LocalDate.of(2024, 5, 3), text);
    }

    public static Article article(String source, String outlet, LocalDate published, String text) {
        DateBasis basis = published == null ? DateBasis.NONE : DateBasis.METADATA;
        Metadata metadata = new Metadata("https://sample.example/" + source, outlet, null, "Ann Writer", published, basis);
        return new Article(source, source, metadata, "A title", "en", text, "");
    }

    /// A claim that the sentence makes, to be changed and judged: open source affirmed of Llama 3 by the outlet.
    public static ClaimSample claim(Article article, String sentence) {
        return new ClaimSample(article, sentence);
    }

    public static Outcome.Analysed analysed(Article article, JudgedClaim... claims) {
        return analysed(article, List.of(), claims);
    }

    public static Outcome.Analysed analysed(Article article, List<Mention> mentions, JudgedClaim... claims) {
        int words = article.text().split("\\s+").length;
        return new Outcome.Analysed(article, words, 1 + claims.length, mentions, List.of(claims));
    }

    /// Llama and Llama 3 of Meta, Redis, and the Apache licence.
    public static Catalogue catalogue() {
        return new Catalogue(
                List.of(
                        new Subject("llama", "Llama", Subject.Kind.MODEL_FAMILY, List.of("org:meta"), null, List.of()),
                        new Subject("llama-3", "Llama 3", Subject.Kind.MODEL_FAMILY, List.of("org:meta"), "llama", List.of()),
                        new Subject("llama-3.1", "Llama 3.1", Subject.Kind.MODEL, List.of("org:meta"), "llama-3", List.of()),
                        new Subject("redis", "Redis", Subject.Kind.SOFTWARE, List.of(), null, List.of(Alias.of("Redis")))),
                List.of(new Organisation("org:meta", "Meta", List.of(Alias.of("Meta")), List.of(), "llama", null)),
                List.of(new LicenceName("Apache-2.0", "Apache License 2.0", true, List.of())));
    }
}
