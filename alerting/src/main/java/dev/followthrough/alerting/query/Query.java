package dev.followthrough.alerting.query;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.query.Page;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is asked for.
 *
 * @param only the one partition to look at; -1 for all
 * @param first partition in which the page starts
 * @param from key at which the page starts; empty for the beginning
 */
record Query(
        @Nullable AccountId account,
        @Nullable EscalationReason reason,
        boolean stale,
        int limit,
        int only,
        int first,
        String from) {

    static Query of(Request request, int partitions) {
        AccountId account = account(request);
        int asked = request.number("partition", -1, 0, partitions - 1);
        int only = account == null ? asked : EscalationRoutes.partition(account, partitions);
        String cursor = request.query("cursor");
        int first = cursor == null ? Math.max(only, 0) : partition(cursor);
        String from = cursor == null ? "" : key(cursor);
        boolean fits =
                first < partitions
                        && (only < 0 || first == only)
                        && (account == null
                                || from.isEmpty()
                                || from.startsWith(EscalationRoutes.prefix(account)));
        if (!fits || (asked >= 0 && asked != (only < 0 ? asked : only))) {
            throw Page.badCursor();
        }
        return new Query(
                account, reason(request), stale(request), Page.limit(request), only, first, from);
    }

    boolean covers(int partition) {
        return only < 0 || partition == only;
    }

    String prefix() {
        return account == null ? "" : EscalationRoutes.prefix(account);
    }

    boolean shows(Escalation escalation) {
        return !(escalation.state() instanceof Escalation.State.Resolved)
                && (reason == null || escalation.reason() == reason);
    }

    static String cursor(int partition, String key) {
        return Page.cursor(partition + ":" + key);
    }

    static String key(String cursor) {
        return text(cursor).substring(text(cursor).indexOf(':') + 1);
    }

    private static int partition(String cursor) {
        return Integer.parseInt(text(cursor).substring(0, text(cursor).indexOf(':')));
    }

    private static String text(String cursor) {
        String text = Page.decoded(cursor);
        int colon = text.indexOf(':');
        if (colon < 1 || !text.substring(0, colon).matches("\\d{1,4}")) {
            throw Page.badCursor();
        }
        return text;
    }

    private static @Nullable AccountId account(Request request) {
        String account = request.query("account");
        if (account != null && account.isBlank()) {
            throw Problem.badRequest("query parameter 'account' must be an account's id, was ''");
        }
        return account == null ? null : new AccountId(account);
    }

    private static @Nullable EscalationReason reason(Request request) {
        String reason = request.query("reason");
        if (reason == null) {
            return null;
        }
        return Arrays.stream(EscalationReason.values())
                .filter(each -> name(each).equals(reason))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.badRequest(
                                        "query parameter 'reason' must be one of "
                                                + Arrays.stream(EscalationReason.values())
                                                        .map(Query::name)
                                                        .collect(Collectors.joining(", "))
                                                + ", was '"
                                                + reason
                                                + "'"));
    }

    private static String name(EscalationReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a standby may answer. */
    private static boolean stale(Request request) {
        String stale = request.query("stale");
        if (stale != null && !stale.equals("allow")) {
            throw Problem.badRequest(
                    "query parameter 'stale' must be 'allow' or absent, was '" + stale + "'");
        }
        return stale != null;
    }
}
