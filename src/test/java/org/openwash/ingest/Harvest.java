package org.openwash.ingest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;

/// All that came of some inputs, in order, with short ways to look at it.
record Harvest(List<Found> found) {

    static Harvest of(SourceOptions options, String... inputs) {
        return of(new Sources(options), new ByteArrayInputStream(new byte[0]), inputs);
    }

    static Harvest of(Path input) {
        return of(SourceOptions.defaults(), input.toString());
    }

    static Harvest ofStandardInput(byte[] bytes) {
        return of(new Sources(SourceOptions.defaults()), new ByteArrayInputStream(bytes), "-");
    }

    static Harvest of(Sources sources, InputStream stdin, String... inputs) {
        List<Found> found = new ArrayList<>();
        sources.forEach(List.of(inputs), stdin, found::add);
        return new Harvest(found);
    }

    List<RawArticle> articles() {
        return found.stream().filter(Found.Raw.class::isInstance).map(f -> ((Found.Raw) f).article()).toList();
    }

    RawArticle only() {
        if (found.size() != 1 || articles().isEmpty()) {
            throw new AssertionError("not one article: " + found);
        }
        return articles().getFirst();
    }

    List<Outcome> rejected() {
        return found.stream().filter(Found.Rejected.class::isInstance).map(f -> ((Found.Rejected) f).outcome())
                .toList();
    }

    List<Outcome.Failed> failed() {
        return rejected().stream().filter(Outcome.Failed.class::isInstance).map(Outcome.Failed.class::cast).toList();
    }

    List<String> sources(Path above) {
        String prefix = above.toString().replace('\\', '/') + "/";
        return found.stream()
                .map(f -> switch (f) {
                    case Found.Raw raw -> raw.article().source();
                    case Found.Rejected rejected -> rejected.outcome().source();
                })
                .map(s -> s.replace(prefix, ""))
                .toList();
    }

    static String text(RawArticle article) {
        return new String(article.content(), StandardCharsets.UTF_8);
    }
}
