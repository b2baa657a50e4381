package dev.followthrough.benchmarks;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topics;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.util.List;

/**
 * Signals made of the bundled deal's, one {@link Copy} after the other, so that state grows as it
 * does with real customers. Numbered; the same number gives the same signal.
 */
final class Load {
    private final Deal deal;
    private final int copies;

    /**
     * @param copies customers that exist when the load begins
     */
    Load(Deal deal, int copies) {
        this.deal = deal;
        this.copies = copies;
    }

    /** The signal of this number. */
    Signal signal(int number) {
        int size = deal.signals().size();
        return new Copy(number / size % copies).of(deal.signals().get(number % size));
    }

    /** Where the deal's signals come from. */
    List<Source> sources() {
        return deal.signals().stream().map(Signal::source).distinct().sorted().toList();
    }

    /** A signal that certainly holds a commitment, recognised by the name in its words. */
    Signal promise(String name, int number, Source source) {
        Signal like =
                deal.signals().stream()
                        .filter(s -> s.source() == source && s.kind() != SignalKind.TASK)
                        .findFirst()
                        .orElseThrow();
        return new Copy(number % copies)
                .saying(
                        like,
                        name,
                        "I will send you the signed order form " + name + " by Friday.");
    }

    /** Sends everything that is known of all customers. */
    void sendDirectory(KafkaProducer<String, byte[]> producer, Deployment deployment) {
        for (int i = 0; i < copies; i++) {
            Copy copy = new Copy(i);
            deal.directory().stream()
                    .map(copy::of)
                    .forEach(
                            entry ->
                                    send(
                                            producer,
                                            deployment,
                                            deployment.name(Topics.DIRECTORY),
                                            Keys.directory(entry),
                                            entry));
        }
        producer.flush();
    }

    /** Sends a signal where connectors do. */
    static void send(KafkaProducer<String, byte[]> producer, Deployment deployment, Signal signal) {
        send(
                producer,
                deployment,
                deployment.name(Topics.signal(signal.source())),
                Keys.signal(signal),
                signal);
    }

    private static void send(
            KafkaProducer<String, byte[]> producer,
            Deployment deployment,
            String topic,
            Key key,
            Object value) {
        var unused =
                producer.send(
                        new ProducerRecord<>(
                                topic,
                                deployment.partition(key),
                                key.toString(),
                                Json.bytes(value)),
                        (sent, error) -> {
                            if (error != null) {
                                throw new IllegalStateException(error);
                            }
                        });
    }
}
