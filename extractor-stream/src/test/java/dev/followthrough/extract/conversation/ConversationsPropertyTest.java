package dev.followthrough.extract.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.extract.Context;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Whatever the order, the batches and the redeliveries: one set of inputs ends in the same
 * readings.
 */
class ConversationsPropertyTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Party OURS =
            new Party("hubspot:owner/1", "Ana Ruiz", "ana@vendor.example", Side.OURS);

    /** Its finding depends on the whole context, so that a missed re-reading shows. */
    private static List<Candidate> readContext(Signal signal, Context context) {
        StringBuilder seen = new StringBuilder("did");
        context.previous()
                .forEach(s -> seen.append(' ').append(s.id()).append('@').append(s.revision()));
        if (context.repliedTo() != null) {
            seen.append(" after ")
                    .append(context.repliedTo().id())
                    .append('@')
                    .append(context.repliedTo().revision());
        }
        Evidence evidence =
                new Evidence(
                        signal.text(),
                        0,
                        signal.text().length(),
                        signal.id(),
                        signal.revision(),
                        0,
                        "ref",
                        signal.author(),
                        signal.saidAt(),
                        "test.rule");
        Doer doer = new Doer.Person(new Party("name:Cy", "Cy", null, Side.UNKNOWN));
        return List.of(
                new Candidate.Promise(
                        evidence,
                        0.5,
                        doer,
                        Side.UNKNOWN,
                        seen.toString(),
                        null,
                        null,
                        Modality.FIRM,
                        null,
                        null,
                        List.of(),
                        null));
    }

    @Property(tries = 150)
    void anyOrderBatchingAndRedeliveryEndInTheSameReadings(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        List<DirectoryEntry> directory = directory();
        List<Signal> signals = signals(random);
        List<Action> actions = actions(random, signals);
        BatchReader batch = new BatchReader(ConversationsPropertyTest::readContext, "r1");
        List<String> expected =
                batch.read(directory, signals, actions).stream().map(Json::text).toList();

        // When
        List<Object> inputs = new ArrayList<>(directory);
        inputs.addAll(signals);
        inputs.addAll(actions);
        inputs.addAll(signals.subList(0, signals.size() / 2)); // redelivered
        Collections.shuffle(inputs, random);
        TreeMap<String, String> published = run(inputs, random);

        // Then
        assertThat(published.values()).containsExactlyElementsOf(expected);
    }

    /** On one set of tables, as in a task: one takes in signals, one actions, one the directory. */
    private static TreeMap<String, String> run(List<Object> inputs, Random random) {
        Tables tables = Tables.inMemory();
        Conversations conversations = on(tables);
        Conversations deciding = on(tables);
        Conversations learning = on(tables);
        TreeMap<String, String> published = new TreeMap<>();
        for (Object input : inputs) {
            boolean fails = random.nextInt(8) == 0;
            for (int attempt = fails ? 0 : 1; attempt < 2; attempt++) {
                TreeMap<String, String> to = attempt == 0 ? new TreeMap<>() : published;
                switch (input) {
                    case Signal signal -> take(conversations.signal(signal), to);
                    case Action action -> take(deciding.action(action), to);
                    case DirectoryEntry entry -> learning.entry(entry.entity(), entry);
                    default -> throw new IllegalStateException("no such input: " + input);
                }
            }
            conversations.commit();
            deciding.commit();
            learning.commit();
            if (random.nextInt(3) == 0) {
                take(conversations.work(1 + random.nextInt(4)), published);
                conversations.commit();
            }
        }
        while (conversations.hasWork()) {
            take(conversations.work(1 + random.nextInt(5)), published);
            conversations.commit();
        }
        return published;
    }

    private static Conversations on(Tables tables) {
        return new Conversations(tables, ConversationsPropertyTest::readContext, "r1");
    }

    private static void take(List<Change> changes, TreeMap<String, String> published) {
        for (Change change : changes) {
            String key = Keys.reading(change.account(), change.signal()).toString();
            if (change.reading() == null) {
                published.remove(key);
            } else {
                published.put(key, Json.text(change.reading()));
            }
        }
    }

    private static List<DirectoryEntry> directory() {
        AccountId buyer = new AccountId("hubspot:company/1");
        AccountId other = new AccountId("hubspot:company/2");
        return List.of(
                new DirectoryEntry.Account(
                        buyer, "Kestrel Foods", List.of("kestrel.example"), null, OURS),
                new DirectoryEntry.Account(
                        other, "Polar Trust", List.of("polar.example"), null, null),
                new DirectoryEntry.Deal(
                        new DealId("hubspot:deal/1"),
                        "Kestrel - Robots",
                        buyer,
                        DealStage.WON,
                        START,
                        OURS),
                new DirectoryEntry.Person(OURS, List.of(), null, null, null),
                new DirectoryEntry.Person(
                        new Party("hubspot:owner/2", "Cy Young", "cy@vendor.example", Side.OURS),
                        List.of("Cy"),
                        null,
                        null,
                        null),
                new DirectoryEntry.Person(
                        new Party("slack:U9", "Kim", "kim@kestrel.example", Side.UNKNOWN),
                        List.of(),
                        null,
                        null,
                        null),
                new DirectoryEntry.Channel(
                        new ConversationId("c1"), "kestrel-rollout", false, null, null, List.of()));
    }

    private static List<Signal> signals(Random random) {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String conversation = "c" + random.nextInt(3);
            String id = conversation + "/m" + random.nextInt(25);
            signals.add(signal(random, conversation, id, random.nextInt(3)));
        }
        return signals;
    }

    private static Signal signal(Random random, String conversation, String id, int revision) {
        boolean deleted = random.nextInt(8) == 0;
        String[] texts = {"see Kestrel again", "the Polar matter", "nothing to see", "ok"};
        Party[] authors = {
            OURS,
            new Party("slack:U9", null, null, Side.UNKNOWN),
            new Party("mail:x", null, "x@polar.example", Side.UNKNOWN),
            new Party("mail:y", null, "y@gmail.com", Side.UNKNOWN)
        };
        Instant saidAt = START.plus(Duration.ofHours(random.nextInt(300)));
        SignalId replyTo =
                random.nextInt(3) == 0
                        ? new SignalId(conversation + "/m" + random.nextInt(25))
                        : null;
        String text = deleted ? "" : texts[random.nextInt(texts.length)];
        return new Signal(
                new SignalId(id),
                revision,
                deleted,
                SignalKind.CHAT,
                Source.SLACK,
                new ConversationId(conversation),
                replyTo,
                saidAt,
                ZoneOffset.UTC,
                authors[random.nextInt(authors.length)],
                List.of(),
                null,
                null,
                text,
                null,
                List.of(),
                List.of(new Place(0, id)),
                Facts.NONE);
    }

    private static List<Action> actions(Random random, List<Signal> signals) {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Signal on = signals.get(random.nextInt(signals.size()));
            actions.add(
                    new Action(
                            new ActionId("a" + i),
                            ActionKind.DONE,
                            on.conversation(),
                            on.id(),
                            0,
                            "see",
                            OURS,
                            START.plusSeconds(i),
                            List.of(),
                            null,
                            null,
                            "api"));
        }
        actions.add(
                new Action(
                        new ActionId("d"),
                        ActionKind.ACKNOWLEDGE,
                        new ConversationId("deal:hubspot:deal/1"),
                        null,
                        0,
                        null,
                        OURS,
                        START,
                        List.of(),
                        null,
                        null,
                        "api"));
        return actions;
    }
}
