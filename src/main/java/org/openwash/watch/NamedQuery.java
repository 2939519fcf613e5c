package org.openwash.watch;

/// A query with the name that its hits are listed under.
///
/// @param limit the most hits; 0 for all
/// @param line  of the file that it stands in, for messages
public record NamedQuery(String name, String query, int limit, long line) {}
