package dev.followthrough.extract.judge;

import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Rule;

import org.jspecify.annotations.Nullable;

/**
 * What a unit is held to be.
 *
 * @param confidence calibrated where a model judged, else the rule's own
 * @param rule the strongest rule of the act: names the candidate
 * @param label finer kind from the model: a polarity or a category; absent where the rule says it
 * @param asked what an acceptance answers most likely; absent for other acts, and where the past
 *     was not weighed
 */
public record Verdict(
        Act act, double confidence, Rule rule, @Nullable String label, @Nullable Asked asked) {
    public Verdict(Act act, double confidence, Rule rule, @Nullable String label) {
        this(act, confidence, rule, label, null);
    }
}
