package dev.followthrough.alerting.app;

import static org.apache.kafka.common.config.ConfigDef.Range.between;

import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.alerting.domain.PolicyRefused;
import dev.followthrough.service.config.ConfigException;
import dev.followthrough.service.config.ConfigException.Fault;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** The settings of alerting, and the policy that one of them names. */
final class AlertingSettings {
    static final String POLICY_FILE = "alerting.policy.file";
    static final String SETTLING = "alerting.settling.ms";
    static final String INTERRUPT_FROM = "alerting.interrupt.confidence";
    static final String DESTINATION = "alerting.destination";
    static final String TICK = "alerting.tick.ms";
    static final String TICK_CHUNK = "alerting.tick.chunk";
    static final String NOTIFY = "alerting.notify.enabled";
    static final String SLACK_TOKEN = "alerting.slack.token";
    static final String SLACK_ENDPOINT = "alerting.slack.endpoint";

    private static final String DESTINATIONS = "(slack:[A-Z0-9]{2,20}|terminal:)?";

    private AlertingSettings() {}

    static ConfigDef define() {
        ConfigDef def = new ConfigDef();
        def.define(
                POLICY_FILE,
                Type.STRING,
                "",
                Importance.HIGH,
                "YAML file of the escalation policy: thresholds, severities, routes, hours, budgets. Empty takes the bundled policy.yaml, which is where to begin a "
                        + "file of your own. Checked at start; every mistake is named with line and column.");
        def.define(
                SETTLING,
                Type.LONG,
                -1L,
                between(-1, 86_400_000),
                Importance.LOW,
                "Overrides the policy's settling, in milliseconds; -1 leaves it. Use a small value to see alerts at once while trying things out.");
        def.define(
                INTERRUPT_FROM,
                Type.DOUBLE,
                -1.0,
                between(-1, 1),
                Importance.MEDIUM,
                "Overrides the policy's interrupt_from: confidence, 0 to 1, from which a commitment may interrupt somebody; what is less sure is listed in the account's "
                        + "digest only. -1 leaves it. Raise it where people complain of false alarms.");
        def.define(
                DESTINATION,
                Type.STRING,
                "",
                matching(),
                Importance.MEDIUM,
                "Overrides the policy's routing.default: slack:<channel id> or terminal:. Empty leaves it.");
        def.define(
                TICK,
                Type.LONG,
                1_000L,
                between(10, 3_600_000),
                Importance.LOW,
                "How often timers are looked at, in milliseconds. An alert is late by at most this much.");
        def.define(
                TICK_CHUNK,
                Type.INT,
                1_000,
                between(1, 100_000),
                Importance.LOW,
                "Most subjects that one tick handles in one partition; the rest waits for the next tick, so that records are not held up.");
        def.define(
                NOTIFY,
                Type.BOOLEAN,
                true,
                Importance.MEDIUM,
                "Whether this process sends messages. Set false to run the decisions alone, beside notifiers elsewhere.");
        def.define(
                SLACK_TOKEN,
                Type.PASSWORD,
                null,
                Importance.HIGH,
                "Bot token (xoxb-…) with chat:write and, to find a message again after a crash, channels:history or groups:history; give it by reference: "
                        + "${env:SLACK_BOT_TOKEN}. Unset means that alerts are printed to the terminal.");
        def.define(
                SLACK_ENDPOINT,
                Type.STRING,
                "https://slack.com/api/",
                new ConfigDef.NonEmptyString(),
                Importance.LOW,
                "Where the Slack Web API is called. Change it for a proxy, a government workspace (https://slack-gov.com/api/) or a test.");
        return def;
    }

    /**
     * The policy of these settings.
     *
     * @throws ConfigException with every mistake of the file at once
     */
    static EscalationPolicy policy(ServiceConfig config) {
        String file = config.textOrNull(POLICY_FILE);
        EscalationPolicy policy = file == null ? EscalationPolicy.standard() : read(file);
        long settling = config.longNumber(SETTLING);
        policy = settling < 0 ? policy : policy.withSettling(Duration.ofMillis(settling));
        double sure = config.decimal(INTERRUPT_FROM);
        policy = sure < 0 ? policy : policy.withInterruptFrom(sure);
        String destination = config.textOrNull(DESTINATION);
        return destination == null ? policy : policy.withDefaultDestination(destination);
    }

    private static EscalationPolicy read(String file) {
        try {
            return EscalationPolicy.parse(file, Files.readString(Path.of(file)));
        } catch (PolicyRefused e) {
            throw new ConfigException(e.errors().stream().map(AlertingSettings::fault).toList());
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new ConfigException(POLICY_FILE, file, "must name an existing file");
        } catch (CharacterCodingException e) {
            throw new ConfigException(POLICY_FILE, file, "must name a file in UTF-8");
        } catch (IOException e) {
            throw new ConfigException(
                    POLICY_FILE,
                    file,
                    "must name a readable file (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Fault fault(PolicyRefused.Error error) {
        return new Fault(
                error.file() + ":" + error.line() + ":" + error.column() + ": " + error.key(),
                error.value(),
                error.rule());
    }

    private static ConfigDef.Validator matching() {
        return LambdaValidator.with(
                (String name, @Nullable Object value) -> {
                    if (value == null || !value.toString().matches(DESTINATIONS)) {
                        throw new org.apache.kafka.common.config.ConfigException(
                                name, value, "must be slack:<channel id> or terminal:");
                    }
                },
                () -> "slack:<channel id> or terminal:");
    }
}
