package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.ConnectorPage;

import io.grpc.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class PubSubCheckTest {
    private final Org org = new Org().task(1, Instant.parse("2026-02-03T09:00:00Z"), "Send it");
    private final EventBus bus = EventBus.start(org::isOpen);

    @AfterEach
    void close() {
        bus.close();
        org.close();
    }

    private List<String> check(String address) {
        return ConnectorPage.check(
                new SalesforceSourceConnector(),
                Map.of(
                        "connector.class",
                        SalesforceSourceConnector.class.getName(),
                        SalesforceSourceConfig.CLIENT_ID,
                        "client-1",
                        SalesforceSourceConfig.CLIENT_SECRET,
                        Org.SECRET,
                        SalesforceSourceConfig.LOGIN_URL,
                        org.url(),
                        SalesforceSourceConfig.OBJECTS,
                        "User,Task",
                        "topic.partitions",
                        "4",
                        "request.timeout.ms",
                        "2000",
                        PubSubConfig.ON,
                        "true",
                        PubSubConfig.ADDRESS,
                        address));
    }

    @Test
    void saysOfEachObjectWhetherItsEventsCanBeHad() {
        // Given
        bus.refusing("User", Status.OK); // there, and not for this user

        // When
        List<String> said = check(bus.address());

        // Then
        assertThat(said)
                .contains("FINE change events of Task can be subscribed")
                .contains(
                        "FINE change events of User cannot be subscribed (not allowed), so that it is only polled; to have them, select it under "
                                + "Setup → Change Data Capture, give the user View All Data and View All Users, and restart the connector")
                .noneMatch(line -> line.startsWith("WRONG"));
    }

    @Test
    void anObjectThatIsDeniedRefusesNoConfiguration() {
        // Given
        bus.refusing("Task", Status.PERMISSION_DENIED);

        // When
        List<String> said = check(bus.address());

        // Then
        assertThat(said)
                .contains("FINE change events of User can be subscribed")
                .anyMatch(line -> line.contains("of Task cannot be subscribed (PERMISSION_DENIED)"))
                .noneMatch(line -> line.startsWith("WRONG"));
    }

    @Test
    void anAddressThatDoesNotAnswerIsNamedOnce() {
        // Given
        String address = bus.address();
        bus.close();

        // When
        List<String> said = check(address);

        // Then
        assertThat(said)
                .filteredOn(line -> line.contains("Pub/Sub"))
                .singleElement()
                .asString()
                .startsWith("UNKNOWN the Pub/Sub API at " + address)
                .contains("check salesforce.pubsub.address");
    }

    @Test
    void anAddressThatIsNoneIsWrongAtItsSetting() {
        // When
        List<String> said = check("https://api.pubsub.salesforce.com:7443");

        // Then
        assertThat(said)
                .anyMatch(
                        line ->
                                line.startsWith("WRONG salesforce.pubsub.address: ")
                                        && line.contains("must be a host and a port"));
    }
}
