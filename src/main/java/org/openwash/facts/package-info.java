/// Licence facts with their sources, and the judge that holds claims against them.
@NullMarked
package org.openwash.facts;

import org.jspecify.annotations.NullMarked;
