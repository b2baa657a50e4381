package dev.followthrough.ingest.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.ingest.Mapped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class SlackMessagesTest {
    private static final SlackChannel CHANNEL =
            new SlackChannel("C1", "deal-acme", true, List.of("U1", "U2", "B1"));
    private static final SlackUser BOT =
            new SlackUser("B1", "T1", "jira", null, null, null, null, null, true, false, false);
    private static final SlackTeam TEAM =
            SlackTeam.of(
                    "T1",
                    List.of(
                            Samples.user("U1", "Ana Lima", "Europe/Lisbon"),
                            Samples.user("U2", "Bo Ek", "America/New_York"),
                            BOT),
                    List.of(CHANNEL));
    private static final SlackMessages MESSAGES = new SlackMessages(TEAM);

    private static List<Mapped> map(String json) {
        return MESSAGES.map(Samples.json(json), CHANNEL);
    }

    private static Signal only(List<Mapped> mapped) {
        assertThat(mapped).hasSize(1);
        return ((Mapped.Said) mapped.get(0)).signal();
    }

    @Test
    void aMessageIsSaidByItsUserInTheirZone() {
        // When
        Signal signal =
                only(
                        map(
                                """
                                {'type':'message','user':'U2','ts':'1769533811.123456',
                                 'text':'on it <@U1>','files':[{'name':'plan.pdf'}]}
                                """));

        // Then
        assertThat(signal.id()).isEqualTo(new SignalId("slack:T1/C1/1769533811.123456"));
        assertThat(signal.conversation().value()).isEqualTo("slack:T1/C1");
        assertThat(signal.saidAt()).isEqualTo(Instant.ofEpochSecond(1769533811, 123456000));
        assertThat(signal.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(signal.author().label()).isEqualTo("Bo Ek");
        assertThat(signal.audience()).extracting(Party::id).containsExactly("slack:T1/U1");
        assertThat(signal.text()).isEqualTo("on it @Ana Lima");
        assertThat(signal.refAt(0)).isEqualTo("slack:deal-acme/1769533811.123456");
        assertThat(signal.facts().attachments()).containsExactly("plan.pdf");
        assertThat(signal.revision()).isZero();
        assertThat(signal.replyTo()).isNull();
    }

    @Test
    void aThreadRepliesToItsFirstMessageWhichRepliesToNone() {
        // When
        Signal reply = only(map("{'user':'U1','ts':'20.1','thread_ts':'10.1','text':'yes'}"));
        Signal root = only(map("{'user':'U1','ts':'10.1','thread_ts':'10.1','text':'ok?'}"));

        // Then
        assertThat(reply.replyTo()).isEqualTo(new SignalId("slack:T1/C1/10.1"));
        assertThat(reply.conversation()).isEqualTo(root.conversation());
        assertThat(root.replyTo()).isNull();
    }

    @Test
    void anEditKeepsTheIdAndRaisesTheRevision() {
        // When
        Signal edited =
                only(
                        map(
                                "{'user':'U1','ts':'10.1','text':'Monday','edited':{'user':'U1','ts':'1769533811.5'}}"));

        // Then
        assertThat(edited.id()).isEqualTo(new SignalId("slack:T1/C1/10.1"));
        assertThat(edited.revision()).isEqualTo(1_769_533_811_500L);
    }

    @Test
    void aChangeEventCarriesTheNewWordsUnlessOnlyALinkUnfurled() {
        // When
        List<Mapped> words =
                map(
                        """
                        {'subtype':'message_changed','ts':'30.1',
                         'message':{'user':'U1','ts':'10.1','text':'Monday','edited':{'ts':'25.0'}},
                         'previous_message':{'user':'U1','ts':'10.1','text':'Friday'}}
                        """);
        List<Mapped> unfurled =
                map(
                        """
                        {'subtype':'message_changed','ts':'30.1',
                         'message':{'user':'U1','ts':'10.1','text':'Friday'},
                         'previous_message':{'user':'U1','ts':'10.1','text':'Friday'}}
                        """);

        // Then
        assertThat(only(words).text()).isEqualTo("Monday");
        assertThat(only(words).revision()).isEqualTo(25_000);
        assertThat(unfurled).containsExactly(new Mapped.Ignored("unchanged-text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'subtype':'tombstone','user':'U1','ts':'10.1','text':'This message was deleted.'}",
                "{'subtype':'message_deleted','ts':'30.1','deleted_ts':'10.1','previous_message':{'user':'U1','ts':'10.1'}}"
            })
    void aDeletionEmptiesTheMessageForGood(String json) {
        // When
        Signal signal = only(map(json));

        // Then
        assertThat(signal.deleted()).isTrue();
        assertThat(signal.text()).isEmpty();
        assertThat(signal.id()).isEqualTo(new SignalId("slack:T1/C1/10.1"));
        assertThat(signal.revision())
                .isGreaterThan(Instant.parse("2100-01-01T00:00:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'subtype':'channel_join','user':'U1','ts':'10.1','text':'has joined'}",
                "{'subtype':'bot_message','ts':'10.1','text':'build failed'}",
                "{'user':'U1','bot_id':'B9','ts':'10.1','text':'posted by an app'}",
                "{'user':'B1','ts':'10.1','text':'JIRA-1 was closed'}",
                "{'user':'USLACKBOT','ts':'10.1','text':'reminder'}",
                "{'subtype':'channel_topic','user':'U1','ts':'10.1','text':'set the topic'}",
                "{'type':'reaction_added','user':'U1'}"
            })
    void whatNoPersonSaidIsLeftOut(String json) {
        // When
        List<Mapped> mapped = map(json);

        // Then
        assertThat(mapped).singleElement().isInstanceOf(Mapped.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread_broadcast", "me_message", "file_share"})
    void subtypesInWhichPeopleSpeakAreRead(String subtype) {
        // When
        Signal signal =
                only(map("{'subtype':'" + subtype + "','user':'U1','ts':'10.1','text':'hi'}"));

        // Then
        assertThat(signal.text()).isEqualTo("hi");
    }

    @Test
    void eachReactionIsASignalOfItsOwn() {
        // When
        List<Signal> signals =
                Samples.signals(
                        map(
                                "{'user':'U1','ts':'10.1','text':'done','reactions':[{'name':'white_check_mark','users':['U2','B1'],'count':2}]}"));

        // Then
        Signal reaction = signals.get(1);
        assertThat(signals).hasSize(2);
        assertThat(reaction.kind()).isEqualTo(SignalKind.REACTION);
        assertThat(reaction.author().id()).isEqualTo("slack:T1/U2");
        assertThat(reaction.facts().reaction()).isEqualTo("white_check_mark");
        assertThat(reaction.facts().target()).isEqualTo(new SignalId("slack:T1/C1/10.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'user':'U1','ts':'yesterday','text':'hi'}",
                "{'user':'U1','text':'hi'}",
                "{'ts':'10.1','text':'hi'}",
                "[]",
                "null",
                "'hi'"
            })
    void whatIsNoMessageIsRefusedWithTheRule(String json) {
        // When
        List<Mapped> mapped = map(json);

        // Then
        assertThat(mapped)
                .singleElement()
                .isInstanceOfSatisfying(
                        Mapped.Rejected.class,
                        rejected -> {
                            assertThat(rejected.reason()).isEqualTo("invalid-slack-message");
                            assertThat(rejected.detail()).contains("must");
                        });
    }
}
