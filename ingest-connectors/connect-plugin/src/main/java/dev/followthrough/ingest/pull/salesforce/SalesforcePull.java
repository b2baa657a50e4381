package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.ModifiedFeed;
import dev.followthrough.ingest.pull.ModifiedRows;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.Tools;
import dev.followthrough.ingest.salesforce.SalesforceKind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An open org: a feed an object, woken by its change events where that is on. */
final class SalesforcePull implements Pull {
    private final List<Feed> feeds = new ArrayList<>();
    private final @Nullable ChangeEvents events;

    SalesforcePull(SalesforceSourceConfig config, Tools tools) {
        SalesforceApi api = new SalesforceApi(config, tools);
        OrgSource orgs = new OrgSource(api, config, tools.pace());
        AttachedNames names = new AttachedNames(api, config);
        this.events = config.listens() ? new ChangeEvents(config, api.login(), tools.pace()) : null;
        for (SalesforceKind kind : config.kinds()) {
            feeds.add(
                    new ModifiedFeed(
                            kind.object(),
                            watched(kind, new QueriedRows(api, kind, orgs, names)),
                            () ->
                                    kind.isDirectory()
                                            ? Instant.EPOCH // explains what is said from now on
                                            : config.startFrom(tools.clock().instant()),
                            config.overlap(),
                            config.pollInterval(),
                            tools));
        }
    }

    /** While there is more to read nobody need tell of changes. */
    private ModifiedRows watched(SalesforceKind kind, ModifiedRows rows) {
        return mark -> {
            ModifiedRows.Rows found = rows.after(mark);
            if (events != null && found.next() == null) {
                events.watch(kind.object());
            }
            return found;
        };
    }

    @Override
    public List<Feed> feeds() {
        return List.copyOf(feeds);
    }

    @Override
    public Duration attention() {
        return events == null ? Pull.super.attention() : ChangeEvents.ATTENTION;
    }

    @Override
    public Set<String> news() {
        return events == null ? Set.of() : events.news();
    }

    @Override
    public void close() {
        if (events != null) {
            events.close();
        }
    }
}
