package dev.followthrough.service.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings whose key holds a name that the operator chooses: {@code receiver.events.<source>.text}.
 * Naming one key of a group brings the group's whole set into being under that name, so that what
 * must be set is missed.
 */
final class Templates {
    /** Environment variables know neither case nor hyphens. */
    private static final Pattern TEMPLATE = Pattern.compile("(.+\\.)<[a-z]+>(\\..+)");

    private static final String NAME = "[a-z0-9]{1,40}";

    private final List<ConfigKey> keys = new ArrayList<>();

    static boolean is(String key) {
        return TEMPLATE.matcher(key).matches();
    }

    void add(ConfigKey template) {
        keys.add(template);
    }

    /** Defines what the given keys name. */
    void define(Collection<String> given, ConfigDef into) {
        Set<String> defined = new TreeSet<>();
        for (ConfigKey named : keys) {
            for (String name : names(named.name, given)) {
                String group = part(named.name, 1);
                keys.stream()
                        .filter(key -> part(key.name, 1).equals(group))
                        .filter(key -> defined.add(group + name + part(key.name, 2)))
                        .forEach(key -> into.define(copy(key, group + name + part(key.name, 2))));
            }
        }
    }

    /** Whether a key lies where only keys of a template may: it is misspelt if it is none. */
    boolean claims(String key) {
        return keys.stream().anyMatch(template -> key.startsWith(part(template.name, 1)));
    }

    /** The names under which a template's key stands among the keys, sorted. */
    static Set<String> names(String template, Collection<String> keys) {
        Pattern pattern =
                Pattern.compile(
                        Pattern.quote(part(template, 1))
                                + "("
                                + NAME
                                + ")"
                                + Pattern.quote(part(template, 2)));
        Set<String> names = new TreeSet<>();
        for (String key : keys) {
            Matcher matcher = pattern.matcher(key);
            if (matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    /** The template's key for one name. */
    static String key(String template, String name) {
        return part(template, 1) + name + part(template, 2);
    }

    private static String part(String template, int group) {
        Matcher matcher = TEMPLATE.matcher(template);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "key must hold a name in angle brackets, was '" + template + "'");
        }
        return matcher.group(group);
    }

    private static ConfigKey copy(ConfigKey key, String name) {
        return new ConfigKey(
                name,
                key.type,
                key.defaultValue,
                key.validator,
                key.importance,
                key.documentation,
                key.group,
                key.orderInGroup,
                key.width,
                name,
                key.dependents,
                key.recommender,
                key.internalConfig);
    }
}
