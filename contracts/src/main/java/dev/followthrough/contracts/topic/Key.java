package dev.followthrough.contracts.topic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A record's key: {@code <place>~<rest>~…}. The place alone decides the partition. {@code ~} and
 * {@code %} inside parts are percent-encoded.
 *
 * @param place conversation, account, entity or destination
 * @param rest what tells records of one place apart
 */
public record Key(String place, List<String> rest) {
    /** Stands between the parts. */
    public static final char SEPARATOR = '~';

    public Key {
        if (place.isEmpty()) {
            throw new IllegalArgumentException("place of a key must not be empty");
        }
        rest = List.copyOf(rest);
    }

    public static Key of(String place, String... rest) {
        return new Key(place, List.of(rest));
    }

    /** Reads an encoded key; never fails on one that {@link #toString} wrote. */
    public static Key parse(String encoded) {
        List<String> parts = new ArrayList<>();
        for (String part : encoded.split(String.valueOf(SEPARATOR), -1)) {
            parts.add(decode(part));
        }
        return new Key(parts.get(0), parts.subList(1, parts.size()));
    }

    /** The part before the first separator, still encoded: what placement hashes. */
    static String encodedPlace(String encoded) {
        int end = encoded.indexOf(SEPARATOR);
        return end < 0 ? encoded : encoded.substring(0, end);
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(encode(place));
        rest.forEach(part -> out.append(SEPARATOR).append(encode(part)));
        return out.toString();
    }

    static String encode(String part) {
        return part.replace("%", "%25").replace("~", "%7E");
    }

    private static String decode(String part) {
        return part.replace("%7E", "~").replace("%25", "%");
    }
}
