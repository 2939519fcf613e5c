package org.openwash.ingest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.PublicationDate;
import org.openwash.domain.RawArticle;

/// One row or object of an export: what it says of an article, by field.
record ArticleRecord(Map<Field, String> values) {

    static final String ONLY_ADDRESS = "only an address; nothing is fetched here";

    ArticleRecord {
        values = Map.copyOf(values);
    }

    /// The article of this record, or why it holds none.
    ///
    /// @param place  where the record stands in its file
    /// @param others what others say of it
    Found found(String source, String place, Metadata others) {
        String text = value(Field.TEXT);
        String html = value(Field.HTML);
        if (text == null && html == null) {
            return value(Field.URL) != null
                    ? Found.skipped(source, ONLY_ADDRESS)
                    : Found.failed(source, "record has neither text nor address", place);
        }
        String written = value(Field.PUBLISHED);
        Optional<LocalDate> date = written == null ? Optional.empty() : PublicationDate.parse(written);
        var metadata = Metadata.from(DateBasis.RECORD, value(Field.URL), value(Field.OUTLET), value(Field.TITLE),
                value(Field.AUTHOR), date.orElse(null));
        String note = written == null || date.isPresent() ? "" : "date not understood: " + Excerpt.of(written);
        byte[] content = (text != null ? text : html).getBytes(StandardCharsets.UTF_8);
        Format format = text != null ? Format.TEXT : Format.HTML;
        return new Found.Raw(new RawArticle(source, format, content, "UTF-8", metadata, others, note));
    }

    /// Null where the record says nothing, as Metadata has it.
    private @Nullable String value(Field field) {
        String value = values.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
