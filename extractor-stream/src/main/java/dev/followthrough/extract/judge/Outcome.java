package dev.followthrough.extract.judge;

import dev.followthrough.extract.rules.Act;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What a regression may answer.
 *
 * @param act absent for “none” and “ignore”
 * @param label “limit” of “scope/limit”; absent where the outcome has no finer kind
 */
record Outcome(@Nullable Act act, @Nullable String label) {
    static Outcome of(String name) {
        int slash = name.indexOf('/');
        String act = slash < 0 ? name : name.substring(0, slash);
        boolean nothing = act.equals("none") || act.equals("ignore");
        return new Outcome(
                nothing ? null : Act.valueOf(act.toUpperCase(Locale.ROOT)),
                slash < 0 ? null : name.substring(slash + 1));
    }
}
