/// Gets pages from the web into an archive that can be analysed again and again: lists of sources, good manners towards
/// their servers, WARC files, and what is remembered from run to run.
@NullMarked
package org.openwash.fetch;

import org.jspecify.annotations.NullMarked;
