package dev.followthrough.ingest.pull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A task's share of the feeds: those whose name falls to its number. New feeds find their task
 * without anybody deciding.
 *
 * @param number from 0
 * @param count of tasks
 */
public record Share(int number, int count) {
    static Share of(PullConfig config) {
        return new Share(config.getInt(PullConfig.TASK_NUMBER), config.tasks());
    }

    boolean has(String feed) {
        return Math.floorMod(feed.hashCode(), count) == number;
    }

    static List<Map<String, String>> divide(Map<String, String> settings, int count) {
        List<Map<String, String>> configs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> config = new HashMap<>(settings);
            config.put(PullConfig.TASK_NUMBER, Integer.toString(i));
            config.put(PullConfig.TASK_COUNT, Integer.toString(count));
            configs.add(config);
        }
        return configs;
    }
}
