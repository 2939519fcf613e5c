/// The command line: one command a class, each a few lines that call the pipeline.
@NullMarked
package org.openwash.cli;

import org.jspecify.annotations.NullMarked;
