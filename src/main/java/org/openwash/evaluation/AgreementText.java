package org.openwash.evaluation;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;

/// Prints an agreement for the terminal. The last line, `RESULT` and pairs of name and figure, is for scripts; what is
/// not defined is `-`.
public final class AgreementText {

    private AgreementText() {}

    public static void print(Agreement agreement, Appendable out) throws IOException {
        Tally claims = agreement.claims();
        line(out, "sentences %d  claims of the first %d  of the second %d  whole claims of both %d  F1 %s",
                agreement.sentences(), agreement.first(), agreement.second(), claims.truePositives(),
                EvaluationText.figure(claims.f1()));
        line(out, "");
        line(out, "%-32s%8s%12s%10s%10s", "", "units", "agreement", "kappa", "alpha");
        for (Study study : agreement.studies()) {
            line(out, "%-32s%8d%12s%10s%10s", study.name(), study.units(), figure(study.observed()), figure(study.kappa()),
                    figure(study.alpha()));
        }
        line(out, "");
        var result = new StringBuilder("RESULT claim_f1 " + EvaluationText.figure(claims.f1()));
        for (Study study : agreement.studies()) {
            String name = study.name().replaceAll("[^a-z]+", "_");
            result.append(" kappa_").append(name).append(' ').append(figure(study.kappa()))
                    .append(" alpha_").append(name).append(' ').append(figure(study.alpha()));
        }
        line(out, "%s", result);
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent() ? EvaluationText.figure(value.getAsDouble()) : "-";
    }

    private static void line(Appendable out, String format, Object... values) throws IOException {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
