/// The page and its API: a server of this machine over one output folder. `Routes` lists every address.
@NullMarked
package org.openwash.web;

import org.jspecify.annotations.NullMarked;
