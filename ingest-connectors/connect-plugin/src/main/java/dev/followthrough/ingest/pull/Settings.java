package dev.followthrough.ingest.pull;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigValue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with settings by themselves, in a sentence for each setting. */
public final class Settings {
    /** Connect's own, which a connector does not define; names and beginnings of names. */
    private static final Set<String> OF_CONNECT =
            Set.of(
                    "name",
                    "connector.class",
                    "connector.plugin.version",
                    "tasks.max",
                    "tasks.max.enforce",
                    "exactly.once.support",
                    "transaction.boundary",
                    "transaction.boundary.interval.ms",
                    "offsets.storage.topic",
                    "config.action.reload",
                    "transforms",
                    "predicates");

    private static final List<String> BEGINNINGS_OF_CONNECT =
            List.of(
                    "key.converter",
                    "value.converter",
                    "header.converter",
                    "transforms.",
                    "predicates.",
                    "errors.",
                    "topic.creation.",
                    "producer.override.",
                    "consumer.override.",
                    "admin.override.");

    /** As far as a slip of the fingers goes. */
    private static final int SLIP = 2;

    private Settings() {}

    /** What validation found, without what follows from it, and what nobody will read. */
    public static List<Finding> check(
            ConfigDef def, Map<String, String> settings, List<ConfigValue> values) {
        List<Finding> findings = new ArrayList<>();
        for (ConfigValue value : values) {
            value.errorMessages().stream()
                    .findFirst()
                    .ifPresent(
                            words ->
                                    findings.add(Finding.wrong(value.name(), plain(value, words))));
        }
        List<String> names = names(def);
        settings.keySet().stream()
                .filter(key -> !names.contains(key) && !isOfConnect(key))
                .sorted()
                .forEach(key -> findings.add(unread(key, names)));
        return findings;
    }

    /** Connect's sentences say the key again, and types of Java. */
    private static String plain(ConfigValue value, String words) {
        if (words.startsWith("Missing required configuration")) {
            return "must be set";
        }
        return words.replace(" for configuration " + value.name() + ":", ":")
                .replace("Invalid value ", "")
                .replaceAll("Not a number of type \\w+", "must be a whole number")
                .replace("String must be", "must be")
                .replace("Value must be", "must be")
                .replace("Expected value to be", "must be");
    }

    private static List<String> names(ConfigDef def) {
        return def.configKeys().values().stream()
                .filter(key -> !key.internalConfig)
                .map((ConfigKey key) -> key.name)
                .toList();
    }

    private static boolean isOfConnect(String key) {
        return OF_CONNECT.contains(key) || BEGINNINGS_OF_CONNECT.stream().anyMatch(key::startsWith);
    }

    /**
     * A slip is wrong, since its meaning is lost; what is like nothing may be a newer Connect's.
     */
    private static Finding unread(String key, List<String> names) {
        String no = "is no setting of this connector, and is not read";
        Optional<String> meant = meant(key, names);
        return meant.isPresent()
                ? Finding.wrong(key, no + "; write " + meant.get())
                : Finding.unknown(key + " " + no);
    }

    private static Optional<String> meant(String key, Collection<String> names) {
        return names.stream()
                .filter(name -> name.endsWith("." + key) || distance(key, name) <= SLIP)
                .min(Comparator.comparingInt(name -> distance(key, name)));
    }

    /** Letters to be added, taken out or changed. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
