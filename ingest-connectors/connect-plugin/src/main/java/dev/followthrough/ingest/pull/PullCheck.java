package dev.followthrough.ingest.pull;

import dev.followthrough.ingest.Mapped;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tries a source as a task would, up to one page. */
final class PullCheck {
    /** A feed may be empty; of many, some are tried. */
    private static final int TRIED = 5;

    private final PullSource source;

    PullCheck(PullSource source) {
        this.source = source;
    }

    List<Finding> of(Map<String, String> settings, List<ConfigValue> values)
            throws InterruptedException {
        List<Finding> findings = Settings.check(source.config(), settings, values);
        if (findings.stream().anyMatch(found -> found.verdict() == Finding.Verdict.WRONG)) {
            return findings;
        }
        findings.add(Finding.fine("settings are complete and well formed"));
        try {
            findings.addAll(source.check(settings, Tools.check()));
            if (findings.stream().noneMatch(f -> f.verdict() == Finding.Verdict.WRONG)) {
                findings.addAll(page(settings));
            }
        } catch (PullException | ConfigException e) {
            findings.add(Finding.wrong(null, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            throw Fault.of(source.name(), e);
        }
        return findings;
    }

    private List<Finding> page(Map<String, String> settings) throws InterruptedException {
        try (Pull pull = source.open(settings, Tools.check())) {
            List<Feed> feeds = pull.feeds();
            if (feeds.isEmpty()) {
                return List.of(Finding.wrong(null, "there is nothing to read with these settings"));
            }
            List<Finding> findings = new ArrayList<>();
            findings.add(Finding.fine(feeds.size() + " feeds to read: " + names(feeds)));
            for (Feed feed : feeds.subList(0, Math.min(TRIED, feeds.size()))) {
                Page page = feed.read(Checkpoint.START);
                findings.add(Finding.fine("one page of " + feed.name() + ": " + counts(page)));
                if (page.items().stream().flatMap(i -> i.mapped().stream()).anyMatch(this::said)) {
                    break;
                }
            }
            return findings;
        }
    }

    private boolean said(Mapped mapped) {
        return mapped instanceof Mapped.Said;
    }

    private static String names(List<Feed> feeds) {
        String names = String.join(", ", feeds.stream().limit(TRIED).map(Feed::name).toList());
        return feeds.size() > TRIED ? names + ", …" : names;
    }

    /** Reasons and numbers; never what was said. */
    private static String counts(Page page) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Item item : page.items()) {
            for (Mapped mapped : item.mapped()) {
                counts.merge(kind(mapped), 1, Integer::sum);
            }
        }
        List<String> words = new ArrayList<>();
        words.add(page.items().size() + " objects");
        counts.forEach((kind, count) -> words.add(count + " " + kind));
        return String.join(", ", words);
    }

    private static String kind(Mapped mapped) {
        if (mapped instanceof Mapped.Said) {
            return "signals";
        }
        if (mapped instanceof Mapped.Known) {
            return "directory entries";
        }
        if (mapped instanceof Mapped.Gone) {
            return "deleted directory entries";
        }
        return mapped instanceof Mapped.Rejected rejected
                ? "not readable (" + rejected.reason() + ")"
                : "left out (" + ((Mapped.Ignored) mapped).reason() + ")";
    }
}
