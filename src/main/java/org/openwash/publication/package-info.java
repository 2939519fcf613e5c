/// report.html and nightly.html: pages that can each be read, printed and passed on by itself.
///
/// Charts are drawn as numbers ([Drawing]) and written by a template. A plotting library would be less code to own, but
/// XChart lays text out with the fonts of the machine and draws it as outlines, so that bytes would differ between
/// machines and no reader could search or hear the labels; it knows nothing of the page's colours, and the part that it
/// writes SVG with (VectorGraphics2D) is under the LGPL.
@NullMarked
package org.openwash.publication;

import org.jspecify.annotations.NullMarked;
