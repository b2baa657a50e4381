package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.PullSource;
import dev.followthrough.ingest.pull.Tools;
import dev.followthrough.ingest.salesforce.SalesforceKind;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Salesforce org. */
public final class SalesforceSource implements PullSource {
    @Override
    public String name() {
        return "salesforce";
    }

    @Override
    public ConfigDef config() {
        return SalesforceSourceConfig.DEF;
    }

    @Override
    public int maxTasks(Map<String, String> settings) {
        return new SalesforceSourceConfig(settings).kinds().size();
    }

    @Override
    public Pull open(Map<String, String> settings, Tools tools) {
        return new SalesforcePull(new SalesforceSourceConfig(settings), tools);
    }

    /** The login, then each object with all its fields, then its change events. */
    @Override
    public List<Finding> check(Map<String, String> settings, Tools tools)
            throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        try {
            SalesforceSourceConfig config = new SalesforceSourceConfig(settings);
            SalesforceApi api = new SalesforceApi(config, tools);
            findings.add(Finding.fine("logged in to " + api.instance()));
            for (SalesforceKind kind : config.kinds()) {
                findings.add(readable(api, kind));
            }
            if (config.listens()) {
                findings.addAll(new PubSubCheck(config, api.login()).findings());
            }
        } catch (ConfigException e) {
            findings.add(
                    Finding.wrong(
                            SalesforceSourceConfig.PRIVATE_KEY, String.valueOf(e.getMessage())));
        } catch (PullException.Refused e) {
            findings.add(e.found(SalesforceSourceConfig.CLIENT_ID));
        }
        return findings;
    }

    private static Finding readable(SalesforceApi api, SalesforceKind kind)
            throws InterruptedException {
        try {
            api.query(
                    "SELECT "
                            + String.join(",", kind.fields())
                            + " FROM "
                            + kind.object()
                            + " LIMIT 1",
                    kind.object());
            return Finding.fine(kind.object() + " can be read");
        } catch (PullException.Refused e) {
            return e.found(SalesforceSourceConfig.OBJECTS);
        }
    }
}
