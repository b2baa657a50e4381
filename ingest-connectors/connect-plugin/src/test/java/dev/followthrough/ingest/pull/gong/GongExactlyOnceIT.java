package dev.followthrough.ingest.pull.gong;

import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.worker.ExactlyOnceContract;

import org.junit.jupiter.api.AfterEach;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** Four workspaces with fifty calls of fifty turns, of a company that is broken now and then. */
class GongExactlyOnceIT extends ExactlyOnceContract {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");
    private static final int WORKSPACES = 4;
    private static final int TURNS = 50;

    private final Company company = new Company();

    @AfterEach
    void close() {
        company.close();
    }

    @Override
    protected Map<String, String> connector(Path folder) {
        for (int w = 1; w <= WORKSPACES; w++) {
            for (int c = 0; c < MESSAGES / WORKSPACES / TURNS; c++) {
                String id = Integer.toString(1000 * w + c);
                company.call(id, BEGIN.plusSeconds(43_200L * c), TURNS).in(id, Integer.toString(w));
            }
        }
        Random random = new Random(42);
        company.failing(
                asked ->
                        switch (random.nextInt(40)) {
                            case 0 -> new Told(429, Map.of("Retry-After", "0"), "", 0);
                            case 1 -> Told.status(503);
                            default -> null;
                        });
        return Map.of(
                "connector.class",
                GongSourceConnector.class.getName(),
                GongSourceConfig.ACCESS_KEY,
                Company.KEY,
                GongSourceConfig.SECRET,
                Company.SECRET,
                GongSourceConfig.URL,
                company.url(),
                GongSourceConfig.WORKSPACES,
                "1,2,3,4",
                GongSourceConfig.RATE,
                "100",
                GongSourceConfig.DAILY,
                "1000000",
                "start.from",
                "2026-01-01",
                "check.on.validate",
                "false");
    }
}
