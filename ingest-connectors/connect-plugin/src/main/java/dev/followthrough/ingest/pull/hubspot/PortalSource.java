package dev.followthrough.ingest.pull.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.hubspot.HubSpotPermalink;
import dev.followthrough.ingest.hubspot.HubSpotPortal;
import dev.followthrough.ingest.pull.Endless;
import dev.followthrough.ingest.pull.Pace;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What explains the objects: owners, the meaning of deal stages, the account's zone. Asked once,
 * and again where an object names an owner or a stage that is not known, though not more often than
 * once a minute. For one thread.
 */
final class PortalSource {
    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();
    private static final int MOST_PAGES = 1000;

    private final HubSpotApi api;
    private final List<HubSpotKind> kinds;
    private final Pace pace;
    private @Nullable HubSpotPortal portal;
    private String account = "";
    private long asked;

    /** Asks for what the app may read by the kinds of objects it is to read. */
    PortalSource(HubSpotApi api, HubSpotSourceConfig config, Pace pace) {
        this.api = api;
        this.kinds = config.kinds();
        this.pace = pace;
    }

    /** Explains these objects as well as HubSpot can. */
    HubSpotPortal explaining(List<JsonNode> objects) throws InterruptedException {
        HubSpotPortal now = portal;
        boolean old = pace.nanos() - asked > PATIENCE;
        if (now == null || old && !objects.stream().allMatch(now::explains)) {
            now = ask();
            portal = now;
            asked = pace.nanos();
        }
        return now;
    }

    private HubSpotPortal ask() throws InterruptedException {
        JsonNode details = api.get("/account-info/v3/details", "the account");
        account = HubSpotPermalink.records(details);
        return HubSpotPortal.of(
                kinds.contains(HubSpotKind.OWNER) ? owners() : List.of(),
                kinds.contains(HubSpotKind.DEAL)
                        ? api.get("/crm/v3/pipelines/deals", HubSpotKind.DEAL.list())
                        : MissingNode.getInstance(),
                details);
    }

    /** Where a person opens records of the account; empty where that is not known. */
    String account() {
        return account;
    }

    /** All of them, those who left too. */
    List<JsonNode> owners() throws InterruptedException {
        List<JsonNode> owners = new ArrayList<>();
        for (String archived : List.of("true", "false")) {
            String after = "";
            Endless guard = new Endless("hubspot owners", MOST_PAGES);
            do {
                guard.next(after);
                JsonNode page =
                        api.get(
                                "/crm/v3/owners?limit=100&archived="
                                        + archived
                                        + (after.isEmpty() ? "" : "&after=" + after),
                                HubSpotKind.OWNER.list());
                page.path("results").forEach(owners::add);
                after = page.path("paging").path("next").path("after").asText("");
            } while (!after.isEmpty());
        }
        return owners;
    }
}
