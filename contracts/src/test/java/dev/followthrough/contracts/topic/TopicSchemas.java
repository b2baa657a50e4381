package dev.followthrough.contracts.topic;

/** Which published schema describes a topic's values: {@code signal.v1.json}. */
final class TopicSchemas {
    private TopicSchemas() {}

    /** The record's segment of the topic's name and its version. */
    static String file(Topic<?> topic) {
        String[] segments = topic.name().split("\\.");
        return segments[1] + "." + segments[segments.length - 1] + ".json";
    }
}
