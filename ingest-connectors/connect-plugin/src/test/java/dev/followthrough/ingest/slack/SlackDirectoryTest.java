package dev.followthrough.ingest.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.ingest.Mapped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneId;
import java.util.List;

class SlackDirectoryTest {
    private static final String ANA =
            "{'id':'U1','team_id':'T1','name':'alima','tz':'Europe/Lisbon','profile':{'real_name':'Ana Lima','display_name':'Ana','first_name':'Ana','email':'Ana@Ours.example','title':'CSM'}}";

    private static SlackTeam team(String... users) {
        return SlackTeam.of(
                "T1",
                List.of(users).stream().map(user -> SlackUser.read(Samples.json(user))).toList(),
                List.of());
    }

    @Test
    void aUserIsAPersonWithAllTheirNames() {
        // When
        Mapped mapped = new SlackDirectory(team(ANA)).person(Samples.json(ANA));

        // Then
        DirectoryEntry.Person person = (DirectoryEntry.Person) ((Mapped.Known) mapped).entry();
        assertThat(person.party().email()).isEqualTo("ana@ours.example");
        assertThat(person.party().side()).isEqualTo(Side.OURS);
        assertThat(person.aliases()).containsExactly("Ana", "Ana Lima", "alima");
        assertThat(person.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'id':'U2','team_id':'T2'} | CUSTOMER",
                "{'id':'U2','team_id':'T1','is_stranger':true} | CUSTOMER",
                "{'id':'U2','team_id':'T1','is_restricted':true} | UNKNOWN",
                "{'id':'U2'} | UNKNOWN",
                "{'id':'U2','team_id':'T1'} | OURS"
            })
    void theWorkspaceSaysOnWhichSideSomebodyIs(String user, Side side) {
        // When
        Side found = team(user).party("U2").side();

        // Then
        assertThat(found).isEqualTo(side);
    }

    @Test
    void theTeamOfMostPeopleIsTheWorkspace() {
        // When
        SlackTeam team =
                SlackTeam.of(
                        null,
                        List.of(Samples.user("U1", "Ana", "UTC"), Samples.user("U2", "Bo", "UTC")),
                        List.of());

        // Then
        assertThat(team.id()).isEqualTo("T1");
    }

    @Test
    void aChannelNamesItsMembers() {
        // When
        Mapped mapped =
                new SlackDirectory(team(ANA))
                        .channel(
                                Samples.json(
                                        "{'id':'C1','name':'ext-acme','is_ext_shared':true,'members':['U1','U7']}"));

        // Then
        DirectoryEntry.Channel channel = (DirectoryEntry.Channel) ((Mapped.Known) mapped).entry();
        assertThat(channel.name()).isEqualTo("ext-acme");
        assertThat(channel.members()).containsExactly("slack:T1/U1", "slack:T1/U7");
    }

    @Test
    void aBotIsNobody() {
        // When
        Mapped mapped =
                new SlackDirectory(team()).person(Samples.json("{'id':'B1','is_bot':true}"));

        // Then
        assertThat(mapped).isEqualTo(new Mapped.Ignored("bot"));
    }

    @Test
    void aUserWithoutAnIdIsRefused() {
        // When
        Mapped mapped = new SlackDirectory(team()).person(Samples.json("{'name':'x'}"));

        // Then
        assertThat(mapped)
                .isEqualTo(new Mapped.Rejected("invalid-slack-user", "user must have an id"));
    }
}
