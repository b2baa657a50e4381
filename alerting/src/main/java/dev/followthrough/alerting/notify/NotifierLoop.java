package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.json.Rejected;
import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.Message;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads wanted messages and deliveries, both from their beginning whenever partitions are assigned,
 * and lets the notifier work in between. Commits no offsets: the two topics say all. Used by one
 * thread, except {@link #isCaughtUp}.
 */
public final class NotifierLoop {
    private static final Logger LOG = LoggerFactory.getLogger(NotifierLoop.class);

    /** Well within the poll interval after which the group takes partitions away. */
    private static final Duration WORK = Duration.ofSeconds(5);

    private static final Duration WAIT = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final String messages;
    private final String deliveries;
    private final Notifier notifier;
    private final InstantSource clock;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private volatile boolean caughtUp;

    /**
     * @param consumer of a group whose assignor gives both topics' partitions of one number to one
     *     member
     * @param messages the topics as this deployment names them
     */
    public NotifierLoop(
            Consumer<String, byte[]> consumer,
            String messages,
            String deliveries,
            Notifier notifier,
            InstantSource clock) {
        this.consumer = consumer;
        this.messages = messages;
        this.deliveries = deliveries;
        this.notifier = notifier;
        this.clock = clock;
    }

    /** Joins the group. */
    public void subscribe() {
        consumer.subscribe(List.of(messages, deliveries), new Rebalances());
    }

    /** Whether everything assigned was read to where it ended. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** Reads what has come, then works on what is due. */
    public void turn() {
        consumer.poll(patience()).forEach(this::read);
        if (!ends.isEmpty()) {
            checkEnds();
        }
        notifier.work(clock.instant().plus(WORK));
    }

    private Duration patience() {
        Instant next = notifier.next();
        Duration wait = next == null ? WAIT : Duration.between(clock.instant(), next);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(WAIT) > 0 ? WAIT : wait;
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        int partition = record.partition();
        try {
            if (record.topic().equals(messages)) {
                notifier.wanted(partition, record.key(), read(record.value(), Message.class));
            } else {
                notifier.stands(
                        partition,
                        record.key(),
                        read(record.value(), Delivery.class),
                        record.offset());
            }
        } catch (Rejected e) {
            LOG.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", partition)
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.reason())
                    .log("record of ours cannot be read");
        }
    }

    private static <T> @Nullable T read(byte @Nullable [] value, Class<T> type) {
        return value == null ? null : Json.read(value, type);
    }

    /** A partition is complete once both of its topics were read to where they ended. */
    private void checkEnds() {
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        TreeSet<Integer> complete = new TreeSet<>();
        consumer.assignment().forEach(assigned -> complete.add(assigned.partition()));
        ends.keySet().forEach(open -> complete.remove(open.partition()));
        complete.forEach(notifier::caughtUp);
        caughtUp = ends.isEmpty();
    }

    /** Nothing is kept over a rebalance: another may have written meanwhile. */
    private final class Rebalances implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            caughtUp = false;
            consumer.seekToBeginning(partitions);
            ends.putAll(consumer.endOffsets(partitions));
            partitions.forEach(assigned -> notifier.assigned(assigned.partition()));
            LOG.atInfo().addKeyValue("partitions", partitions.size()).log("partitions assigned");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(
                    revoked -> {
                        ends.remove(revoked);
                        notifier.revoked(revoked.partition());
                    });
        }
    }
}
