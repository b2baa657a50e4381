package dev.followthrough.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.email.MboxReader;
import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.meeting.SubRip;
import dev.followthrough.ingest.meeting.WebVtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a single file is: by its extension where that says all, else by its beginning. */
enum Format {
    TRANSCRIPT,
    MBOX,
    MAIL,
    HUBSPOT_OWNERS,
    HUBSPOT_DIRECTORY,
    HUBSPOT_ACTIVITIES,
    BROKEN_JSON,
    ZIP,
    /** Explains the transcript of the same name. */
    SIDECAR,
    EMPTY,
    UNREADABLE,
    UNKNOWN;

    private static final int HEAD = 8 * 1024;

    /** Objects looked at until a good one is found. */
    private static final int TRIED = 20;

    private static final Pattern FIELD = Pattern.compile("\\A[!-9;-~]+:[ \\t]");
    private static final Pattern MAIL_FIELDS =
            Pattern.compile(
                    "(?im)^From:[\\s\\S]*^(?:Date|Message-ID|To|Subject):|^(?:Date|Message-ID|To|Subject|Received):[\\s\\S]*^From:");

    static Format of(Found found) throws IOException {
        if (found.size() == 0) {
            return EMPTY;
        }
        return switch (found.extension()) {
            case "vtt", "srt" -> TRANSCRIPT;
            case "eml" -> MAIL;
            case "zip" -> ZIP;
            case "json" -> json(found);
            default -> byBeginning(found);
        };
    }

    private static Format byBeginning(Found found) throws IOException {
        byte[] head = head(found);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String decoded = TextBytes.decode(head);
        if (MboxReader.isMbox(head)) {
            return MBOX;
        }
        if (WebVtt.isWebVtt(decoded) || SubRip.isSubRip(decoded)) {
            return TRANSCRIPT;
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return ZIP;
        }
        if (FIELD.matcher(text).find() && MAIL_FIELDS.matcher(text).find()) {
            return MAIL;
        }
        boolean looksLikeJson =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        boolean isMbox = found.extension().toLowerCase(Locale.ROOT).equals("mbox");
        Format json = looksLikeJson ? json(found) : UNKNOWN;
        return isMbox ? MBOX : json == BROKEN_JSON ? UNKNOWN : json;
    }

    private static byte[] head(Found found) throws IOException {
        try (InputStream in = found.open()) {
            return in.readNBytes(HEAD);
        }
    }

    /**
     * The first good object of a list decides; a list's usual file name does where there is none.
     */
    private static Format json(Found found) throws IOException {
        Optional<HubSpotKind> byName = HubSpotKind.ofFileName(found.name());
        List<JsonNode> first = new ArrayList<>();
        boolean broken = false;
        try (Items items =
                JsonItems.open(
                        found::open,
                        node -> {
                            first.add(node);
                            return List.of();
                        })) {
            Item item = items.next();
            for (int i = 0; i < TRIED && item != null && first.isEmpty(); i++) {
                broken |= isInvalid(item) || item.broken() && byName.isPresent();
                item = items.next();
            }
        }
        if (first.isEmpty()) {
            return broken ? BROKEN_JSON : byName.map(Format::hubSpot).orElse(UNKNOWN);
        }
        return HubSpotKind.of(first.get(0), byName).map(Format::hubSpot).orElse(UNKNOWN);
    }

    private static boolean isInvalid(Item item) {
        return item.mapped().stream()
                .anyMatch(
                        mapped ->
                                mapped instanceof Mapped.Rejected rejected
                                        && !rejected.reason().equals(JsonItems.NO_LIST));
    }

    private static Format hubSpot(HubSpotKind kind) {
        if (kind == HubSpotKind.OWNER) {
            return HUBSPOT_OWNERS;
        }
        return kind.isDirectory() ? HUBSPOT_DIRECTORY : HUBSPOT_ACTIVITIES;
    }
}
