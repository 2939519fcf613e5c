package org.openwash.claims;

import java.util.List;
import java.util.Set;
import org.openwash.domain.Article;

/// What is known of the voice that an article itself speaks in: whether it says "we", and whether it is a company's own
/// page.
///
/// @param firstPersonal how often it says "we" or "our" outside quotations, in steps: "none", "some", "often"
/// @param companies     the makers whose name the outlet bears: "MongoDB Blog"
record OutletVoice(String firstPersonal, Set<String> companies) {

    private static final int OFTEN = 3;

    static OutletVoice of(Article article, List<Scene> scenes, Directory directory, Words words) {
        Set<String> own = words.of("outlet-pronoun");
        int count = 0;
        for (Scene scene : scenes) {
            for (int i = 0; i < scene.size(); i++) {
                count += scene.unit(i).isOneOf(own) && !scene.quoted(i) ? 1 : 0;
            }
        }
        Set<String> companies = directory.companiesNamedIn(article.metadata().outlet());
        return new OutletVoice(count == 0 ? "none" : count < OFTEN ? "some" : "often", companies);
    }
}
