package org.openwash.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;

/// Reads the sources file, and says of whatever is wrong in it where it stands and what would be right.
final class SourcesFile {

    private static final int MOST_SOURCES = 5_000;
    private static final int LARGEST_MB = 32; // an answer is held in memory, several at a time
    private static final int LONGEST_SECONDS = 3_600;
    private static final int MOST_REQUESTS = 100_000;
    private static final int LONGEST_MINUTES = 24 * 60;
    private static final Set<String> LIMITS = Set.of("delay", "seconds", "largest-mb", "pages");
    static final Set<String> TOP = with(LIMITS, "contact", "requests", "minutes", "sources");
    static final Map<Source.Kind, Set<String>> KEYS = Map.of(
            Source.Kind.FEED, with(LIMITS, "name", "kind", "url", "outlet", "articles", "allow-private"),
            Source.Kind.ADDRESSES, with(LIMITS, "name", "kind", "path", "outlet", "allow-private"),
            Source.Kind.FOLDER, Set.of("name", "kind", "path", "outlet"));

    private final Path file;

    private SourcesFile(Path file) {
        this.file = file;
    }

    static SourceList read(Path file) {
        return new SourcesFile(file).list(Yaml.read(file));
    }

    private SourceList list(Yaml document) {
        var top = section(document, "a sources file");
        top.mayHave(TOP);
        Limits limits = limits(top, Limits.DEFAULTS);
        var bounds = new SourceList.Bounds(
                top.whole("requests", 1, MOST_REQUESTS, SourceList.Bounds.DEFAULTS.requests()),
                Duration.ofMinutes(top.whole("minutes", 1, LONGEST_MINUTES, (int) SourceList.Bounds.DEFAULTS.time().toMinutes())));
        var sources = new ArrayList<Source>();
        Map<String, Integer> lines = new HashMap<>();
        if (!(top.keys.values().get("sources") instanceof Yaml.Items items) || items.items().isEmpty()) {
            throw wrong(top.line("sources"), "no list of sources. Write 'sources:' and below it one '- name: ...' for each.");
        }
        if (items.items().size() > MOST_SOURCES) {
            throw wrong(items.line(), "more than " + MOST_SOURCES + " sources. Make several files.");
        }
        for (Yaml item : items.items()) {
            Source source = source(section(item, "a source"), limits);
            Integer before = lines.putIfAbsent(source.name(), item.line());
            if (before != null) {
                throw wrong(item.line(), "the source in line " + before + " has the name " + source.name()
                        + " too. Give each its own: what is remembered of a source goes by its name.");
            }
            sources.add(source);
        }
        return new SourceList(contact(top, sources), bounds, sources);
    }

    private String contact(Section top, List<Source> sources) {
        String contact = top.text("contact", "");
        boolean needed = sources.stream().anyMatch(s -> s.kind() != Source.Kind.FOLDER);
        boolean good = contact.matches("[\\x21-\\x7E&&[^()<>\"\\\\]]{3,200}")
                && (contact.matches("[^@:/]+@[^@:/]+\\.[^@:/]+") || WebAddress.of(contact).isPresent());
        if (needed && !good) {
            throw wrong(top.line("contact"), (contact.isEmpty() ? "no contact" : "no contact that can be sent: " + shown(contact))
                    + ". Write 'contact:' and an address of mail or of a page: servers are told whom to ask.");
        }
        return contact;
    }

