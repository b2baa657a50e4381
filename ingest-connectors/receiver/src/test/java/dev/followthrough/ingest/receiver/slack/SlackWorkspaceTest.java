package dev.followthrough.ingest.receiver.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.receiver.Front;
import dev.followthrough.ingest.receiver.StubApi;
import dev.followthrough.ingest.receiver.door.Fetch;
import dev.followthrough.ingest.slack.SlackChannel;
import dev.followthrough.ingest.slack.SlackMessages;
import dev.followthrough.ingest.slack.SlackTeam;
import dev.followthrough.ingest.slack.SlackUser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** With a bot token, an event becomes the record that history gives. */
class SlackWorkspaceTest {
    private static final String ANA =
            "{'id':'U1','team_id':'T1','name':'ana','tz':'Europe/Lisbon','updated':5,'profile':{'real_name':'Ana Lima','email':'ana@ours.example','image_24':'x'}}";
    private static final String BO =
            "{'id':'U2','team_id':'T2','name':'bo','is_stranger':true,'tz':'America/New_York','profile':{'real_name':'Bo Ek','email':'bo@acme.example'}}";
    private static final String CHANNEL =
            "{'id':'C1','name':'deal-acme','is_ext_shared':true,'members':['U1','U2']}";
    private static final String MESSAGE =
            "{'type':'message','channel':'C1','user':'U1','text':'I will send it, <@U2>','ts':'1772463811.123456'}";

    private final StubApi slack = new StubApi();
    private Front front = new Front();

    @BeforeEach
    void start() throws Exception {
        slack.says("auth.test", json("{'ok':true,'team_id':'T1','url':'https://acme.slack.com/'}"))
                .says("users.list", json("{'ok':true,'members':[" + ANA + "]}"))
                .says("conversations.list", json("{'ok':true,'channels':[]}"))
                .says("users.info?user=U2", json("{'ok':true,'user':" + BO + "}"))
                .says(
                        "conversations.info",
                        json(
                                "{'ok':true,'channel':{'id':'C1','name':'deal-acme','is_ext_shared':true}}"))
                .says("conversations.members", json("{'ok':true,'members':['U1','U2']}"));
        front.close();
        front =
                new Front(
                        "receiver.slack.signing.secret",
                        Front.SECRET,
                        "receiver.slack.bot.token",
                        "xoxb-test",
                        "receiver.slack.endpoint",
                        slack.url());
        await().until(
                        () ->
                                slack.asked.stream()
                                        .anyMatch(one -> one.startsWith("conversations.l")));
    }

