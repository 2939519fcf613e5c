/// Runs on Apache Spark what [org.openwash.Pipeline] runs on one machine, with the same result: inputs are spread over the
/// machines of a cluster, each analyses its part into an index of its own, and the driver joins them.
@NullMarked
package org.openwash.spark;

import org.jspecify.annotations.NullMarked;
