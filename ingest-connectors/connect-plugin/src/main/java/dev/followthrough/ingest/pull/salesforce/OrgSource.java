package dev.followthrough.ingest.pull.salesforce;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Endless;
import dev.followthrough.ingest.pull.Pace;
import dev.followthrough.ingest.salesforce.SalesforceKind;
import dev.followthrough.ingest.salesforce.SalesforceOrg;
import dev.followthrough.ingest.salesforce.SalesforceRows;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The users that explain the rows. Asked once, and again where a row names somebody who is not
 * known, though not more often than once a minute. For one thread.
 */
final class OrgSource {
    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();
    private static final int MOST_PAGES = 10_000;

    private final SalesforceApi api;
    private final boolean asks;
    private final Pace pace;
    private @Nullable SalesforceOrg org;
    private long asked;

    OrgSource(SalesforceApi api, SalesforceSourceConfig config, Pace pace) {
        this.api = api;
        this.asks = config.kinds().contains(SalesforceKind.USER);
        this.pace = pace;
    }

    /** Explains these rows as well as Salesforce can. */
    SalesforceOrg explaining(List<JsonNode> rows) throws InterruptedException {
        SalesforceOrg now = org;
        boolean old = pace.nanos() - asked > PATIENCE;
        if (now == null || old && !rows.stream().allMatch(now::explains)) {
            now = new SalesforceOrg(asks ? users() : List.of());
            org = now;
            asked = pace.nanos();
        }
        return now;
    }

    private List<SalesforceOrg.User> users() throws InterruptedException {
        String object = SalesforceKind.USER.object();
        List<SalesforceOrg.User> users = new ArrayList<>();
        Endless guard = new Endless("salesforce users", MOST_PAGES);
        JsonNode page =
                api.query(
                        "SELECT " + String.join(",", SalesforceKind.USER.fields()) + " FROM User",
                        object);
        while (true) {
            for (JsonNode row : page.path("records")) {
                SalesforceOrg.User user = SalesforceRows.user(row);
                if (user != null) {
                    users.add(user);
                }
            }
            String next = page.path("nextRecordsUrl").asText("");
            if (next.isEmpty()) {
                return users;
            }
            guard.next(next);
            page = api.more(next, object);
        }
    }
}
