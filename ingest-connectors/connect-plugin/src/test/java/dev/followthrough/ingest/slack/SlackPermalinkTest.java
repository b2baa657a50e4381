package dev.followthrough.ingest.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class SlackPermalinkTest {
    private static final String WORKSPACE = "https://acme.slack.com/";
    private static final SlackChannel CHANNEL =
            new SlackChannel("C1", "deal-acme", false, List.of());

    private static List<Signal> signals(String message) {
        SlackTeam team = SlackTeam.of("T1", List.of(), List.of(CHANNEL));
        return Samples.signals(new SlackMessages(team).map(Samples.json(message), CHANNEL));
    }

    @Test
    void aMessageIsInTheArchiveOfItsChannel() {
        // Given
        Signal message =
                signals("{'type':'message','user':'U1','text':'hi','ts':'1772463811.123456'}")
                        .get(0);

        // When / Then
        assertThat(SlackPermalink.of(WORKSPACE, message))
                .contains("https://acme.slack.com/archives/C1/p1772463811123456");
    }

    @Test
    void aReplyIsOpenedInItsThreadAndAReactionAtItsMessage() {
        // When
        List<Signal> signals =
                signals(
                        "{'type':'message','user':'U1','text':'hi','ts':'1772463812.000100','thread_ts':'1772463811.123456',"
                                + "'reactions':[{'name':'eyes','users':['U2']}]}");

        // Then
        assertThat(SlackPermalink.of(WORKSPACE, signals.get(0)))
                .contains(
                        "https://acme.slack.com/archives/C1/p1772463812000100?thread_ts=1772463811.123456&cid=C1");
        assertThat(SlackPermalink.of(WORKSPACE, signals.get(1)))
                .contains("https://acme.slack.com/archives/C1/p1772463812000100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "http://acme.slack.com/", "https://acme.slack.com/x?y="})
    void withoutTheWorkspacesAddressThereIsNone(String workspace) {
        // Given
        Signal message =
                signals("{'type':'message','user':'U1','text':'hi','ts':'1772463811.123456'}")
                        .get(0);

        // When / Then
        assertThat(SlackPermalink.of(workspace, message)).isEmpty();
    }
}
