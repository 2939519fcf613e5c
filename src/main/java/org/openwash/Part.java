package org.openwash;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.openwash.nightly.Known;

/// What one of several machines did of a run, in a folder that can be moved to another: an index of its own, and what
/// became of each of its inputs. Read by the build that wrote it, within the same run.
///
/// @param folder holds nothing else
public record Part(Path folder) {

    private static final String INPUTS = "inputs";
    /// What a file of inputs can hold; whoever can write to the folder cannot make us build anything else.
    private static final ObjectInputFilter ONLY_INPUTS = ObjectInputFilter.Config.createFilter(
            Known.class.getName() + ";" + Known.Kind.class.getName() + ";java.lang.Record;java.lang.Enum;java.time.Ser;java.time.LocalDate;!*");
    /// A stream remembers what it has written until it is told to forget.
    private static final int REMEMBERED = 1_000;

    Path index() {
        return folder.resolve("index");
    }

    /// @param facts the version of the facts that claims were judged by
    /// @param sum   of the articles, as [ArticleSum] has it
    void write(String facts, String sum, List<Known> inputs) throws IOException {
        try (var file = new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(INPUTS))))) {
            file.writeUTF(facts);
            file.writeUTF(sum);
            file.writeInt(inputs.size());
            for (int i = 0; i < inputs.size(); i++) {
                if (i % REMEMBERED == 0) {
                    file.reset();
                }
                file.writeObject(inputs.get(i));
            }
        }
    }

    /// Hands over what became of each input.
    ///
    /// @param facts the version by which claims must have been judged
    /// @return the sum of the articles
    String read(String facts, Consumer<Known> inputs) throws IOException {
        try (var file = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(INPUTS))))) {
            file.setObjectInputFilter(ONLY_INPUTS);
            String judgedBy = file.readUTF();
            if (!judgedBy.equals(facts)) {
                throw new IllegalStateException(folder + " was judged by facts " + judgedBy + ", not by " + facts);
            }
            String sum = file.readUTF();
            for (int left = file.readInt(); left > 0; left--) {
                inputs.accept((Known) file.readObject());
            }
            return sum;
        } catch (ClassNotFoundException e) {
            throw new IOException("another build of Openwash wrote " + folder, e);
        }
    }
}
