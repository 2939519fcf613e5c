/// Measurements of what people wait for, started by scripts/bench.
@NullMarked
package org.openwash.bench;

import org.jspecify.annotations.NullMarked;
