/// Who says what is open: finds openness claims by wording rules kept as data.
@NullMarked
package org.openwash.claims;

import org.jspecify.annotations.NullMarked;
