package org.openwash.facts;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openwash.domain.Alias;
import org.openwash.domain.LicenceName;

/// A licence with what counts about it for a verdict.
///
/// @param group   the generic licence that a text without a version names (`GPL`); empty if none
/// @param generic true for such a group itself: claims may name it, facts may not
/// @param sources what bears it out, clause by clause
/// @param place   file and line, for messages
/// @param openDefinition whether it conforms to the Open Definition, for data
public record Licence(
        String id,
        String name,
        String group,
        boolean generic,
        Approval osi,
        Approval fsf,
        boolean openDefinition,
        Category category,
        List<Restriction> restrictions,
        Confidence confidence,
        List<Source> sources,
        List<Alias> aliases,
        String place)
        implements Serializable {

    /// Whether the OSI or the FSF accepts a licence. CONTESTED: part of it does; NOT_NEEDED: public domain.
    public enum Approval {
        YES, NOT_NEEDED, UNKNOWN, CONTESTED, NO;

        boolean holds() {
            return this == YES || this == NOT_NEEDED;
        }
    }

    /// Kinds of licence, the freest first: a later one asks more of the recipient.
    public enum Category {
        PERMISSIVE, COPYLEFT, SOURCE_AVAILABLE, USE_RESTRICTED, NON_COMMERCIAL, RESEARCH_ONLY, PROPRIETARY, UNKNOWN;

        /// Free for every use and user, whoever has approved it.
        boolean isFree() {
            return this == PERMISSIVE || this == COPYLEFT;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Licence {
        restrictions = List.copyOf(restrictions);
        sources = List.copyOf(sources);
        aliases = List.copyOf(aliases);
    }

    /// Whether it is one vendor's own text rather than a known public one.
    boolean isCustom() {
        return id.startsWith("LicenseRef-") && category != Category.PROPRIETARY && category != Category.UNKNOWN
                && !id.contains("public-domain");
    }

    /// What the licence itself says for a restriction; none if no clause was read.
    public Optional<Source> clause(Restriction restriction) {
        return sources.stream().filter(s -> s.about().equals(restriction.kind()) && !s.says().isEmpty()).findFirst();
    }

    LicenceName forReading() {
        return new LicenceName(id, name, osi == Approval.YES, aliases);
    }
}
