package dev.followthrough.ingest.pull;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * What a secret in the settings may be. Whatever is refused is refused in words that do not quote
 * it: Java's own HTTP client, given a header with a line break in it, quotes all of the header.
 */
public enum Secret implements ConfigDef.Validator {
    /** A token or key of a provider. */
    TOKEN("[!-~]+", true),

    /** The same, where there may be none. */
    TOKEN_OR_NONE("[!-~]*", false),

    /** Somebody's own password: of any script, and providers show theirs in groups. */
    PASSWORD_OR_NONE("[^\\p{Cntrl}\\p{Cf}]*", false),

    /** A key in PEM, which has lines. */
    PEM("[!-~\\s]+", true);

    private final String form;
    private final boolean needed;

    Secret(String form, boolean needed) {
        this.form = form;
        this.needed = needed;
    }

    /** One that is not set at all is no matter of form. */
    @Override
    public void ensureValid(String key, Object value) {
        if (value instanceof Password password) {
            String rule = broken(password.value());
            if (!rule.isEmpty()) {
                throw new ConfigException(key + " " + rule);
            }
        }
    }

    /** What it breaks, empty where all is well. */
    private String broken(String secret) {
        if (secret.isBlank()) {
            return needed || !secret.isEmpty() ? "must not be empty" : "";
        }
        if (secret.matches("(?s).*\\$\\{[^}]*}.*")) {
            return "is still a reference: the worker resolves it only with the config.providers that docs/connectors/README.md shows";
        }
        return secret.matches(form)
                ? ""
                : "must hold none but " + characters() + "; look for what was copied along with it";
    }

    private String characters() {
        return switch (this) {
            case TOKEN, TOKEN_OR_NONE -> "visible ASCII characters, no space and no line break";
            case PASSWORD_OR_NONE -> "visible characters, no line break";
            case PEM -> "ASCII characters and line breaks";
        };
    }

    @Override
    public String toString() {
        return characters() + (needed ? "" : ", or empty");
    }
}
