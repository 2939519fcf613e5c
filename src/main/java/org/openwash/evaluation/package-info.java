/// How well claims and flags are found, against a gold set.
@NullMarked
package org.openwash.evaluation;

import org.jspecify.annotations.NullMarked;
