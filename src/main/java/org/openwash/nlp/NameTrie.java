package org.openwash.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openwash.domain.Alias;
import org.openwash.domain.Mention;

/// All names of the catalogue as one automaton over [Pieces]: finds the longest name at a position in time that does
/// not depend on how many names there are.
final class NameTrie {

    /// A name's meaning.
    record Entry(Mention.Kind kind, String id, Alias alias, List<String> written) {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();
    }

    private final Node root = new Node();
    private int longest;

    void add(Mention.Kind kind, String id, Alias alias) {
        Pieces pieces = Pieces.of(alias.text());
        Node node = root;
        var written = new ArrayList<String>();
        for (int i = 0; i < pieces.size(); i++) {
            node = node.next.computeIfAbsent(pieces.folded().get(i), p -> new Node());
            written.add(pieces.written(i));
        }
        longest = Math.max(longest, pieces.size());
        if (node != root) {
            node.entries.add(new Entry(kind, id, alias, List.copyOf(written)));
        }
    }

    /// The pieces with which names begin.
    Set<String> firstPieces() {
        return root.next.keySet();
    }

    /// Whether a name may begin with these pieces, of which two are enough to tell.
    boolean mayBegin(Pieces text) {
        Node node = text.size() == 0 ? null : root.next.get(text.folded().getFirst());
        return node != null && (!node.entries.isEmpty()
                || text.size() > 1 && text.joined(0) && node.next.containsKey(text.folded().get(1)));
    }

    /// How many pieces the longest name has.
    int longest() {
        return longest;
    }

    /// Called for each name that starts at piece `start`, shorter ones first.
    interface Visitor {
        void name(int pieces, List<Entry> entries);
    }

    void visit(Pieces text, int start, Visitor visitor) {
        Node node = root;
        for (int i = start; i < text.size(); i++) {
            if (i > start && !text.joined(i - 1)) {
                return;
            }
            node = node.next.get(text.folded().get(i));
            if (node == null) {
                return;
            }
            if (!node.entries.isEmpty()) {
                visitor.name(i - start + 1, node.entries);
            }
        }
    }
}
