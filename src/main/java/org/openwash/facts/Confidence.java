package org.openwash.facts;

/// How well a row is sourced: seen in a cited source, seen in part, or only recalled. A recalled row supports a claim
/// but never contradicts one by itself.
public enum Confidence { YES, PARTIAL, UNVERIFIED }
