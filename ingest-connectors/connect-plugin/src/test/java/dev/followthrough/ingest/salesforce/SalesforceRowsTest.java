package dev.followthrough.ingest.salesforce;

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
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.ingest.Mapped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

class SalesforceRowsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANA = "0058d000001AbCdAAK";
    private static final String DEAL = "0068d00000AAAAAAA4";
    private static final String ACCOUNT = "0018d00000BBBBBAA4";
    private static final String CONTACT = "0038d00000CCCCCAA4";
    private static final SalesforceRows ROWS =
            new SalesforceRows(
                    new SalesforceOrg(
                            List.of(
                                    Objects.requireNonNull(
                                            SalesforceOrg.User.of(
                                                    json(
                                                            "{'Id':'"
                                                                    + ANA
                                                                    + "','Name':'Ana Lima','Email':'Ana@ours.example','UserType':'Standard',"
                                                                    + "'TimeZoneSidKey':'Europe/Lisbon'}"))))));
    private static final Party ANA_LIMA =
            new Party("salesforce:user/" + ANA, "Ana Lima", "ana@ours.example", Side.OURS);

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Signal said(SalesforceKind kind, String text) {
        return ((Mapped.Said) ROWS.map(kind, json(text))).signal();
    }

    private static <T extends DirectoryEntry> T known(
            Class<T> type, SalesforceKind kind, String text) {
        return type.cast(((Mapped.Known) ROWS.map(kind, json(text))).entry());
    }

    @Test
    void aTaskIsSaidByItsOwnerWithStatusDueAndAssignee() {
        // When
        Signal task =
                said(
                        SalesforceKind.TASK,
                        "{'attributes':{'type':'Task'},'Id':'00T8d000003EEEEEA4','Subject':'Send the SOC 2 report','Description':'Promised on the call.',"
                                + "'OwnerId':'"
                                + ANA
                                + "','WhatId':'"
                                + DEAL
                                + "','AccountId':'"
                                + ACCOUNT
                                + "','ActivityDate':'2026-02-06','Status':'In Progress','IsClosed':false,'TaskSubtype':'Task',"
                                + "'CreatedDate':'2026-02-01T09:00:00.000+0000','SystemModstamp':'2026-02-02T09:30:00.000+0000','IsDeleted':false}");

        // Then
        assertThat(task.id().value()).isEqualTo("salesforce:task/00T8d000003EEEEEA4");
        assertThat(task.kind()).isEqualTo(SignalKind.TASK);
        assertThat(task.text()).isEqualTo("Send the SOC 2 report\nPromised on the call.");
        assertThat(task.author()).isEqualTo(ANA_LIMA);
        assertThat(task.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(task.saidAt()).isEqualTo(Instant.parse("2026-02-01T09:00:00Z"));
        assertThat(task.revision()).isEqualTo(Instant.parse("2026-02-02T09:30:00Z").toEpochMilli());
        assertThat(task.deal()).isEqualTo(new DealId("salesforce:opportunity/" + DEAL));
        assertThat(task.account()).isEqualTo(new AccountId("salesforce:account/" + ACCOUNT));
        assertThat(task.conversation().value()).isEqualTo("salesforce:task/00T8d000003EEEEEA4");
        assertThat(task.facts().taskStatus()).isEqualTo("in_progress");
        assertThat(task.facts().taskDue()).isEqualTo(Instant.parse("2026-02-06T23:59:59Z"));
        assertThat(task.facts().assignee()).isEqualTo(ANA_LIMA);
        assertThat(task.refAt(3)).isEqualTo("task:00T8d000003EEEEEA4");
    }

    @Test
    void aClosedTaskWasSaidWhenItWasCompletedWhateverItsStatusIsCalled() {
        // When
        Signal task =
                said(
                        SalesforceKind.TASK,
                        "{'Id':'00T8d000003EEEEEA4','Subject':'x','Status':'Erledigt','IsClosed':true,'CompletedDateTime':'2026-02-05T16:00:00.000Z',"
                                + "'CreatedDate':'2026-02-01T09:00:00.000+0000','SystemModstamp':'2026-02-07T09:00:00.000+0000'}");

        // Then
        assertThat(task.saidAt()).isEqualTo(Instant.parse("2026-02-05T16:00:00Z"));
        assertThat(task.facts().taskStatus()).isEqualTo("completed");
        assertThat(task.facts().assignee()).isNull();
    }

    @Test
    void aLoggedCallIsHeardByItsContact() {
        // When
        Signal call =
                said(
                        SalesforceKind.TASK,
                        "{'Id':'00T8d000003EEEEEA4','Subject':'Call','Description':'Will resend the quote.','TaskSubtype':'Call','OwnerId':'"
                                + ANA
                                + "','WhoId':'"
                                + CONTACT
                                + "','Who':{'attributes':{'type':'Name'},'Name':'Cy Dee','Email':'cy@acme.example'},"
                                + "'WhatId':'"
                                + ACCOUNT
                                + "','IsClosed':true,'CreatedDate':'2026-02-01T09:00:00.000+0000'}");

        // Then
        assertThat(call.kind()).isEqualTo(SignalKind.CALL);
        assertThat(call.text()).isEqualTo("Call\nWill resend the quote.");
        assertThat(call.audience())
                .containsExactly(
                        new Party(
                                "salesforce:contact/" + CONTACT,
                                "Cy Dee",
                                "cy@acme.example",
                                Side.CUSTOMER));
        assertThat(call.conversation().value()).isEqualTo("salesforce:task/00T8d000003EEEEEA4");
    }

    @Test
    void aTaskThatOnlyShowsAMailIsLeftToTheMail() {
        // When
        Mapped mapped =
                ROWS.map(
                        SalesforceKind.TASK,
                        json(
                                "{'Id':'00T8d000003EEEEEA4','TaskSubtype':'Email','Subject':'Re: x'}"));

        // Then
        assertThat(mapped).isEqualTo(new Mapped.Ignored("task-of-a-mail"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03T10:00:00.000+0000, 2026-02-04T10:00:00.000+0000, 2026-02-03T10:00:00Z",
        "2026-02-09T10:00:00.000+0000, 2026-02-04T10:00:00.000+0000, 2026-02-04T10:00:00Z"
    })
    void aMeetingToComeWasWrittenBeforeItBegins(String start, String changed, Instant saidAt) {
        // When
        Signal event =
                said(
                        SalesforceKind.EVENT,
                        "{'Id':'00U8d000003FFFFEA4','Subject':'QBR','Description':'We owe them the roadmap.','StartDateTime':'"
                                + start
                                + "','SystemModstamp':'"
                                + changed
                                + "'}");

        // Then
        assertThat(event.saidAt()).isEqualTo(saidAt);
        assertThat(event.kind()).isEqualTo(SignalKind.NOTE);
        assertThat(event.conversation().value()).isEqualTo("salesforce:event/00U8d000003FFFFEA4");
    }

    @Test
    void aMailIsItsSendersOwnWordsAndAnswersAMail() {
        // When
        Signal mail =
                said(
                        SalesforceKind.EMAIL_MESSAGE,
                        "{'Id':'02s8d000001GGGGAA2','Subject':'Re: quote','TextBody':'Will do by Friday.\\n\\nOn Mon, Feb 2, 2026 at 10:00, Cy Dee <cy@acme.example> wrote:\\n> Can you resend it?',"
                                + "'FromName':'Ana L.','FromAddress':'ana@ours.example','ToAddress':'cy@acme.example; ana@ours.example','CcAddress':'bo@acme.example',"
                                + "'Incoming':false,'Status':'3','MessageDate':'2026-02-03T10:00:00.000+0000','RelatedToId':'"
                                + DEAL
                                + "','ReplyToEmailMessageId':'02s8d000001HHHHAA2','attachments':['quote.pdf'],'SystemModstamp':'2026-02-03T10:00:01.000+0000'}");

        // Then
        assertThat(mail.id().value()).isEqualTo("salesforce:email/02s8d000001GGGGAA2");
        assertThat(mail.kind()).isEqualTo(SignalKind.MAIL);
        assertThat(mail.text()).isEqualTo("Will do by Friday.");
        assertThat(mail.quoted()).contains("Can you resend it?");
        assertThat(mail.author()).isEqualTo(ANA_LIMA);
        assertThat(mail.audience())
                .extracting(Party::email)
                .containsExactly("cy@acme.example", "bo@acme.example");
        assertThat(mail.replyTo()).isEqualTo(new SignalId("salesforce:email/02s8d000001HHHHAA2"));
        assertThat(mail.facts().attachments()).containsExactly("quote.pdf");
    }

    @Test
    void theSenderOfAnIncomingMailIsHintedToBeTheCustomers() {
        // When
        Signal mail =
                said(
                        SalesforceKind.EMAIL_MESSAGE,
                        "{'Id':'02s8d000001GGGGAA2','HtmlBody':'<p>We will sign <b>Monday</b>.</p>','FromName':'Cy Dee','FromAddress':'cy@acme.example','Incoming':true,"
                                + "'MessageDate':'2026-02-03T10:00:00.000+0000'}");

        // Then
        assertThat(mail.author())
                .isEqualTo(
                        new Party(
                                "mail:cy@acme.example",
                                "Cy Dee",
                                "cy@acme.example",
                                Side.CUSTOMER));
        assertThat(mail.text()).isEqualTo("We will sign Monday.");
    }

    @Test
    void aDraftIsNotSaid() {
        // When
        Mapped mapped =
                ROWS.map(
                        SalesforceKind.EMAIL_MESSAGE,
                        json("{'Id':'02s8d000001GGGGAA2','Status':'5','TextBody':'not yet'}"));

        // Then
        assertThat(mapped).isEqualTo(new Mapped.Ignored("draft"));
    }

    @Test
    void aDeletedRowRetractsItsSignal() {
        // When
        Signal task =
                said(
                        SalesforceKind.TASK,
                        "{'Id':'00T8d000003EEEEEA4','Subject':'x','IsDeleted':true,'CreatedDate':'2026-02-01T09:00:00.000+0000'}");

        // Then
        assertThat(task.deleted()).isTrue();
        assertThat(task.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT,     0018d00000BBBBBAA4, account:salesforce:account/0018d00000BBBBBAA4",
        "CONTACT,     0038d00000CCCCCAA4, person:salesforce:contact/0038d00000CCCCCAA4",
        "OPPORTUNITY, 0068d00000AAAAAAA4, deal:salesforce:opportunity/0068d00000AAAAAAA4"
    })
    void aDeletedEntryIsGone(SalesforceKind kind, String id, String entity) {
        // When
        Mapped mapped = ROWS.map(kind, json("{'Id':'" + id + "','Name':'x','IsDeleted':true}"));

        // Then
        assertThat(mapped).isEqualTo(new Mapped.Gone(entity));
    }

    @ParameterizedTest
    @CsvSource({"true, true, WON", "false, true, LOST", "false, false, OPEN"})
    void anOpportunitysFlagsDecideItsStage(boolean won, boolean closed, DealStage stage) {
        // When
        DirectoryEntry.Deal deal =
                known(
                        DirectoryEntry.Deal.class,
                        SalesforceKind.OPPORTUNITY,
                        "{'Id':'"
                                + DEAL
                                + "','Name':'Acme 2026','StageName':'Closed Won?','IsWon':"
                                + won
                                + ",'IsClosed':"
                                + closed
                                + ",'CloseDate':'2026-03-01','AccountId':'"
                                + ACCOUNT
                                + "','OwnerId':'"
                                + ANA
                                + "'}");

        // Then
        assertThat(deal.stage()).isEqualTo(stage);
        assertThat(deal.closedAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(deal.account()).isEqualTo(new AccountId("salesforce:account/" + ACCOUNT));
        assertThat(deal.owner()).isEqualTo(ANA_LIMA);
    }

    @Test
    void anAccountHasTheDomainOfItsWebsite() {
        // When
        DirectoryEntry.Account account =
                known(
                        DirectoryEntry.Account.class,
                        SalesforceKind.ACCOUNT,
                        "{'Id':'0018d00000BBBBB','Name':'Acme','Website':'https://www.Acme.example/en'}");

        // Then
        assertThat(account.id().value()).isEqualTo("salesforce:account/0018d00000BBBBBAA5");
        assertThat(account.domains()).containsExactly("acme.example");
    }

    @ParameterizedTest
    @CsvSource({
        "Standard, OURS",
        "PowerCustomerSuccess, CUSTOMER",
        "CspLitePortal, CUSTOMER",
        "PowerPartner, UNKNOWN"
    })
    void aLoginSaysWhoseSideSomebodyIsOn(String type, Side side) {
        // When
        DirectoryEntry.Person user =
                known(
                        DirectoryEntry.Person.class,
                        SalesforceKind.USER,
                        "{'Id':'"
                                + ANA
                                + "','Name':'Ana Lima','FirstName':'Ana','Email':'ana@ours.example','UserType':'"
                                + type
                                + "','TimeZoneSidKey':'Europe/Lisbon'}");

        // Then
        assertThat(user.party().side()).isEqualTo(side);
        assertThat(user.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(user.aliases()).containsExactly("Ana");
    }

    @ParameterizedTest
    @CsvSource({
        "001500000Xyy06, false",
        "0015500000Xyy06, true",
        "0015500000Xyy06AAB, true",
        "'001550000_Xyy06', false"
    })
    void onlyIdsOf15Or18LettersAndDigitsAreIds(String text, boolean valid) {
        // When
        String id = SalesforceId.of(text);

        // Then
        assertThat(id != null).isEqualTo(valid);
        assertThat(id == null ? 18 : id.length()).isEqualTo(18);
    }

    @Test
    void theShortFormOfAnIdIsTheLongOne() {
        // When
        String id = SalesforceId.of("0015500000Xyy06");

        // Then
        assertThat(id).isEqualTo("0015500000Xyy06AAB");
    }

    @ParameterizedTest
    @EnumSource(SalesforceKind.class)
    void whatHasNoIdIsRefusedWithTheRule(SalesforceKind kind) {
        // When
        Mapped mapped = ROWS.map(kind, json("{'Name':'x','Id':{'a':1}}"));

        // Then
        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Rejected.class,
                        rejected -> assertThat(rejected.detail()).contains("must have an id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "3",
                "{'Id':'00T8d000003EEEEEA4'}",
                "{'Id':'00T8d000003EEEEEA4','CreatedDate':'yesterday','ActivityDate':7}"
            })
    void aTaskWithoutATimeIsRefusedAndNeverThrows(String text) {
        // When
        Mapped mapped = ROWS.map(SalesforceKind.TASK, json(text));

        // Then
        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Rejected.class,
                        rejected -> assertThat(rejected.detail()).contains("must have"));
    }
}
