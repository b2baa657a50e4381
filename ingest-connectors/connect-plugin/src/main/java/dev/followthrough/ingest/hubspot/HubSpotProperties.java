package dev.followthrough.ingest.hubspot;

import java.util.ArrayList;
import java.util.List;

/** What the API is asked for of each kind of object, since it gives little unasked. */
public final class HubSpotProperties {
    private static final List<String> ACTIVITY =
            List.of("hs_timestamp", "hubspot_owner_id", "hs_createdate", "hs_attachment_ids");

    private HubSpotProperties() {}

    /** The property that holds when an object was modified. */
    public static String modified(HubSpotKind kind) {
        return kind == HubSpotKind.CONTACT ? "lastmodifieddate" : "hs_lastmodifieddate";
    }

    /** All that the mappers look at. */
    public static List<String> of(HubSpotKind kind) {
        List<String> all = new ArrayList<>(own(kind));
        all.add(modified(kind));
        if (!kind.isDirectory()) {
            all.addAll(ACTIVITY);
        }
        return all;
    }

    private static List<String> own(HubSpotKind kind) {
        return switch (kind) {
            case NOTE -> List.of("hs_note_body");
            case CALL -> List.of("hs_call_title", "hs_call_body", "hs_call_direction");
            case TASK ->
                    List.of(
                            "hs_task_subject",
                            "hs_task_body",
                            "hs_task_status",
                            "hs_task_completion_date");
            case EMAIL ->
                    List.of(
                            "hs_email_subject",
                            "hs_email_text",
                            "hs_email_html",
                            "hs_email_direction",
                            "hs_email_headers",
                            "hs_email_from_email",
                            "hs_email_from_firstname",
                            "hs_email_from_lastname",
                            "hs_email_to_email");
            case MEETING ->
                    List.of("hs_meeting_title", "hs_meeting_body", "hs_internal_meeting_notes");
            case DEAL ->
                    List.of(
                            "dealname",
                            "dealstage",
                            "pipeline",
                            "closedate",
                            "hubspot_owner_id",
                            "hs_is_closed",
                            "hs_is_closed_won");
            case CONTACT ->
                    List.of(
                            "firstname",
                            "lastname",
                            "email",
                            "jobtitle",
                            "associatedcompanyid",
                            "hs_timezone");
            case COMPANY ->
                    List.of("name", "domain", "hs_additional_domains", "tier", "hubspot_owner_id");
            case OWNER -> List.of();
        };
    }

    /** Kinds of objects whose association says what an object is about, or who heard it. */
    public static List<HubSpotKind> associations(HubSpotKind kind) {
        return switch (kind) {
            case NOTE, TASK, EMAIL -> List.of(HubSpotKind.DEAL, HubSpotKind.COMPANY);
            case CALL, MEETING ->
                    List.of(HubSpotKind.DEAL, HubSpotKind.COMPANY, HubSpotKind.CONTACT);
            case DEAL, CONTACT -> List.of(HubSpotKind.COMPANY);
            case COMPANY, OWNER -> List.of();
        };
    }
}
