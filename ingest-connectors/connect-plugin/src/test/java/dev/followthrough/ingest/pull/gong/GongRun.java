package dev.followthrough.ingest.pull.gong;

import dev.followthrough.ingest.pull.TaskHarness;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A task that reads a company. */
final class GongRun implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-01-22T13:00:05Z");

    final Company company = new Company();
    final TaskHarness task = new TaskHarness();

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put(GongSourceConfig.ACCESS_KEY, Company.KEY);
        settings.put(GongSourceConfig.SECRET, Company.SECRET);
        settings.put(GongSourceConfig.URL, company.url());
        settings.put("start.from", "2026-01-01");
        settings.put("topic.partitions", "4");
        return settings;
    }

    TaskHarness start() {
        settings().forEach(task::with);
        return task.start(new GongSource());
    }

    /** Calls of three turns each. */
    void calls(int from, int to, Duration apart) {
        for (int i = from; i < to; i++) {
            company.call(Integer.toString(1000 + i), BEGIN.plus(apart.multipliedBy(i)), 3);
        }
    }

    @Override
    public void close() {
        task.close();
        company.close();
    }
}
