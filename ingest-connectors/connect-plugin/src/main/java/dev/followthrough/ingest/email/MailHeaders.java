package dev.followthrough.ingest.email;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the header of one message leniently: what cannot be read is missing, never an error. */
final class MailHeaders {
    private static final int LONGEST_VALUE = 64 * 1024;
    private static final int MOST_PARTIES = 500;
    private static final int LONGEST_NAME = 200;

    private final MimeMessage message;

    MailHeaders(MimeMessage message) {
        this.message = message;
    }

    /**
     * The values of a header, unfolded; raw bytes above ASCII are read as UTF-8 where they are
     * that.
     */
    List<String> all(String name) {
        String[] values;
        try {
            values = message.getHeader(name);
        } catch (MessagingException e) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (String value : values == null ? new String[0] : values) {
            found.add(
                    readable(
                            value.length() > LONGEST_VALUE
                                    ? value.substring(0, LONGEST_VALUE)
                                    : value));
        }
        return found;
    }

    @Nullable String first(String name) {
        List<String> values = all(name);
        return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0).strip();
    }

    boolean has(String name) {
        return first(name) != null;
    }

    private static String readable(String value) {
        String unfolded = value.replace("\r\n", "").replace('\n', ' ').replace('\r', ' ');
        if (unfolded.chars().allMatch(c -> c < 0x80)) {
            return unfolded;
        }
        boolean bytes = unfolded.chars().allMatch(c -> c < 0x100);
        return bytes
                ? Charsets.utf8OrWestern(unfolded.getBytes(StandardCharsets.ISO_8859_1))
                : unfolded;
    }

    /** Encoded words (RFC 2047) decoded; the raw text where they are broken. */
    static String decoded(String value) {
        try {
            return PlainLines.clean(MimeUtility.decodeText(value)).replaceAll("\\s+", " ").strip();
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return value.strip();
        }
    }

    /** The first id in the header, without its angle brackets. */
    @Nullable String firstId(String name) {
        String value = first(name);
        if (value == null) {
            return null;
        }
        int open = value.indexOf('<');
        int close = open < 0 ? -1 : value.indexOf('>', open);
        String id =
                close > open + 1
                        ? value.substring(open + 1, close)
                        : name.equals("In-Reply-To") ? bareId(value) : value;
        String bare = id.replaceAll("[\\s<>]+", "");
        return bare.isEmpty() || bare.length() > 998 ? null : bare;
    }

    /** Old clients write a sentence here; only a word that looks like an id is one. */
    private static String bareId(String value) {
        for (String word : value.split("\\s")) {
            if (word.indexOf('@') > 0) {
                return word;
            }
        }
        return "";
    }

    /** When the mail was sent, else when the first server that we know of had it. */
    @Nullable OffsetDateTime date() {
        OffsetDateTime sent = sane(MailDate.parse(first("Date")));
        if (sent != null) {
            return sent;
        }
        List<String> received = all("Received");
        for (int i = received.size() - 1; i >= 0; i--) {
            int semicolon = received.get(i).lastIndexOf(';');
            OffsetDateTime at =
                    semicolon < 0
                            ? null
                            : sane(MailDate.parse(received.get(i).substring(semicolon + 1)));
            if (at != null) {
                return at;
            }
        }
        return null;
    }

    private static @Nullable OffsetDateTime sane(@Nullable OffsetDateTime at) {
        return at == null
                        || at.getYear() < 1971
                        || at.toInstant().isAfter(Instant.parse("2200-01-01T00:00:00Z"))
                ? null
                : at;
    }

    /**
     * Who wrote it: From, else Sender, Reply-To, Return-Path; null where none of them names
     * anybody.
     */
    @Nullable Party author() {
        for (String name : List.of("From", "Sender", "Reply-To", "X-From", "Return-Path")) {
            List<Party> parties = parties(name);
            if (!parties.isEmpty()) {
                return parties.get(0);
            }
        }
        return null;
    }

    /** To and Cc, each once. */
    List<Party> audience() {
        Map<String, Party> parties = new LinkedHashMap<>();
        for (String name : List.of("To", "Cc")) {
            parties(name).forEach(party -> parties.putIfAbsent(party.id(), party));
        }
        return parties.values().stream().limit(MOST_PARTIES).toList();
    }

    List<Party> parties(String name) {
        List<Party> parties = new ArrayList<>();
        all(name).forEach(value -> parties.addAll(parse(value)));
        return parties;
    }

    /** The people of an address list as printed in a header; groups without members are nobody. */
    static List<Party> parse(String value) {
        List<Party> parties = new ArrayList<>();
        try {
            for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
                addTo(parties, address);
            }
        } catch (MessagingException | RuntimeException e) {
            Addresses.in(value).forEach(parties::add);
        }
        return parties;
    }

    private static void addTo(List<Party> parties, InternetAddress address)
            throws MessagingException {
        if (address.isGroup()) {
            InternetAddress[] members = address.getGroup(false);
            for (InternetAddress member : members == null ? new InternetAddress[0] : members) {
                add(parties, member.getAddress(), member.getPersonal());
            }
            return;
        }
        add(parties, address.getAddress(), address.getPersonal());
    }

    private static void add(
            List<Party> parties, @Nullable String address, @Nullable String personal) {
        Party party =
                party(address == null ? "" : address, personal == null ? "" : decoded(personal));
        if (party != null) {
            parties.add(party);
        }
    }

    /** A person known by address, else by name alone; null where there is neither. */
    static @Nullable Party party(String address, String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        String bare = address.replaceAll("[\\s<>\"]+", "").toLowerCase(Locale.ROOT);
        if (bare.indexOf('@') > 0
                && bare.indexOf('@') < bare.length() - 1
                && bare.length() <= 320) {
            return new Party("mail:" + bare, shown, bare, Side.UNKNOWN);
        }
        String only = shown.isBlank() ? decoded(address) : shown;
        String cut = only.length() > LONGEST_NAME ? only.substring(0, LONGEST_NAME) : only;
        return cut.isBlank()
                ? null
                : new Party(
                        "mail:" + cut.strip().toLowerCase(Locale.ROOT), cut, null, Side.UNKNOWN);
    }
}
