package dev.followthrough.ingest.connect;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Validates a text, or each text of a list.
 *
 * @param form what each must match, whole
 */
public record Matching(String form) implements ConfigDef.Validator {
    @Override
    public void ensureValid(String key, Object value) {
        Iterable<?> all = value instanceof Iterable<?> list ? list : java.util.List.of(value);
        for (Object each : all) {
            if (!String.valueOf(each).matches(form)) {
                throw new ConfigException(key, each, "must match " + form);
            }
        }
    }

    @Override
    public String toString() {
        return form;
    }
}
