package dev.followthrough.service.config;

import dev.followthrough.service.config.ConfigException.Fault;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Merges the sources, resolves references, validates, and collects every fault on the way. */
final class ConfigReader {
    /**
     * One file may configure every service: each ignores the keys of the others, known by their
     * first segment.
     */
    private static final Set<String> SERVICES =
            Set.of("ingest", "extract", "commitments", "alerting", "receiver", "slack");

    private static final Pattern SECRET =
            Pattern.compile("token|secret|password|credential", Pattern.CASE_INSENSITIVE);

    private final ConfigDef def = CommonSettings.define();
    private final Templates templates = new Templates();
    private final ConfigSources sources;
    private final List<Fault> faults = new ArrayList<>();

    ConfigReader(ConfigDef own, ConfigSources sources) {
        for (ConfigDef.ConfigKey key : own.configKeys().values()) {
            if (Templates.is(key.name)) {
                templates.add(key);
            } else {
                def.define(key);
            }
        }
        this.sources = sources;
    }

    ServiceConfig read() {
        Map<String, String> given = new HashMap<>();
        Set<String> keys = new HashSet<>(sources.file().keySet());
        keys.addAll(sources.environment().keySet());
        keys.addAll(sources.commandLine().keySet());
        templates.define(keys, def);
        take(sources.file(), given, true);
        take(sources.environment(), given, false);
        take(sources.commandLine(), given, true);
        Map<String, String> written = Map.copyOf(given);
        new References(faults).resolve(given);
        Map<String, String> clients = new HashMap<>();
        given.forEach(
                (key, value) -> {
                    if (key.startsWith(ServiceConfig.CLIENT_PREFIX)) {
                        clients.put(key.substring(ServiceConfig.CLIENT_PREFIX.length()), value);
                    }
                });
        given.keySet().retainAll(def.names());
        Map<String, Object> values = validated(given, written);
        checkHttp(values);
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        return new ServiceConfig(values, clients);
    }

    private void take(Map<String, String> from, Map<String, String> into, boolean strict) {
        from.forEach(
                (key, value) -> {
                    boolean known =
                            def.names().contains(key)
                                    || key.startsWith(ServiceConfig.CLIENT_PREFIX);
                    if (known) {
                        into.put(key, value);
                    } else if (strict
                            && (templates.claims(key)
                                    || !SERVICES.contains(key.split("\\.", 2)[0]))) {
                        faults.add(unknown(key, value));
                    }
                });
    }

    /**
     * @param written as given, before references were resolved: what a complaint may show
     */
    private Map<String, Object> validated(Map<String, String> given, Map<String, String> written) {
        Map<String, Object> values = new HashMap<>();
        for (ConfigValue value : def.validate(given)) {
            values.put(value.name(), value.value());
            // What cannot be parsed is also refused by its validator, as null: once is enough.
            value.errorMessages().stream()
                    .limit(1)
                    .map(message -> fault(value.name(), written.get(value.name()), message))
                    .forEach(faults::add);
        }
        return values;
    }

    private Fault fault(String key, @Nullable String given, String message) {
        if (given == null) {
            return new Fault(key, "(not set)", "must be set");
        }
        String shown = isSecret(key) ? "[hidden]" : given;
        int rule = message.indexOf("for configuration " + key + ": ");
        String tail =
                rule < 0
                        ? message
                        : message.substring(rule + ("for configuration " + key + ": ").length());
        return new Fault(
                key, shown, tail.startsWith("must") ? tail : "must be valid (" + tail + ")");
    }

    /** Nothing listens beyond loopback without authentication. */
    private void checkHttp(Map<String, Object> values) {
        Object token = values.get(CommonSettings.HTTP_TOKEN);
        String secret =
                token instanceof org.apache.kafka.common.config.types.Password password
                        ? password.value()
                        : "";
        if (!secret.isEmpty() && secret.length() < 16) {
            faults.add(
                    new Fault(
                            CommonSettings.HTTP_TOKEN,
                            "[hidden]",
                            "must have at least 16 characters"));
        }
        Object host = values.get(CommonSettings.HTTP_HOST);
        if (host != null && secret.isEmpty() && !Loopback.is(host.toString())) {
            faults.add(
                    new Fault(
                            CommonSettings.HTTP_HOST,
                            host.toString(),
                            "must be a loopback address unless "
                                    + CommonSettings.HTTP_TOKEN
                                    + " is set"));
        }
    }

    /** A misspelt key may hold a secret. */
    private Fault unknown(String key, String value) {
        Optional<String> meant =
                def.names().stream()
                        .filter(name -> distance(name, key) <= 3)
                        .min((a, b) -> Integer.compare(distance(a, key), distance(b, key)));
        boolean secret = meant.map(this::isSecret).orElse(SECRET.matcher(key).find());
        return new Fault(
                key,
                secret ? "[hidden]" : value,
                "must be a known setting"
                        + meant.map(name -> " (did you mean " + name + "?)").orElse(""));
    }

    private boolean isSecret(String key) {
        ConfigDef.ConfigKey known = def.configKeys().get(key);
        return known != null && known.type == Type.PASSWORD;
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
