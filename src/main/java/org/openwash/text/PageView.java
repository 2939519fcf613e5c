package org.openwash.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.openwash.text.BlockNames.Role;

/// A page as the readers of its metadata see it: head, JSON-LD, and the elements of its body with their names.
record PageView(
        Document page,
        PageTree tree,
        BlockNames.Lookup names,
        JsonLd json,
        HeadTags.Stated head,
        boolean[] aside) {

    private static final int LONGEST_LINE = 300;

    static PageView of(Document page, BlockNames blockNames, HeadTags head) {
        PageTree tree = PageTree.of(page.body());
        BlockNames.Lookup names = blockNames.lookup();
        return new PageView(page, tree, names, JsonLd.of(page), head.of(page), aside(tree, names));
    }

    /// What is not the article's own: menus, other articles, readers' comments.
    private static boolean[] aside(PageTree tree, BlockNames.Lookup names) {
        boolean[] aside = new boolean[tree.size()];
        for (int i = 1; i < tree.size(); ) {
            Element element = tree.element(i);
            boolean here = switch (element.normalName()) {
                case "nav", "aside", "script", "style", "noscript", "select", "form" -> tree.end(i) - i < tree.size() / 3;
                default -> false;
            };
            if (!here && element.attributesSize() > 0) {
                Map<Role, String> roles = names.of(element);
                here = roles.containsKey(Role.TALK) && tree.end(i) - i < tree.size() / 2
                        || roles.getOrDefault(Role.AROUND, "").matches("(related|recommend|sidebar|teaser|popular|most|trending|widget|menu|nav|footer|recent|promo).*")
                        && tree.end(i) - i < tree.size() / 3;
            }
            if (here) {
                Arrays.fill(aside, i, tree.end(i), true);
                i = tree.end(i);
            } else {
                i++;
            }
        }
        return aside;
    }

    /// The words of an element, if they are few.
    Optional<String> line(int i) {
        Element element = tree.element(i);
        int size = (i + 1 < tree.size() ? tree.before(i + 1) : tree.before(i)) - tree.before(i);
        if (size > LONGEST_LINE) {
            return Optional.empty();
        }
        String words = Characters.line(element.text());
        return words.isEmpty() || words.length() > LONGEST_LINE ? Optional.empty() : Optional.of(words);
    }
}
