package dev.followthrough.alerting.topology;

import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.alerting.domain.Lookout;
import dev.followthrough.alerting.domain.Outcome;
import dev.followthrough.alerting.domain.Subject;
import dev.followthrough.alerting.domain.Watched;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps each subject with its one timer; looks at it when it changed and when its timer is due.
 * Decides first, then writes, then forwards.
 */
final class Decider extends ContextualProcessor<String, Input, String, Outcome> {
    private static final String COMMITMENT = "c";
    private static final String DEAL = "d";

    private final Lookout lookout;
    private final Ticking ticking;
    private final MeterRegistry metrics;
    private KeyValueStore<String, Watched> subjects;
    private KeyValueStore<String, AccountSummary> accounts;
    private Timers timers;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    Decider(EscalationPolicy policy, Ticking ticking, MeterRegistry metrics) {
        this.lookout = new Lookout(policy);
        this.ticking = ticking;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        super.init(context);
        subjects = context.getStateStore(DecideEscalations.SUBJECTS);
        accounts = context.getStateStore(DecideEscalations.ACCOUNTS);
        timers = new Timers(context.getStateStore(DecideEscalations.TIMERS));
        context.schedule(ticking.every(), PunctuationType.WALL_CLOCK_TIME, streamTime -> tick());
    }

    @Override
    public void process(Record<String, Input> record) {
        Key key = Key.parse(record.key());
        switch (record.value()) {
            case Input.Promised(Commitment commitment) ->
                    promised(stored(key, COMMITMENT), commitment);
            case Input.Delivered(Handoff handoff) -> delivered(stored(key, DEAL), handoff);
            case Input.Known(AccountSummary account) -> accounts.put(record.key(), account);
        }
    }

    private void promised(String key, @Nullable Commitment commitment) {
        Watched before = subjects.get(key);
        if (commitment == null) {
            gone(key, before);
        } else if (before == null || !commitment.equals(before.commitment())) {
            look(
                    key,
                    before,
                    Subject.of(commitment, deals(commitment.account())),
                    lookout.settles(now()));
        }
    }

    private void delivered(String key, @Nullable Handoff handoff) {
        Watched before = subjects.get(key);
        Handoff old = before == null ? null : before.handoff();
        if (handoff == null) {
            gone(key, before);
        } else if (!handoff.equals(old)) {
            look(key, before, new Subject.OfDeal(handoff), lookout.settles(now()));
        }
        touched(key, old, handoff).forEach(this::again);
    }

    /** Commitments whose deal changed in a way that their escalations could show. */
    private Set<String> touched(String key, @Nullable Handoff old, @Nullable Handoff handoff) {
        Set<String> touched = new TreeSet<>();
        if (old == null
                || handoff == null
                || old.stage() != handoff.stage()
                || !old.dealName().equals(handoff.dealName())
                || !Objects.equals(old.closedAt(), handoff.closedAt())) {
            keys(Key.parse(key).place(), COMMITMENT).forEach(found -> touched.add(found.key));
            return touched;
        }
        Set<String> before = claimed(old);
        Set<String> after = claimed(handoff);
        before.stream().filter(id -> !after.contains(id)).forEach(touched::add);
        after.stream().filter(id -> !before.contains(id)).forEach(touched::add);
        return touched;
    }

    private static Set<String> claimed(Handoff handoff) {
        Set<String> keys = new TreeSet<>();
        handoff.commitments().forEach(id -> keys.add(stored(Keys.commitment(id), COMMITMENT)));
        return keys;
    }

    private void again(String key) {
        Watched watched = subjects.get(key);
        if (watched != null) {
            look(key, watched, subject(watched), watched.settles());
        }
    }

    private void tick() {
        List<Timers.Timer> due = timers.due(now(), ticking.chunk());
        for (Timers.Timer timer : due) {
            timers.drop(timer);
            again(timer.subject());
        }
        metrics.summary("followthrough.alerting.timers.due").record(due.size());
    }

    private void look(String key, @Nullable Watched before, Subject subject, Instant settles) {
        Lookout.Looked looked =
                lookout.look(
                        before,
                        subject,
                        accounts.get(Keys.account(subject.account()).toString()),
                        settles,
                        now());
        Watched after = looked.watched();
        Instant look = timers.move(key, before == null ? null : before.look(), after.look());
        subjects.put(
                key,
                new Watched(
                        after.commitment(),
                        after.handoff(),
                        after.settles(),
                        look,
                        after.placed()));
        looked.outcomes().forEach(this::forward);
    }

    private void gone(String key, @Nullable Watched before) {
        if (before == null) {
            return;
        }
        timers.move(key, before.look(), null);
        subjects.delete(key);
        lookout.gone(before).forEach(this::forward);
    }

    private void forward(Outcome outcome) {
        String key =
                switch (outcome) {
                    case Outcome.Escalated of -> Keys.escalation(of.account(), of.id()).toString();
                    case Outcome.Noted of ->
                            Key.of(of.destination(), of.account().value(), of.id().value())
                                    .toString();
                };
        count(outcome);
        context().forward(new Record<>(key, outcome, now().toEpochMilli()));
    }

    private void count(Outcome outcome) {
        if (outcome instanceof Outcome.Escalated(AccountId account, var id, Escalation escalation)
                && escalation != null) {
            String state = escalation.state().getClass().getSimpleName().toLowerCase(Locale.ROOT);
            String reason = escalation.reason().name().toLowerCase(Locale.ROOT);
            metrics.counter("followthrough.escalations", "reason", reason, "state", state)
                    .increment();
        }
    }

    private Subject subject(Watched watched) {
        Commitment commitment = watched.commitment();
        return commitment == null
                ? new Subject.OfDeal(Objects.requireNonNull(watched.handoff()))
                : Subject.of(commitment, deals(commitment.account()));
    }

    private List<Handoff> deals(AccountId account) {
        List<Handoff> deals = new ArrayList<>();
        keys(account.value(), DEAL).forEach(found -> deals.add(found.value.handoff()));
        return deals;
    }

    private List<KeyValue<String, Watched>> keys(String account, String kind) {
        List<KeyValue<String, Watched>> found = new ArrayList<>();
        try (KeyValueIterator<String, Watched> all =
                subjects.prefixScan(Key.of(account, kind, "").toString(), new StringSerializer())) {
            all.forEachRemaining(found::add);
        }
        return found;
    }

    private static String stored(Key key, String kind) {
        List<String> rest = new ArrayList<>(List.of(kind));
        rest.addAll(key.rest());
        return new Key(key.place(), rest).toString();
    }

    private Instant now() {
        return ticking.clock().instant();
    }
}
