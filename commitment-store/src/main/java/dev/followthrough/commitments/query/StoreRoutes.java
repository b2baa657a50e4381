package dev.followthrough.commitments.query;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Placement;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.http.Route;
import dev.followthrough.service.query.Peers;

import java.util.List;
import java.util.Map;

/** The routes of the store. Each query names its partition by the one placement of keys. */
public final class StoreRoutes {
    private final Ledgers ledgers;
    private final Routing routing;
    private final AccountList accounts;

    public StoreRoutes(Ledgers ledgers, Peers peers) {
        this.ledgers = ledgers;
        this.routing = new Routing(peers);
        this.accounts = new AccountList(ledgers, peers);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/accounts", accounts::answer),
                Route.get("/v1/accounts/{id}/commitments", this::ofAccount),
                Route.get("/v1/accounts/{id}/orphaned-decisions", this::orphans),
                Route.get("/v1/commitments/{id}", this::commitment),
                Route.get("/v1/commitments/{id}/events", this::events),
                Route.get("/v1/deals/{id}/handoff", this::handoff));
    }

    private Response ofAccount(Request request) {
        AccountId account = new AccountId(request.parameter("id"));
        return routing.answer(
                request,
                ledgers.ledger(partition(Keys.account(account)), Routing.stale(request)),
                tables -> CommitmentAnswers.ofAccount(tables, account, request));
    }

    private Response orphans(Request request) {
        AccountId account = new AccountId(request.parameter("id"));
        return routing.answer(
                request,
                ledgers.ledger(partition(Keys.account(account)), Routing.stale(request)),
                tables -> CommitmentAnswers.orphans(tables, account, request));
    }

    private Response commitment(Request request) {
        CommitmentId id = id(request);
        return routing.answer(
                request,
                ledgers.ledger(partition(Keys.commitment(id)), Routing.stale(request)),
                tables -> CommitmentAnswers.one(tables, id));
    }

    private Response events(Request request) {
        CommitmentId id = id(request);
        return routing.answer(
                request,
                ledgers.ledger(partition(Keys.commitment(id)), Routing.stale(request)),
                tables -> CommitmentAnswers.events(tables, id, request));
    }

    private static CommitmentId id(Request request) {
        String id = request.parameter("id");
        Key key = Key.parse(id);
        if (key.rest().size() != 1 || !key.toString().equals(id)) {
            throw Problem.badRequest(
                    "a commitment's id must be <account>~<hash>, percent-encoded in the path, was '"
                            + id
                            + "'");
        }
        return new CommitmentId(id);
    }

    /** The deal's own partition knows its account, the account's partition its handoff. */
    private Response handoff(Request request) {
        DealId deal = new DealId(request.parameter("id"));
        String account = request.query("account");
        if (account != null && !account.isBlank()) {
            return handoff(request, deal, new AccountId(account));
        }
        String entity = "deal:" + deal;
        return routing.answer(
                request,
                ledgers.homes(partition(Key.of(entity)), Routing.stale(request)),
                homes -> {
                    String home = homes.accountOf(Key.of(entity).toString());
                    if (home == null) {
                        throw Problem.notFound("no deal '" + deal + "' with an account");
                    }
                    return handoff(request, deal, new AccountId(home));
                });
    }

    private Response handoff(Request request, DealId deal, AccountId account) {
        return routing.answer(
                request,
                ledgers.ledger(partition(Keys.account(account)), Routing.stale(request)),
                Map.of("account", account.value()),
                tables -> HandoffAnswer.of(tables, account, deal));
    }

    private int partition(Key key) {
        return Placement.partition(key, ledgers.partitions());
    }
}
