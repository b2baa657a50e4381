package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.ModifiedFeed;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.Tools;
import dev.followthrough.ingest.salesforce.SalesforceKind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An open org: a feed an object. */
final class SalesforcePull implements Pull {
    private final List<Feed> feeds = new ArrayList<>();

    SalesforcePull(SalesforceSourceConfig config, Tools tools) {
        SalesforceApi api = new SalesforceApi(config, tools);
        OrgSource orgs = new OrgSource(api, config, tools.pace());
        AttachedNames names = new AttachedNames(api, config);
        for (SalesforceKind kind : config.kinds()) {
            feeds.add(
                    new ModifiedFeed(
                            kind.object(),
                            new QueriedRows(api, kind, orgs, names),
                            () ->
                                    kind.isDirectory()
                                            ? Instant.EPOCH // explains what is said from now on
                                            : config.startFrom(tools.clock().instant()),
                            config.overlap(),
                            config.pollInterval(),
                            tools));
        }
    }

    @Override
    public List<Feed> feeds() {
        return List.copyOf(feeds);
    }
}
