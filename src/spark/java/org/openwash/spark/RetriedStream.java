package org.openwash.spark;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openwash.ingest.Sources;

/// A file of another machine whose reading may fail for the moment: then the task ends, and Spark tries it again. What the
/// bytes mean is not this class's business, so that a damaged file is a failed input, not a failed task.
final class RetriedStream extends FilterInputStream {

    private RetriedStream(InputStream in) {
        super(in);
    }

    /// @throws FileNotFoundException if there is no such file: trying again will not help
    static RetriedStream of(Sources.Opening file) throws FileNotFoundException {
        try {
            return new RetriedStream(file.open());
        } catch (FileNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the connection failed: " + e.getMessage(), e);
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        try {
            return super.read(bytes, from, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
