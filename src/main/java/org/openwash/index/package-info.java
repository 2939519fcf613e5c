/// The Lucene index, which is the store of articles and claims.
@NullMarked
package org.openwash.index;

import org.jspecify.annotations.NullMarked;
