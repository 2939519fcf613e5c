/// What a run on Spark must give: the same as one on a single machine, whatever fails on the way.
@NullMarked
package org.openwash.spark;

import org.jspecify.annotations.NullMarked;
