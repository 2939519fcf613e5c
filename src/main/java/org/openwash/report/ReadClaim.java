package org.openwash.report;

import java.util.List;
import org.openwash.domain.Decision;
import org.openwash.domain.FixedHash;

/// A row of claims.csv or flags.csv read back, as far as comparing two runs takes. A cell that the file does not have is
/// empty.
record ReadClaim(String id, String article, String source, String url, String outlet, String title, String published,
        String subject, String subjectName, String aspect, String polarity, String modality, String sentence, String verdict,
        boolean flagged, String decision, boolean repeated, String explanation) {

    /// Columns without which there is nothing to compare.
    static final List<String> NEEDED = List.of("claim_id", "sentence", "verdict", "flagged");

    static ReadClaim of(ReadTable.Row row) {
        return new ReadClaim(row.cell("claim_id"), row.cell("article_id"), row.cell("source"), row.cell("url"), row.cell("outlet"),
                row.cell("title"), row.cell("published"), row.cell("subject"), row.cell("subject_name"), row.cell("aspect"),
                row.cell("polarity"), row.cell("modality"), row.cell("sentence"), row.cell("verdict"),
                row.cell("flagged").equals("true"), row.cell("decision"), row.cell("repeated").equals("true"),
                row.cell("explanation"));
    }

    boolean isRejected() {
        return decision.equals(Decision.Kind.REJECTED.label());
    }

    /// Whether it counts as a flag: flagged, and not rejected by a reviewer.
    boolean stands() {
        return flagged && !isRejected();
    }

    /// Whether both say the same with the same verdict.
    boolean saysAsMuchAs(ReadClaim other) {
        return sentence.equals(other.sentence) && verdict.equals(other.verdict) && polarity.equals(other.polarity)
                && modality.equals(other.modality);
    }

    /// The same for two rows that differ in nothing that is compared.
    long print() {
        long print = FixedHash.append(FixedHash.of(sentence), stands() ? 1 : 0);
        for (String cell : List.of(verdict, polarity, modality)) {
            print = FixedHash.append(print, FixedHash.of(cell));
        }
        return print;
    }

    /// What a claim keeps when its sentence is edited.
    String about() {
        return article + "\n" + subject + "\n" + aspect;
    }

    /// A rough count of the characters that it takes up, with those that objects cost.
    long size() {
        return 600L + id.length() + article.length() + source.length() + url.length() + outlet.length() + title.length()
                + subject.length() + subjectName.length() + sentence.length() + explanation.length();
    }
}
