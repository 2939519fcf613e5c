package org.openwash.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    void add(Mention.Kind kind, String id, Alias alias) {
        Pieces pieces = Pieces.of(alias.text());
        Node node = root;
        var written = new ArrayList<String>();
        for (int i = 0; i < pieces.size(); i++) {
            node = node.next.computeIfAbsent(pieces.folded().get(i), p -> new Node());
            written.add(pieces.written(i));
        }
        if (node != root) {
            node.entries.add(new Entry(kind, id, alias, List.copyOf(written)));
        }
    }

    /// The pieces with which names begin.
    Set<String> firstPieces() {
        return root.next.keySet();
    }

    /// Called for each name that starts at piece `start`, shorter ones first.
    interface Visitor {
        void name(int pieces, List<Entry> entries);
    }

    /// Whether a name may begin there; cuts no more pieces than are the beginning of one.
    boolean mayBeginAt(String text, int start) {
        Node node = root;
        for (int at = start; at < text.length(); ) {
            int end = Pieces.endOfPiece(text, at);
            node = node.next.get(text.substring(at, end).toLowerCase(Locale.ROOT));
            if (node == null || !node.entries.isEmpty()) {
                return node != null;
            }
            at = end;
            while (at < text.length() && Pieces.endOfPiece(text, at) == at) {
                at++;
            }
        }
        return false;
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
