package org.openwash.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openwash.facts.Licence.Approval;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.library.LicenseInfoFactory;
import org.spdx.library.ListedLicenses;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v3_0_1.expandedlicensing.ConjunctiveLicenseSet;
import org.spdx.library.model.v3_0_1.expandedlicensing.DisjunctiveLicenseSet;
import org.spdx.library.model.v3_0_1.expandedlicensing.ListedLicense;
import org.spdx.library.model.v3_0_1.expandedlicensing.WithAdditionOperator;
import org.spdx.library.model.v3_0_1.simplelicensing.AnyLicenseInfo;
import org.spdx.library.model.v3_0_1.simplelicensing.InvalidLicenseExpression;

/// The SPDX licence list that ships with the program: names, OSI and FSF flags, and the grammar of expressions.
///
/// The library is told to use the list in its own jar, so that nothing is looked up on the network. Its first use takes
/// about half a second, later ones almost nothing; a base without compound expressions and SPDX ids never pays it.
final class SpdxList {

    private static final ConcurrentMap<String, LicenceExpression> PARSED = new ConcurrentHashMap<>();

    static {
        System.setProperty("org.spdx.useJARLicenseInfoOnly", "true");
        SpdxModelFactory.init();
    }

    private SpdxList() {}

    /// What the list says of a licence. UNKNOWN: it says nothing.
    record Listed(String name, Approval osi, Approval fsf) {}

    static String version() {
        return LicenseInfoFactory.getLicenseListVersion();
    }

    static Optional<Listed> find(String id) {
        if (id.startsWith("LicenseRef-") || !ListedLicenses.getListedLicenses().isSpdxListedLicenseId(id)) {
            return Optional.empty();
        }
        try {
            ListedLicense licence = ListedLicenses.getListedLicenses().getListedLicenseById(id);
            return Optional.of(new Listed(licence.getName().orElse(id), flag(licence.getIsOsiApproved()),
                    flag(licence.getIsFsfLibre())));
        } catch (InvalidSPDXAnalysisException e) {
            throw new IllegalStateException("the SPDX list holds " + id + " but cannot tell what it is", e);
        }
    }

    private static Approval flag(Optional<Boolean> flag) {
        return flag.map(f -> f ? Approval.YES : Approval.NO).orElse(Approval.UNKNOWN);
    }

    /// @throws IllegalArgumentException if the text is no expression; the message says why
    static LicenceExpression parse(String text) {
        LicenceExpression known = PARSED.get(text);
        if (known == null) {
            known = read(text);
            PARSED.put(text, known);
        }
        return known;
    }

    private static LicenceExpression read(String text) {
        try {
            AnyLicenseInfo info = LicenseInfoFactory.parseSPDXLicenseString(text);
            if (info instanceof InvalidLicenseExpression invalid) {
                throw new IllegalArgumentException("'" + text + "' is no licence expression: " + invalid.getMessage());
            }
            return translated(info, List.of(text.split("[\\s()]+")));
        } catch (InvalidSPDXAnalysisException e) {
            throw new IllegalArgumentException("'" + text + "' is no licence expression: " + e.getMessage(), e);
        }
    }

    /// @param words the text in its own order, which the library's sets do not keep
    private static LicenceExpression translated(AnyLicenseInfo info,
            List<String> words) throws InvalidSPDXAnalysisException {
        return switch (info) {
            case ConjunctiveLicenseSet all -> new LicenceExpression.AllOf(members(all.getMembers(), words));
            case DisjunctiveLicenseSet any -> new LicenceExpression.AnyOf(members(any.getMembers(), words));
            case WithAdditionOperator with -> new LicenceExpression.With(
                    new LicenceExpression.Named(with.getSubjectExtendableLicense().toString()),
                    with.getSubjectAddition().toString());
            default -> new LicenceExpression.Named(info.toString());
        };
    }

    private static List<LicenceExpression> members(Iterable<AnyLicenseInfo> members, List<String> words)
            throws InvalidSPDXAnalysisException {
        List<LicenceExpression> parts = new ArrayList<>();
        for (AnyLicenseInfo member : members) {
            parts.add(translated(member, words));
        }
        parts.sort(Comparator.comparingInt(p -> words.indexOf(p.ids().getFirst())));
        return parts;
    }
}
