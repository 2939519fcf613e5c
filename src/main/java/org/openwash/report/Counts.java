package org.openwash.report;

/// How much the index of an output folder holds.
public record Counts(int articles, int claims, int flags, int unknownSubjects) {}
