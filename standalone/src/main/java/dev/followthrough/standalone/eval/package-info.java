/**
 * Measures the extractor and the ledger on labelled data with scorers that are programs of their
 * own, and writes the figures down. Nothing here knows an answer.
 */
@NullMarked
package dev.followthrough.standalone.eval;

import org.jspecify.annotations.NullMarked;
