package dev.followthrough.ingest.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.ingest.Mapped;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class SlackEventsTest {
    private static final SlackChannel CHANNEL =
            new SlackChannel("C1", "deal-acme", true, List.of("U1", "U2"));
    private static final SlackTeam TEAM =
            SlackTeam.of(
                    "T1",
                    List.of(
                            Samples.user("U1", "Ana Lima", "Europe/Lisbon"),
                            Samples.user("U2", "Bo Ek", "America/New_York")),
                    List.of(CHANNEL));

    private static List<Mapped> said(String json) {
        return SlackEvents.said(Samples.json(json), TEAM, CHANNEL);
    }

    @Test
    void aMessageHasTheSameKeyAsAnEventAndInHistory() {
        // Given
        String history =
                "{'type':'message','user':'U2','ts':'1772463811.123456','text':'I will send it, <@U1>'}";
        String event =
                "{'type':'message','channel':'C1','channel_type':'channel','team':'T1','client_msg_id':'x',"
                        + "'event_ts':'1772463811.123456','blocks':[],'user':'U2','ts':'1772463811.123456','text':'I will send it, <@U1>'}";

        // When
        Signal live = Samples.signals(said(event)).get(0);
        Signal read =
                Samples.signals(new SlackMessages(TEAM).map(Samples.json(history), CHANNEL)).get(0);

        // Then
        assertThat(Keys.signal(live)).isEqualTo(Keys.signal(read));
    }

    @Test
    void aReactionIsTheSameSignalAsInHistoryAndItsEventWins() {
        // Given
        String history =
                "{'type':'message','user':'U2','ts':'1772463811.123456','text':'ok?','reactions':[{'name':'eyes','users':['U1']}]}";
        Signal read =
                Samples.signals(new SlackMessages(TEAM).map(Samples.json(history), CHANNEL)).get(1);

        // When
        Signal added =
                Samples.signals(said(reaction("reaction_added", "1772463900.000001"))).get(0);
        Signal removed =
                Samples.signals(said(reaction("reaction_removed", "1772463950.000001"))).get(0);

        // Then
        assertThat(added.id()).isEqualTo(read.id()).isEqualTo(removed.id());
        assertThat(added).usingRecursiveComparison().ignoringFields("revision").isEqualTo(read);
        assertThat(added.revision()).isEqualTo(1_772_463_900_000L);
        assertThat(removed.deleted()).isTrue();
        assertThat(removed.revision()).isGreaterThan(added.revision());
        assertThat(removed.saidAt()).isEqualTo(Instant.ofEpochSecond(1_772_463_811, 123_456_000));
    }

    private static String reaction(String type, String at) {
        return "{'type':'"
                + type
                + "','user':'U1','reaction':'eyes','item_user':'U2','event_ts':'"
                + at
                + "','item':{'type':'message','channel':'C1','ts':'1772463811.123456'}}";
    }

    @Test
    void aReactionWithoutItsMessageIsRejectedAndOneToABotIsLeftOut() {
        assertThat(said("{'type':'reaction_added','user':'U1','reaction':'eyes','event_ts':'1.1'}"))
                .singleElement()
                .isInstanceOf(Mapped.Rejected.class);
        assertThat(
                        said(
                                "{'type':'reaction_added','user':'U1','reaction':'eyes','event_ts':'1.1','item':{'ts':'1.2'}}"))
                .containsExactly(new Mapped.Ignored("bot"));
    }

    @Test
    void everybodyWhoSpeaksIsMentionedOrReactsMustBeKnown() {
        // Given
        JsonNode event =
                Samples.json(
                        "{'type':'message','subtype':'message_changed','message':{'user':'U1','text':'<@U2> and <@U3|cy>',"
                                + "'reactions':[{'name':'x','users':['U4']}]},'previous_message':{'user':'U1'}}");

        // When / Then
        assertThat(SlackEvents.peopleOf(event)).containsExactly("U1", "U2", "U3", "U4");
    }

    @Test
    void theChannelIsFoundInEveryShapeOfEvent() {
        assertThat(SlackEvents.channelOf(Samples.json("{'channel':'C1'}"))).isEqualTo("C1");
        assertThat(SlackEvents.channelOf(Samples.json("{'channel':{'id':'C2'}}"))).isEqualTo("C2");
        assertThat(SlackEvents.channelOf(Samples.json("{'item':{'channel':'C3'}}")))
                .isEqualTo("C3");
        assertThat(SlackEvents.channelOf(Samples.json("{'user':{'id':'U1'}}"))).isNull();
    }
}
