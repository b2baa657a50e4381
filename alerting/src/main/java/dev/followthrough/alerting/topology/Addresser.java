package dev.followthrough.alerting.topology;

import dev.followthrough.alerting.domain.Card;
import dev.followthrough.alerting.domain.Desk;
import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.alerting.domain.Notice;
import dev.followthrough.alerting.domain.Spent;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a card an escalation and a listing an account, by {@code destination~account~escalation};
 * writes what the desk decides.
 */
final class Addresser extends ContextualProcessor<String, Notice, String, Message> {
    private static final Spent NOTHING = new Spent(LocalDate.EPOCH, 0);

    private final Desk desk;
    private final EscalationPolicy policy;
    private final Ticking ticking;
    private final MeterRegistry metrics;
    private KeyValueStore<String, Card> cards;
    private KeyValueStore<String, Listing> listings;
    private KeyValueStore<String, Spent> budgets;
    private Timers wakes;

    /**
     * The digest of an account as last wanted.
     *
     * @param wake when it is written again; absent where nothing changed since
     */
    record Listing(@Nullable Message message, @Nullable Instant wake) {}

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    Addresser(EscalationPolicy policy, Ticking ticking, MeterRegistry metrics) {
        this.desk = new Desk(policy);
        this.policy = policy;
        this.ticking = ticking;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Message> context) {
        super.init(context);
        cards = context.getStateStore(AddressMessages.CARDS);
        listings = context.getStateStore(AddressMessages.DIGESTS);
        budgets = context.getStateStore(AddressMessages.BUDGETS);
        wakes = new Timers(context.getStateStore(AddressMessages.WAKES));
        context.schedule(ticking.every(), PunctuationType.WALL_CLOCK_TIME, streamTime -> tick());
    }

    @Override
    public void process(Record<String, Notice> record) {
        take(record.key(), record.value());
    }

    private void take(String key, @Nullable Notice notice) {
        Card before = cards.get(key);
        Desk.Change change =
                notice == null ? desk.erase(before, now()) : taken(key, before, notice);
        Card card = change.card();
        Instant until =
                wakes.move(
                        key,
                        before == null ? null : before.until(),
                        card == null ? null : card.until());
        cards.put(
                key,
                card == null ? null : new Card(card.notice(), card.place(), until, card.message()));
        if (notice != null && change.spent() != null) {
            budgets.put(budget(key, notice), change.spent());
        }
        if (change.digest()) {
            list(key);
        }
        forward(change.message());
    }

    private Desk.Change taken(String key, @Nullable Card before, Notice notice) {
        Spent spent = budgets.get(budget(key, notice));
        return desk.take(
                Key.parse(key).place(), before, notice, spent == null ? NOTHING : spent, now());
    }

    private static String budget(String key, Notice notice) {
        return Key.of(Key.parse(key).place(), Desk.person(notice)).toString();
    }

    /**
     * A digest is written a settling time after its first change: a backfill of a thousand causes
     * changes it a few times only.
     */
    private void list(String key) {
        Key parsed = Key.parse(key);
        String account = Key.of(parsed.place(), parsed.rest().get(0)).toString();
        Listing listing = listings.get(account);
        if (listing == null || listing.wake() == null) {
            Instant wake = wakes.move(account, null, now().plus(policy.settling()));
            listings.put(account, new Listing(listing == null ? null : listing.message(), wake));
        }
    }

    private void tick() {
        for (Timers.Timer wake : wakes.due(now(), ticking.chunk())) {
            wakes.drop(wake);
            if (Key.parse(wake.subject()).rest().size() == 1) {
                digest(wake.subject());
            } else {
                Card card = cards.get(wake.subject());
                take(wake.subject(), card == null ? null : card.notice());
            }
        }
    }

    private void digest(String key) {
        Listing listing = listings.get(key);
        Message before = listing == null ? null : listing.message();
        Message message = desk.digest(Key.parse(key).place(), listed(key), before, now());
        listings.put(key, new Listing(message == null ? before : message, null));
        forward(message);
    }

    private List<Card> listed(String account) {
        List<Card> listed = new ArrayList<>();
        try (KeyValueIterator<String, Card> all =
                cards.prefixScan(account + Key.SEPARATOR, new StringSerializer())) {
            all.forEachRemaining(
                    card -> {
                        if (card.value.place() == Card.Place.LISTED) {
                            listed.add(card.value);
                        }
                    });
        }
        return listed;
    }

    private void forward(@Nullable Message message) {
        if (message != null) {
            metrics.counter(
                            "followthrough.alerting.messages.wanted",
                            "standing",
                            Boolean.toString(message.standing()))
                    .increment();
            context()
                    .forward(
                            new Record<>(
                                    Keys.message(message.destination(), message.escalation())
                                            .toString(),
                                    message,
                                    now().toEpochMilli()));
        }
    }

    private Instant now() {
        return ticking.clock().instant();
    }
}
