package dev.followthrough.alerting.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A policy file that cannot be used; carries every error at once, so that they can be mended in one
 * go.
 */
public final class PolicyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Error> errors;

    /**
     * One error.
     *
     * @param line from 1
     * @param column from 1
     * @param key path of the key, dots between
     * @param value as written, cut
     * @param rule what the value must fulfil, from “must” on
     */
    public record Error(String file, int line, int column, String key, String value, String rule) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column + ": " + key + " " + rule + ", was '" + value
                    + "'";
        }
    }

    PolicyRefused(List<Error> errors) {
        super(errors.stream().map(Error::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    public List<Error> errors() {
        return errors;
    }
}
