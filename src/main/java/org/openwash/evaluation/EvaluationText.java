package org.openwash.evaluation;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints an evaluation for the terminal. The last line, `RESULT` and pairs of name and figure, is for scripts.
public final class EvaluationText {

    private static final int DIGITS = 3;
    private static final String KEYWORDS = "  keywords only";

    private final Evaluation evaluation;
    private final Evaluation keywords;
    private final Appendable out;

    private EvaluationText(Evaluation evaluation, Evaluation keywords, Appendable out) {
        this.evaluation = evaluation;
        this.keywords = keywords;
        this.out = out;
    }

    /// @param keywords what [KeywordBaseline] makes of the same gold set
    public static void print(Evaluation evaluation, Evaluation keywords, Appendable out) throws IOException {
        EvaluationText text = new EvaluationText(evaluation, keywords, out);
        text.size();
        text.claims();
        text.flags();
        text.intervals();
        text.aspects();
        text.confusion("Verdicts of matched claims", evaluation.verdicts());
        text.confusion("Polarity where sentence, subject and aspect agree", evaluation.polarities());
        text.result();
    }

    private void size() throws IOException {
        Evaluation.Size size = evaluation.size();
        line("articles %d  sentences %d  gold core %d optional %d  predicted %d  unplaced %d",
                size.articles(), size.sentences(), size.core(), size.optional(), size.predicted(), size.unplaced());
        if (size.elsewhere() > 0) {
            line("left out: %d predicted in articles that the gold set does not cover", size.elsewhere());
        }
        if (size.sentenceless() > 0) {
            line("never to be found: %d gold claims whose sentence is not among the sentences", size.sentenceless());
        }
    }

    private void claims() throws IOException {
        for (Map.Entry<Level, Tally> level : evaluation.claims().entrySet()) {
            line("%s", figures(level.getKey().label(), level.getValue()));
        }
        line("%s", figures(KEYWORDS, keywords.wholeClaims())); // under whole claims, the last level
        for (Map.Entry<Attribute, Share> attribute : evaluation.attributes().entrySet()) {
            Share share = attribute.getValue();
            line("%-12s right on matched claims: %d/%d = %s",
                    attribute.getKey().label(), share.right(), share.of(), figure(share.value()));
        }
    }

    private void flags() throws IOException {
        flags("flagged sentences", evaluation.flags());
        flags(KEYWORDS, keywords.flags());
    }

    private void flags(String name, FlagScore flags) throws IOException {
        line("%s   denials flagged %d/%d", figures(name, flags.tally()), flags.denialsFlagged(), flags.denials());
    }

    private void intervals() throws IOException {
        line("");
        line("95 %% intervals, articles drawn again %,d times", Interval.RESAMPLES);
        interval("claims F1", evaluation.wholeClaims().f1(), evaluation.claimsInterval(Tally::f1));
        Tally flags = evaluation.flags().tally();
        interval("flags precision", flags.precision(), evaluation.flagsInterval(Tally::precision));
        interval("flags recall", flags.recall(), evaluation.flagsInterval(Tally::recall));
    }

    private void interval(String name, double value, Interval interval) throws IOException {
        line("%-28s %s (%s to %s)", name, figure(value), figure(interval.low()), figure(interval.high()));
    }

    private void aspects() throws IOException {
        line("");
        line("Claims of each aspect");
        for (var aspect : evaluation.aspects().entrySet()) {
            line("%s", figures(aspect.getKey().label(), aspect.getValue()));
        }
    }

    private void confusion(String title, Confusion confusion) throws IOException {
        line("");
        line("%s: gold in rows, predicted in columns", title);
        StringBuilder head = new StringBuilder(" ".repeat(14));
        confusion.labels().forEach(label -> head.append(cell("%14s", label)));
        line("%s", head);
        for (int i = 0; i < confusion.labels().size(); i++) {
            StringBuilder row = new StringBuilder(cell("%-14s", confusion.labels().get(i)));
            List<Integer> counts = confusion.counts().get(i);
            counts.forEach(count -> row.append(cell("%14d", count)));
            line("%s", row);
        }
    }

    private void result() throws IOException {
        Tally flags = evaluation.flags().tally();
        line("");
        line("RESULT claim_f1 %s flag_p %s flag_r %s flag_f1 %s modality %s attribution %s verdict %s denials_ok %s",
                figure(evaluation.wholeClaims().f1()),
                figure(flags.precision()), figure(flags.recall()), figure(flags.f1()),
                figure(share(Attribute.MODALITY)), figure(share(Attribute.VOICE)), figure(share(Attribute.VERDICT)),
                figure(evaluation.flags().denialsPassed()));
    }

    private double share(Attribute attribute) {
        return evaluation.attributes().getOrDefault(attribute, new Share(0, 0)).value();
    }

    private static String figures(String name, Tally tally) {
        return cell("%-28s P %s R %s F1 %s   tp %d fp %d fn %d",
                name, figure(tally.precision()), figure(tally.recall()), figure(tally.f1()),
                tally.truePositives(), tally.falsePositives(), tally.falseNegatives());
    }

    /// Three digits, rounded by the exact binary value as C and Python do. Formatting with `%.3f` would round the
    /// shortest decimal instead, and a half always up: 0.0625 would become 0.063.
    static String figure(double value) {
        return new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString();
    }

    private void line(String format, Object... values) throws IOException {
        out.append(cell(format, values)).append('\n');
    }

    private static String cell(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
