package org.openwash.ingest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Goes once through a feed and takes its entries out, each as a small document that any XML parser takes, so that what
/// is broken costs one entry. Mends as little as that needs, in linear time; resolves and fetches nothing.
final class FeedScanner {

    /// @param line    where it begins
    /// @param whole   whether its end was found
    /// @param tooLong whether it went past the limit; its content is then missing
    record Entry(String xml, int line, Set<Mend> mended, boolean whole, boolean tooLong) {}

    private static final int DEEPEST = 100;
    /// What stands around the entries; more says nothing of the feed.
    private static final int LONGEST_FRAME = 1 << 20;
    private static final int LONGEST_ATTRIBUTE = 300;
    private static final int MOST_PREFIXES = 50;
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final String text;
    private final long longest;
    private final StringBuilder frame = new StringBuilder();
    private final List<String> open = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();
    private final Set<String> declared = new TreeSet<>(Set.of("xml", "xmlns"));
    private final Set<Mend> mendedAround = EnumSet.noneOf(Mend.class);

    private String rootName = "";
    private Map<String, String> rootAttributes = Map.of();
    private boolean channel;
    private boolean ended;
    private boolean cutShort;
    private int tooDeep;

    private StringBuilder entry = new StringBuilder();
    private Set<Mend> mended = EnumSet.noneOf(Mend.class);
    private int entryDepth = -1;
    private int entryLine;

    private int line = 1;
    private int counted;

    /// @param longest characters of an entry
    FeedScanner(String text, long longest) {
        this.text = text;
        this.longest = longest;
    }

    /// Hands over the entries in their order. Prefixes that are used and never declared are known only at the end.
    void scan(Consumer<Entry> entries) {
        int i = 0;
        while (i < text.length() && !ended) {
            i = text.charAt(i) == '<' ? markup(i, entries) : words(i);
        }
        if (ended && XmlProlog.skip(text, i) < text.length()) {
            mendedAround.add(Mend.AROUND);
        }
        if (!ended) {
            cutShort = true;
            close(0, false, entries);
        }
    }

    /// Whether the end of the root is missing.
    boolean isCutShort() {
        return cutShort;
    }

    int lines() {
        return lineAt(text.length());
    }

    Set<Mend> mendedAround() {
        return mendedAround;
    }

    Set<String> undeclared() {
        var undeclared = new TreeSet<>(used);
        undeclared.removeAll(declared);
        return undeclared;
    }

    /// Whether the root is that of a feed in any of its forms.
    boolean isFeed() {
        return isRoot("rss") || isRoot("rdf") || isRoot("feed");
    }

    /// The feed without its entries; empty if it says nothing of itself.
    String frame(Set<String> undeclared) {
        boolean hasHead = channel || isRoot("feed"); // Atom says in the root what the others say in a channel
        return hasHead && frame.length() <= LONGEST_FRAME
                ? root(undeclared) + frame + "</" + rootName() + ">"
                : "";
    }

    /// An entry as a feed of its own.
    String document(Entry of, Set<String> undeclared) {
        String name = rootName();
        String before = isRoot("rss") ? "<channel>" : isRoot("rdf") ? "<" + prefix(of.xml()) + "channel/>" : "";
        return root(undeclared) + before + of.xml() + (isRoot("rss") ? "</channel></" : "</") + name + ">";
    }

    private String rootName() {
        return isRoot("rss") ? "rss" : rootName;
    }

    private boolean isRoot(String local) {
        return local(rootName).equals(local);
    }

    private String root(Set<String> undeclared) {
        var tag = new StringBuilder("<").append(rootName());
        rootAttributes.forEach((name, value) -> attribute(name, value, tag, mendedAround));
        undeclared.forEach(p -> attribute("xmlns:" + p, "urn:undeclared:" + p, tag, mendedAround));
        return tag.append('>').toString();
    }

    private int words(int start) {
        int next = text.indexOf('<', start);
        int end = next < 0 ? text.length() : next;
        if (open.isEmpty()) {
            if (!text.substring(start, end).replace('\uFEFF', ' ').isBlank()) {
                mendedAround.add(Mend.AROUND);
            }
        } else {
            XmlText.append(text, start, end, out(), mends());
        }
        return end;
    }

    private int markup(int lt, Consumer<Entry> entries) {
        if (text.startsWith("<![CDATA[", lt)) {
            int end = XmlProlog.end(text, lt);
            if (!open.isEmpty()) {
                int closed = text.startsWith("]]>", end - 3) ? end - 3 : end;
                XmlText.appendLiteral(text, lt + 9, Math.max(lt + 9, closed), out(), mends());
            }
            return end;
        }
        if (text.startsWith("<!", lt) || text.startsWith("<?", lt)) {
            return XmlProlog.end(text, lt); // comments, instructions and all declarations go
        }
        boolean end = text.startsWith("</", lt);
        String name = XmlProlog.name(text, end ? lt + 2 : lt + 1);
        if (name.isEmpty()) {
            return bare(lt);
        }
        return end ? endTag(lt, name, entries) : startTag(lt, name, entries);
    }

    private int bare(int lt) {
        if (!open.isEmpty()) {
            out().append("&lt;");
            mends().add(Mend.AMPERSANDS);
        }
        return lt + 1;
    }

