/// How well claims and flags are found, against a gold set.
///
/// [GoldSet] is read from files; [Evaluation] holds it against the claims that were found, one article at a time
/// ([ArticleScore]), so that totals are sums over articles and [Interval] can resample them; [EvaluationText] prints,
/// beside the figures of [KeywordBaseline].
@NullMarked
package org.openwash.evaluation;

import org.jspecify.annotations.NullMarked;
