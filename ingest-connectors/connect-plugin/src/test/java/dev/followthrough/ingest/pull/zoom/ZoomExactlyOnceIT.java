package dev.followthrough.ingest.pull.zoom;

import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.worker.ExactlyOnceContract;

import org.junit.jupiter.api.AfterEach;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** Five users with forty meetings of fifty turns, of an account that is broken now and then. */
class ZoomExactlyOnceIT extends ExactlyOnceContract {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");
    private static final int USERS = 5;
    private static final int TURNS = 50;

    private final Account account = new Account();

    @AfterEach
    void close() {
        account.close();
    }

    @Override
    protected Map<String, String> connector(Path folder) {
        for (int u = 0; u < USERS; u++) {
            account.user("u" + u);
            for (int m = 0; m < MESSAGES / USERS / TURNS; m++) {
                account.meeting(
                        "u" + u, "u" + u + "m" + m, BEGIN.plusSeconds(86_400L * m), transcript());
            }
        }
        Random random = new Random(42);
        account.failing(
                asked ->
                        switch (random.nextInt(40)) {
                            case 0 -> new Told(429, Map.of("Retry-After", "0"), "", 0);
                            case 1 -> Told.status(503);
                            default -> null;
                        });
        return Map.of(
                "connector.class",
                ZoomSourceConnector.class.getName(),
                ZoomSourceConfig.ACCOUNT,
                "acc-1",
                ZoomSourceConfig.CLIENT_ID,
                "client-1",
                ZoomSourceConfig.CLIENT_SECRET,
                Account.SECRET,
                ZoomSourceConfig.URL,
                account.url(),
                ZoomSourceConfig.LOGIN_URL,
                account.url(),
                ZoomSourceConfig.RATE,
                "100",
                "start.from",
                "2026-01-01",
                "check.on.validate",
                "false");
    }

    private static String transcript() {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < TURNS; i++) {
            text.append(String.format("%n%d%n00:%02d:01.000 --> 00:%02d:03.000%n", i + 1, i, i));
            text.append(i % 2 == 0 ? "Ana Lima: " : "Cy Dee: ").append("Words ").append(i);
            text.append('\n');
        }
        return text.toString();
    }
}
