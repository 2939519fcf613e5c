/// What nightly runs remember from night to night, so that only what is new or changed is read.
@NullMarked
package org.openwash.nightly;

import org.jspecify.annotations.NullMarked;
