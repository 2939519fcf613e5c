package org.openwash.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openwash.domain.Catalogue;

/// How the candidates of a sentence stand to each other, and which of them its descriptions fit: the same whatever the
/// wording, so found out once.
final class Peers {

    /// One candidate among the others.
    ///
    /// @param memberNamed the sentence names a member of the family that it is
    /// @param memberAbout such a member is a candidate
    /// @param familyNamed the sentence names a family that it belongs to
    /// @param family      it has members
    /// @param rivals      how many others of its kind, companies or things, the sentence names
    /// @param rank        how many of its kind that the sentence does not name come before it
    /// @param onlyThing   it is a thing and no other is
    /// @param makerHere   the sentence names its maker
    record Standing(boolean memberNamed, boolean memberAbout, boolean familyNamed, boolean family, int rivals, int rank,
            boolean onlyThing, boolean makerHere) {}

    /// A unit that may stand for something named before: "it", "the model".
    ///
    /// @param called the candidates that the article has called so
    record Pointer(int at, String description, BitSet called) {}

    private final List<Standing> standings = new ArrayList<>();
    private final List<Pointer> pointers = new ArrayList<>();
    private final BitSet pointing = new BitSet();

    Peers(Scene scene, List<Candidate> candidates, Catalogue catalogue, Pronouns pronouns, Salience salience) {
        var rank = new int[2];
        var named = new int[2];
        Set<String> namedIds = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (candidate.isNamed()) {
                named[kind(candidate)]++;
                namedIds.add(candidate.referent().id());
            }
        }
        long things = candidates.stream().filter(c -> !c.referent().isOrganisation()).count();
        for (Candidate candidate : candidates) {
            String id = candidate.referent().id();
            int kind = kind(candidate);
            standings.add(new Standing(
                    candidates.stream().anyMatch(c -> c.isNamed() && isMember(c, id, catalogue)),
                    candidates.stream().anyMatch(c -> isMember(c, id, catalogue)),
                    catalogue.ancestorsOf(id).stream().anyMatch(a -> !a.equals(id) && namedIds.contains(a)),
                    !catalogue.membersOf(id).isEmpty(),
                    named[kind] - (candidate.isNamed() ? 1 : 0),
                    rank[kind],
                    things == 1 && !candidate.referent().isOrganisation(),
                    catalogue.subject(id).map(s -> s.vendors().stream().anyMatch(namedIds::contains)).orElse(false)));
            rank[kind] += candidate.isNamed() ? 0 : 1;
        }
        for (int i = 0; i < scene.size(); i++) {
            String description = pronouns.description(scene, i);
            if (!description.isEmpty()) {
                pointing.set(i);
                pointers.add(new Pointer(i, description, called(scene.unit(i).lemma(), candidates, salience)));
            }
        }
    }

    private static int kind(Candidate candidate) {
        return candidate.referent().isOrganisation() ? 1 : 0;
    }

    private static boolean isMember(Candidate other, String family, Catalogue catalogue) {
        String id = other.referent().id();
        return !id.equals(family) && catalogue.ancestorsOf(id).contains(family);
    }

    private static BitSet called(String noun, List<Candidate> candidates, Salience salience) {
        var called = new BitSet();
        for (int i = 0; i < candidates.size(); i++) {
            called.set(i, salience.isCalled(candidates.get(i).referent().id(), noun));
        }
        return called;
    }

    Standing of(int candidate) {
        return standings.get(candidate);
    }

    /// In order of the text.
    List<Pointer> pointers() {
        return pointers;
    }

    boolean isPointer(int unit) {
        return pointing.get(unit);
    }
}
