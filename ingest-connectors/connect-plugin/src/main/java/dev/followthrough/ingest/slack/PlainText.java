package dev.followthrough.ingest.slack;

import dev.followthrough.contracts.model.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message without markup.
 *
 * @param text the author's own words
 * @param named people mentioned, spans into the text
 * @param quoted lines that the author quoted
 */
record PlainText(String text, List<Named> named, @Nullable String quoted) {}
