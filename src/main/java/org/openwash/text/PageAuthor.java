package org.openwash.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Provenance;
import org.openwash.domain.Sureness;
import org.openwash.text.BlockNames.Role;

/// Settles who wrote a page's article. Each place that names people has a weight, places that agree add up, and the
/// heaviest names win: a content system often names its own user where the visible by-line has the writer.
final class PageAuthor {

    record Found(String names, Provenance origin, String place) {}

    private static final int NEAR_AFTER = 1_500;
    private static final int NEAR_BEFORE = 600;
    private static final int BESIDE = 200;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_NAMES = 8;
    private static final int MOST_ELEMENTS = 30;

    private record Candidate(String names, int weight, Provenance origin, String place) {

        Set<String> keys() {
            Set<String> keys = new LinkedHashSet<>();
            for (String name : names.split("; ")) {
                keys.add(PageTitle.letters(name));
            }
            return keys;
        }
    }

    private final PageView view;
    private final Byline byline;
    private final Optional<String> outlet;
    /// characters of the page before its title, -1 if not known
    private final int titleAt;
    private final List<Candidate> candidates = new ArrayList<>();
    /// whether an element names somebody
    private final Map<Integer, Boolean> named = new HashMap<>();

    PageAuthor(PageView view, Byline byline, Optional<String> outlet, int titleAt) {
        this.view = view;
        this.byline = byline;
        this.outlet = outlet;
        this.titleAt = titleAt;
    }

    Optional<Found> find() {
        add(String.join(" | ", view.json().author()), 3, DateBasis.JSON_LD, Sureness.HIGH, "JSON-LD author");
        stated();
        elements();
        if (candidates.stream().noneMatch(c -> c.weight > 1)) {
            lines();
        }
        return heaviest();
    }

    private boolean add(String words, int weight, DateBasis basis, Sureness sureness, String place) {
        Optional<String> names = byline.names(words, outlet);
        names.ifPresent(n -> candidates.add(new Candidate(n, weight, new Provenance(basis, sureness), place)));
        return names.isPresent();
    }

    /// Several elements of one name are several authors.
    private void stated() {
        List<HeadTags.Value> values = view.head().all(HeadTags.Field.AUTHOR);
        for (int i = 0; i < values.size(); ) {
            HeadTags.Value first = values.get(i);
            var words = new StringBuilder();
            for (; i < values.size() && values.get(i).place().equals(first.place()); i++) {
                if (!values.get(i).words().startsWith("http")) {
                    words.append(words.isEmpty() ? "" : " | ").append(values.get(i).words());
                }
            }
            add(words.toString(), first.origin().sureness() == Sureness.HIGH ? 2 : 1, first.origin().basis(),
                    first.origin().sureness(), first.place());
        }
    }

    /// Elements that are called by-line or author, the innermost ones; those beside each other belong together.
    private void elements() {
        PageTree tree = view.tree();
        int last = -1;
        boolean near = false;
        int looked = 0;
        for (int i = 1; i < tree.size() && looked < MOST_ELEMENTS; i++) {
            if (near && tree.before(i) - last > BESIDE) {
                break;
            }
            if (view.aside()[i] || !isAuthor(i)) {
                continue;
            }
            looked++;
            if (holdsAuthor(i)) {
                continue;
            }
            boolean here = titleAt >= 0 && tree.before(i) >= titleAt - NEAR_BEFORE && tree.before(i) <= titleAt + NEAR_AFTER;
            Optional<String> words = view.line(i).filter(w -> w.length() <= LONGEST_LINE);
            boolean beside = last >= 0 && tree.before(i) - last <= BESIDE && tree.element(i).className().equals(lastClass);
            if (words.isEmpty() || near && !beside) {
                continue;
            }
            Sureness sureness = here ? Sureness.MEDIUM : Sureness.LOW;
            if (beside && !candidates.isEmpty()) {
                Candidate before = candidates.getLast();
                byline.names(before.names + "; " + words.get(), outlet).ifPresent(all -> {
                    candidates.removeLast();
                    candidates.add(new Candidate(all, before.weight, before.origin, before.place));
                });
                last = tree.before(i);
            } else if (add(words.get(), here ? 3 : 1, basis(i), sureness, place(i))) {
                last = tree.before(i);
                lastClass = tree.element(i).className();
                near = here;
            }
        }
    }

    private String lastClass = "";

    private boolean isAuthor(int i) {
        return view.roles().of(i).containsKey(Role.AUTHOR) || view.tree().element(i).normalName().equals("address");
    }

    private boolean holdsAuthor(int i) {
        PageTree tree = view.tree();
        for (int k = i + 1; k < tree.end(i); k++) {
            if (isAuthor(k) && named.computeIfAbsent(k, n -> view.line(n).flatMap(w -> byline.names(w, outlet)).isPresent())) {
                return true;
            }
        }
        return false;
    }

    private DateBasis basis(int i) {
        return view.tree().element(i).hasAttr("itemprop") ? DateBasis.MICRODATA : DateBasis.BYLINE;
    }

    private String place(int i) {
        Element element = view.tree().element(i);
        return "element " + element.normalName() + (element.className().isEmpty() ? "" : " ." + element.className());
    }

    /// "By Jane Doe" in a line of its own near the title.
    private void lines() {
        PageTree tree = view.tree();
        for (int i = 1; i < tree.size(); i++) {
            boolean near = titleAt < 0 || tree.before(i) >= titleAt - NEAR_BEFORE && tree.before(i) <= titleAt + NEAR_AFTER;
            if (!near || view.aside()[i] || tree.own(i) + tree.linked(i) < 5 || tree.own(i) + tree.linked(i) > LONGEST_LINE) {
                continue;
            }
            Optional<String> names = tree.text(i) > LONGEST_LINE ? Optional.empty()
                    : view.line(i).flatMap(w -> byline.namesInLine(w, outlet));
            if (names.isPresent()) {
                candidates.add(new Candidate(names.get(), 2, new Provenance(DateBasis.TEXT,
                        titleAt < 0 ? Sureness.LOW : Sureness.MEDIUM), "line near the title"));
                return;
            }
        }
    }

    private Optional<Found> heaviest() {
        Candidate best = null;
        int most = 0;
        for (Candidate one : candidates) {
            Set<String> keys = one.keys();
            int weight = 0;
            for (Candidate other : candidates) {
                weight += keys.size() <= MOST_NAMES && keys.containsAll(other.keys()) ? other.weight : 0;
            }
            if (weight > most) {
                best = one;
                most = weight;
            }
        }
        boolean agreed = best != null && most > best.weight;
        return Optional.ofNullable(best).map(c -> new Found(c.names,
                agreed ? new Provenance(c.origin.basis(), Sureness.HIGH) : c.origin, c.place));
    }
}
