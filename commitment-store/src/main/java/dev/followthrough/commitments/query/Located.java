package dev.followthrough.commitments.query;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Where something can be read. */
public sealed interface Located<T> {
    /**
     * On this instance.
     *
     * @param lag records that a standby is behind; absent where this instance is the active one
     */
    record Here<T>(T value, @Nullable Long lag) implements Located<T> {}

    /**
     * On another one.
     *
     * @param addresses {@code host:port}, in the order in which to try them; never empty
     */
    record There<T>(List<String> addresses) implements Located<T> {
        public There {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * Nowhere just now: starting, restoring, moving.
     *
     * @param reason one line for the caller
     */
    record Nowhere<T>(String reason) implements Located<T> {}
}
