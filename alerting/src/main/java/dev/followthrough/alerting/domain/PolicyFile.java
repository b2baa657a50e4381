package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Severity;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads the policy file; every mistake is named with its place. What a file leaves out is as in the
 * bundled {@code policy.yaml}.
 */
final class PolicyFile {
    private static final String BUNDLED = "policy.yaml";
    private static final double INTERRUPT_FROM = 0.8;
    private static final int LONGEST = 256 * 1024;

    private final List<PolicyRefused.Error> errors = new ArrayList<>();
    private final YamlNode.Reading reading;

    private final Map<EscalationReason, ReasonRule> bundled;

    private PolicyFile(String file, Map<EscalationReason, ReasonRule> bundled) {
        this.reading = new YamlNode.Reading(file, errors);
        this.bundled = bundled;
    }

    /** Read once. */
    private static final class Bundled {
        static final EscalationPolicy POLICY = read();

        private static EscalationPolicy read() {
            return PolicyFile.parse(BUNDLED, text(), Map.of());
        }
    }

    static EscalationPolicy bundled() {
        return Bundled.POLICY;
    }

    private static String text() {
        try (InputStream in =
                Objects.requireNonNull(
                        EscalationPolicy.class.getResourceAsStream("/" + BUNDLED), BUNDLED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("bundled policy.yaml cannot be read", e);
        }
    }

    static EscalationPolicy parse(String file, String yaml) {
        return parse(file, yaml, bundled().rules());
    }

    private static EscalationPolicy parse(
            String file, String yaml, Map<EscalationReason, ReasonRule> bundled) {
        PolicyFile policy = new PolicyFile(file, bundled);
        if (yaml.length() > LONGEST) {
            policy.reading.error(
                    new YamlNode.Place(1, 1),
                    "policy",
                    yaml.length() + " characters",
                    "must have at most " + LONGEST + " characters");
            throw new PolicyRefused(policy.errors);
        }
        YamlNode node = YamlNode.read(file, yaml, policy.errors);
        EscalationPolicy read =
                policy.errors.isEmpty()
                        ? policy.read(PolicyKeys.of(policy.reading, "", node))
                        : null;
        if (read == null || !policy.errors.isEmpty()) {
            throw new PolicyRefused(policy.errors);
        }
        return read;
    }

    private EscalationPolicy read(PolicyKeys keys) {
        ZoneId zone =
                keys.scalar(
                        "zone",
                        ZoneId.of("UTC"),
                        "must be an IANA zone such as Europe/London",
                        ZoneId::of);
        Duration settling = keys.duration("settling", Duration.ofMinutes(1));
        Duration freshFor = keys.duration("fresh_for", Duration.ofDays(3));
        double interruptFrom = keys.fraction("interrupt_from", INTERRUPT_FROM);
        Instant alertFrom =
                keys.optional(
                        "alert_from",
                        "must be an instant such as 2026-01-31T00:00:00Z",
                        Instant::parse);
        Set<Side> sides = keys.choices("sides", Side.class, Set.of(Side.OURS));
        PolicyKeys reasons = keys.map("reasons");
        Duration unownedAfter =
                threshold(reasons, EscalationReason.UNOWNED, "after", Duration.ofHours(24));
        Duration staleAfter =
                threshold(reasons, EscalationReason.STALE, "after", Duration.ofDays(7));
        Duration dueSoonWithin =
                threshold(reasons, EscalationReason.DUE_SOON, "within", Duration.ofHours(48));
        Map<EscalationReason, ReasonRule> rules = rules(reasons);
        Routing routing = routing(keys.map("routing"));
        Hours hours = hours(keys.map("hours"));
        Budget budget = budget(keys.map("budget"));
        keys.noOthers();
        return new EscalationPolicy(
                zone,
                settling,
                freshFor,
                interruptFrom,
                alertFrom,
                sides,
                rules,
                unownedAfter,
                staleAfter,
                dueSoonWithin,
                routing,
                hours,
                budget);
    }

    private static Duration threshold(
            PolicyKeys reasons, EscalationReason reason, String key, Duration otherwise) {
        return reasons.has(name(reason))
                ? reasons.map(name(reason)).duration(key, otherwise)
                : otherwise;
    }

    private Map<EscalationReason, ReasonRule> rules(PolicyKeys reasons) {
        Map<EscalationReason, ReasonRule> rules = new EnumMap<>(EscalationReason.class);
        for (EscalationReason reason : EscalationReason.values()) {
            PolicyKeys keys = reasons.map(name(reason));
            ReasonRule otherwise =
                    bundled.getOrDefault(reason, new ReasonRule(true, Severity.WARNING, List.of()));
            boolean enabled = keys.flag("enabled", otherwise.enabled());
            Severity severity = keys.choice("severity", Severity.class, otherwise.severity());
            switch (reason) {
                case UNOWNED, STALE -> keys.expect("after");
                case DUE_SOON -> keys.expect("within");
                case OVERDUE, CONFLICT, HANDOFF_GAP -> {}
            }
            rules.put(
                    reason,
                    new ReasonRule(
                            enabled,
                            severity,
                            keys.has("raise") ? raises(keys, severity) : otherwise.raises()));
            keys.expect("raise");
            keys.noOthers();
        }
        reasons.noOthers();
        return rules;
    }

    private static List<ReasonRule.Raise> raises(PolicyKeys keys, Severity otherwise) {
        List<ReasonRule.Raise> raises = new ArrayList<>();
        for (PolicyKeys raise : keys.maps("raise")) {
            Duration after = raise.duration("after", Duration.ZERO);
            if (!raise.has("after")
                    || (!raises.isEmpty()
                            && after.compareTo(raises.get(raises.size() - 1).after()) <= 0)) {
                raise.error("after", "must be there and longer than the one before");
            }
            raises.add(
                    new ReasonRule.Raise(
                            after, raise.choice("severity", Severity.class, otherwise)));
            raise.noOthers();
        }
        return raises;
    }

    private static Routing routing(PolicyKeys keys) {
        String otherwise = destination(keys, "default", "terminal:");
        List<Routing.Route> routes = new ArrayList<>();
        for (PolicyKeys route : keys.maps("routes")) {
            routes.add(route(route));
            route.noOthers();
        }
        keys.noOthers();
        return new Routing(routes, otherwise);
    }

    private static Routing.Route route(PolicyKeys keys) {
        String account =
                keys.optional("account", "must be an account's id or name", PolicyFile::text);
        String owner = keys.optional("owner", "must be a mail address", PolicyFile::address);
        Side side = keys.has("side") ? keys.choice("side", Side.class, Side.OURS) : null;
        EscalationReason reason =
                keys.has("reason")
                        ? keys.choice("reason", EscalationReason.class, EscalationReason.OVERDUE)
                        : null;
        if (!keys.has("to")) {
            keys.error("to", "must be there");
        }
        if (account == null && owner == null && side == null && reason == null) {
            keys.error(
                    "to",
                    "must come with account, owner, side or reason; what fits everything is routing.default");
        }
        return new Routing.Route(
                account, owner, side, reason, destination(keys, "to", "terminal:"));
    }

    private static String destination(PolicyKeys keys, String key, String otherwise) {
        return keys.scalar(
                key,
                otherwise,
                "must be slack:<channel id> or terminal:",
                text -> text.matches("slack:[A-Z0-9]{2,20}|terminal:") ? text : null);
    }

    private static Hours hours(PolicyKeys keys) {
        LocalTime start = keys.time("start", LocalTime.MIDNIGHT);
        LocalTime end = keys.time("end", LocalTime.MIDNIGHT);
        boolean ordered = !end.isBefore(start);
        if (!ordered) {
            keys.error("end", "must not come before start");
        }
        Set<DayOfWeek> off = keys.choices("days_off", DayOfWeek.class, Set.of());
        boolean works = off.size() < DayOfWeek.values().length;
        if (!works) {
            keys.error("days_off", "must leave a day of work");
        }
        Set<LocalDate> holidays =
                new HashSet<>(
                        keys.list(
                                "holidays", "must be dates such as 2026-12-25", LocalDate::parse));
        keys.noOthers();
        return new Hours(start, ordered ? end : start, works ? off : Set.of(), holidays);
    }

    private static Budget budget(PolicyKeys keys) {
        int perDay = keys.number("per_person_per_day", 5, 1_000);
        LocalTime digestAt = keys.time("digest_at", LocalTime.of(9, 0));
        keys.noOthers();
        return new Budget(perDay, digestAt);
    }

    private static @Nullable String text(String text) {
        return text.isBlank() ? null : text;
    }

    private static @Nullable String address(String text) {
        return text.contains("@") ? text.toLowerCase(Locale.ROOT) : null;
    }

    private static String name(EscalationReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
