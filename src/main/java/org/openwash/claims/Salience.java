package org.openwash.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.openwash.domain.Mention;

/// How present each thing and company of an article is at the sentence that is read: how long ago it was named, how
/// often, where, and whether something was claimed of it.
///
/// One for each article, fed sentence by sentence.
final class Salience {

    /// What is known of one thing so far.
    ///
    /// @param sentence  where it was last named
    /// @param paragraph the same
    /// @param times     how often it was named
    /// @param inTitle   the title names it
    /// @param leading   it came first of the things in the sentence that last named it
    /// @param claimed   the last sentence with a claim about it; far back where there was none
    record Trace(
            Referent referent, int sentence, int paragraph, int times, boolean inTitle, boolean leading, int claimed) {

        Trace claimedIn(int number) {
            return new Trace(referent, sentence, paragraph, times, inTitle, leading, number);
        }
    }

    /// how far from a name the noun that describes it may stand
    private static final int DESCRIPTION = 9;
    private static final int NEVER = -100;
    /// so many of the things last named are looked at
    private static final int IN_MIND = 20;

    private final SequencedMap<String, Trace> traces = new LinkedHashMap<>();
    private final Set<String> all = new HashSet<>();
    private final Map<String, Set<String>> nouns = new HashMap<>();

    /// @param mentions those of the whole article
    Salience(List<Mention> mentions) {
        mentions.stream().filter(m -> new Unit("", "", "", m.span(), m).isThing()).forEach(m -> all.add(m.id()));
    }

    /// How many things the whole article names.
    int things() {
        return all.size();
    }

    Optional<Trace> of(String id) {
        return Optional.ofNullable(traces.get(id));
    }

    /// What was named before, the latest first; of one sentence the first named first.
    List<Trace> recent() {
        var recent = new ArrayList<Trace>();
        traces.sequencedValues().reversed().stream().limit(IN_MIND).forEach(recent::addFirst);
        recent.sort(Comparator.comparingInt(Trace::sentence).reversed());
        return recent;
    }

    /// Takes note of what a sentence names, after its claims were read.
    void heard(Scene scene) {
        boolean first = true;
        for (int i = 0; i < scene.size(); i++) {
            Unit unit = scene.unit(i);
            boolean thing = unit.isThing() && !scene.actsAsCompany(i);
            if (thing) {
                describe(scene, i);
                named(Referent.thing(unit.name()), scene, first);
                first = false;
            }
            Optional<String> company = unit.organisation();
            if (!thing && company.isPresent()) {
                named(Referent.organisation(company.get(), unit.name().text()), scene, i < 2);
            }
        }
    }

    private void named(Referent referent, Scene scene, boolean leading) {
        Trace before = traces.remove(referent.id()); // to the end of the map
        boolean again = before != null && before.sentence() == scene.number();
        traces.put(referent.id(), new Trace(
                before == null ? referent : before.referent(),
                scene.number(),
                scene.sentence().paragraph(),
                before == null ? 1 : before.times() + 1,
                scene.number() == 0 || before != null && before.inTitle(),
                again ? before.leading() : leading,
                before == null ? NEVER : before.claimed()));
    }

    /// Whether the article has called the thing so: "OpenBao, a fork of Vault", "the Redis database", "Whisper is a
    /// speech model".
    boolean isCalled(String id, String noun) {
        return nouns.getOrDefault(id, Set.of()).contains(noun);
    }

    /// Takes note of the nouns that a sentence calls a thing by.
    private void describe(Scene scene, int i) {
        Set<String> called = nouns.computeIfAbsent(scene.unit(i).name().id(), id -> new HashSet<>());
        noun(scene, i - 1).ifPresent(called::add);
        noun(scene, i + 1).ifPresent(called::add);
        Unit next = scene.at(i + 1);
        boolean apposed = next.form().equals(",") || next.is("be") || next.form().equals("(") || next.form().equals("—");
        for (int k = i + 2; apposed && k < Math.min(scene.size(), i + DESCRIPTION); k++) {
            Unit unit = scene.unit(k);
            noun(scene, k).ifPresent(called::add);
            if (unit.isMark() && k > i + 2 || unit.isVerbal() || unit.tag().equals("ADP")) {
                break;
            }
        }
        boolean named = scene.at(i - 1).is("call") || scene.at(i - 1).is("name") || scene.at(i - 1).is("dub")
                || scene.at(i - 1).form().equals(",");
        for (int k = i - 2; named && k >= Math.max(0, i - DESCRIPTION); k--) {
            if (noun(scene, k).isPresent()) {
                called.add(noun(scene, k).get());
                break;
            }
        }
    }

    private static Optional<String> noun(Scene scene, int i) {
        Unit unit = scene.at(i);
        return unit.isWord() && unit.tag().equals("NOUN") ? Optional.of(unit.lemma()) : Optional.empty();
    }

    void claimed(Referent subject, int sentence) {
        traces.computeIfPresent(subject.id(), (id, trace) -> trace.claimedIn(sentence));
    }
}
