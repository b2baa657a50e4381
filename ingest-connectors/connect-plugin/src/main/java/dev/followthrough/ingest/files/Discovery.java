package dev.followthrough.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.ingest.email.MailReader;
import dev.followthrough.ingest.email.Maildir;
import dev.followthrough.ingest.email.RawMail;
import dev.followthrough.ingest.hubspot.HubSpotDirectory;
import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.hubspot.HubSpotObjects;
import dev.followthrough.ingest.hubspot.HubSpotPortal;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out what each file of a workspace is. Order matters: what belongs to an export, a Maildir
 * or a transcript is no file of its own; zones of Slack's people explain the CRM's owners.
 */
final class Discovery {
    private final Patience patience;
    private final InstantSource clock;
    private final List<Document> documents = new ArrayList<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private final List<Closeable> open = new ArrayList<>();
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Set<Path> taken = new HashSet<>();
    private final Map<Format, List<Found>> byFormat = new EnumMap<>(Format.class);

    private Discovery(Patience patience, InstantSource clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * @param documents directory entries first, then by name
     * @param skipped files left out, with the reason
     * @param open archives to be closed behind the last document
     */
    record Result(List<Document> documents, Map<String, String> skipped, List<Closeable> open) {}

    /**
     * @param patience how long what may still be written, or explained, is waited for
     */
    static Result of(Listing listing, Patience patience, InstantSource clock) {
        Discovery discovery = new Discovery(patience, clock);
        listing.problems().forEach((path, why) -> discovery.skipped.put(path.toString(), why));
        listing.unreadable().forEach(discovery::unreadable);
        discovery.slackFolders(listing);
        discovery.maildirs(listing);
        discovery.sort(listing);
        discovery.zips();
        discovery.transcripts(listing);
        discovery.mails();
        discovery.hubSpot();
        discovery.rest();
        discovery.documents.sort(
                Comparator.comparing((Document document) -> !document.directory())
                        .thenComparing(Document::file));
        return new Result(List.copyOf(discovery.documents), discovery.skipped, discovery.open);
    }

    private void slackFolders(Listing listing) {
        SlackExports.find(listing.files().values())
                .forEach(
                        (root, files) -> {
                            List<Entry> entries =
                                    files.stream().map(found -> Entry.of(found, root)).toList();
                            slack(SlackExports.open(root, clock), entries);
                            files.forEach(found -> taken.add(found.path()));
                        });
    }

    private void slack(SlackExport export, List<Entry> entries) {
        zones.putAll(export.team().zonesByEmail());
        for (Entry entry : entries) {
            Document document = export.document(entry);
            if (document == null) {
                skipped.put(entry.file(), export.reason(entry));
            } else {
                documents.add(document);
            }
        }
    }

    private void maildirs(Listing listing) {
        Map<Path, Boolean> known = new HashMap<>();
        for (Found found : listing.files().values()) {
            Path maildir = found.folder().getParent();
            String part = String.valueOf(found.folder().getFileName());
            if (maildir == null || !Set.of("cur", "new", "tmp").contains(part)) {
                continue;
            }
            boolean inside = known.computeIfAbsent(maildir, Maildir::isMaildir);
            if (inside && taken.add(found.path()) && !part.equals("tmp")) {
                // Flags are part of the name: the partition is what stays the same.
                mail(found, maildir.resolve(Maildir.key(found.path())).toString());
            }
        }
    }

    private void mail(Found found, String file) {
        documents.add(
                new ItemDocument(
                        file,
                        false,
                        found.stamp(),
                        again -> {
                            RawMail mail = Maildir.read(found.path(), MailReader.MAX_BYTES);
                            return Items.of(
                                    List.of(
                                            Item.of(
                                                    mail.bytes(),
                                                    MailMapping.map(
                                                            mail, found.modified(), again))));
                        },
                        clock));
    }

    /** Transcripts are told before JSON, since a sidecar is JSON too. */
    private void sort(Listing listing) {
        for (Found found : listing.files().values()) {
            if (!taken.contains(found.path())) {
                byFormat.computeIfAbsent(format(found, listing), format -> new ArrayList<>())
                        .add(found);
            }
        }
    }

    private Format format(Found found, Listing listing) {
        try {
            return found.extension().equals("json") && isSidecar(found, listing)
                    ? Format.SIDECAR
                    : Format.of(found);
        } catch (IOException e) {
            return Format.UNREADABLE;
        }
    }

    private static boolean isSidecar(Found json, Listing listing) {
        return List.of(".vtt", ".srt").stream()
                .anyMatch(
                        extension -> {
                            Path transcript = json.path().resolveSibling(stem(json) + extension);
                            return listing.files().containsKey(transcript)
                                    || Files.isRegularFile(transcript);
                        });
    }

    private static String stem(Found found) {
        int dot = found.name().lastIndexOf('.');
        return dot < 0 ? found.name() : found.name().substring(0, dot);
    }

    private List<Found> of(Format format) {
        return byFormat.getOrDefault(format, List.of());
    }

    private void zips() {
        for (Found found : of(Format.ZIP)) {
            try {
                ZipArchive zip = ZipArchive.open(found);
                open.add(zip);
                zip(found, zip);
            } catch (IOException e) {
                broken(found, "invalid-zip", String.valueOf(e.getMessage()));
            }
        }
    }

    private void zip(Found found, ZipArchive zip) {
        List<Entry> entries = zip.entries();
        if (SlackExport.isExport(entries.stream().map(Entry::name).toList())) {
            slack(SlackExport.of(entries, clock), entries);
        } else {
            skipped.put(found.file(), "zip holds no Slack export");
        }
    }

    private void transcripts(Listing listing) {
        for (Found found : of(Format.TRANSCRIPT)) {
            Path beside = found.path().resolveSibling(stem(found) + ".json");
            documents.add(
                    new TranscriptFile(found, sidecar(beside, listing)).document(patience, clock));
        }
    }

    private static @Nullable Found sidecar(Path beside, Listing listing) {
        Found listed = listing.files().get(beside);
        return listed != null || !Files.isRegularFile(beside) ? listed : Found.at(beside);
    }

    private void mails() {
        of(Format.MAIL).forEach(found -> mail(found, found.file()));
        of(Format.MBOX)
                .forEach(
                        found ->
                                documents.add(
                                        new MboxDocument(
                                                found.path(),
                                                found.file(),
                                                found.stamp(),
                                                found.modified(),
                                                patience,
                                                clock)));
    }

    private void hubSpot() {
        Map<String, Party> owners = new HashMap<>();
        of(Format.HUBSPOT_OWNERS).forEach(found -> collectOwners(found, owners));
        HubSpotObjects objects = new HubSpotObjects(new HubSpotPortal(owners, zones, Map.of()));
        for (Format format :
                List.of(
                        Format.HUBSPOT_OWNERS,
                        Format.HUBSPOT_DIRECTORY,
                        Format.HUBSPOT_ACTIVITIES,
                        Format.BROKEN_JSON)) {
            boolean directory =
                    format == Format.HUBSPOT_OWNERS || format == Format.HUBSPOT_DIRECTORY;
            for (Found found : of(format)) {
                Optional<HubSpotKind> listed = HubSpotKind.ofFileName(found.name());
                documents.add(
                        new ItemDocument(
                                found.file(),
                                directory,
                                found.stamp(),
                                again ->
                                        JsonItems.open(
                                                found::open,
                                                node -> List.of(objects.map(node, listed))),
                                clock));
            }
        }
    }

    private static void collectOwners(Found found, Map<String, Party> owners) {
        JsonItems.forEach(
                found::open,
                SlackExport.MOST_LISTED,
                (JsonNode node) -> {
                    Party owner = HubSpotDirectory.ownerParty(node);
                    if (owner != null) {
                        owners.put(node.path("id").asText(), owner);
                    }
                });
    }

    private void rest() {
        of(Format.EMPTY).forEach(found -> skipped.put(found.file(), "empty"));
        of(Format.UNKNOWN).forEach(found -> skipped.put(found.file(), "no known format"));
        of(Format.UNREADABLE)
                .forEach(found -> broken(found, "unreadable-file", "file cannot be opened"));
    }

    private void broken(Found found, String reason, String detail) {
        broken(found.file(), found.stamp(), reason, detail);
    }

    private void unreadable(Path path, String why) {
        broken(path.toString(), why, "unreadable-file", "cannot be looked at: " + why);
    }

    private void broken(String file, String stamp, String reason, String detail) {
        Item item = Item.broken(new byte[0], reason, detail);
        documents.add(
                new ItemDocument(file, false, stamp, again -> Items.of(List.of(item)), clock));
    }
}
