package org.openwash.nlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.util.ext.ExtensionLoader;
import opennlp.tools.util.featuregen.WordClusterDictionary;
import opennlp.tools.util.model.ArtifactSerializer;
import org.openwash.domain.SetupException;

/// Tells the name finder what kind of word a word is (given name, place, month), from models/names/lexicon.tsv.
///
/// Each line holds a class, a tab, and words parted by spaces. A word of two classes ("Jordan") gets a class of its own
/// made of both, so that the model learns to look at what stands around it. The model takes a copy along, through a
/// serializer of its own: OpenNLP's, for the class this extends, closes the model's file while it is half read or written.
public final class NameLexicon extends WordClusterDictionary {

    /// The name under which the model and its features know the lexicon.
    static final String RESOURCE = "lexicon.wordcluster";

    private final byte[] table;

    static {
        allow();
    }

    private NameLexicon(byte[] table) throws IOException {
        super(new ByteArrayInputStream(table));
        this.table = table;
    }

    static NameLexicon read(Path file) throws IOException {
        return parse(file.getFileName().toString(), Files.readAllLines(file));
    }

    static NameLexicon parse(String file, List<String> lines) throws IOException {
        Map<String, String> classes = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t");
            if (cells.length != 2 || !cells[0].matches("[a-z]+")) {
                throw new SetupException(file + ", line " + (i + 1) + ": expected a class, a tab, and words");
            }
            for (String word : cells[1].strip().split(" +")) {
                classes.merge(word, cells[0], (a, b) -> List.of(a.split("\\+")).contains(b) ? a : a + "+" + b);
            }
        }
        StringBuilder table = new StringBuilder();
        classes.forEach((word, type) -> table.append(word).append(' ').append(type).append('\n'));
        return new NameLexicon(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void serialize(OutputStream out) throws IOException {
        out.write(table);
    }

    @Override
    public Class<?> getArtifactSerializerClass() {
        return Serializer.class;
    }

    /// Lets OpenNLP load models that hold a lexicon: by itself it makes no class but its own from a model's manifest.
    static void allow() {
        ExtensionLoader.registerAllowedPackage(NameLexicon.class.getPackageName());
    }

    /// Reads and writes the lexicon inside a model; public because OpenNLP makes it by name.
    public static final class Serializer implements ArtifactSerializer<NameLexicon> {

        @Override
        public NameLexicon create(InputStream in) throws IOException {
            return new NameLexicon(in.readAllBytes());
        }

        @Override
        public void serialize(NameLexicon lexicon, OutputStream out) throws IOException {
            lexicon.serialize(out);
        }
    }
}
