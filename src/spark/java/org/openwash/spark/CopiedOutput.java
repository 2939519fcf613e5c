package org.openwash.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;

/// Brings an output folder from the driver's disk to one of Hadoop's file systems.
public record CopiedOutput(Configuration hadoop) {

    /// The folder appears under its name only when all of it is there; one that was there before gives way.
    public void copy(java.nio.file.Path folder, String address) throws IOException {
        var to = new Path(address);
        var unfinished = new Path(address.replaceAll("/+$", "") + ".unfinished");
        FileSystem files = to.getFileSystem(hadoop);
        files.delete(unfinished, true);
        FileUtil.copy(folder.toFile(), files, unfinished, false, hadoop);
        files.delete(to, true);
        if (!files.rename(unfinished, to)) {
            throw new IOException("the output lies at " + unfinished + ", since " + to + " could not take its place");
        }
    }
}
