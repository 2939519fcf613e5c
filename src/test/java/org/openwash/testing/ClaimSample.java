package org.openwash.testing;

import java.util.List;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Claim;
import org.openwash.domain.Finding;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Judgement;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;
import org.openwash.domain.Severity;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;

/// A claim under construction in a test; what a test does not say is an ordinary value.
public final class ClaimSample {

    private final Article article;
    private int sentence;
    private final Span span;
    private String id;
    private String subject = "llama-3";
    private String name = "Llama 3";
    private Aspect aspect = Aspect.OPEN_SOURCE;
    private Polarity polarity = Polarity.AFFIRMS;
    private Modality modality = Modality.ACTUAL;
    private Attribution attribution = Attribution.OUTLET;
    private String speaker;
    private List<String> licences = List.of();
    private double confidence = 0.9;
    private String explanation = "Llama 3 is under a licence that restricts its users.";
    private Severity severity = Severity.MEDIUM;
    private List<String> facts = List.of("fact-llama-3-weights");

    ClaimSample(Article article, String words) {
        this.article = article;
        int inTitle = article.title().indexOf(words);
        this.sentence = inTitle >= 0 ? 0 : 1;
        int start = inTitle >= 0 ? inTitle : article.text().indexOf(words);
        if (start < 0) {
            throw new IllegalArgumentException("not in the article: " + words);
        }
        this.span = new Span(start, start + words.length());
        this.id = Integer.toHexString((article.id() + words).hashCode());
    }

    public ClaimSample id(String value) {
        id = value;
        return this;
    }

    public ClaimSample about(String subjectId, String subjectName) {
        subject = subjectId;
        name = subjectName;
        return this;
    }

    public ClaimSample aspect(Aspect value) {
        aspect = value;
        return this;
    }

    public ClaimSample inSentence(int number) {
        sentence = number;
        return this;
    }

    public ClaimSample denied() {
        polarity = Polarity.DENIES;
        return this;
    }

    public ClaimSample modality(Modality value) {
        modality = value;
        return this;
    }

    public ClaimSample saidBy(Attribution who, String words) {
        attribution = who;
        speaker = words;
        return this;
    }

    public ClaimSample licences(String... ids) {
        licences = List.of(ids);
        return this;
    }

    public ClaimSample confidence(double value) {
        confidence = value;
        return this;
    }

    public ClaimSample explanation(String value) {
        explanation = value;
        return this;
    }

    public ClaimSample severity(Severity value) {
        severity = value;
        return this;
    }

    public ClaimSample facts(String... ids) {
        facts = List.of(ids);
        return this;
    }

    public Claim read() {
        return new Claim(id, article.id(), sentence, span, new Span(span.start(), span.start() + 1), subject, name, name, null,
                aspect, Sense.PLAIN, polarity, modality, attribution, speaker, "open source", licences, false, null,
                confidence, true, "sample");
    }

    /// Judged so; an affirmed claim that is contradicted or overstated is open-washing.
    public JudgedClaim judged(Verdict verdict) {
        boolean washing = polarity == Polarity.AFFIRMS && (verdict == Verdict.CONTRADICTED || verdict == Verdict.OVERSTATED);
        return new JudgedClaim(read(), new Judgement(verdict, verdict, Yardstick.OSAID,
                washing ? Finding.OPEN_WASHING : Finding.NONE, severity, explanation, facts, "LicenseRef-Llama-3",
                List.of("https://facts.example/llama;3")));
    }
}
