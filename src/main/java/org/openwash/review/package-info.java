/// People's decisions on claims: a plain file beside the index that outlives every run.
@NullMarked
package org.openwash.review;

import org.jspecify.annotations.NullMarked;
