package dev.followthrough.alerting.notify;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.ResponseMetadata;

import dev.followthrough.contracts.model.Message;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Slack channels, by the Web API. A message is recognised by its metadata: attempt and version of a
 * living copy, attempt and line of a reply.
 */
public final class SlackOutlet implements Outlet {
    static final String MESSAGE = "followthrough_alert";
    static final String LINE = "followthrough_log";
    private static final String PREFIX = "slack:";
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 50;

    private final SlackCalls slack;
    private final Duration gap;

    /**
     * @param client with its token
     * @param gap between two posts in one channel; Slack allows about one a second
     */
    public SlackOutlet(MethodsClient client, Duration gap) {
        this.slack = new SlackCalls(client);
        this.gap = gap;
    }

    @Override
    public String name() {
        return "slack";
    }

    /** Slack's ids are times: seconds, a dot, six digits; compared as text, never as numbers. */
    @Override
    public boolean knows(String posted) {
        return posted.matches("\\d{1,12}\\.\\d{6}");
    }

    @Override
    public Duration gap() {
        return gap;
    }

    @Override
    public String post(Message message, String attempt) throws Undelivered {
        ChatPostMessageRequest request =
                base(message)
                        .text(BlockKit.text(message))
                        .blocks(BlockKit.blocks(message))
                        .metadata(metadata(message, attempt))
                        .build();
        return slack.call(client -> client.chatPostMessage(request)).getTs();
    }

    @Override
    public void update(String posted, Message message, String attempt) throws Undelivered {
        slack.call(
                client ->
                        client.chatUpdate(
                                r ->
                                        r.channel(channel(message.destination()))
                                                .ts(posted)
                                                .text(BlockKit.text(message))
                                                .blocks(BlockKit.blocks(message))
                                                .metadata(metadata(message, attempt))));
    }

    @Override
    public void reply(String posted, Message message, String attempt, int line) throws Undelivered {
        Metadata metadata =
                Metadata.builder()
                        .eventType(LINE)
                        .eventPayload(Map.of("attempt", attempt, "line", Integer.toString(line)))
                        .build();
        ChatPostMessageRequest request =
                base(message)
                        .threadTs(posted)
                        .text(Mrkdwn.escape(message.log().get(line), BlockKit.TEXT))
                        .metadata(metadata)
                        .build();
        slack.call(client -> client.chatPostMessage(request));
    }

    @Override
    public void delete(String destination, String posted) throws Undelivered {
        try {
            slack.call(
                    client -> client.chatDelete(r -> r.channel(channel(destination)).ts(posted)));
        } catch (Undelivered e) {
            if (e.kind() != Undelivered.Kind.GONE) {
                throw e;
            }
        }
    }

    @Override
    public List<Copy> find(String destination, Instant from, Instant until) throws Undelivered {
        List<Copy> copies = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES && (page == 0 || cursor != null); page++) {
            ConversationsHistoryRequest request =
                    ConversationsHistoryRequest.builder()
                            .channel(channel(destination))
                            .oldest(ts(from))
                            .latest(ts(until))
                            .limit(PAGE)
                            .cursor(cursor)
                            .includeAllMetadata(true)
                            .build();
            ConversationsHistoryResponse answer =
                    slack.call(client -> client.conversationsHistory(request));
            for (com.slack.api.model.Message found : messages(answer.getMessages())) {
                copy(found, copies);
            }
            cursor = cursor(answer.getResponseMetadata());
        }
        return copies;
    }

    @Override
    public Set<Integer> replies(String destination, String posted) throws Undelivered {
        Set<Integer> lines = new HashSet<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES && (page == 0 || cursor != null); page++) {
            String from = cursor;
            ConversationsRepliesResponse answer =
                    slack.call(
                            client ->
                                    client.conversationsReplies(
                                            r ->
                                                    r.channel(channel(destination))
                                                            .ts(posted)
                                                            .limit(PAGE)
                                                            .cursor(from)
                                                            .includeAllMetadata(true)));
            for (com.slack.api.model.Message found : messages(answer.getMessages())) {
                String line = payload(found, LINE, "line");
                if (line != null && line.matches("\\d{1,4}")) {
                    lines.add(Integer.parseInt(line));
                }
            }
            cursor = cursor(answer.getResponseMetadata());
        }
        return lines;
    }

    private static ChatPostMessageRequest.ChatPostMessageRequestBuilder base(Message message) {
        return ChatPostMessageRequest.builder()
                .channel(channel(message.destination()))
                .unfurlLinks(false)
                .unfurlMedia(false);
    }

    private static Metadata metadata(Message message, String attempt) {
        return Metadata.builder()
                .eventType(MESSAGE)
                .eventPayload(Map.of("attempt", attempt, "version", message.version()))
                .build();
    }

    private static void copy(com.slack.api.model.Message found, List<Copy> copies) {
        String attempt = payload(found, MESSAGE, "attempt");
        String version = payload(found, MESSAGE, "version");
        if (attempt != null && version != null) {
            copies.add(new Copy(found.getTs(), attempt, version));
        }
    }

    private static @Nullable String payload(
            com.slack.api.model.Message found, String type, String name) {
        Metadata metadata = found.getMetadata();
        boolean ours =
                metadata != null
                        && type.equals(metadata.getEventType())
                        && metadata.getEventPayload() != null;
        Object value = ours ? metadata.getEventPayload().get(name) : null;
        return value == null ? null : value.toString();
    }

    private static List<com.slack.api.model.Message> messages(
            @Nullable List<com.slack.api.model.Message> messages) {
        return messages == null ? List.of() : messages;
    }

    private static @Nullable String cursor(@Nullable ResponseMetadata metadata) {
        String cursor = metadata == null ? null : metadata.getNextCursor();
        return cursor == null || cursor.isBlank() ? null : cursor;
    }

    private static String channel(String destination) {
        return destination.substring(PREFIX.length());
    }

    private static String ts(Instant instant) {
        return instant.getEpochSecond() + ".000000";
    }
}
