package dev.followthrough.ingest.receiver.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.receiver.Front;
import dev.followthrough.ingest.receiver.ReceiverService;
import dev.followthrough.ingest.receiver.StubApi;
import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.service.config.ConfigException;
import dev.followthrough.service.config.ServiceConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;

class HubSpotWebhookTest {
    private static final String URI = "https://hooks.example.com/hubspot/webhooks";

    private final StubApi hubspot = new StubApi();
    private final Front front =
            new Front(
                    "receiver.hubspot.client.secret",
                    Front.SECRET,
                    "receiver.hubspot.access.token",
                    "pat-test",
                    "receiver.hubspot.public.url",
                    URI,
                    "receiver.hubspot.endpoint",
                    hubspot.url(),
                    "receiver.requests.in.flight",
                    "1");

    @BeforeEach
    void portal() {
        hubspot.says(
                        "crm/v3/owners",
                        json(
                                "{'results':[{'id':'9','userId':5,'email':'ana@ours.example','firstName':'Ana','lastName':'Lima'}]}"))
                .says(
                        "crm/v3/pipelines/deals",
                        json(
                                "{'results':[{'stages':[{'id':'77001','metadata':{'isClosed':'true','probability':'1.0'}},"
                                        + "{'id':'77002','metadata':{'isClosed':'false','probability':'0.4'}}]}]}"))
                .says(
                        "crm/v3/objects/deals/batch/read",
                        json(
                                "{'status':'COMPLETE','results':[{'id':'31','properties':{'dealname':'Acme','dealstage':'77001','hubspot_owner_id':'9',"
                                        + "'hs_lastmodifieddate':'2026-03-02T15:00:00Z'},'updatedAt':'2026-03-02T15:00:00Z'}]}"))
                .says(
                        "crm/v4/associations/deals/companies/batch/read",
                        json(
                                "{'results':[{'from':{'id':'31'},'to':[{'toObjectId':6},"
                                        + "{'toObjectId':7,'associationTypes':[{'label':'Primary'}]}]}]}"))
                .says(
                        "crm/v3/objects/notes/batch/read",
                        json(
                                "{'results':[{'id':'51','properties':{'hs_note_body':'<p>We will send the plan on Friday</p>','hs_timestamp':'2026-03-02T14:00:00Z',"
                                        + "'hubspot_owner_id':'9','hs_lastmodifieddate':'2026-03-02T15:00:00Z'}}]}"))
                .says(
                        "crm/v4/associations/notes/deals/batch/read",
                        json("{'results':[{'from':{'id':'51'},'to':[{'toObjectId':31}]}]}"))
                .says("crm/v4/associations/notes/companies/batch/read", json("{'results':[]}"))
                .says(
                        "account-info/v3/details",
                        json("{'portalId':3,'timeZone':'America/New_York'}"));
    }

