package org.openwash.ingest;

import java.nio.file.Path;

/// A file among the inputs, before it is opened.
///
/// @param source its path as given, with `/`
/// @param size   in bytes
public record InputFile(Path path, String source, long size) {}
