package dev.followthrough.service.config;

import dev.followthrough.service.config.ConfigException.Fault;

import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Puts secrets in the place of references to them, through Kafka's own providers, so that ours read
 * like those of a Connect worker.
 */
final class References {
    private final List<Fault> faults;

    References(List<Fault> faults) {
        this.faults = faults;
    }

    void resolve(Map<String, String> values) {
        if (values.values().stream().noneMatch(value -> value.contains("${"))) {
            return;
        }
        Map<String, ConfigProvider> providers =
                Map.of(
                        "env",
                        new EnvVarConfigProvider(),
                        "file",
                        new FileConfigProvider(),
                        "dir",
                        new DirectoryConfigProvider());
        providers.values().forEach(provider -> provider.configure(Map.of()));
        ConfigTransformer transformer = new ConfigTransformer(providers);
        values.replaceAll(
                (key, value) -> value.contains("${") ? resolved(transformer, key, value) : value);
        providers.forEach((name, provider) -> close(provider));
    }

    private String resolved(ConfigTransformer transformer, String key, String reference) {
        String value;
        try {
            value =
                    transformer
                            .transform(Map.of(key, reference))
                            .data()
                            .getOrDefault(key, reference);
        } catch (org.apache.kafka.common.config.ConfigException e) {
            value = reference;
        }
        if (value.contains("${")) {
            faults.add(
                    new Fault(
                            key,
                            reference,
                            "must refer to a variable or file entry that exists: ${env:NAME}, ${file:PATH:key} or ${dir:PATH:file}"));
        }
        return value;
    }

    private static void close(ConfigProvider provider) {
        try {
            provider.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
