package org.openwash.upstream;

/// A file of a folder that could not be read as an entry, while the others were.
///
/// @param place file and line
public record Problem(String place, String what) {}
