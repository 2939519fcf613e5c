/// A small vocabulary for tests: nasty inputs, and short ways to say what is expected.
@NullMarked
package org.openwash.testing;

import org.jspecify.annotations.NullMarked;
