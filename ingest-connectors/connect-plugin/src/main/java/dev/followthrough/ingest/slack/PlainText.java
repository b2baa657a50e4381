package dev.followthrough.ingest.slack;

import dev.followthrough.contracts.model.Named;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A message without markup.
 *
 * @param text the author's own words
 * @param named people mentioned, spans into the text
 * @param quoted lines that the author quoted
 */
record PlainText(String text, List<Named> named, @Nullable String quoted) {}
