package org.openwash.nlp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.util.model.BaseModel;

/// Writes an OpenNLP model so that the same model is always the same bytes.
///
/// OpenNLP's own file holds the time of training, in the manifest and on every entry. Here the entries are sorted and
/// stored uncompressed (what compression yields depends on the zlib in use), their time is fixed, and the manifest is
/// sorted and gives a fixed time.
final class ModelBytes {

    private static final String MANIFEST = "manifest.properties";
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private ModelBytes() {}

    static byte[] of(BaseModel model) throws IOException {
        var written = new ByteArrayOutputStream();
        model.serialize(written);
        Map<String, byte[]> entries = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                entries.put(entry.getName(), entry.getName().equals(MANIFEST) ? withoutTime(content) : content);
            }
        }
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (var e : entries.entrySet()) {
                var entry = new ZipEntry(e.getKey());
                entry.setTimeLocal(ENTRY_TIME);
                zip.putNextEntry(entry);
                zip.write(e.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] withoutTime(byte[] manifest) throws IOException {
        var properties = new Properties();
        properties.load(new ByteArrayInputStream(manifest));
        properties.setProperty("Timestamp", "0");
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(key -> key + "=" + properties.getProperty(key) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