    private Source source(Section in, Limits limits) {
        Source.Kind kind = in.choice("kind", Source.Kind.values(), null);
        in.mayHave(KEYS.get(kind));
        String name = in.needed("name");
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,79}")) {
            throw wrong(in.line("name"), "no name for a source: " + shown(name)
                    + ". Write letters, digits, blanks, and . _ - within, at most 80.");
        }
        String address = null;
        if (kind == Source.Kind.FEED) {
            String written = in.needed("url");
            address = WebAddress.of(written).orElseThrow(() -> wrong(in.line("url"), "no address of the web: "
                    + shown(written) + ". Write one that begins with https:// or http:// and names no user.")).toString();
        }
        Path folder = file.toAbsolutePath().getParent();
        Path path = kind == Source.Kind.FEED ? null : folder.resolve(in.needed("path"));
        Source.Articles articles = in.choice("articles", Source.Articles.values(), Source.Articles.PAGES);
        return new Source(name, kind, address, path, in.text("outlet", ""), articles, in.hosts("allow-private"),
                limits(in, limits));
    }

    private static Limits limits(Section in, Limits otherwise) {
        return new Limits(
                Duration.ofSeconds(in.whole("delay", 0, LONGEST_SECONDS, (int) otherwise.delay().toSeconds())),
                Duration.ofSeconds(in.whole("seconds", 1, LONGEST_SECONDS, (int) otherwise.deadline().toSeconds())),
                (long) in.whole("largest-mb", 1, LARGEST_MB, (int) (otherwise.largest() >> 20)) << 20,
                in.whole("pages", 1, MOST_REQUESTS, otherwise.pages()));
    }

    private Section section(Yaml yaml, String what) {
        if (yaml instanceof Yaml.Keys keys) {
            return new Section(keys, what);
        }
        throw wrong(yaml.line(), "not " + what + ". Write 'key: value', one a line.");
    }

    private SetupException wrong(int line, String what) {
        return new SetupException(file + ", line " + line + ": " + what);
    }

    private static String shown(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /// The keys of one part of the file.
    private final class Section {

        private final Yaml.Keys keys;
        private final String what;

        Section(Yaml.Keys keys, String what) {
            this.keys = keys;
            this.what = what;
        }

        void mayHave(Set<String> names) {
            keys.values().forEach((name, value) -> {
                if (!names.contains(name)) {
                    throw wrong(value.line(), "there is no '" + shown(name) + "' in " + what + " of this kind. There are: "
                            + String.join(", ", new TreeSet<>(names)) + ".");
                }
            });
        }

        int line(String name) {
            Yaml value = keys.values().get(name);
            return value == null ? keys.line() : value.line();
        }

        String text(String name, String otherwise) {
            Yaml value = keys.values().get(name);
            if (value == null || value instanceof Yaml.Text text && text.text().isBlank()) {
                return otherwise;
            }
            if (value instanceof Yaml.Text text) {
                return text.text().strip();
            }
            throw wrong(value.line(), name + " is one value. Write it behind '" + name + ":'.");
        }

        String needed(String name) {
            String text = text(name, "");
            if (text.isEmpty()) {
                throw wrong(line(name), what + " needs '" + name + ":' and a value.");
            }
            return text;
        }

        int whole(String name, int least, int most, int otherwise) {
            String text = text(name, String.valueOf(otherwise));
            int value = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
            if (value < least || value > most) {
                throw wrong(line(name), name + " is a whole number from " + least + " to " + most + ", not " + shown(text) + ".");
            }
            return value;
        }

        <E extends Enum<E>> E choice(String name, E[] values, @Nullable E otherwise) {
            String text = otherwise == null ? needed(name) : text(name, otherwise.name());
            for (E value : values) {
                if (value.name().equals(text.toUpperCase(Locale.ROOT))) {
                    return value;
                }
            }
            String choices = Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
            throw wrong(line(name), name + " is one of " + choices + ", not " + shown(text) + ".");
        }

        Set<String> hosts(String name) {
            Yaml value = keys.values().get(name);
            var hosts = new TreeSet<String>();
            List<Yaml> items = value == null ? List.of() : value instanceof Yaml.Items list ? list.items() : List.of(value);
            for (Yaml item : items) {
                String host = item instanceof Yaml.Text text ? text.text().strip() : "";
                WebAddress address = WebAddress.of("http://" + (host.contains(":") ? "[" + host + "]" : host) + "/")
                        .orElseThrow(() -> wrong(item.line(), "no name of a host: " + shown(host)
                                + ". Write the name alone, as it stands in the addresses: intranet.example."));
                hosts.add(address.host());
            }
            return hosts;
        }
    }
}
