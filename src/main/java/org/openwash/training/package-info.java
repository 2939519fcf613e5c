/// Trains the classifiers that read claims, from articles that people labelled, and measures them by cross-validation.
@NullMarked
package org.openwash.training;

import org.jspecify.annotations.NullMarked;
