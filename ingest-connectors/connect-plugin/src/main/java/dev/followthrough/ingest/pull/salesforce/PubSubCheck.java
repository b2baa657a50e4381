package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.salesforce.SalesforceKind;

import io.grpc.StatusRuntimeException;

import java.util.ArrayList;
import java.util.List;

/** Asks whether the change events of each object can be had. Where not, it is polled: no fault. */
final class PubSubCheck {
    private final SalesforceSourceConfig config;
    private final SalesforceLogin login;

    PubSubCheck(SalesforceSourceConfig config, SalesforceLogin login) {
        this.config = config;
        this.login = login;
    }

    List<Finding> findings() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        SalesforceLogin.Session session = login.sessionOfOrg();
        try (PubSubClient client =
                new PubSubClient(config.pubSubAddress(), config.requestTimeout())) {
            for (SalesforceKind kind : config.kinds()) {
                findings.add(finding(client, session, kind.object()));
            }
        } catch (StatusRuntimeException e) {
            findings.add(Finding.unknown(PubSubFailure.of(e).unheard(config.pubSubAddress())));
        }
        return findings;
    }

    /**
     * @throws StatusRuntimeException where the others need not be asked
     */
    private Finding finding(PubSubClient client, SalesforceLogin.Session session, String object) {
        try {
            boolean can = client.topic(session, ChangeStream.topic(object)).getCanSubscribe();
            return Finding.fine(
                    can
                            ? "change events of " + object + " can be subscribed"
                            : PubSubFailure.denied(object, "not allowed"));
        } catch (StatusRuntimeException e) {
            PubSubFailure failure = PubSubFailure.of(e);
            if (failure.isDenied()) {
                return Finding.fine(PubSubFailure.denied(object, failure.reason()));
            }
            throw e;
        }
    }
}
