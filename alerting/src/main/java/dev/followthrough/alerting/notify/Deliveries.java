package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.model.Delivery;

/** Where it is written what stands. */
@FunctionalInterface
public interface Deliveries {
    /**
     * Returns once every replica has it, with its offset in the log.
     *
     * @throws org.apache.kafka.common.KafkaException where it may not have been written
     */
    long write(Delivery delivery);
}
