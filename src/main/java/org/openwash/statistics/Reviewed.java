package org.openwash.statistics;

import java.util.List;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decision;

/// What reviewers made of the flags: the one measurement of precision that is taken on the corpus itself.
///
/// @param accepted of those accepted or rejected
/// @param open     flags that nobody has decided, or that are open again
public record Reviewed(Proportion accepted, int open) {

    static Reviewed of(List<ClaimRow> flags) {
        int accepted = count(flags, Decision.Kind.ACCEPTED);
        int rejected = count(flags, Decision.Kind.REJECTED);
        return new Reviewed(Proportion.of(accepted, accepted + rejected), flags.size() - accepted - rejected);
    }

    private static int count(List<ClaimRow> flags, Decision.Kind kind) {
        return (int) flags.stream().filter(row -> row.standing().word().equals(kind.label())).count();
    }
}
