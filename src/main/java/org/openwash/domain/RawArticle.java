package org.openwash.domain;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// One article as it was found: bytes not yet decoded or cleaned.
///
/// @param source  the path as given, with `/`; records as `f.jsonl#L7`
/// @param charset the encoding the container states (JSON is always UTF-8), null where the cleaner has to find out
/// @param given   what the container says of the article; it outweighs what the text says of itself
/// @param lacking what others say of the article (the `--metadata` file): used only where neither the container nor
///                the text itself says anything
/// @param notes   what finding it had to assume, for inputs.csv; empty if nothing
public record RawArticle(
        String source,
        Format format,
        byte[] content,
        @Nullable String charset,
        Metadata given,
        Metadata lacking,
        String notes)
        implements Serializable {

    public RawArticle(String source, Format format, byte[] content, @Nullable String charset, Metadata given) {
        this(source, format, content, charset, given, Metadata.UNKNOWN, "");
    }
}
