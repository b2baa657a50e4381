package dev.followthrough.extract.rules;

import dev.followthrough.extract.rules.Element.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a {@code says}: places separated by blanks. {@code {lexicon}}, {@code {class}} (any, verb,
 * base, ing, past, present, noun, name, number, adjective, preposition, determiner, time), {@code
 * a|b} literal words, a {@code ?} at the end of a place makes it optional, {@code …} up to four
 * tokens, {@code {thing…}} one to eight, {@code {far…}} up to thirty, {@code ^} the clause's first
 * word, {@code $} its end.
 */
final class PatternParser {
    private static final int SHORT_GAP = 4;
    private static final int LONG_GAP = 8;
    private static final int FAR_GAP = 30;

    private final Map<String, Lexicon> lexicons;
    private final Set<String> used;
    private final Places places;

    PatternParser(Map<String, Lexicon> lexicons, Set<String> used, Places places) {
        this.lexicons = lexicons;
        this.places = places;
        this.used = used;
    }

    /** Throws {@link IllegalArgumentException} that says which place is wrong and why. */
    Pattern parse(String says) {
        List<Element> elements = new ArrayList<>();
        for (String place : says.strip().split(" +")) {
            elements.add(element(place));
        }
        return new Pattern(says, elements);
    }

    private Element element(String place) {
        switch (place) {
            case "^":
                return new Element.Start();
            case "$":
                return new Element.End();
            case "…":
                return new Element.Gap(0, SHORT_GAP);
            case "{thing…}":
                return new Element.Gap(1, LONG_GAP);
            case "{far…}":
                return new Element.Gap(0, FAR_GAP);
            default:
                return place.startsWith("{") ? named(place) : literal(place);
        }
    }

    private Element named(String place) {
        if (!place.endsWith("}")) {
            throw new IllegalArgumentException("place '" + place + "' must end in }");
        }
        boolean optional = place.endsWith("?}");
        String name = place.substring(1, place.length() - (optional ? 2 : 1));
        Lexicon lexicon = lexicons.get(name);
        if (lexicon != null) {
            used.add(name);
            return new Element.Entry(lexicon, optional, places.entry(lexicon));
        }
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(java.util.Locale.ROOT).equals(name)) {
                return new Element.Class(kind, optional);
            }
        }
        throw new IllegalArgumentException(
                "place '" + place + "' names no lexicon and no class of tokens");
    }

    private Element literal(String place) {
        boolean optional = place.endsWith("?");
        String words = optional ? place.substring(0, place.length() - 1) : place;
        if (words.isEmpty() || !words.equals(words.toLowerCase(java.util.Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "literal '" + place + "' must be lower case and not empty");
        }
        Set<String> choice = Set.of(words.split("\\|"));
        return new Element.Words(choice, optional, places.words(choice));
    }
}
