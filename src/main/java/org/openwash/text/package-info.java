/// From the bytes of a page or file to the one clean text that every later offset refers to.
@NullMarked
package org.openwash.text;

import org.jspecify.annotations.NullMarked;
