package dev.followthrough.alerting.domain;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys of one map of the policy file: reads them by type, notes each mistake with its place,
 * and names the keys nobody asked for.
 */
final class PolicyKeys {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h|d)");

    private final YamlNode.Reading reading;
    private final String path;
    private final YamlNode.Fields fields;
    private final Set<String> asked = new HashSet<>();

    private PolicyKeys(YamlNode.Reading reading, String path, YamlNode.Fields fields) {
        this.reading = reading;
        this.path = path;
        this.fields = fields;
    }

    /** The keys of a node that should be a map. */
    static PolicyKeys of(YamlNode.Reading reading, String path, YamlNode node) {
        if (node instanceof YamlNode.Fields fields) {
            return new PolicyKeys(reading, path, fields);
        }
        reading.error(
                node.place(),
                path.isEmpty() ? "policy" : path,
                node.shown(),
                "must be a map of keys and values");
        return new PolicyKeys(reading, path, new YamlNode.Fields(node.place(), Map.of()));
    }

    /** Whether the key is there. */
    boolean has(String key) {
        return fields.fields().containsKey(key);
    }

    /** A key that somebody else reads. */
    void expect(String key) {
        asked.add(key);
    }

    PolicyKeys map(String key) {
        YamlNode value = value(key);
        return of(
                reading,
                name(key),
                value == null ? new YamlNode.Fields(fields.place(), Map.of()) : value);
    }

    /** The maps of a list; empty where the key is absent. */
    List<PolicyKeys> maps(String key) {
        List<PolicyKeys> maps = new ArrayList<>();
        items(key)
                .forEach(item -> maps.add(of(reading, name(key) + "[" + maps.size() + "]", item)));
        return maps;
    }

    Duration duration(String key, Duration otherwise) {
        return scalar(
                key,
                otherwise,
                "must be a whole number of s, m, h or d, such as 48h",
                PolicyKeys::duration);
    }

    LocalTime time(String key, LocalTime otherwise) {
        return scalar(
                key,
                otherwise,
                "must be a time of day such as \"08:00\", in quotes",
                LocalTime::parse);
    }

    int number(String key, int otherwise, int max) {
        return scalar(
                key,
                otherwise,
                "must be a whole number from 0 to " + max,
                text -> {
                    int number = Integer.parseInt(text);
                    return number < 0 || number > max ? null : number;
                });
    }

    double fraction(String key, double otherwise) {
        return scalar(
                key,
                otherwise,
                "must be a number from 0 to 1",
                text -> {
                    double number = Double.parseDouble(text);
                    return number >= 0 && number <= 1 ? number : null;
                });
    }

    boolean flag(String key, boolean otherwise) {
        return scalar(
                key,
                otherwise,
                "must be true or false",
                text ->
                        switch (text) {
                            case "true" -> Boolean.TRUE;
                            case "false" -> Boolean.FALSE;
                            default -> null;
                        });
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        return scalar(key, otherwise, oneOf(type), text -> parse(type, text));
    }

    <E extends Enum<E>> Set<E> choices(String key, Class<E> type, Set<E> otherwise) {
        expect(key);
        return has(key) ? Set.copyOf(list(key, oneOf(type), text -> parse(type, text))) : otherwise;
    }

    /** The items of a list of scalars, each read; what cannot be read is an error. */
    <T> List<T> list(String key, String rule, Function<String, @Nullable T> read) {
        List<T> values = new ArrayList<>();
        for (YamlNode item : items(key)) {
            T value = item instanceof YamlNode.Scalar scalar ? attempt(scalar.text(), read) : null;
            if (value == null) {
                reading.error(item.place(), name(key), item.shown(), rule);
            } else {
                values.add(value);
            }
        }
        return values;
    }

    /** One value, read; the default where the key is absent or the value cannot be read. */
    <T> T scalar(String key, T otherwise, String rule, Function<String, @Nullable T> read) {
        T value = optional(key, rule, read);
        return value == null ? otherwise : value;
    }

    /** A scalar that may be left out; what cannot be read is an error. */
    <T> @Nullable T optional(String key, String rule, Function<String, @Nullable T> read) {
        YamlNode node = value(key);
        if (node == null) {
            return null;
        }
        T value = node instanceof YamlNode.Scalar scalar ? attempt(scalar.text(), read) : null;
        if (value == null) {
            reading.error(node.place(), name(key), node.shown(), rule);
        }
        return value;
    }

    /** Says that a value breaks a rule that concerns more than itself. */
    void error(String key, String rule) {
        YamlNode node = value(key);
        reading.error(
                node == null ? fields.place() : node.place(),
                name(key),
                node == null ? "" : node.shown(),
                rule);
    }

    /** Names every key that nobody asked for. */
    void noOthers() {
        fields.fields()
                .forEach(
                        (key, field) -> {
                            if (!asked.contains(key)) {
                                String known =
                                        asked.stream().sorted().collect(Collectors.joining(", "));
                                reading.error(
                                        field.place(),
                                        name(key),
                                        field.value().shown(),
                                        "must be a known key, one of " + known);
                            }
                        });
    }

    private List<YamlNode> items(String key) {
        YamlNode node = value(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof YamlNode.Items items) {
            return items.items();
        }
        reading.error(node.place(), name(key), node.shown(), "must be a list");
        return List.of();
    }

    private @Nullable YamlNode value(String key) {
        asked.add(key);
        YamlNode.Field field = fields.fields().get(key);
        return field == null ? null : field.value();
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static <T> @Nullable T attempt(String text, Function<String, @Nullable T> read) {
        try {
            return read.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static <E extends Enum<E>> E parse(Class<E> type, String text) {
        return Enum.valueOf(
                type,
                text.equals(text.toLowerCase(Locale.ROOT)) ? text.toUpperCase(Locale.ROOT) : "");
    }

    private static <E extends Enum<E>> String oneOf(Class<E> type) {
        return "must be one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}
