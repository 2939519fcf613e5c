/// Holds the facts base against public collections of the same kind: reads a local copy of one in its own format, and
/// proposes rows. It never changes a row; a person takes over what convinces.
///
/// The way through: [Upstream] reads a copy into a [Reading] of entries, [Comparison] holds them against the base, and
/// [Tally] counts what came out.
@NullMarked
package org.openwash.upstream;

import org.jspecify.annotations.NullMarked;
