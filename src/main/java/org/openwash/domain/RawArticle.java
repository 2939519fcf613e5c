package org.openwash.domain;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// One article as it was found: bytes not yet decoded or cleaned.
///
/// @param source  the path as given, with `/`; records as `f.jsonl#L7`
/// @param charset the encoding the container states (JSON is always UTF-8), null where the cleaner has to find out
/// @param given   what the container says of the article; it outweighs what the text says of itself
public record RawArticle(String source, Format format, byte[] content, @Nullable String charset, Metadata given)
        implements Serializable {}
