package org.openwash.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.openwash.domain.ClaimRow;

/// Puts each claim that was found to its article and sentence of the gold set.
///
/// @param byArticle in the order of the rows
/// @param unplaced  how many share no word with any sentence of their article
/// @param elsewhere how many are in articles that the gold set does not cover
record Placement(Map<String, List<Prediction>> byArticle, int unplaced, int elsewhere) {

    static Placement of(GoldSet gold, List<ClaimRow> rows) {
        Map<String, GoldArticle> articles = new HashMap<>();
        gold.articles().forEach(article -> articles.put(article.id(), article));
        Map<String, List<Prediction>> placed = new HashMap<>();
        int unplaced = 0;
        int elsewhere = 0;
        for (ClaimRow row : rows) {
            // a source whose file name is not its own goes by the whole of it
            GoldArticle whole = articles.get(row.source());
            GoldArticle article = whole != null ? whole : articles.get(GoldArticle.nameOf(row.source()));
            if (article == null) {
                elsewhere++;
                continue;
            }
            OptionalInt sentence = article.sentenceLike(row.sentence());
            if (sentence.isEmpty()) {
                unplaced++;
                continue;
            }
            placed.computeIfAbsent(article.id(), id -> new ArrayList<>())
                    .add(Prediction.of(row, sentence.getAsInt(), gold.subjects()));
        }
        return new Placement(placed, unplaced, elsewhere);
    }

    List<Prediction> in(String article) {
        return byArticle.getOrDefault(article, List.of());
    }

    int size() {
        return byArticle.values().stream().mapToInt(List::size).sum();
    }
}
