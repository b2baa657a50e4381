package dev.followthrough.service.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings cannot be used: every fault at once, so that nobody mends them one start at a time.
 */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * One setting that breaks a rule.
     *
     * @param value as given; {@code [hidden]} for a secret, {@code (not set)} where it is missing
     * @param rule what must hold, continuing “key must …”
     */
    public record Fault(String key, String value, String rule) {
        @Override
        public String toString() {
            return key + " " + rule + ", was '" + value + "'";
        }
    }

    public ConfigException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public ConfigException(String key, String value, String rule) {
        this(List.of(new Fault(key, value, rule)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
