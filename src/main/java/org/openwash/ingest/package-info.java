/// Where raw articles come from: files, folders and standard input, in every format read.
@NullMarked
package org.openwash.ingest;

import org.jspecify.annotations.NullMarked;
