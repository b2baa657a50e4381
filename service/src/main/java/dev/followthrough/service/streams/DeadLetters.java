package dev.followthrough.service.streams;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.json.Rejected;
import dev.followthrough.contracts.model.DeadLetter;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Sends what cannot be read or processed to the dead letters, in the transaction of its commit,
 * counts it, and goes on.
 */
final class DeadLetters {
    static final String TOPIC = "followthrough.dead.letter.topic";
    static final String METRICS = "followthrough.metrics";
    static final String OWNER = "followthrough.owner";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final String topic;
    private final String owner;
    private final @Nullable MeterRegistry metrics;

    private DeadLetters(Map<String, ?> configs) {
        this.topic = String.valueOf(configs.get(TOPIC));
        this.owner = String.valueOf(configs.get(OWNER));
        this.metrics = configs.get(METRICS) instanceof MeterRegistry registry ? registry : null;
    }

    /** A record of a source topic that cannot be read. */
    public static final class Unreadable implements DeserializationExceptionHandler {
        private @Nullable DeadLetters letters;

        @Override
        public void configure(Map<String, ?> configs) {
            letters = new DeadLetters(configs);
        }

        @Override
        public Response handleError(
                ErrorHandlerContext context,
                ConsumerRecord<byte[], byte[]> record,
                Exception cause) {
            return Response.resume(
                    List.of(
                            configured(letters)
                                    .letter(context, record.key(), record.value(), cause)));
        }
    }

    /**
     * A record on which a processor threw. A broken store or lost broker is no fault of the record:
     * that fails the thread.
     */
    public static final class Unprocessable implements ProcessingExceptionHandler {
        private @Nullable DeadLetters letters;

        @Override
        public void configure(Map<String, ?> configs) {
            letters = new DeadLetters(configs);
        }

        @Override
        public Response handleError(
                ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception cause) {
            boolean fromRecord =
                    context.topic() != null
                            && (!(cause instanceof KafkaException)
                                    || cause instanceof SerializationException);
            if (!fromRecord) {
                return Response.fail();
            }
            return Response.resume(
                    List.of(
                            configured(letters)
                                    .letter(
                                            context,
                                            context.sourceRawKey(),
                                            context.sourceRawValue(),
                                            cause)));
        }
    }

    /**
     * A result that cannot be written: too large, mostly. What cannot be serialized is a bug and
     * fails the thread.
     */
    public static final class Unwritable implements ProductionExceptionHandler {
        private @Nullable DeadLetters letters;

        @Override
        public void configure(Map<String, ?> configs) {
            letters = new DeadLetters(configs);
        }

        @Override
        public Response handleError(
                ErrorHandlerContext context,
                ProducerRecord<byte[], byte[]> record,
                Exception cause) {
            if (cause instanceof org.apache.kafka.common.errors.RetriableException) {
                return Response.retry();
            }
            if (!(cause instanceof org.apache.kafka.common.errors.RecordTooLargeException)) {
                return Response.fail();
            }
            return Response.resume(
                    List.of(
                            configured(letters)
                                    .letter(context, record.key(), record.value(), cause)));
        }
    }

    private static DeadLetters configured(@Nullable DeadLetters letters) {
        if (letters == null) {
            throw new IllegalStateException(
                    "an exception handler must be configured before it is called");
        }
        return letters;
    }

    private ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Exception cause) {
        String reason = reason(cause);
        String position = context.topic() + "-" + context.partition() + "@" + context.offset();
        count(reason);
        LOG.atWarn()
                .addKeyValue("reason", reason)
                .addKeyValue("at", position)
                .addKeyValue("step", context.processorNodeId())
                .addKeyValue("cause", cause.getClass().getSimpleName())
                .log("record sent to dead letters");
        DeadLetter letter =
                new DeadLetter(
                        reason,
                        detail(cause),
                        Map.of(
                                "topic", String.valueOf(context.topic()),
                                "partition", Integer.toString(context.partition()),
                                "offset", Long.toString(context.offset()),
                                "step", String.valueOf(context.processorNodeId())),
                        value == null
                                ? null
                                : Base64.getEncoder()
                                        .encodeToString(
                                                Arrays.copyOf(
                                                        value,
                                                        Math.min(
                                                                value.length,
                                                                DeadLetter.MAX_BYTES))),
                        Instant.ofEpochMilli(Math.max(0, context.timestamp())));
        byte[] letterKey = key == null ? position.getBytes(StandardCharsets.UTF_8) : key;
        return new ProducerRecord<>(topic, letterKey, Json.bytes(letter));
    }

    private void count(String reason) {
        if (metrics != null) {
            metrics.counter("followthrough.dead.letters", "owner", owner, "reason", reason)
                    .increment();
        }
    }

    private static String reason(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof Rejected rejected) {
                return rejected.reason();
            }
        }
        return switch (cause) {
            case SerializationException e -> "unreadable";
            case org.apache.kafka.common.errors.RecordTooLargeException e -> "too-large";
            default -> "unexpected";
        };
    }

    /**
     * Our own words where the record was refused by a rule; else the kind and place of the fault,
     * never a message that may quote the record.
     */
    private static String detail(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof Rejected rejected) {
                return String.valueOf(rejected.getMessage());
            }
        }
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
