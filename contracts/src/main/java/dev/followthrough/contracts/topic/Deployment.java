package dev.followthrough.contracts.topic;

/**
 * What tells two deployments on one cluster apart.
 *
 * @param prefix goes with a dot before topics, application ids, groups and transactional ids; empty
 *     for none
 * @param partitions of every topic, 1…1000; fixed for the life of a deployment
 */
public record Deployment(String prefix, int partitions) {
    public Deployment {
        if (!prefix.matches("[a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException(
                    "deployment prefix must be up to 40 of a-z, 0-9 and '-', was '" + prefix + "'");
        }
        if (partitions < 1 || partitions > 1000) {
            throw new IllegalArgumentException(
                    "partitions must lie in 1…1000, was '" + partitions + "'");
        }
    }

    /** The name as this deployment has it. */
    public String name(String plain) {
        return prefix.isEmpty() ? plain : prefix + "." + plain;
    }

    public String name(Topic<?> topic) {
        return name(topic.name());
    }

    public int partition(Key key) {
        return Placement.partition(key, partitions);
    }
}
