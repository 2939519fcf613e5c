package org.openwash.spark;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.openwash.report.Cells;
import org.openwash.report.Column;
import org.openwash.report.RowSink;
import org.openwash.report.Table;

/// Writes tables as Parquet files beside the CSV files: the same rows in the same order, with types. An empty cell is null;
/// texts are as they are, without the apostrophe that keeps a spreadsheet from running them.
///
/// @param folder that of the reports
public record ParquetTables(Path folder) implements RowSink {

    private static final String END = ".parquet";
    private static final String UNFINISHED = ".new";

    /// Writes a table to the disk, where nobody looks for it before [#publish].
    @Override
    public <R> void take(Table<R> table, List<R> rows) throws IOException {
        Path unfinished = folder.resolve("." + table.name() + END + UNFINISHED);
        Files.deleteIfExists(unfinished);
        try (ParquetWriter<R> writer = new Builder<>(new LocalOutputFile(unfinished), table.columns())
                .withCompressionCodec(CompressionCodecName.ZSTD).build()) {
            for (R row : rows) {
                writer.write(row);
            }
        }
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /// Moves what was written into place, once the CSV files are in theirs.
    public void publish() throws IOException {
        try (DirectoryStream<Path> written = Files.newDirectoryStream(folder, ".*" + END + UNFINISHED)) {
            for (Path unfinished : written) {
                String name = unfinished.getFileName().toString();
                Files.move(unfinished, folder.resolve(name.substring(1, name.length() - UNFINISHED.length())),
                        StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {

        private final List<Column<R>> columns;

        Builder(OutputFile file, List<Column<R>> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(Configuration unused) {
            return new Rows<>(columns);
        }
    }

    private static final class Rows<R> extends WriteSupport<R> {

        private final List<Column<R>> columns;
        private RecordConsumer to;

        Rows(List<Column<R>> columns) {
            this.columns = columns;
        }

        @Override
        public WriteContext init(Configuration unused) {
            return new WriteContext(new MessageType("row", columns.stream().map(Rows::type).toList()), Map.of());
        }

        private static Type type(Column<?> column) {
            return switch (column.type()) {
                case TEXT -> Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(column.name());
                case WHOLE_NUMBER -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
                case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
                case YES_NO -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
                case DAY -> Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(column.name());
                case LIST -> Types.optionalList().requiredElement(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType()).named(column.name());
            };
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            to = consumer;
        }

        @Override
        public void write(R row) {
            to.startMessage();
            for (int i = 0; i < columns.size(); i++) {
                Object value = columns.get(i).value().apply(row);
                if (value != null) {
                    to.startField(columns.get(i).name(), i);
                    add(value);
                    to.endField(columns.get(i).name(), i);
                }
            }
            to.endMessage();
        }

        private void add(Object value) {
            switch (value) {
                case String text -> to.addBinary(binary(text));
                case Integer number -> to.addInteger(number);
                case BigDecimal number -> to.addDouble(number.doubleValue());
                case Boolean yes -> to.addBoolean(yes);
                case LocalDate day -> to.addInteger((int) day.toEpochDay());
                case List<?> list -> addList(list);
                default -> throw new IllegalArgumentException("no cell for a " + value.getClass());
            }
        }

        private void addList(List<?> list) {
            to.startGroup();
            if (!list.isEmpty()) {
                to.startField("list", 0);
                for (Object item : list) {
                    to.startGroup();
                    to.startField("element", 0);
                    to.addBinary(binary(item.toString()));
                    to.endField("element", 0);
                    to.endGroup();
                }
                to.endField("list", 0);
            }
            to.endGroup();
        }

        private static Binary binary(String text) {
            return Binary.fromString(Cells.writable(text));
        }
    }
}
