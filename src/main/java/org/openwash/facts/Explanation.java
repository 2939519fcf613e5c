package org.openwash.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openwash.domain.Aspect;
import org.openwash.domain.Claim;
import org.openwash.domain.Finding;
import org.openwash.domain.Judgement;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Severity;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;

/// Puts a ruling into what a report shows: the finding, its severity, and one sentence that names fact, licence,
/// restriction and date.
final class Explanation {

    /// A family of many members would fill a cell; the first ones show the point.
    private static final int MOST_FACTS = 40;

    private Explanation() {}

    static Judgement judgement(Claim claim, Ruling ruling, String on, List<String> elsewhere, Verdict today,
            FactBook book) {
        Finding finding = finding(claim, ruling);
        List<String> ids = new ArrayList<>();
        Set<String> licences = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        ruling.facts().stream().limit(MOST_FACTS).forEach(f -> {
            ids.add(f.id());
            licences.add(f.licence().toString());
            f.sources().forEach(s -> sources.add(s.address()));
        });
        return new Judgement(ruling.verdict(), today, ruling.yardstick(), finding, severity(claim, ruling, finding),
                sentence(ruling, on, elsewhere), ids, String.join("; ", licences), List.copyOf(sources));
    }

    private static Finding finding(Claim claim, Ruling ruling) {
        boolean told = claim.modality() == Modality.ACTUAL || claim.modality() == Modality.FORMER;
        if (!told || ruling.verdict() != Verdict.CONTRADICTED && ruling.verdict() != Verdict.OVERSTATED) {
            return Finding.NONE;
        }
        if (claim.polarity() == Polarity.DENIES) {
            return ruling.verdict() == Verdict.CONTRADICTED ? Finding.FALSE_DENIAL : Finding.NONE;
        }
        return ruling.underClaim() ? Finding.UNDER_CLAIM : Finding.OPEN_WASHING;
    }

    /// HIGH: a use is claimed that the licence forbids. MEDIUM: open source claimed of what is restricted or not out.
    private static Severity severity(Claim claim, Ruling ruling, Finding finding) {
        if (finding != Finding.OPEN_WASHING || ruling.verdict() != Verdict.CONTRADICTED) {
            return Severity.LOW;
        }
        boolean labelled = claim.aspect() == Aspect.OPEN_SOURCE || claim.claimedLicences().contains("kind:open-source");
        return claim.aspect() == Aspect.USE ? Severity.HIGH : labelled ? Severity.MEDIUM : Severity.LOW;
    }

    private static String sentence(Ruling ruling, String on, List<String> elsewhere) {
        String because = ruling.because();
        String start = because.substring(0, 1);
        String sentence = (Character.isLowerCase(because.charAt(0)) && isWord(because)
                ? start.toUpperCase(Locale.ROOT) : start)
                + because.substring(1);
        String judged = on.isEmpty() ? "" : "; judged " + on + by(ruling.yardstick());
        return sentence + judged + (elsewhere.isEmpty() ? "" : " (" + String.join("; ", elsewhere) + ")") + ".";
    }

    /// Names such as "llama.cpp" or "n8n" keep their small letter; our own words begin a sentence.
    private static boolean isWord(String because) {
        return List.of("the ", "all ", "a ", "an ", "no ", "of ", "only ", "what ", "whether ", "praise ",
                "opinions ").stream()
                .anyMatch(because::startsWith);
    }

    /// How a sentence names a definition; empty if none was needed.
    static String by(Yardstick yardstick) {
        return switch (yardstick) {
            case OSD -> " by the Open Source Definition";
            case OSAID -> " by the Open Source AI Definition";
            case FSF -> " by the Free Software Definition";
            case OPEN_DEFINITION -> " by the Open Definition";
            case FACTS -> "";
        };
    }
}
