package dev.followthrough.standalone.scan;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Link;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A scan for a person at a terminal: a line a commitment, its words below, and what should worry
 * them.
 */
public final class ScanTable {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm xxx", Locale.ENGLISH);

    private final Scan scan;
    private final StringBuilder out = new StringBuilder();

    private ScanTable(Scan scan) {
        this.scan = scan;
    }

    public static String of(Scan scan) {
        return new ScanTable(scan).text();
    }

    private String text() {
        line(
                String.format(
                        Locale.ROOT,
                        "%d signals said until %s: %s",
                        scan.counted(),
                        Fields.at(scan.asOf(), ZoneOffset.UTC),
                        sources()));
        if (scan.ledger().commitments().isEmpty()) {
            line("no commitments found");
        }
        Map<String, List<Commitment>> byAccount =
                scan.ledger().commitments().stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::account,
                                        java.util.LinkedHashMap::new,
                                        Collectors.toList()));
        byAccount.forEach(
                (account, commitments) -> {
                    line("");
                    line(
                            String.format(
                                    Locale.ROOT,
                                    "%s: %d commitments",
                                    account,
                                    commitments.size()));
                    commitments.forEach(this::commitment);
                });
        deals();
        return out.toString();
    }

    private String sources() {
        return scan.found().bySource().entrySet().stream()
                .map(e -> e.getValue() + " " + Fields.lower(e.getKey()))
                .collect(Collectors.joining(", "));
    }

    private String account(Commitment commitment) {
        return scan.ledger().accounts().stream()
                .filter(
                        account ->
                                account.account().equals(commitment.account())
                                        && account.name() != null)
                .map(account -> String.valueOf(account.name()))
                .findFirst()
                .orElse(commitment.account().value());
    }

    private void commitment(Commitment commitment) {
        List<String> reasons = reasons(commitment);
        String owner = Fields.owner(commitment);
        line(
                String.format(
                        Locale.ROOT,
                        "  %-9s %-8s %s",
                        Fields.lower(commitment.state()),
                        Fields.lower(commitment.side()),
                        commitment.title()));
        line(
                String.format(
                        Locale.ROOT,
                        "            due %s · owner %s%s",
                        when(commitment.due()),
                        owner == null ? "nobody" : owner,
                        reasons.isEmpty() ? "" : " · " + String.join(", ", reasons)));
        for (Link link : commitment.evidence()) {
            Evidence evidence = link.evidence();
            line(
                    String.format(
                            Locale.ROOT,
                            "            %-11s “%s” %s, %s",
                            Fields.lower(link.role()),
                            evidence.quote().replaceAll("\\s+", " "),
                            evidence.author().label(),
                            evidence.ref()));
        }
    }

    /**
     * How it reads: a day where a day was said, the minute where one was; the event or words where
     * no date follows.
     */
    public static String when(@org.jspecify.annotations.Nullable Due due) {
        if (due == null) {
            return "not said";
        }
        if (due.at() == null) {
            return due.anchor() != null ? "at " + due.anchor() : "“" + due.text() + "”";
        }
        String grain = Fields.grain(due);
        boolean fine = "minute".equals(grain) || "hour".equals(grain);
        return (fine ? MINUTE : DAY).format(due.at().atZone(due.zone()));
    }

    private List<String> reasons(Commitment commitment) {
        return scan.escalations().stream()
                .filter(escalation -> commitment.id().equals(escalation.subject().commitment()))
                .map(escalation -> shown(escalation.reason()))
                .toList();
    }

    private void deals() {
        List<Escalation> whole = new ArrayList<>(scan.escalations());
        whole.removeIf(escalation -> escalation.subject().commitment() != null);
        if (!whole.isEmpty()) {
            line("");
        }
        whole.forEach(
                escalation ->
                        line(
                                String.format(
                                        Locale.ROOT,
                                        "%s %s: %s",
                                        shown(escalation.reason()),
                                        escalation.words().what(),
                                        escalation.words().why())));
    }

    private static String shown(EscalationReason reason) {
        return reason.name().replace('_', ' ');
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
