package org.openwash.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.openwash.text.BlockNames.Role;

/// A page as the readers of its metadata see it: head, JSON-LD, and the elements of its body with their names.
///
/// @param machine the elements that nobody sees: `meta`, `link`, `script`
/// @param roles   by element, what it is named for
/// @param aside   by element, whether it belongs to something other than the article
record PageView(
        Document page,
        List<Element> machine,
        PageTree tree,
        BlockNames.OnPage roles,
        JsonLd json,
        HeadTags.Stated head,
        boolean[] aside) {

    private static final int LONGEST_LINE = 300;
    private static final Set<String> ELSEWHERE = Set.of("nav", "aside", "script", "style", "noscript", "select", "form");

    static PageView of(Document page, BlockNames blockNames, HeadTags head) {
        PageTree tree = PageTree.of(page.body());
        BlockNames.OnPage roles = blockNames.on(tree);
        List<Element> machine = machine(page, tree);
        return new PageView(page, machine, tree, roles, JsonLd.of(machine), head.of(machine), aside(tree, roles));
    }

    private static List<Element> machine(Document page, PageTree tree) {
        List<Element> machine = new ArrayList<>();
        page.head().traverse((node, depth) -> {
            if (node instanceof Element element) {
                machine.add(element);
            }
        });
        for (int i = 0; i < tree.size(); i++) {
            switch (tree.element(i).normalName()) {
                case "meta", "link", "script" -> machine.add(tree.element(i));
                default -> { }
            }
        }
        return machine;
    }

    /// What is not the article's own: menus, other articles, readers' comments.
    private static boolean[] aside(PageTree tree, BlockNames.OnPage roles) {
        boolean[] aside = new boolean[tree.size()];
        for (int i = 1; i < tree.size(); ) {
            int size = tree.end(i) - i;
            boolean here = size < tree.size() / 2 && isAside(tree.element(i).normalName(), roles, i, size < tree.size() / 3);
            if (here) {
                Arrays.fill(aside, i, tree.end(i), true);
            }
            i = here ? tree.end(i) : i + 1;
        }
        return aside;
    }

    private static boolean isAside(String tag, BlockNames.OnPage roles, int i, boolean small) {
        if (small && ELSEWHERE.contains(tag)) {
            return true;
        }
        Map<Role, String> named = roles.of(i);
        return named.containsKey(Role.TALK) || small && named.containsKey(Role.OTHER);
    }

    /// The words of an element, if they are few.
    Optional<String> line(int i) {
        Element element = tree.element(i);
        if (tree.text(i) == 0 || tree.text(i) > 2 * LONGEST_LINE) {
            return Optional.empty();
        }
        String words = Characters.line(element.text());
        return words.isEmpty() || words.length() > LONGEST_LINE ? Optional.empty() : Optional.of(words);
    }
}
