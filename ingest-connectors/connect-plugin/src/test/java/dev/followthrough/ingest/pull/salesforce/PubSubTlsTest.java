package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ServerCredentials;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

class PubSubTlsTest {
    private static final String TOPIC = "/data/TaskChangeEvent";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SalesforceLogin.Session session =
            new SalesforceLogin.Session("token", URI.create("https://acme.example"), Org.ID);

    /** A key for this machine, and its certificate, which nobody has signed. */
    private static KeyStore keys(Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "bus",
                                "-keyalg",
                                "RSA",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, "changeit".toCharArray());
        }
        return keys;
    }

    private static ServerCredentials server(KeyStore keys) throws Exception {
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        return TlsServerCredentials.newBuilder().keyManager(managers.getKeyManagers()).build();
    }

    private static ChannelCredentials trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("bus", keys.getCertificate("bus"));
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        return TlsChannelCredentials.newBuilder().trustManager(managers.getTrustManagers()).build();
    }

    @Test
    void isSpokenAndTheServerMustBeWhoItSays(@TempDir Path folder) throws Exception {
        // Given
        KeyStore keys = keys(folder);
        try (EventBus bus = EventBus.start("token"::equals, 0, server(keys))) {
            PubSubAddress address = new PubSubAddress("localhost", bus.port());
            try (PubSubClient knowing = new PubSubClient(address, PATIENCE, trusting(keys));
                    PubSubClient other =
                            new PubSubClient(address, PATIENCE, TlsChannelCredentials.create())) {
                // When
                boolean can = knowing.topic(session, TOPIC).getCanSubscribe();

                // Then
                assertThat(can).isTrue();
                assertThat(bus.callers()).hasSize(1);
                assertThatThrownBy(() -> other.topic(session, TOPIC))
                        .isInstanceOf(StatusRuntimeException.class);
                assertThat(bus.callers()).as("calls with a token").hasSize(1);
            }
        }
    }

    @Test
    void noTokenGoesToAServerWithoutIt() {
        // Given
        try (EventBus bus = EventBus.start("token"::equals, 0, InsecureServerCredentials.create());
                PubSubClient client =
                        new PubSubClient(
                                PubSubAddress.of(bus.address()),
                                PATIENCE,
                                TlsChannelCredentials.create())) {
            // When
            assertThatThrownBy(() -> client.topic(session, TOPIC))
                    .isInstanceOf(StatusRuntimeException.class);

            // Then
            assertThat(bus.callers()).isEmpty();
        }
    }
}
