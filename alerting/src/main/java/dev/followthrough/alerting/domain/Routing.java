package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * Where an escalation is shown: the first route that fits, else the default.
 *
 * @param otherwise destination where no route fits, as {@code slack:<channel id>} or {@code
 *     terminal:}
 */
public record Routing(List<Route> routes, String otherwise) {
    /**
     * A destination for what fits every condition that is stated.
     *
     * @param account account id or name
     * @param owner mail address of the owner of the work, lower case
     */
    public record Route(
            @Nullable String account,
            @Nullable String owner,
            @Nullable Side side,
            @Nullable EscalationReason reason,
            String to) {
        boolean fits(Facts facts) {
            return (account == null
                            || account.equals(facts.account())
                            || account.equals(facts.accountName()))
                    && (owner == null || owner.equals(facts.owner()))
                    && (side == null || side == facts.side())
                    && (reason == null || reason == facts.reason());
        }
    }

    /** What routes look at. */
    public record Facts(
            String account,
            @Nullable String accountName,
            @Nullable String owner,
            Side side,
            EscalationReason reason) {
        public Facts {
            owner = owner == null ? null : owner.toLowerCase(Locale.ROOT);
        }
    }

    public Routing {
        routes = List.copyOf(routes);
    }

    /** The destination for these facts. */
    public String destination(Facts facts) {
        return routes.stream()
                .filter(route -> route.fits(facts))
                .map(Route::to)
                .findFirst()
                .orElse(otherwise);
    }
}
