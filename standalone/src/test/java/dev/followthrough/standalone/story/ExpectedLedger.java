package dev.followthrough.standalone.story;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.standalone.scan.Scan;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The state topics, byte for byte: computed at once from the files, or as the services published
 * them.
 *
 * @param topics topic → key → canonical JSON
 */
record ExpectedLedger(SortedMap<String, SortedMap<String, String>> topics) {
    static final String ESCALATIONS = "escalations that stand";

    static ExpectedLedger of(Path folder, Instant asOf) {
        Scan scan = Scan.of(List.of(folder), asOf);
        SortedMap<String, SortedMap<String, String>> topics = new TreeMap<>();
        scan.readings()
                .forEach(
                        r ->
                                put(
                                        topics,
                                        Topics.READING.name(),
                                        Keys.reading(r.account(), r.signal()),
                                        r));
        scan.ledger()
                .commitments()
                .forEach(c -> put(topics, Topics.COMMITMENT.name(), Keys.commitment(c.id()), c));
        scan.ledger()
                .handoffs()
                .forEach(
                        h ->
                                put(
                                        topics,
                                        Topics.HANDOFF.name(),
                                        Keys.handoff(h.account(), h.deal()),
                                        h));
        scan.ledger()
                .accounts()
                .forEach(a -> put(topics, Topics.ACCOUNT.name(), Keys.account(a.account()), a));
        topics.put(ESCALATIONS, causes(scan.escalations()));
        return new ExpectedLedger(topics);
    }

    static ExpectedLedger published(TopicReader reader) {
        reader.catchUp();
        List<Escalation> standing =
                reader.table(Topics.ESCALATION).values().stream()
                        .map(json -> Json.read(json, Escalation.class))
                        .filter(e -> !(e.state() instanceof Escalation.State.Resolved))
                        .toList();
        SortedMap<String, SortedMap<String, String>> topics = new TreeMap<>();
        List.of(Topics.READING, Topics.COMMITMENT, Topics.HANDOFF, Topics.ACCOUNT)
                .forEach(topic -> topics.put(topic.name(), reader.table(topic)));
        topics.put(ESCALATIONS, causes(standing));
        return new ExpectedLedger(topics);
    }

    /** One line for each key whose value is not the same here and there. */
    List<String> differencesFrom(ExpectedLedger other) {
        List<String> differences = new ArrayList<>();
        topics.forEach(
                (topic, mine) -> {
                    SortedMap<String, String> theirs =
                            other.topics.getOrDefault(topic, new TreeMap<>());
                    SortedSet<String> keys = new TreeSet<>(mine.keySet());
                    keys.addAll(theirs.keySet());
                    for (String key : keys) {
                        String a = mine.getOrDefault(key, "(nothing)");
                        String b = theirs.getOrDefault(key, "(nothing)");
                        if (!a.equals(b)) {
                            differences.add(topic + " " + key + "\n  " + a + "\n  " + b);
                        }
                    }
                });
        return differences;
    }

    private static void put(
            SortedMap<String, SortedMap<String, String>> topics,
            String topic,
            Object key,
            Object value) {
        topics.computeIfAbsent(topic, ignored -> new TreeMap<>())
                .put(key.toString(), Json.text(value));
    }

    private static SortedMap<String, String> causes(List<Escalation> escalations) {
        SortedMap<String, String> causes = new TreeMap<>();
        escalations.forEach(e -> causes.put(e.reason() + " " + Json.text(e.subject()), "stands"));
        return causes;
    }
}
