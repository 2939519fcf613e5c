package org.openwash.annotation;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.openwash.report.ReportFolder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes marked articles as a gold set, as `evaluate` reads it: gold.jsonl with the claims, sentences.jsonl with the
/// numbered sentences.
public final class GoldFolder {

    public static final String CLAIMS = "gold.jsonl";
    public static final String SENTENCES = "sentences.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GoldFolder() {}

    /// @param articles one after the other, in the order in which they are to stand
    public static void write(Path to, Iterable<MarkedArticle> articles) throws IOException {
        try (ReportFolder folder = ReportFolder.in(to)) {
            folder.stage(CLAIMS, claims -> folder.stage(SENTENCES, sentences -> {
                for (MarkedArticle article : articles) {
                    write(article, claims, sentences);
                }
            }));
            folder.publish();
        }
    }

    private static void write(MarkedArticle article, Writer claims, Writer sentences) throws IOException {
        for (MarkedSentence sentence : article.sentences()) {
            line(JSON.createObjectNode().put("article", article.name()).put("n", sentence.number())
                    .put("start", sentence.start()).put("end", sentence.end()).put("text", sentence.text()), sentences);
            for (Mark mark : sentence.marks()) {
                line(JSON.createObjectNode().put("article", article.name()).put("n", sentence.number())
                        .put("subject", mark.subject()).put("aspect", mark.aspect().label())
                        .put("polarity", mark.polarity().label()).put("modality", mark.modality().label())
                        .put("voice", mark.attribution().label()).put("verdict", mark.verdict().label())
                        .put("speaker", mark.speaker()).put("optional", false), claims);
            }
        }
    }

    private static void line(ObjectNode object, Writer to) throws IOException {
        to.write(JSON.writeValueAsString(object));
        to.write('\n');
    }
}
