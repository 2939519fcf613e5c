/// Openwash: reads news coverage and tells which claims of openness the licence facts bear out. Start with `Pipeline`.
@NullMarked
package org.openwash;

import org.jspecify.annotations.NullMarked;
