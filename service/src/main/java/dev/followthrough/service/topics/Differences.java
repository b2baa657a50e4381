package dev.followthrough.service.topics;

import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.service.StartException;
import dev.followthrough.service.config.CommonSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the topics of a cluster differ from their declarations.
 *
 * @param contradictions would lose or misplace records: cleanup policy, number of partitions
 * @param warnings an operator's choice, perhaps: retention and the like
 */
record Differences(List<String> contradictions, List<String> warnings) {
    /** A setting that an operator may choose otherwise is only warned of. */
    private static final String BINDING = "cleanup.policy";

    /** A topic as the brokers describe it. */
    record Standing(int partitions, Map<String, String> settings) {
        Standing {
            settings = Map.copyOf(settings);
        }
    }

    static Differences of(
            Map<String, Topic<?>> wanted, Map<String, Standing> standing, int partitions) {
        List<String> contradictions = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        new TreeMap<>(standing)
                .forEach(
                        (name, found) -> {
                            Topic<?> topic = wanted.get(name);
                            if (topic != null) {
                                compare(name, topic, found, contradictions, warnings);
                            }
                            if (found.partitions() != partitions) {
                                contradictions.add(
                                        name
                                                + " has "
                                                + found.partitions()
                                                + " partitions, "
                                                + CommonSettings.TOPICS_PARTITIONS
                                                + " is "
                                                + partitions);
                            }
                        });
        return new Differences(contradictions, warnings);
    }

    private static void compare(
            String name,
            Topic<?> topic,
            Standing found,
            List<String> contradictions,
            List<String> warnings) {
        topic.config()
                .forEach(
                        (setting, declared) -> {
                            String actual = found.settings().getOrDefault(setting, "");
                            if (!actual.equals(declared)) {
                                (setting.equals(BINDING) ? contradictions : warnings)
                                        .add(
                                                "%s has %s '%s', declared '%s'"
                                                        .formatted(
                                                                name, setting, actual, declared));
                            }
                        });
    }

    /**
     * @throws StartException where a topic contradicts its declaration, naming all of them
     */
    void refuse() {
        if (!contradictions.isEmpty()) {
            throw new StartException(
                    "topics contradict their declaration: "
                            + String.join("; ", contradictions)
                            + "; correct the settings, or use another "
                            + CommonSettings.DEPLOYMENT_PREFIX);
        }
    }
}
