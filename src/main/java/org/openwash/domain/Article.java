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
public record Article(String id, String source, Metadata metadata, String title, String language, String text, String notes)
        implements Serializable {

    /// The language of a text that is too short to tell, or that nobody has looked at (ISO 639-2).
    public static final String UNDETERMINED = "und";

    public Article {
        Objects.requireNonNull(id);
        if (text.isEmpty() && title.isEmpty()) {
            throw new IllegalArgumentException("an article without a word: " + source);
        }
    }

    public @Nullable LocalDate published() {
        return metadata.published();
    }

    /// The string that the spans of a sentence refer to: the title for sentence 0, else the text.
    public String passage(int sentenceNumber) {
        return sentenceNumber == 0 ? title : text;
    }

    /// The same article, with the language that was detected.
    public Article withLanguage(String detected) {
        return new Article(id, source, metadata, title, detected, text, notes);
    }
}
