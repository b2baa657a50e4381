package dev.followthrough.ingest.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.ingest.Mapped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

class HubSpotObjectsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Party OWNER =
            new Party("hubspot:owner/7", "Ana Lima", "ana@ours.example", Side.OURS);
    private static final HubSpotObjects OBJECTS =
            new HubSpotObjects(
                    new HubSpotPortal(
                            Map.of("7", OWNER),
                            Map.of("ana@ours.example", ZoneId.of("Europe/Lisbon")),
                            Map.of()));

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Mapped map(String text) {
        return OBJECTS.map(json(text), Optional.empty());
    }

    private static Signal said(String text) {
        return ((Mapped.Said) map(text)).signal();
    }

    private static <T extends DirectoryEntry> T known(Class<T> type, String text) {
        return type.cast(((Mapped.Known) map(text)).entry());
    }

    @Test
    void aNoteIsSaidByItsOwnerWhenItHappened() {
        // When
        Signal note =
                said(
                        """
                        {'id':'501','properties':{'hs_note_body':'<p>Told her <b>June</b> is theirs.</p><p>R&amp;D ok&nbsp;too</p>',
                          'hs_timestamp':'2026-02-03T10:00:00Z','hubspot_owner_id':'7','hs_lastmodifieddate':'2026-02-03T11:00:00Z'},
                         'createdAt':'2026-02-03T10:30:00Z','updatedAt':'2026-02-03T11:00:00Z',
                         'associations':{'deals':{'results':[{'id':'9','type':'note_to_deal'}]},'companies':{'results':[{'id':'3'}]}}}
                        """);

        // Then
        assertThat(note.id().value()).isEqualTo("hubspot:note/501");
        assertThat(note.kind()).isEqualTo(SignalKind.NOTE);
        assertThat(note.text()).isEqualTo("Told her June is theirs.\nR&D ok too");
        assertThat(note.author()).isEqualTo(OWNER);
        assertThat(note.saidAt()).isEqualTo(Instant.parse("2026-02-03T10:00:00Z"));
        assertThat(note.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(note.revision()).isEqualTo(Instant.parse("2026-02-03T11:00:00Z").toEpochMilli());
        assertThat(note.deal()).isEqualTo(new DealId("hubspot:deal/9"));
        assertThat(note.account()).isEqualTo(new AccountId("hubspot:company/3"));
        assertThat(note.conversation().value()).isEqualTo("hubspot:note/501");
        assertThat(note.refAt(5)).isEqualTo("note:501");
    }

    @Test
    void aCallIsItsTitleAndItsBody() {
        // When
        Signal call =
                said(
                        "{'id':'601','properties':{'hs_call_title':'Pricing','hs_call_body':'Will <i>resend</i> the quote.','hs_timestamp':'1770112800000'}}");

        // Then
        assertThat(call.text()).isEqualTo("Pricing\nWill resend the quote.");
        assertThat(call.saidAt()).isEqualTo(Instant.ofEpochMilli(1_770_112_800_000L));
        assertThat(call.conversation().value()).isEqualTo("hubspot:call/601");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED, not_started, 2026-02-01T09:00:00Z",
        "COMPLETED,   completed,   2026-02-05T16:00:00Z"
    })
    void aTaskIsSaidWhenWrittenDownAndACompletedOneWhenCompleted(
            String status, String fact, Instant saidAt) {
        // When
        Signal task =
                said(
                        "{'id':'701','properties':{'hs_task_subject':'Send the SOC 2 report','hs_task_status':'"
                                + status
                                + "','hs_timestamp':'2026-02-06T17:00:00Z','hubspot_owner_id':'7'},"
                                + "'createdAt':'2026-02-01T09:00:00Z','updatedAt':'2026-02-05T16:00:00Z'}");

        // Then
        assertThat(task.text()).isEqualTo("Send the SOC 2 report");
        assertThat(task.saidAt()).isEqualTo(saidAt);
        assertThat(task.facts().taskStatus()).isEqualTo(fact);
        assertThat(task.facts().taskDue()).isEqualTo(Instant.parse("2026-02-06T17:00:00Z"));
        assertThat(task.facts().assignee()).isEqualTo(OWNER);
    }

    @Test
    void anArchivedNoteIsDeleted() {
        // When
        Signal note =
                said(
                        "{'id':'501','archived':true,'properties':{'hs_note_body':'x','hs_timestamp':'2026-02-03T10:00:00Z'}}");

        // Then
        assertThat(note.deleted()).isTrue();
        assertThat(note.text()).isEmpty();
    }

    @Test
    void anArchivedNoteIsNewerThanItsLastEdit() {
        // When
        Signal note =
                said(
                        "{'id':'501','archived':true,'archivedAt':'2026-02-09T10:00:00Z','properties':{'hs_note_body':'x','hs_timestamp':'2026-02-03T10:00:00Z','hs_lastmodifieddate':'2026-02-03T11:00:00Z'}}");

        // Then
        assertThat(note.revision()).isEqualTo(Instant.parse("2026-02-09T10:00:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'3','archived':true,'properties':{'domain':'acme.example'}} | account:hubspot:company/3",
                "{'id':'4','archived':true,'properties':{'firstname':'Cy'}} | person:hubspot:contact/4",
                "{'id':'9','archived':true,'properties':{'dealname':'Acme 2026'}} | deal:hubspot:deal/9"
            })
    void anArchivedEntryIsGone(String text, String entity) {
        // When
        Mapped mapped = map(text);

        // Then
        assertThat(mapped).isEqualTo(new Mapped.Gone(entity));
    }

    @Test
    void aMailIsItsSendersOwnWordsAndHeardByItsReceivers() {
        // When
        Signal mail =
                said(
                        """
                        {'id':'801','properties':{'hs_email_subject':'Re: quote','hs_email_direction':'EMAIL','hs_timestamp':'2026-02-03T10:00:00Z',
                          'hs_email_text':'Will do by Friday.\\n\\nOn Mon, Feb 2, 2026 at 10:00, Cy Dee <cy@acme.example> wrote:\\n> Can you resend it?',
                          'hs_email_headers':'{\\"from\\":{\\"email\\":\\"ana@ours.example\\",\\"firstName\\":\\"Ana\\",\\"lastName\\":\\"L.\\"},\\"to\\":[{\\"email\\":\\"Cy Dee <cy@acme.example>\\"}],\\"cc\\":[{\\"email\\":\\"ana@ours.example\\"}]}',
                          'hubspot_owner_id':'7'},'attachments':['quote.pdf'],
                         'associations':{'deals':{'results':[{'id':'9'}]}}}
                        """);

        // Then
        assertThat(mail.id().value()).isEqualTo("hubspot:email/801");
        assertThat(mail.kind()).isEqualTo(SignalKind.MAIL);
        assertThat(mail.text()).isEqualTo("Will do by Friday.");
        assertThat(mail.quoted()).contains("Can you resend it?");
        assertThat(mail.author()).isEqualTo(OWNER);
        assertThat(mail.audience())
                .containsExactly(
                        new Party(
                                "mail:cy@acme.example", "Cy Dee", "cy@acme.example", Side.UNKNOWN));
        assertThat(mail.facts().attachments()).containsExactly("quote.pdf");
        assertThat(mail.conversation().value()).isEqualTo("hubspot:email/801");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'hs_email_headers':'not json','hs_email_from_email':'Cy@acme.example','hs_email_from_firstname':'Cy' | mail:cy@acme.example",
                "'hs_email_headers':'[]' | hubspot:email/801/sender"
            })
    void theSenderOfAnIncomingMailIsNeverTheOwner(String properties, String author) {
        // When
        Signal mail =
                said(
                        "{'id':'801','properties':{'hs_email_html':'<p>We sign Monday.</p>','hs_email_direction':'INCOMING_EMAIL','hs_timestamp':'2026-02-03T10:00:00Z','hubspot_owner_id':'7',"
                                + properties.replace("' |", "'")
                                + "}}");

        // Then
        assertThat(mail.author().id()).isEqualTo(author);
        assertThat(mail.text()).isEqualTo("We sign Monday.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03T10:00:00Z, 2026-02-04T10:00:00Z, 2026-02-03T10:00:00Z",
        "2026-02-09T10:00:00Z, 2026-02-04T10:00:00Z, 2026-02-04T10:00:00Z"
    })
    void aMeetingIsANoteHeardByItsContactsAndNeverSaidInTheFuture(
            String start, String updated, Instant saidAt) {
        // When
        Signal meeting =
                said(
                        "{'id':'901','properties':{'hs_meeting_title':'QBR','hs_meeting_body':'<p>Agenda</p>','hs_internal_meeting_notes':'We owe them the roadmap.','hs_timestamp':'"
                                + start
                                + "'},'updatedAt':'"
                                + updated
                                + "','associations':{'contacts':{'results':[{'id':'4'},{'id':'4'},{'id':'5'}]}}}");

        // Then
        assertThat(meeting.kind()).isEqualTo(SignalKind.NOTE);
        assertThat(meeting.text()).isEqualTo("QBR\nAgenda\nWe owe them the roadmap.");
        assertThat(meeting.saidAt()).isEqualTo(saidAt);
        assertThat(meeting.audience())
                .extracting(Party::id)
                .containsExactly("hubspot:contact/4", "hubspot:contact/5");
    }

    @Test
    void aCompanyIsAnAccountWithBareDomains() {
        // When
        DirectoryEntry.Account account =
                known(
                        DirectoryEntry.Account.class,
                        "{'id':'3','properties':{'name':'Acme','domain':'https://www.Acme.example/en','hs_additional_domains':'acme.test;acme.example','hubspot_owner_id':'7'}}");

        // Then
        assertThat(account.id()).isEqualTo(new AccountId("hubspot:company/3"));
        assertThat(account.name()).isEqualTo("Acme");
        assertThat(account.domains()).containsExactly("acme.example", "acme.test");
        assertThat(account.owner()).isEqualTo(OWNER);
    }

    @Test
    void aContactBelongsToItsCompany() {
        // When
        DirectoryEntry.Person person =
                known(
                        DirectoryEntry.Person.class,
                        "{'id':'4','properties':{'firstname':'Cy','lastname':'Dee','email':'CY@acme.example','hs_timezone':'america_slash_new_york'},'associations':{'companies':{'results':[{'id':'3'}]}}}");

        // Then
        assertThat(person.party().name()).isEqualTo("Cy Dee");
        assertThat(person.party().email()).isEqualTo("cy@acme.example");
        assertThat(person.account()).isEqualTo(new AccountId("hubspot:company/3"));
        assertThat(person.zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @ParameterizedTest
    @CsvSource({
        "closedwon, '', WON",
        "closedlost, '', LOST",
        "contractsent, '', OPEN",
        "1234567, 'true', WON"
    })
    void aDealsStageFollowsFromItsIdOrItsFlags(String stage, String won, DealStage expected) {
        // When
        DirectoryEntry.Deal deal =
                known(
                        DirectoryEntry.Deal.class,
                        "{'id':'9','properties':{'dealname':'Acme 2026','dealstage':'"
                                + stage
                                + "','hs_is_closed_won':'"
                                + won
                                + "','closedate':'2026-03-01'}}");

        // Then
        assertThat(deal.stage()).isEqualTo(expected);
        assertThat(deal.closedAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void anOwnerIsOneOfUsInTheZoneThatAnotherSourceKnows() {
        // When
        DirectoryEntry.Person owner =
                known(
                        DirectoryEntry.Person.class,
                        "{'id':'7','email':'ana@ours.example','firstName':'Ana','lastName':'Lima','userId':70}");

        // Then
        assertThat(owner.party()).isEqualTo(OWNER);
        assertThat(owner.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'properties':{'hs_note_body':'no id','hs_timestamp':'2026-02-03T10:00:00Z'}}",
                "{'id':'1','properties':{'hs_note_body':'no time'}}",
                "{'id':'1','properties':{'hs_note_body':'bad time','hs_timestamp':'soon'}}",
                "{'id':'1','properties':{'price':'12','name':'a product'}}",
                "{'id':{},'properties':{'domain':'a.example'}}",
                "[]",
                "3",
                "null"
            })
    void whatIsNoObjectThatWeReadIsRefusedWithTheRule(String text) {
        // When
        Mapped mapped = map(text);

        // Then
        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Rejected.class,
                        rejected -> assertThat(rejected.detail()).contains("must have"));
    }

    @Test
    void aListsNameSaysWhatItsObjectsAreWherePropertiesDoNot() {
        // When
        Mapped mapped =
                OBJECTS.map(
                        json("{'id':'3','properties':{'name':'Acme'}}"),
                        HubSpotKind.ofFileName("companies.json"));

        // Then
        assertThat(mapped).isInstanceOf(Mapped.Known.class);
    }
}
