package org.openwash.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.openwash.domain.SetupException;

/// Brings an output folder from the driver's disk to one of Hadoop's file systems.
public final class CopiedOutput {

    private final Configuration hadoop;
    private final Path to;
    private final FileSystem files;

    /// @param address of the folder to be, which may hold what an earlier run left, and nothing else
    /// @throws SetupException if it holds anything else: it would be lost
    public CopiedOutput(Configuration hadoop, String address) throws IOException {
        this.hadoop = hadoop;
        to = new Path(address);
        files = to.getFileSystem(hadoop);
        if (to.isRoot()) {
            throw new SetupException("--copy-to " + address + " is no folder of its own. Name one below it.");
        }
        if (files.exists(to) && !RemoteTree.isOutput(files, to) && (!files.getFileStatus(to).isDirectory() || files.listStatus(to).length > 0)) {
            throw new SetupException("--copy-to " + address + " holds what no run of Openwash wrote. Name a folder that is new or empty.");
        }
    }

    /// The folder appears under its name only when all of it is there; one that was there before gives way.
    public void take(java.nio.file.Path folder) throws IOException {
        var unfinished = to.suffix(".unfinished");
        files.delete(unfinished, true);
        FileUtil.copy(folder.toFile(), files, unfinished, false, hadoop);
        files.delete(to, true);
        if (!files.rename(unfinished, to)) {
            throw new IOException("the output lies at " + unfinished + ", since " + to + " could not take its place");
        }
    }
}
