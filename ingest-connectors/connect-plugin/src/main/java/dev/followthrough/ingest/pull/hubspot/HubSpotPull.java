package dev.followthrough.ingest.pull.hubspot;

import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.ModifiedFeed;
import dev.followthrough.ingest.pull.ModifiedRows;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.Tools;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An open account: two feeds a kind of object, what was modified and what was archived. */
final class HubSpotPull implements Pull {
    private final List<Feed> feeds = new ArrayList<>();

    HubSpotPull(HubSpotSourceConfig config, Tools tools) {
        HubSpotApi api = new HubSpotApi(config, tools);
        PortalSource portals = new PortalSource(api, config, tools.pace());
        ObjectItems items = new ObjectItems(api, portals, config.namesAttachments());
        for (HubSpotKind kind : config.kinds()) {
            ModifiedRows rows =
                    kind == HubSpotKind.OWNER
                            ? new OwnerRows(portals, items)
                            : new ObjectRows(api, kind, items);
            feeds.add(
                    new ModifiedFeed(
                            kind.list(),
                            rows,
                            () ->
                                    kind.isDirectory()
                                            ? Instant.EPOCH // explains what is said from now on
                                            : config.startFrom(tools.clock().instant()),
                            config.overlap(),
                            config.pollInterval(),
                            tools));
            if (kind != HubSpotKind.OWNER) {
                feeds.add(new ArchivedFeed(api, config, kind, items, tools.clock()));
            }
        }
    }

    @Override
    public List<Feed> feeds() {
        return List.copyOf(feeds);
    }
}