    @AfterEach
    void stop() throws Exception {
        front.close();
        slack.close();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private HttpResponse<String> event(String event) {
        return front.slack(json("{'type':'event_callback','team_id':'T1','event':" + event + "}"));
    }

    private static Signal fromHistory() throws IOException {
        ObjectMapper json = new ObjectMapper();
        SlackChannel channel =
                Objects.requireNonNull(SlackChannel.read(json.readTree(json(CHANNEL))));
        SlackTeam team =
                SlackTeam.of(
                        "T1",
                        List.of(
                                Objects.requireNonNull(SlackUser.read(json.readTree(json(ANA)))),
                                Objects.requireNonNull(SlackUser.read(json.readTree(json(BO))))),
                        List.of(channel));
        List<Mapped> mapped = new SlackMessages(team).map(json.readTree(json(MESSAGE)), channel);
        return ((Mapped.Said) mapped.get(0)).signal();
    }

    @Test
    void aLiveMessageHasTheKeyOfTheSameMessageInHistory() throws IOException {
        // When
        event(MESSAGE);

        // Then
        Signal live = front.onlySignal();
        assertThat(live).isEqualTo(fromHistory());
        assertThat(Keys.signal(live)).isEqualTo(Keys.signal(fromHistory()));
        assertThat(live.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(live.audience())
                .containsExactly(
                        new Party("slack:T1/U2", "Bo Ek", "bo@acme.example", Side.CUSTOMER));
    }

    @Test
    void whoIsMetForTheFirstTimeComesToTheDirectoryOnce() {
        // When
        event(MESSAGE);
        event(MESSAGE);

        // Then
        assertThat(front.entries())
                .extracting(DirectoryEntry::entity)
                .containsExactly("person:slack:T1/U1", "person:slack:T1/U2", "channel:slack:T1/C1");
    }

    @Test
    void whatWasLearntWithAWriteThatFailedIsWrittenWithTheNext() {
        // Given
        front.brokerDown();
        event(MESSAGE);
        front.healed();

        // When
        event(MESSAGE);

        // Then
        assertThat(front.entries()).hasSize(3);
    }

    @Test
    void aChannelThatChangedIsReadAnew() {
        // Given
        event(MESSAGE);
        slack.says("conversations.members", json("{'ok':true,'members':['U1']}"));

        // When
        event("{'type':'member_left_channel','user':'U2','channel':'C1'}");

        // Then
        DirectoryEntry last = front.entries().get(front.entries().size() - 1);
        assertThat(last)
                .isInstanceOfSatisfying(
                        DirectoryEntry.Channel.class,
                        channel -> assertThat(channel.members()).containsExactly("slack:T1/U1"));
    }

    @Test
    void aSlackThatDoesNotAnswerCostsNamesAndNoMessage() {
        // Given
        slack.fails("users.info", 500).fails("conversations.info", 429);

        // When
        HttpResponse<String> answer = event(MESSAGE);
        event(MESSAGE);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(front.signals())
                .hasSize(2)
                .allMatch(one -> one.author().id().equals("slack:T1/U1"));
        assertThat(slack.asked.stream().filter(one -> one.startsWith("users.info")))
                .as("not asked again at once")
                .hasSize(1);
    }

    @Test
    @Timeout(20)
    void aLookUpThatStalledIsMadeAnewALittleLater() throws Exception {
        // Given
        AtomicReference<Instant> now = new AtomicReference<>(Front.NOW);
        slack.stalls("users.info");
        try (Fetch fetch = new Fetch(Duration.ofMillis(300), 10_000)) {
            SlackWorkspace workspace =
                    new SlackWorkspace(new SlackApi(fetch, slack.url(), "xoxb-test"), now::get);
            workspace.look("T1", List.of("U2"), "C1");
            slack.heals("users.info");

            // When
            now.set(Front.NOW.plus(Duration.ofMinutes(2)));

            // Then
            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    workspace
                                                            .look("T1", List.of("U2"), "C1")
                                                            .team()
                                                            .users())
                                            .containsKey("U2"));
        }
    }

    @Test
    @Timeout(20)
    void pagesThatLeadInACircleEndThePreload() {
        // Given
        String page = "{'ok':true,'members':[],'response_metadata':{'next_cursor':'%s'}}";
        slack.says("users.list?cursor=&limit=200", json(page.formatted("A")))
                .says("users.list?cursor=A&limit=200", json(page.formatted("B")))
                .says("users.list?cursor=B&limit=200", json(page.formatted("A")));
        slack.asked.clear();
        try (Fetch fetch = new Fetch(Duration.ofSeconds(2), 10_000)) {
            SlackWorkspace workspace =
                    new SlackWorkspace(
                            new SlackApi(fetch, slack.url(), "xoxb-test"), () -> Front.NOW);

            // When
            workspace.preload();

            // Then: what comes behind the list of people is read too
            await().until(
                            () ->
                                    slack.asked.stream()
                                            .anyMatch(one -> one.startsWith("conversations.l")));
            assertThat(slack.asked.stream().filter(one -> one.startsWith("users.list"))).hasSize(3);
        }
    }

    @Test
    void aMessageOfTheTokensWorkspaceHasItsPermalink() {
        // When
        event(MESSAGE);
        event(
                MESSAGE.replace(
                        "'ts':'1772463811.123456'",
                        "'ts':'1772463812.000100','thread_ts':'1772463811.123456'"));
        front.slack(json("{'type':'event_callback','team_id':'T9','event':" + MESSAGE + "}"));

        // Then
        assertThat(front.permalinks())
                .containsExactly(
                        "https://acme.slack.com/archives/C1/p1772463811123456",
                        "https://acme.slack.com/archives/C1/p1772463812000100?thread_ts=1772463811.123456&cid=C1",
                        null);
    }

    @Test
    void theTokenIsSentAsAHeaderOnly() {
        // When
        event(MESSAGE);

        // Then
        assertThat(slack.asked)
                .isNotEmpty()
                .allMatch(one -> one.endsWith(" Bearer xoxb-test"))
                .noneMatch(one -> one.substring(0, one.indexOf(' ')).contains("xoxb"));
    }
}
