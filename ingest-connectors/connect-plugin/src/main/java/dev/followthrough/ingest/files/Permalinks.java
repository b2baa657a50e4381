package dev.followthrough.ingest.files;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.email.MailPermalink;
import dev.followthrough.ingest.slack.SlackPermalink;

import java.util.Optional;

/**
 * Where a person opens what a file holds: what the file itself does not say.
 *
 * @param slack the workspace's address, with a slash at its end; empty where it is not known
 * @param mail a template as {@link MailPermalink} takes it
 */
record Permalinks(String slack, String mail) {
    Optional<String> of(Signal signal) {
        return signal.source() == Source.SLACK
                ? SlackPermalink.of(slack, signal)
                : MailPermalink.of(mail, signal);
    }
}
