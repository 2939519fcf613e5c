package org.openwash.domain;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name in the text and what it may stand for.
///
/// @param ids     candidates, likeliest first: subject ids, `org:NAME`, licence ids; for people the name itself.
///                More than one where a name is shared ("Mistral" the company and the family)
/// @param version a version number written behind the name ("7.2" of "Redis 7.2") that is not part of the id
public record Mention(Kind kind, int sentence, Span span, String text, List<String> ids, @Nullable String version)
        implements Serializable, Comparable<Mention> {

    public enum Kind { MODEL, SOFTWARE, DATASET, ORGANISATION, PERSON, LICENCE }

    public Mention {
        ids = List.copyOf(ids);
    }

    public String id() {
        return ids.getFirst();
    }

    @Override
    public int compareTo(Mention other) {
        int bySentence = Integer.compare(sentence, other.sentence);
        return bySentence != 0 ? bySentence : span.compareTo(other.span);
    }
}
