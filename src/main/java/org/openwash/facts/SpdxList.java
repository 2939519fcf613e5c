package org.openwash.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openwash.domain.DataFile;
import org.openwash.facts.Licence.Approval;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.library.LicenseInfoFactory;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v3_0_1.expandedlicensing.ConjunctiveLicenseSet;
import org.spdx.library.model.v3_0_1.expandedlicensing.DisjunctiveLicenseSet;
import org.spdx.library.model.v3_0_1.expandedlicensing.WithAdditionOperator;
import org.spdx.library.model.v3_0_1.simplelicensing.AnyLicenseInfo;
import org.spdx.library.model.v3_0_1.simplelicensing.InvalidLicenseExpression;

/// The SPDX licence list that ships with the program: names, OSI and FSF flags, and the grammar of expressions.
///
/// What the list holds stands in `facts/spdx.tsv`, and expressions of one operator are read here: the library needs about
/// half a second for its first answer, which every command would wait for. It reads what has more to it. `SpdxListTest`
/// keeps both equal to the library, which is told to use the list in its own jar, so that nothing is looked up on the
/// network.
final class SpdxList {

    /// What the list says of a licence. UNKNOWN: it says nothing.
    record Listed(String name, Approval osi, Approval fsf) {}

    static final String TABLE = "facts/spdx.tsv";

    private static final Map<String, Listed> LICENCES = new HashMap<>();
    private static final Set<String> EXCEPTIONS = new HashSet<>();
    private static final ConcurrentMap<String, LicenceExpression> PARSED = new ConcurrentHashMap<>();
    private static String version = ""; // set once, below

    static {
        for (DataFile.Row row : DataFile.rowsBelowHeader(TABLE, 5)) {
            String id = row.cell(1);
            switch (row.cell(0)) {
                case "list" -> version = id;
                case "licence" -> LICENCES.put(id,
                        new Listed(row.cell(2), Approval.valueOf(row.cell(3)), Approval.valueOf(row.cell(4))));
                case "exception" -> EXCEPTIONS.add(id);
                default -> throw row.wrong("the unknown kind '" + row.cell(0) + "'. Use list, licence or exception.");
            }
        }
    }

    private SpdxList() {}

    static String version() {
        return version;
    }

    static Optional<Listed> find(String id) {
        return Optional.ofNullable(LICENCES.get(id));
    }

    /// @throws IllegalArgumentException if the text is no expression; the message says why
    static LicenceExpression parse(String text) {
        LicenceExpression known = PARSED.get(text);
        if (known == null) {
            known = simple(text).orElseGet(() -> read(text));
            PARSED.put(text, known);
        }
        return known;
    }

    /// What needs no grammar: an id, or several, each once, joined by one operator.
    static Optional<LicenceExpression> simple(String text) {
        if (isId(text)) {
            return Optional.of(new LicenceExpression.Named(text));
        }
        String[] with = text.split(" WITH ", -1);
        if (with.length == 2 && isId(with[0]) && EXCEPTIONS.contains(with[1])) {
            return Optional.of(new LicenceExpression.With(new LicenceExpression.Named(with[0]), with[1]));
        }
        String operator = text.contains(" OR ") ? " OR " : " AND ";
        List<String> ids = List.of(text.split(operator, -1));
        if (ids.size() < 2 || !ids.stream().allMatch(SpdxList::isId) || Set.copyOf(ids).size() < ids.size()) {
            return Optional.empty();
        }
        List<LicenceExpression> parts = ids.stream().<LicenceExpression>map(LicenceExpression.Named::new).toList();
        return Optional.of(operator.equals(" OR ") ? new LicenceExpression.AnyOf(parts) : new LicenceExpression.AllOf(parts));
    }

    private static boolean isId(String text) {
        return LICENCES.containsKey(text) || text.matches("LicenseRef-[A-Za-z0-9.+-]*[A-Za-z0-9.-]");
    }

    /// @throws IllegalArgumentException if the text is no expression; the message says why
    static LicenceExpression read(String text) {
        System.setProperty("org.spdx.useJARLicenseInfoOnly", "true");
        SpdxModelFactory.init();
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
