package dev.followthrough.alerting.notify;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.MentionId;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.model.Severity;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.topic.Keys;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What outlives a notifier: Slack, the two topics, the clock. */
final class World implements AutoCloseable {
    static final String CHANNEL = "C0123456789";
    static final String DESTINATION = "slack:" + CHANNEL;
    static final Instant START = Instant.parse("2026-03-11T16:00:00Z");

    /** Shorter than the time between sweeps: what is due later is not waited for. */
    static final Duration SOON = Duration.ofMinutes(5);

    Instant now = START;
    final FakeSlack slack = new FakeSlack(() -> now);
    final List<Delivery> log = new ArrayList<>();
    final Map<String, Message> wanted = new LinkedHashMap<>();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    static Message message(String escalation, int revision, boolean standing, String... log) {
        return message(DESTINATION, escalation, revision, standing, log);
    }

    static Message message(
            String destination, String escalation, int revision, boolean standing, String... log) {
        return new Message(
                destination,
                new EscalationId(escalation),
                new AccountId("hubspot:company/77"),
                Severity.WARNING,
                standing,
                "Overdue: send the report, revision " + revision,
                List.of(
                        "Brackenridge · owner Ben",
                        "Was due Tue 10 Mar 2026 (UTC); nothing says that it was done.",
                        "> I'll send the report by Tuesday",
                        "Next: Deliver it now, or agree a new date with the customer."),
                List.of(log),
                new MentionId(new SignalId("slack:T1/C1/1741600000.000100"), 0),
                new ConversationId("slack:T1/C1"),
                "I'll send the report by Tuesday",
                List.of(new ActionId("slack:T1/C1/1/U1/2")),
                (standing ? "s" : "r") + revision);
    }

    void want(Message message) {
        wanted.put(key(message), message);
    }

    static String key(Message message) {
        return Keys.message(message.destination(), message.escalation()).toString();
    }

    Delivery delivery(String escalation) {
        return log.stream()
                .filter(one -> one.escalation().value().equals(escalation))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** A notifier process that starts now. */
    Life life(Pulse pulse) {
        return new Life(this, new Pulsed(slackOutlet(), pulse), pulse);
    }

    Life life(Outlet outlet) {
        return new Life(this, outlet, Pulse.NONE);
    }

    /** Starts a notifier and lets it work until nothing is left to do; a crash ends it. */
    void live(Pulse pulse) {
        try {
            life(pulse).run();
        } catch (Pulse.Crash crash) {
            // The process is gone; what it knew with it.
        }
    }

    SlackOutlet slackOutlet() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.endpoint());
        config.setStatsEnabled(false);
        SlackHttpClient http =
                new SlackHttpClient(
                        SlackHttpClient.buildOkHttpClient(config)
                                .newBuilder()
                                .retryOnConnectionFailure(false)
                                .build());
        http.setConfig(config);
        return new SlackOutlet(Slack.getInstance(config, http).methods("xoxb-test"), Duration.ZERO);
    }

    double count(String outcome) {
        return metrics.find("followthrough.deliveries").tag("outcome", outcome).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    @Override
    public void close() {
        slack.close();
    }
}
