package dev.followthrough.standalone.story;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** On the image that clusters run, where a Docker engine is; reported as skipped elsewhere. */
@Testcontainers(disabledWithoutDocker = true)
class DockerPipelineIT extends PipelineContract {
    @Container private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.3.1");

    @Override
    String bootstrapServers() {
        return KAFKA.getBootstrapServers();
    }
}
