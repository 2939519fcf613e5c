/// What a run leaves for people: CSV tables and the run manifest.
@NullMarked
package org.openwash.report;

import org.jspecify.annotations.NullMarked;
