package dev.followthrough.extract.parse;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people at hand, by full and first name, as long as a name means one person only. Knows no
 * directory: whoever is not at hand keeps the name that was said.
 */
public final class People {
    private final Map<String, List<Party>> byName = new HashMap<>();

    private People() {}

    /** Author, audience, mentioned, and whoever spoke before. */
    public static People of(Signal signal, Context context) {
        People people = new People();
        people.add(signal);
        context.previous().forEach(people::add);
        if (context.repliedTo() != null) {
            people.add(context.repliedTo());
        }
        return people;
    }

    private void add(Signal signal) {
        add(signal.author());
        signal.audience().forEach(this::add);
        signal.named().forEach(named -> add(named.party()));
    }

    private void add(Party party) {
        String name = party.name();
        if (name == null) {
            return;
        }
        String full = name.toLowerCase(Locale.ROOT).replace('’', '\'');
        put(full, party);
        int blank = full.indexOf(' ');
        if (blank > 1) {
            put(full.substring(0, blank), party);
        }
    }

    private void put(String key, Party party) {
        List<Party> known = byName.computeIfAbsent(key, k -> new ArrayList<>());
        for (int i = 0; i < known.size(); i++) {
            Party other = known.get(i);
            if (other.isSamePersonAs(party) || sameName(other, party)) {
                known.set(i, other.email() == null && party.email() != null ? party : other);
                return;
            }
        }
        known.add(party);
    }

    /** One of them without address: the same name in one conversation is one person. */
    private static boolean sameName(Party a, Party b) {
        return (a.email() == null || b.email() == null)
                && a.name() != null
                && a.name().equalsIgnoreCase(b.name());
    }

    /** Whether somebody at hand is called so. */
    public boolean knows(String lower) {
        return byName.containsKey(lower);
    }

    /** The one person of that name, else a party that holds the name only. */
    public Party resolve(String name) {
        Party found = find(name);
        String plain = plain(name);
        return found != null ? found : new Party("name:" + plain, plain, null, Side.UNKNOWN);
    }

    /** The one person of these initials (“DH”); absent where there is none or more than one. */
    public @Nullable Party initials(String letters) {
        Set<Party> found = new LinkedHashSet<>();
        byName.forEach(
                (name, known) -> {
                    if (name.contains(" ") && initialsOf(name).equalsIgnoreCase(letters)) {
                        found.addAll(known);
                    }
                });
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private static String initialsOf(String name) {
        return Arrays.stream(name.split(" +"))
                .map(part -> part.substring(0, 1))
                .collect(Collectors.joining());
    }

    /** “@dan.holt” as it is spoken. */
    private static String plain(String name) {
        return name.length() > 1 && name.startsWith("@")
                ? name.substring(1).replaceAll("(?<=\\p{L})[._](?=\\p{L})", " ")
                : name;
    }

    /** The one person of that name; absent where nobody or two are called so. */
    public @Nullable Party find(String name) {
        List<Party> known =
                byName.getOrDefault(
                        plain(name).toLowerCase(Locale.ROOT).replace('’', '\''), List.of());
        return known.size() == 1 ? known.get(0) : null;
    }
}
