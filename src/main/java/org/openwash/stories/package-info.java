/// What can be said only when many articles lie side by side: which are copies of one story, and which paragraphs an
/// outlet prints again and again. Pure functions over [org.openwash.domain.Print]s.
@NullMarked
package org.openwash.stories;

import org.jspecify.annotations.NullMarked;
