/**
 * Answers to questions of speed, as ratios measured side by side in one run: the extractor beside a
 * plain OpenNLP pipeline, the whole beside a topology that passes records through.
 */
@NullMarked
package dev.followthrough.benchmarks;

import org.jspecify.annotations.NullMarked;
