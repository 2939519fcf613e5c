package org.openwash.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.openwash.ingest.Found;

/// What one task reads at a stroke: a file, wherever it lies, or what became of an input that is none.
///
/// @param source   as inputs.csv names it
/// @param path     for Hadoop's file systems, or of a local file
/// @param remote   whether Hadoop opens it
/// @param size     in bytes
/// @param rejected null for a file
record InputUnit(String source, String path, boolean remote, long size, Found.@Nullable Rejected rejected) implements Serializable {

    static InputUnit of(Found rejected) {
        if (rejected instanceof Found.Rejected settled) {
            return new InputUnit(rejected.source(), "", false, 0, settled);
        }
        throw new IllegalArgumentException("still to be read: " + rejected.source());
    }

    /// By which its kind may be told.
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
