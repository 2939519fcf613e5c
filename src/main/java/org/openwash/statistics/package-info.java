/// What a corpus amounts to: counts by article and by story, and shares with the intervals they may be read with.
@NullMarked
package org.openwash.statistics;

import org.jspecify.annotations.NullMarked;
