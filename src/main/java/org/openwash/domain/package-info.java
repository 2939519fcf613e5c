/// The words of the trade as plain data: what an article, a claim and a verdict are. Imports nothing but `java` and JSpecify.
@NullMarked
package org.openwash.domain;

import org.jspecify.annotations.NullMarked;
