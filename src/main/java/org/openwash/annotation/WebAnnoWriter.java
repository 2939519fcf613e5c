package org.openwash.annotation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openwash.domain.Span;

/// Writes an article as WebAnno TSV 3.3, the exchange format of WebAnno and INCEpTION, one sentence a line of the document.
///
/// Each claim is a span over the tokens of its cue in the layer `webanno.custom.OpennessClaim`, which the project there
/// must have, with the features below as strings. Offsets count UTF-16 units, as that format wants them.
public final class WebAnnoWriter {

    static final String FORMAT = "#FORMAT=WebAnno TSV 3.";
    static final String LAYER = "webanno.custom.OpennessClaim";
    /// In the order of the alphabet, as INCEpTION writes them.
    static final List<String> FEATURES = List.of("aspect", "attribution", "modality", "polarity", "speaker", "subject", "verdict");

    private final Appendable to;
    private int claim;
    private int offset;
    private int line;

    private WebAnnoWriter(Appendable to) {
        this.to = to;
    }

    public static void write(MarkedArticle article, Appendable to) throws IOException {
        to.append(FORMAT).append("3\n#T_SP=").append(LAYER).append('|').append(String.join("|", FEATURES)).append("\n\n");
        var writer = new WebAnnoWriter(to);
        for (MarkedSentence sentence : article.sentences()) {
            writer.sentence(sentence);
        }
    }

    private void sentence(MarkedSentence sentence) throws IOException {
        line++;
        // a title may have been written over several lines; a sentence of the document is one
        String text = sentence.text().replaceAll("[\\n\\r]", " ");
        to.append("\n#Sentence.id=s").append(String.valueOf(sentence.number())).append("\n#Text=")
                .append(WebAnnoText.escapedText(text)).append('\n');
        int first = claim + 1;
        claim += sentence.marks().size();
        for (int i = 0; i < sentence.tokens().size(); i++) {
            Span token = sentence.tokens().get(i);
            to.append(line + "-" + (i + 1) + "\t" + (offset + token.start()) + "-" + (offset + token.end()) + "\t")
                    .append(WebAnnoText.escapedText(token.in(text))).append('\t');
            cells(sentence.marks(), first, token);
        }
        offset += text.length() + 1;
    }

    private void cells(List<Mark> marks, int first, Span token) throws IOException {
        for (String feature : FEATURES) {
            var stacked = new ArrayList<String>();
            for (int i = 0; i < marks.size(); i++) {
                if (marks.get(i).words().overlaps(token)) {
                    String value = value(marks.get(i), feature);
                    stacked.add((value.isEmpty() ? "*" : WebAnnoText.escapedValue(value)) + "[" + (first + i) + "]");
                }
            }
            to.append(stacked.isEmpty() ? "_" : String.join("|", stacked)).append('\t');
        }
        to.append('\n');
    }

    private static String value(Mark mark, String feature) {
        return switch (feature) {
            case "aspect" -> mark.aspect().label();
            case "attribution" -> mark.attribution().label();
            case "modality" -> mark.modality().label();
            case "polarity" -> mark.polarity().label();
            case "speaker" -> mark.speaker();
            case "subject" -> mark.subject();
            case "verdict" -> mark.verdict().label();
            default -> throw new IllegalArgumentException(feature);
        };
    }
}
