package dev.followthrough.ingest.pull;

import dev.followthrough.ingest.connect.LinkTemplate;
import dev.followthrough.ingest.email.MailPermalink;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The setting of every connector that reads mail: where a mail opens. */
public final class MailPermalinkConfig {
    public static final String PERMALINK = "mail.permalink";

    private MailPermalinkConfig() {}

    /** Adds it; its value is a template as {@link MailPermalink} takes it. */
    public static ConfigDef define(ConfigDef def) {
        return def.define(
                PERMALINK,
                Type.STRING,
                "",
                new LinkTemplate(MailPermalink.MESSAGE_ID, MailPermalink.GMAIL),
                Importance.LOW,
                "Where a mail opens by its Message-ID, so that evidence leads to it: "
                        + MailPermalink.GMAIL
                        + " at Gmail. Empty where no web mail finds one so.");
    }
}
