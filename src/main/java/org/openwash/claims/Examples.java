package org.openwash.claims;

import java.util.Set;

/// Finds the names behind a noun that a wording describes: "open models such as OLMo and Pythia", "an open model,
/// Gemma,", "an open model called Llama", "closed models from OpenAI".
final class Examples {

    /// how far behind the noun its examples may begin
    private static final int REACH = 9;
    /// how far behind what introduces it a name may stand; a company behind "from" stands closer
    private static final int NAME = 8;
    private static final int COMPANY = 3;

    private final Set<String> introductions;
    private final Set<String> contrast;
    private final NameLists lists;

    Examples(Words words, NameLists lists) {
        this.lists = lists;
        introductions = words.of("example");
        contrast = words.of("contrast");
    }

    /// The names that exemplify the noun before `from`.
    Binding behind(Scene scene, int from, Discourse discourse) {
        for (int i = from; i < Math.min(from + REACH, scene.size()); i++) {
            if (isExplicit(scene, i) || i < from + 2 && isLoose(scene, i)) {
                Binding named = namedBehind(scene, i, discourse);
                if (named.found()) {
                    return named;
                }
            }
        }
        return Binding.NONE;
    }

    private Binding namedBehind(Scene scene, int i, Discourse discourse) {
        int to = Math.min(scene.size(), i + (scene.unit(i).is("from") ? COMPANY : NAME));
        for (int k = i + 1; k < to && !scene.unit(k).isVerbal(); k++) {
            Unit unit = scene.unit(k);
            if (unit.isThing() && !scene.actsAsCompany(k)) {
                return Binding.presupposed(lists.thingsFrom(scene, k), 0.9, "named behind it");
            }
            if (unit.organisation().filter(discourse::isMaker).isPresent() && !scene.at(k + 1).isPossessive()) {
                return Binding.presupposed(lists.companiesFrom(scene, k), 0.8, "the companies named behind it");
            }
        }
        return Binding.NONE;
    }

    /// "such as", "including": examples even at some distance
    private boolean isExplicit(Scene scene, int i) {
        String form = scene.unit(i).form();
        return introductions.contains(form) || form.equals("such") && scene.at(i + 1).is("as");
    }

    /// A mark, "from" or "made by" right behind the noun.
    private boolean isLoose(Scene scene, int i) {
        return switch (scene.unit(i).form()) {
            case ",", "(" -> !contrast.contains(scene.at(i + 1).form()); // ", unlike GPT-4"
            case ":", "from" -> true;
            case "by" -> scene.at(i - 1).isVerbal();
            default -> false;
        };
    }
}
