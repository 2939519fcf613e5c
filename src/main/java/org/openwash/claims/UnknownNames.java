package org.openwash.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Mention;

/// Finds the names in an article that the facts base does not know and that a claim may be about: "Hamstrel",
/// "Larkspur-3B", "Chai-1". Every name written with a capital is looked at; a [Decider] says which name a thing, from
/// the company they keep all over the article.
final class UnknownNames {

    /// A longer run of capitals is a headline or a list.
    private static final int LONGEST = 4;
    /// So many different names are looked at; bounds the work on a text made to be slow.
    private static final int MOST = 200;
    private static final int MOST_PLACES = 12;
    private static final double LIKELY = 0.3;
    /// where behind a comma the noun of an apposition stands
    private static final int APPOSITION = 7;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Scene> scenes;
    private final Set<String> capitalised = new HashSet<>();

    private UnknownNames(List<Scene> scenes) {
        this.scenes = scenes;
        for (Scene scene : scenes) {
            for (int i = 1; i < scene.size() && !scene.isHeadline(); i++) {
                String word = scene.words(i, i + 1);
                boolean inside = Character.isLetterOrDigit(scene.words(i - 1, i).charAt(0));
                if (inside && Character.isUpperCase(word.charAt(0))) {
                    capitalised.add(word);
                }
            }
        }
    }

    /// Where a name stands: units from `at` up to, but not including, `to`.
    private record Place(Scene scene, int at, int to) {}

    /// The mentions of what names a thing, in order of the text. A name of a known thing that was not taken for it (the
    /// painter Claude) names another.
    static List<Mention> in(List<Scene> scenes, Catalogue catalogue, Decider decider) {
        var names = new UnknownNames(scenes);
        Map<String, List<Place>> places = names.places();
        var found = new ArrayList<Mention>();
        places.forEach((text, where) -> {
            if (catalogue.subject(slug(text)).isPresent()) {
                return;
            }
            var asked = Case.naming(where.getFirst().scene, slug(text));
            var inquiry = decider.ask(Question.NAME);
            tell(inquiry, text, where);
            if (inquiry.answer(asked)[1] >= LIKELY) {
                where.forEach(place -> found.add(new Mention(Mention.Kind.SOFTWARE, place.scene.number(),
                        place.scene.span(place.at, place.to), text, List.of(slug(text)), null)));
            }
        });
        found.sort(null);
        return found;
    }

    /// "Larkspur-3B" as `larkspur-3b`.
    static String slug(String text) {
        return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
    }

    private Map<String, List<Place>> places() {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        for (Scene scene : scenes) {
            for (int i = 0; i < scene.size(); ) {
                int end = i;
                while (end < scene.size() && end - i <= LONGEST && isPart(scene, end, end > i)) {
                    end++;
                }
                String text = end > i ? scene.words(i, end) : "";
                if (end > i && end - i <= LONGEST && text.length() > 1 && !slug(text).isEmpty()
                        && (places.size() < MOST || places.containsKey(text))) {
                    places.computeIfAbsent(text, t -> new ArrayList<>()).add(new Place(scene, i, end));
                }
                i = Math.max(i + 1, end);
            }
        }
        return places;
    }

    /// A word with a capital, not only because it opens the sentence or stands in a headline; behind one a number. What
    /// the name model takes for an organisation may be a thing too.
    private boolean isPart(Scene scene, int i, boolean goesOn) {
        Unit unit = scene.unit(i);
        if (!unit.isWord()) {
            return unit.isOrganisation() && unit.organisation().isEmpty();
        }
        String written = scene.words(i, i + 1);
        char first = written.charAt(0);
        if (goesOn && Character.isDigit(first)) {
            return true;
        }
        if (!Character.isLetterOrDigit(first) || unit.isPossessive()) {
            return false;
        }
        boolean shaped = hasShape(written);
        boolean capital = Character.isUpperCase(first) && written.length() > 1;
        boolean content = switch (unit.tag()) {
            case "PROPN" -> true;
            case "NOUN", "ADJ", "X", "VERB" -> !scene.isHeadline() && i > 0;
            default -> false;
        };
        return shaped && !unit.tag().equals("NUM") || capital && (content || capitalised.contains(written) && i == 0
                && !unit.tag().equals("PRON") && !unit.tag().equals("DET"));
    }

    /// Capitals inside the word, or letters with digits: "CorvaneDB", "3B", "M2".
    private static boolean hasShape(String word) {
        boolean inner = word.chars().skip(1).anyMatch(Character::isUpperCase)
                && word.chars().anyMatch(Character::isLowerCase);
        return inner || word.chars().anyMatch(Character::isDigit) && word.chars().anyMatch(Character::isUpperCase);
    }

    private static void tell(Inquiry inquiry, String text, List<Place> places) {
        var f = new Features(inquiry, "");
        f.add("digits", text.chars().anyMatch(Character::isDigit));
        f.add("shape", hasShape(text));
        f.add("capitals", text.equals(text.toUpperCase(Locale.ROOT)));
        f.add("words", Features.step(text.split("[ -]").length));
        f.add("times", Features.step(places.size()));
        String lower = text.toLowerCase(Locale.ROOT);
        f.add("ends", lower.substring(Math.max(0, lower.length() - 2)));
        f.add("ends", lower.substring(Math.max(0, lower.length() - 3)));
        f.add("last", lower.substring(lower.lastIndexOf(' ') + 1));
        f.addIf(lower.startsWith("open"), "open-");
        for (Place place : places.subList(0, Math.min(places.size(), MOST_PLACES))) {
            Scene scene = place.scene;
            f.add("place", scene.sentence().kind());
            f.add("organisation", scene.unit(place.at).isOrganisation());
            f.add("tag", scene.unit(place.at).tag());
            f.addIf(place.at == 0, "opens");
            f.add("before", scene.symbol(place.at - 1));
            f.add("after", scene.symbol(place.to));
            f.add("after2", scene.symbol(place.to), " ", scene.symbol(place.to + 1));
            f.add("before2", scene.symbol(place.at - 2), " ", scene.symbol(place.at - 1));
            for (int d = 1; d <= 2; d++) {
                for (String concept : scene.concepts(place.at - d)) {
                    f.add("before* " + d, concept);
                }
                for (String concept : scene.concepts(place.to - 1 + d)) {
                    f.add("after* " + d, concept);
                }
            }
            apposition(scene, place.to).ifPresent(noun -> f.add("apposition", noun));
            for (int i = scene.clauseStart(place.at); i < scene.clauseEnd(place.at); i++) {
                scene.concepts(i).forEach(concept -> f.add("clause*", concept));
            }
            f.add("subject", scene.subjectOf(place.at) == place.to - 1);
        }
    }

    /// ", a graph database": the concept of the noun, or the noun.
    private static Optional<String> apposition(Scene scene, int to) {
        if (!scene.at(to).form().equals(",") || !scene.at(to + 1).tag().equals("DET")) {
            return Optional.empty();
        }
        int noun = -1;
        for (int i = to + 2; i < Math.min(scene.size(), to + APPOSITION); i++) {
            if (scene.unit(i).tag().equals("NOUN")) {
                noun = i;
            } else if (noun >= 0) {
                break;
            }
        }
        int head = noun;
        return head < 0 ? Optional.empty()
                : Optional.of(scene.concepts(head).isEmpty() ? scene.symbol(head) : scene.concepts(head).getFirst());
    }
}
