package org.openwash.spark;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.openwash.Part;
import org.openwash.Parts;

/// The folder, on a file system that all machines reach, through which parts come to the driver.
record Staging(String address, SerializableConfiguration hadoop) implements Serializable {

    private FileSystem files() throws IOException {
        return new Path(address).getFileSystem(hadoop.value());
    }

    private Path mark() {
        return new Path(address, "of-the-driver");
    }

    /// Empties it of what a run that was killed has left, and leaves a mark for the other machines.
    void begin() throws IOException {
        delete();
        files().mkdirs(new Path(address));
        files().create(mark()).close();
    }

    /// @throws IOException if this machine has another folder of that name, or none
    void mustBeReached() throws IOException {
        if (!files().exists(mark())) {
            throw new IOException("a machine does not see " + address + ". Name a folder with --staging that all machines reach");
        }
    }

    /// Brings a part there.
    ///
    /// @param name one that no other attempt has, so that what a failed one left is never taken for a part
    void put(Part part, String name) throws IOException {
        files().copyFromLocalFile(true, true, new Path(part.folder().toUri()), new Path(address, name));
    }

    /// Fetches a part, unless it lies on this machine, and deletes it when it is taken in.
    void take(String name, java.nio.file.Path scratch, Parts.Taking taking) throws IOException {
        Path there = new Path(address, name);
        FileSystem files = files();
        if (files instanceof LocalFileSystem local) {
            taking.take(new Part(local.pathToFile(there).toPath()));
        } else {
            java.nio.file.Path here = scratch.resolve(name);
            files.copyToLocalFile(false, there, new Path(here.toUri()), true);
            taking.take(new Part(here));
            FileUtil.fullyDelete(here.toFile());
        }
        files.delete(there, true);
    }

    void delete() throws IOException {
        files().delete(new Path(address), true);
    }
}
