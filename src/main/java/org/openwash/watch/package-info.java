/// Standing queries: a plain file of them beside the index, and what each run finds for them.
@NullMarked
package org.openwash.watch;

import org.jspecify.annotations.NullMarked;
