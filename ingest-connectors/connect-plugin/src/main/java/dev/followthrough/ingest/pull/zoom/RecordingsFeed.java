package dev.followthrough.ingest.pull.zoom;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.Checkpoint;
import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.pull.Page;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Seen;
import dev.followthrough.ingest.pull.Tools;
import dev.followthrough.ingest.pull.Window;
import dev.followthrough.ingest.zoom.ZoomRecording;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One user's cloud recordings: a month at a time up to today, then again and again the last days,
 * since transcripts come later than their meetings. Which transcripts were published is remembered
 * as long as their day is listed.
 */
final class RecordingsFeed implements Feed {
    /** Zoom lists a month at most. */
    private static final int WINDOW_DAYS = 29;

    private static final int MOST_SEEN = 3000;

    /** Transcripts a step, so that a step and its transaction stay small. */
    private static final int MOST_READ = 10;

    private final ZoomApi api;
    private final ZoomSourceConfig config;
    private final String user;
    private final Tools tools;
    private final TranscriptItems transcripts;
    private final Set<String> walked = new HashSet<>();

    RecordingsFeed(ZoomApi api, ZoomSourceConfig config, String user, Tools tools) {
        this.api = api;
        this.config = config;
        this.user = user;
        this.tools = tools;
        this.transcripts = new TranscriptItems(api, config);
    }

    @Override
    public String name() {
        return "user/" + user;
    }

    /**
     * The checkpoint holds the first day of the window, Zoom's token for the page within it, and
     * what of the window was published.
     */
    @Override
    public Page read(Checkpoint from) throws InterruptedException {
        LocalDate begin = begin(from);
        LocalDate end = begin.plusDays(WINDOW_DAYS);
        String token = from.text("token");
        Answer answer = api.ask(path(begin, end, token), "recordings");
        if (!answer.ok()) {
            return refused(from, answer, token);
        }
        Seen seen = Seen.of(from.text("seen"), MOST_SEEN);
        List<Item> items = new ArrayList<>();
        boolean whole = take(answer.body(), begin, seen, items);
        Checkpoint here = from.with("from", begin.toString()).with("seen", seen.text());
        if (!whole) {
            return Page.more(items, here);
        }
        String next = answer.body().path("next_page_token").asText("");
        if (!next.isEmpty()) {
            guard(begin + " " + next);
            return Page.more(items, here.with("token", next));
        }
        walked.clear();
        return windowDone(
                items, here.with("token", ""), end, day(answer.time(tools.clock())), seen);
    }

    private LocalDate begin(Checkpoint from) {
        try {
            return LocalDate.parse(from.text("from"));
        } catch (DateTimeException e) {
            return day(config.start(tools.clock().instant()));
        }
    }

    private String path(LocalDate begin, LocalDate end, String token) {
        return "/v2/users/"
                + URLEncoder.encode(user, StandardCharsets.UTF_8)
                + "/recordings?page_size=30&from="
                + begin
                + "&to="
                + end
                + (token.isEmpty()
                        ? ""
                        : "&next_page_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    /** A token lives for minutes: the window is listed anew, and what was published is known. */
    private Page refused(Checkpoint from, Answer answer, String token) {
        if (answer.status() == 404) {
            throw new PullException.Gone(
                    "zoom has no such user any more, or they have no recordings");
        }
        if (!token.isEmpty()) {
            walked.clear();
            return Page.more(List.of(), from.with("token", ""));
        }
        throw new PullException.Unavailable(
                "zoom answers "
                        + answer.status()
                        + " (code "
                        + answer.body().path("code").asInt()
                        + ") to recordings");
    }

    /** False where more transcripts of the page are to be read by another step. */
    private boolean take(JsonNode listing, LocalDate begin, Seen seen, List<Item> items)
            throws InterruptedException {
        for (JsonNode meeting : listing.path("meetings")) {
            ZoomRecording recording = new ZoomRecording(meeting);
            for (ZoomRecording.Transcript transcript : recording.transcripts()) {
                if (!isNew(recording, transcript, begin, seen)) {
                    continue;
                }
                items.add(transcripts.of(recording, transcript));
                if (items.size() == MOST_READ) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * What is listed outside the days that were asked for would be forgotten, and read for ever.
     */
    private static boolean isNew(
            ZoomRecording recording,
            ZoomRecording.Transcript transcript,
            LocalDate begin,
            Seen seen) {
        Instant listed = recording.start();
        Instant start = listed == null ? transcript.start() : listed;
        boolean asked =
                !start.isBefore(instant(begin.minusDays(1)))
                        && start.isBefore(instant(begin.plusDays(WINDOW_DAYS + 2)));
        long order = Math.max(start.toEpochMilli(), transcript.start().toEpochMilli());
        return asked
                && !recording.uuid().isEmpty()
                && seen.add(order, transcript.id() + " " + transcript.bytes());
    }

    private void guard(String next) {
        if (!walked.add(next)) {
            walked.clear();
            throw new PullException.Unavailable(
                    "zoom gave the same page of recordings twice: its pages never end");
        }
    }

    private Page windowDone(
            List<Item> items, Checkpoint here, LocalDate end, LocalDate today, Seen seen) {
        Window window =
                new Window(
                        instant(begin(here)),
                        instant(end),
                        instant(today),
                        Duration.ofDays(config.overlapDays()));
        LocalDate next = day(window.next());
        // A day of room: a meeting's recording may begin before the day that it is listed under.
        seen.forgetBefore(instant(next.minusDays(1)).toEpochMilli());
        Checkpoint behind = here.with("from", next.toString()).with("seen", seen.text());
        return window.close(items, behind, config.pollInterval());
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
