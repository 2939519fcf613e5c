package org.openwash.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/// The machine's own files as `failing:/path`, a file system that is not local to Hadoop. The first attempt to bring a part
/// there breaks off when half of it is over.
public final class FailingFiles extends RawLocalFileSystem {

    static final String SCHEME = "failing";
    static final URI ROOT = URI.create(SCHEME + ":///");

    private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

    /// The parts and files whose first attempt failed so far.
    static Set<String> failed() {
        return Set.copyOf(FAILED);
    }

    static void reset() {
        FAILED.clear();
    }

    @Override
    public URI getUri() {
        return ROOT;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    /// A file whose name says so cannot be opened at first.
    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
        if (path.getName().startsWith("hiccup") && FAILED.add(path.getName())) {
            throw new IOException("no route to host");
        }
        return super.open(path, buffer);
    }

    @Override
    public void copyFromLocalFile(boolean delete, boolean overwrite, Path from, Path to) throws IOException {
        String part = to.getName().substring(0, to.getName().lastIndexOf('-')); // part-00003-17 is an attempt at part-00003
        super.copyFromLocalFile(false, overwrite, from, to);
        if (FAILED.add(part)) {
            Files.delete(pathToFile(new Path(to, "inputs")).toPath());
            throw new IOException("the network is gone");
        }
    }
}
