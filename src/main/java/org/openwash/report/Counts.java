package org.openwash.report;

import org.jspecify.annotations.Nullable;

/// How much the index of an output folder holds.
///
/// @param expectedPrecision how many of the flags are read rightly, by their calibrated confidence (0 to 1, three
///                          digits); null without flags
public record Counts(int articles, int claims, int flags, int unknownSubjects, @Nullable Double expectedPrecision) {}
