/// Hands claims to people's annotation tools and takes their corrections back as a gold set.
@NullMarked
package org.openwash.annotation;

import org.jspecify.annotations.NullMarked;