    @AfterEach
    void stop() throws Exception {
        front.close();
        hubspot.close();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private HttpResponse<String> send(String events) {
        String body = json(events);
        String timestamp = Long.toString(Front.NOW.toEpochMilli());
        byte[] mac = Signature.sha256(Front.SECRET).of(Front.utf8("POST" + URI + body + timestamp));
        return front.post(
                "/hubspot/webhooks",
                body,
                "X-HubSpot-Request-Timestamp",
                timestamp,
                "X-HubSpot-Signature-v3",
                Base64.getEncoder().encodeToString(mac));
    }

    private static String event(String type, String more) {
        return "{'eventId':1,'subscriptionId':2,'portalId':3,'appId':4,'occurredAt':1772463811000,'attemptNumber':0,'subscriptionType':'"
                + type
                + "',"
                + more
                + "}";
    }

    @Test
    void aChangedDealIsReadAsItIsNowAndItsStageByMetadata() {
        // When
        HttpResponse<String> answer =
                send(
                        "["
                                + event(
                                        "deal.propertyChange",
                                        "'objectId':31,'propertyName':'dealstage','propertyValue':'77002'")
                                + "]");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(front.entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        DirectoryEntry.Deal.class,
                        deal -> {
                            assertThat(deal.stage()).isEqualTo(DealStage.WON);
                            assertThat(deal.account()).hasToString("hubspot:company/7");
                            assertThat(deal.owner()).isNotNull();
                        });
    }

    @Test
    void manyEventsOfOneObjectAreOneQuestionAndOneRecord() {
        // When
        send(
                "["
                        + event("deal.propertyChange", "'objectId':31")
                        + ","
                        + event("deal.creation", "'objectId':31")
                        + ","
                        + event("deal.associationChange", "'fromObjectId':31,'toObjectId':7")
                        + "]");

        // Then
        assertThat(front.stored).hasSize(1);
        assertThat(hubspot.asked.stream().filter(one -> one.contains("objects/deals"))).hasSize(1);
    }

    @Test
    void aNoteIsASignalOfItsDeal() {
        // When
        send("[" + event("object.creation", "'objectTypeId':'0-46','objectId':51") + "]");

        // Then
        Signal signal = front.onlySignal();
        assertThat(signal.id()).hasToString("hubspot:note/51");
        assertThat(signal.text()).isEqualTo("We will send the plan on Friday");
        assertThat(signal.conversation()).hasToString("hubspot:note/51");
        assertThat(signal.deal()).hasToString("hubspot:deal/31");
        assertThat(signal.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(signal.author().email()).isEqualTo("ana@ours.example");
        assertThat(front.permalinks())
                .containsExactly("https://app.hubspot.com/contacts/3/record/0-3/31");
    }

    @Test
    void aDeletedNoteIsReadAmongTheArchivedAndTakenBack() {
        // Given
        hubspot.says(
                "crm/v3/objects/notes/batch/read?archived=true",
                json(
                        "{'results':[{'id':'51','archived':true,'archivedAt':'2026-03-02T16:00:00Z','properties':{'hs_note_body':'x','hs_timestamp':'2026-03-02T14:00:00Z'}}]}"));

        // When
        send("[" + event("object.deletion", "'objectTypeId':'0-46','objectId':51") + "]");

        // Then
        assertThat(front.onlySignal().deleted()).isTrue();
        assertThat(front.onlySignal().text()).isEmpty();
    }

    @Test
    void aPrivacyDeletionTakesThePersonAway() {
        // When
        send("[" + event("contact.privacyDeletion", "'objectId':41") + "]");

        // Then
        assertThat(front.stored)
                .singleElement()
                .satisfies(
                        record -> {
                            assertThat(record.key().toString())
                                    .isEqualTo("person:hubspot:contact/41");
                            assertThat(record.value()).isNull();
                        });
    }

    @Test
    void whileHubSpotDoesNotAnswerTheEventsAreAskedForAgain() {
        // Given
        String events = "[" + event("deal.propertyChange", "'objectId':31") + "]";
        hubspot.fails("crm/v3/objects/deals/batch/read", 429);

        // When
        HttpResponse<String> refused = send(events);
        hubspot.heals("crm/v3/objects/deals/batch/read");
        HttpResponse<String> taken = send(events);

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(front.stored).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm/v3/owners", "crm/v3/objects/deals/batch/read"})
    @Timeout(30)
    void anAnswerThatStallsIsAskedForAgainAndKeepsNeitherPlaceNorPortal(String path) {
        // Given
        String events = "[" + event("deal.propertyChange", "'objectId':31") + "]";
        hubspot.stalls(path);

        // When
        HttpResponse<String> refused = send(events);
        hubspot.heals(path);
        HttpResponse<String> taken = send(events);

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(taken.statusCode()).as("the only place is free").isEqualTo(200);
        assertThat(front.stored).hasSize(1);
    }

    @Test
    @Timeout(30)
    void pagesOfOwnersThatLeadInACircleAreNoAnswer() {
        // Given
        String page = "{'results':[],'paging':{'next':{'after':'%s'}}}";
        hubspot.says("crm/v3/owners", json(page.formatted("A")))
                .says("crm/v3/owners?limit=500&archived=true&after=A", json(page.formatted("B")))
                .says("crm/v3/owners?limit=500&archived=true&after=B", json(page.formatted("A")));

        // When
        HttpResponse<String> answer =
                send("[" + event("deal.propertyChange", "'objectId':31") + "]");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(hubspot.asked.stream().filter(one -> one.startsWith("crm/v3/owners")))
                .hasSize(3);
    }

    @Test
    void anObjectThatIsGoneAndAKindThatIsNotReadAreCounted() {
        // Given
        hubspot.says("crm/v3/objects/deals/batch/read", json("{'results':[]}"));

        // When
        HttpResponse<String> answer =
                send(
                        "["
                                + event("deal.propertyChange", "'objectId':31")
                                + ","
                                + event("ticket.creation", "'objectId':1")
                                + ",{},7]");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(front.stored).isEmpty();
        assertThat(front.count("skipped", "hubspot", "reason", "gone")).isEqualTo(1);
        assertThat(front.count("skipped", "hubspot", "reason", "object-type")).isEqualTo(3);
    }

    @Test
    void whatIsNoArrayIs422() {
        assertThat(send("{}").statusCode()).isEqualTo(422);
    }

    @Test
    void aSecretWithoutTokenOrAddressStopsTheStart() {
        // Given
        ServiceConfig config =
                ServiceConfig.of(
                        ReceiverService.settings(),
                        Map.of(
                                "bootstrap.servers", "none:1",
                                "receiver.hubspot.client.secret", "s"));

        // When
        ConfigException fault =
                catchThrowableOfType(ConfigException.class, () -> HubSpotReceiver.check(config));

        // Then
        assertThat(fault).hasMessageContaining("receiver.hubspot.access.token");
    }
}
