package org.openwash.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;
import org.openwash.ingest.SourceOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that say how articles are read.
class SourceChoices {

    @Option(names = "--metadata", paramLabel = "CSV",
            description = "file with the columns file, url, outlet, title, published: fills in what a file lacks")
    @Nullable String metadata;

    /// Refuses what is no mapping while the command line is read.
    static final class Mapping implements ITypeConverter<String> {

        @Override
        public String convert(String mapping) {
            try {
                SourceOptions.column(mapping);
                return mapping;
            } catch (SetupException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Option(names = "--column", paramLabel = "FIELD=COLUMN", converter = Mapping.class,
            description = "column of CSV inputs that holds a field, such as text=Body; may be repeated")
    List<String> columns = List.of();

    @Option(names = "--largest-mb", paramLabel = "N", description = "the most megabytes one article may have, unpacked (default: 16)")
    @Nullable Integer largestMb;

    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        if (metadata != null) {
            given.put("metadata", metadata);
        }
        if (largestMb != null) {
            given.put("largest-mb", String.valueOf(largestMb));
        }
        for (String mapping : columns) {
            var column = SourceOptions.column(mapping);
            given.put("column." + column.getKey(), column.getValue());
        }
        return given;
    }
}