    private int endTag(int lt, String name, Consumer<Entry> entries) {
        int i = lt + 2 + name.length();
        while (i < text.length() && text.charAt(i) != '>' && text.charAt(i) != '<') {
            i++;
        }
        int behind = i < text.length() && text.charAt(i) == '>' ? i + 1 : i;
        int depth = open.lastIndexOf(name);
        boolean outer = depth >= 0 && depth <= Math.max(entryDepth, 1);
        if (tooDeep > 0 && !outer) {
            tooDeep--;
        } else if (depth < 0) {
            mends().add(Mend.NESTING);
        } else {
            tooDeep = 0;
            close(depth, true, entries);
        }
        return behind;
    }

    /// Ends all elements from a depth on, of which only the first was ended in the text.
    private void close(int depth, boolean said, Consumer<Entry> entries) {
        while (open.size() > depth) {
            String name = open.removeLast();
            if (open.size() > depth && said) {
                mends().add(Mend.NESTING);
            }
            if (!open.isEmpty()) {
                out().append("</").append(name).append('>');
            }
            if (open.size() == entryDepth) {
                boolean tooLong = entry.length() >= longest;
                entries.accept(new Entry(tooLong ? "" : entry.toString(), entryLine, mended, said, tooLong));
                entryDepth = -1;
                entry = new StringBuilder();
            }
        }
        ended = open.isEmpty();
    }

    /// @return behind the tag; behind its `<` if it is none
    private int startTag(int lt, String name, Consumer<Entry> entries) {
        XmlAttributes attributes = XmlAttributes.read(text, lt + 1 + name.length());
        int i = attributes.end();
        if (i >= text.length()) {
            return text.length(); // broken off within the tag
        }
        if (text.charAt(i) == '<') {
            return bare(lt);
        }
        boolean empty = text.charAt(i - 1) == '/';
        open(lt, name, attributes, entries);
        if (empty && tooDeep > 0) {
            tooDeep--;
        } else if (empty) {
            close(open.size() - 1, true, entries);
        }
        return i + 1;
    }

    private void open(int lt, String name, XmlAttributes attributes, Consumer<Entry> entries) {
        if (open.isEmpty()) {
            root(name, attributes.values());
            return;
        }
        if (entryDepth >= 0 && name.equals(open.get(entryDepth))) { // the one before was never closed
            mended.add(Mend.NESTING);
            tooDeep = 0;
            close(entryDepth, true, entries);
        }
        if (tooDeep > 0 || open.size() >= DEEPEST) {
            tooDeep++;
            mends().add(Mend.DEPTH);
            return;
        }
        channel |= open.size() == 1 && local(name).equals("channel");
        if (entryDepth < 0 && open.size() <= 2 && local(name).equals(isRoot("feed") ? "entry" : "item")) {
            entryDepth = open.size();
            entryLine = lineAt(lt);
            mended = EnumSet.noneOf(Mend.class);
        }
        mends().addAll(attributes.mended());
        use(name, false);
        out().append('<').append(name);
        attributes.values().forEach((attribute, value) -> {
            use(attribute, true);
            attribute(attribute, value, out(), mends());
        });
        out().append('>');
        open.add(name);
    }

    private void root(String name, Map<String, String> attributes) {
        rootName = name;
        rootAttributes = new LinkedHashMap<>();
        attributes.entrySet().stream() // repeated for every entry, so no longer than such tags are
                .filter(a -> a.getKey().length() + a.getValue().length() <= LONGEST_ATTRIBUTE)
                .limit(MOST_PREFIXES)
                .forEach(a -> rootAttributes.put(a.getKey(), a.getValue()));
        if (isRoot("rss")) { // the versions differ in what they allow, not in what it means
            rootAttributes.remove("xmlns");
            rootAttributes.put("version", "2.0");
        } else if (isRoot("feed") && !name.contains(":")) {
            rootAttributes.putIfAbsent("xmlns", ATOM);
        }
        use(name, false);
        rootAttributes.keySet().forEach(a -> use(a, true));
        open.add(name);
    }

    private void use(String name, boolean attribute) {
        int colon = name.indexOf(':');
        if (colon <= 0) {
            return;
        }
        String prefix = name.substring(0, colon);
        if (attribute && prefix.equals("xmlns")) {
            declared.add(name.substring(colon + 1));
        } else if (used.size() < MOST_PREFIXES && prefix.length() <= LONGEST_ATTRIBUTE) {
            used.add(prefix);
        }
    }

    private static void attribute(String name, String value, StringBuilder to, Set<Mend> mended) {
        to.append(' ').append(name).append("=\"");
        XmlText.append(value, 0, value.length(), to, mended);
        to.append('"');
    }

    /// Where text and tags go now; a part that grew past its limit grows no more.
    private StringBuilder out() {
        boolean full = entryDepth < 0 ? frame.length() > LONGEST_FRAME : entry.length() >= longest;
        return full ? new StringBuilder() : entryDepth < 0 ? frame : entry;
    }

    private Set<Mend> mends() {
        return entryDepth < 0 ? mendedAround : mended;
    }

    private int lineAt(int position) {
        for (; counted < position; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static String prefix(String xml) {
        String name = XmlProlog.name(xml, 1);
        return name.substring(0, name.indexOf(':') + 1);
    }
}
