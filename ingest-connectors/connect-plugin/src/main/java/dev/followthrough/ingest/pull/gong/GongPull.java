package dev.followthrough.ingest.pull.gong;

import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.Tools;

import java.util.List;

/** An open company: a feed a workspace that is named, else one of all calls. */
final class GongPull implements Pull {
    /** Feeds keep caches: they are the same ones each time. */
    private final List<Feed> feeds;

    GongPull(GongSourceConfig config, Tools tools) {
        GongApi api = new GongApi(config, tools);
        this.feeds =
                config.workspaces().stream()
                        .<Feed>map(workspace -> new CallsFeed(api, config, workspace, tools))
                        .toList();
    }

    @Override
    public List<Feed> feeds() {
        return feeds;
    }
}
