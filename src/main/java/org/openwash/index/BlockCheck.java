package org.openwash.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import org.openwash.domain.Article;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decisions;
import org.openwash.domain.Outcome;
import org.openwash.domain.SetupException;
import org.openwash.domain.Span;

/// Reads every article and claim of an index and holds the two against each other. For one reader.
final class BlockCheck {

    /// Whoever has so many needs no more.
    private static final int MOST_PROBLEMS = 20;

    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<ClaimRow> waiting = new ArrayList<>();
    private int articles;
    private int claims;

    void check(DirectoryReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            StoredFields stored = leaf.reader().storedFields();
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = 0; doc < leaf.reader().maxDoc() && problems.size() < MOST_PROBLEMS; doc++) {
                if (live == null || live.get(doc)) {
                    check(stored.document(doc));
                }
            }
            waiting.forEach(this::orphan);
            waiting.clear();
        }
    }

    int articles() {
        return articles;
    }

    int claims() {
        return claims;
    }

    List<String> problems() {
        return problems;
    }

    private void check(Document document) {
        String type = document.get(Fields.TYPE);
        try {
            if (Fields.TYPE_CLAIM.equals(type)) {
                claims++;
                waiting.add(Payload.row(StoredArticles.payload(document)));
                return;
            }
            if (Fields.TYPE_DELETED.equals(type)) {
                StoredArticles.deleted(document);
                return;
            }
            articles++;
            switch (StoredArticles.decode(document)) {
                case Outcome.Analysed analysed -> check(analysed.article(), ClaimRow.of(analysed, 1, Decisions.none()));
                case Outcome.OtherLanguage other -> check(other.article(), List.of());
                case Outcome.Failed failed -> problem("The index holds what could not be read: " + failed.source());
                case Outcome.Skipped skipped -> problem("The index holds what was skipped: " + skipped.source());
            }
        } catch (SetupException | IllegalStateException e) {
            problem("A " + (type == null ? "document" : type) + " in the index cannot be decoded: " + e.getMessage());
        }
        waiting.clear();
    }

    private void check(Article article, List<ClaimRow> wanted) {
        if (!ids.add(article.id())) {
            problem("The article " + article.id() + " is in the index twice.");
        }
        waiting.stream().filter(row -> !row.claim().articleId().equals(article.id())).forEach(this::orphan);
        waiting.removeIf(row -> !row.claim().articleId().equals(article.id()));
        if (waiting.size() != wanted.size()) {
            problem("The article " + article.id() + " makes " + wanted.size() + " claims; the index holds "
                    + waiting.size() + " of them.");
            return;
        }
        Map<String, ClaimRow> byId = wanted.stream()
                .collect(Collectors.toMap(row -> row.claim().id(), Function.identity(), (a, b) -> a));
        for (ClaimRow row : waiting) {
            ClaimRow meant = byId.get(row.claim().id());
            if (meant == null) {
                problem("The claim " + row.claim().id() + " lies with the article " + article.id()
                        + ", which does not make it.");
            } else if (!row.sentence().equals(sentence(row, article))) {
                problem("The claim " + row.claim().id() + " quotes a sentence that is not there in the article "
                        + article.id() + ".");
            } else if (!row.equals(meant)) {
                problem("The claim " + row.claim().id() + " differs from what the article " + article.id() + " has of it.");
            }
        }
    }

    private void orphan(ClaimRow row) {
        problem("The claim " + row.claim().id() + " lies in the index without its article, " + row.claim().articleId() + ".");
    }

    private static String sentence(ClaimRow row, Article article) {
        String passage = article.passage(row.claim().sentence());
        Span span = row.claim().sentenceSpan();
        return span.end() <= passage.length() ? span.in(passage) : "";
    }

    private void problem(String words) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(words);
        }
    }
}
