/**
 * From characters to tagged clauses: sentences that survive chat and speech, tokens, parts of
 * speech, lemmas of the verbs that matter. The only package that sees the tagger; knows nothing of
 * promises.
 */
@NullMarked
package dev.followthrough.extract.text;

import org.jspecify.annotations.NullMarked;
