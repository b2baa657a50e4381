package dev.followthrough.extract;

import dev.followthrough.contracts.model.Signal;

/**
 * Finds candidates and times in a signal. Pure and deterministic; holds tools that are not thread-safe, so use one a thread; models and
 * rules are loaded once and shared. Never throws on any text.
 */
public final class Extractor {
    /** Reads one signal in the light of what was said before it. */
    public Extraction extract(Signal signal, Context context) {
        return Extraction.NOTHING;
    }

    /** Hash of rules, lexicons and model: changes whenever the same text may read differently. */
    public static String rulesVersion() {
        return "0";
    }
}
