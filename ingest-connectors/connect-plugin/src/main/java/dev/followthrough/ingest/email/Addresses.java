package dev.followthrough.ingest.email;

import dev.followthrough.contracts.model.Party;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People in address lists that are no valid header: as clients print them, or as broken mail has
 * them.
 */
final class Addresses {
    private static final int LONGEST = 16 * 1024;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\],;:\"]{1,64}@[^\\s<>()\\[\\],;:\"]{1,255}");

    /** Lotus Notes prints the time behind the name. */
    private static final Pattern NOTES_TIME =
            Pattern.compile(" on \\d{1,2}/\\d{1,2}/\\d{2,4}\\b.*$", Pattern.DOTALL);

    private static final Pattern REVERSED =
            Pattern.compile("([\\p{L}'’ -]{2,40}), ([\\p{L}'’. -]{2,40})");

    private Addresses() {}

    /** {@code Ana Lima <ana@a.example>; Bo [mailto:bo@b.example]; Cy} → three people. */
    static List<Party> in(String value) {
        List<Party> parties = new ArrayList<>();
        for (String part : parts(value.length() > LONGEST ? value.substring(0, LONGEST) : value)) {
            Party party = one(part);
            if (party != null) {
                parties.add(party);
            }
        }
        return parties;
    }

    /** The one person of a From line: {@code Lima, Ana on 08/28/2000 10:19 AM} → Ana Lima. */
    static @Nullable Party first(String value) {
        String bounded = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        return one(NOTES_TIME.matcher(bounded).replaceAll(""));
    }

    private static @Nullable Party one(String part) {
        Matcher address = ADDRESS.matcher(part);
        if (!address.find()) {
            return MailHeaders.party("", inOrder(name(part)));
        }
        return MailHeaders.party(
                address.group(), inOrder(name(part.substring(0, address.start()))));
    }

    /** Directories print the family name first. */
    private static String inOrder(String name) {
        Matcher reversed = REVERSED.matcher(name);
        return reversed.matches() ? reversed.group(2) + " " + reversed.group(1) : name;
    }

    private static String name(String text) {
        int bracket = text.length();
        for (char open : new char[] {'<', '[', '('}) {
            int at = text.indexOf(open);
            bracket = at >= 0 ? Math.min(bracket, at) : bracket;
        }
        return MailHeaders.decoded(text.substring(0, bracket).replace("\"", "").replace("'", ""));
    }

    /** Splits at semicolons, else at commas that stand behind an address or outside quotes. */
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        char separator = value.indexOf(';') >= 0 ? ';' : ',';
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            quoted = (c == '"') != quoted;
            if (c == separator && !quoted) {
                parts.add(value.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(value.substring(from));
        return parts;
    }
}
