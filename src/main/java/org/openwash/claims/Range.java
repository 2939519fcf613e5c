package org.openwash.claims;

/// Units of a sentence that stand together: from `from` up to, but not including, `to`.
record Range(int from, int to) {}
