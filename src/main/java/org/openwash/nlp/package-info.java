/// OpenNLP behind one interface: sentences, tokens, tags, lemmas and the names of things.
@NullMarked
package org.openwash.nlp;

import org.jspecify.annotations.NullMarked;
