package dev.followthrough.benchmarks;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topics;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.util.List;

/**
 * Signals made of the bundled deal's: each copy of the deal in conversations of its own, so that
 * state grows as with real deals. Numbered; the same number gives the same signal.
 */
final class Load {
    private final List<Signal> signals;

    Load(List<Signal> signals) {
        if (signals.isEmpty()) {
            throw new IllegalArgumentException("signals of a load must be present, were none");
        }
        this.signals = signals;
    }

    /** The signal of this number. */
    Signal signal(int number) {
        Signal original = signals.get(number % signals.size());
        String copy = "/copy-" + number / signals.size();
        return with(original, copy, original.text());
    }

    /** A signal that certainly holds a commitment, recognised by its id. */
    Signal promise(String name) {
        Signal original = signals.get(0);
        return with(
                original,
                "/" + name,
                "I will send you the signed order form " + name + " by Friday.");
    }

    private static Signal with(Signal s, String copy, String text) {
        SignalId id = new SignalId(s.id().value() + copy);
        return new Signal(
                id,
                s.revision(),
                s.deleted(),
                s.kind(),
                s.source(),
                new ConversationId(s.conversation().value() + copy),
                s.replyTo() == null ? null : new SignalId(s.replyTo().value() + copy),
                s.saidAt(),
                s.zone(),
                s.author(),
                s.audience(),
                s.account(),
                s.deal(),
                text,
                s.quoted(),
                List.of(),
                List.of(new Place(0, id.value())),
                s.facts());
    }

    /** Sends it where connectors do; a failure ends the run. */
    static void send(KafkaProducer<String, byte[]> producer, Deployment deployment, Signal signal) {
        Key key = Keys.signal(signal);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        deployment.name(Topics.signal(signal.source())),
                        deployment.partition(key),
                        key.toString(),
                        Json.bytes(signal));
        var unused =
                producer.send(
                        record,
                        (sent, error) -> {
                            if (error != null) {
                                throw new IllegalStateException(error);
                            }
                        });
    }
}
