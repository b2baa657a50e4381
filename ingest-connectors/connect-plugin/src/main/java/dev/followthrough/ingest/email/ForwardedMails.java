package dev.followthrough.ingest.email;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mails inside a forward that exist nowhere else. A mail that somebody of the receiving side
 * wrote or got lies in that side's own mailbox, so its copy is only history; what the forwarder's
 * side wrote among themselves is not, and the forward is the only place where it can be read.
 * Decided from the forward alone, so the order in which mails are read does not matter.
 */
final class ForwardedMails {
    private static final int MOST = 20;
    private static final Pattern SUBJECT =
            Pattern.compile(
                    "^\\s*(?:fwd?|wg|tr|rv|enc|vs|vb|vl|i|doorst|pd|ps|fyi|πρθ|ilt|továbbítás|转发|轉寄|転送)\\s?[:：]",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<String> FREE_MAIL =
            Set.of(
                    "gmail.com",
                    "googlemail.com",
                    "outlook.com",
                    "hotmail.com",
                    "live.com",
                    "yahoo.com",
                    "icloud.com",
                    "me.com",
                    "aol.com",
                    "gmx.de",
                    "gmx.net",
                    "web.de",
                    "proton.me",
                    "protonmail.com",
                    "mail.ru",
                    "yandex.ru",
                    "qq.com",
                    "163.com",
                    "msn.com");

    private final Signal outer;
    private final List<Line> lines;
    private final Set<String> receivers;

    private ForwardedMails(Signal outer, List<Line> lines) {
        this.outer = outer;
        this.lines = lines;
        this.receivers = receivers(outer);
    }

    /** One mail inside the forward. */
    record Inner(
            Party author,
            List<Party> audience,
            Instant saidAt,
            ZoneId zone,
            String text,
            String quoted) {}

    static List<Inner> in(Signal outer, String subject, Cut cut) {
        return isForward(subject, cut)
                ? new ForwardedMails(outer, cut.lines()).read(cut)
                : List.of();
    }

    private static boolean isForward(String subject, Cut cut) {
        int begins = cut.zones().indexOf(Zone.HISTORY);
        if (begins < 0) {
            return false;
        }
        for (int i = begins; i < Math.min(cut.lines().size(), begins + 4); i++) {
            if (Separator.isAt(cut.lines(), i)) {
                return Separator.isForward(cut.lines().get(i)) || SUBJECT.matcher(subject).find();
            }
        }
        return SUBJECT.matcher(subject).find();
    }

    private List<Inner> read(Cut cut) {
        List<Inner> found = new ArrayList<>();
        int at = cut.zones().indexOf(Zone.HISTORY);
        Instant latest = outer.saidAt();
        while (at < lines.size() && found.size() < MOST) {
            PrintedHeader header = lines.get(at).isQuote() ? null : PrintedHeader.at(lines, at);
            if (header == null) {
                at++;
                continue;
            }
            Inner inner = read(header, latest);
            if (inner != null) {
                latest = inner.saidAt();
                found.add(inner);
            }
            at = header.end();
        }
        return found.stream()
                .filter(inner -> !inner.text().isBlank() && !liesElsewhere(inner))
                .toList();
    }

    private @Nullable Inner read(PrintedHeader header, Instant latest) {
        Party from = Addresses.first(header.value(MailField.FROM));
        if (from == null) {
            return null;
        }
        List<Party> audience = new ArrayList<>(Addresses.in(header.value(MailField.TO)));
        audience.addAll(Addresses.in(header.value(MailField.CC)));
        Party author = known(from);
        Cut cut =
                ReplyCutter.cut(
                        lines.subList(header.end(), lines.size()),
                        author.name() == null ? "" : author.name());
        return new Inner(
                author,
                audience.stream().map(this::known).toList(),
                saidAt(header, latest),
                outer.zone(),
                cut.own(),
                cut.quoted());
    }

    /** A name without an address is the person of that name who takes part in the forward. */
    private Party known(Party party) {
        return party.email() != null
                ? party
                : people(outer).filter(one -> sameName(one, party)).findFirst().orElse(party);
    }

    private static boolean sameName(Party one, Party other) {
        return one.name() != null
                && other.name() != null
                && one.name().equalsIgnoreCase(other.name());
    }

    /**
     * Clients print the time in the forwarder's zone; no inner mail is younger than the one around
     * it.
     */
    private Instant saidAt(PrintedHeader header, Instant latest) {
        LocalDateTime local = MailDate.local(header.value(MailField.DATE));
        Instant said = local == null ? latest : local.atZone(outer.zone()).toInstant();
        return said.isAfter(latest) ? latest : said;
    }

    private boolean liesElsewhere(Inner inner) {
        return Stream.concat(Stream.of(inner.author()), inner.audience().stream())
                .map(ForwardedMails::house)
                .anyMatch(receivers::contains);
    }

    /**
     * Who has a mailbox that we read: the other houses the forward went to, else the only one there
     * is.
     */
    private static Set<String> receivers(Signal outer) {
        Set<String> houses =
                outer.audience().stream().map(ForwardedMails::house).collect(Collectors.toSet());
        String own = house(outer.author());
        if (houses.stream().anyMatch(house -> !house.equals(own))) {
            houses.remove(own);
        }
        return houses;
    }

    private static Stream<Party> people(Signal signal) {
        return Stream.concat(Stream.of(signal.author()), signal.audience().stream());
    }

    /** The domain, for free mail the address, else the name. */
    private static String house(Party party) {
        if (party.email() == null) {
            return party.label().toLowerCase(Locale.ROOT);
        }
        String domain = party.email().substring(party.email().lastIndexOf('@') + 1);
        return FREE_MAIL.contains(domain) ? party.email() : domain;
    }
}
