package org.openwash.domain;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A readable article. Its text is cleaned once and never changed again: every span refers to it, or, for sentence 0,
/// to the title.
///
/// @param id       the canonical address, else the source
/// @param title    empty where none is known; not part of the text
/// @param language ISO 639-1, or `und` where the text is too short to tell
/// @param notes    what reading had to assume, for inputs.csv ("read as windows-1252: ..."); empty if nothing
/// @param wire     the agency or press release service that it credits; null where it credits none
/// @param circulation what the other articles say of it; until they were compared, that it is alone
public record Article(
        String id,
        String source,
        Metadata metadata,
        String title,
        String language,
        String text,
        String notes,
        @Nullable Wire wire,
        Circulation circulation)
        implements Serializable {

    /// The language of a text that is too short to tell, or that nobody has looked at (ISO 639-2).
    public static final String UNDETERMINED = "und";

    public Article {
        Objects.requireNonNull(id);
        if (text.isEmpty() && title.isEmpty()) {
            throw new IllegalArgumentException("an article without a word: " + source);
        }
    }

    /// An article of the outlet's own that nothing was compared with.
    public Article(String id, String source, Metadata metadata, String title, String language, String text, String notes) {
        this(id, source, metadata, title, language, text, notes, null,
                Circulation.alone(Story.idOf(id, text.isEmpty() ? title : text)));
    }

    public @Nullable LocalDate published() {
        return metadata.published();
    }

    /// The string that the spans of a sentence refer to: the title for sentence 0, else the text.
    public String passage(int sentenceNumber) {
        return sentenceNumber == 0 ? title : text;
    }

    /// Whether a sentence stands in a line that the outlet prints again and again. A title never does.
    public boolean repeats(int sentenceNumber, Span sentence) {
        if (sentenceNumber == 0 || circulation.repeatedLines().isEmpty()) {
            return false;
        }
        int line = (int) text.substring(0, sentence.start()).chars().filter(c -> c == '\n').count();
        return circulation.repeatedLines().contains(line);
    }

    /// The same article, with the language that was detected.
    public Article withLanguage(String detected) {
        return new Article(id, source, metadata, title, detected, text, notes, wire, circulation);
    }

    /// The same article, with the credit that was found.
    public Article withWire(@Nullable Wire found) {
        return new Article(id, source, metadata, title, language, text, notes, found, circulation);
    }

    /// The same article, as it now stands among the others.
    public Article withCirculation(Circulation now) {
        return new Article(id, source, metadata, title, language, text, notes, wire, now);
    }
}
