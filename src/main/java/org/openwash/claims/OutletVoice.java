package org.openwash.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Organisation;

/// What is known of the voice that an article itself speaks in: whether it says "we", and whether it is a company's own
/// page.
///
/// @param firstPersonal how often it says "we" or "our" outside quotations, in steps: "none", "some", "often"
/// @param companies     the makers whose name the outlet bears: "MongoDB Blog"
record OutletVoice(String firstPersonal, Set<String> companies) {

    private static final int OFTEN = 3;

    static OutletVoice of(Article article, List<Scene> scenes, Catalogue catalogue, Words words) {
        Set<String> own = words.of("outlet-pronoun");
        int count = 0;
        for (Scene scene : scenes) {
            for (int i = 0; i < scene.size(); i++) {
                count += scene.unit(i).isOneOf(own) && !scene.quoted(i) ? 1 : 0;
            }
        }
        String outlet = article.metadata().outlet();
        String named = outlet == null ? "" : " " + outlet.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        Set<String> companies = new HashSet<>();
        for (Organisation organisation : catalogue.organisations()) {
            String name = " " + organisation.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
            if (named.contains(name)) {
                companies.add(organisation.id());
            }
        }
        return new OutletVoice(count == 0 ? "none" : count < OFTEN ? "some" : "often", companies);
    }
}
