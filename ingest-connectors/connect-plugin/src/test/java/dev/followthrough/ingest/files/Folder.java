package dev.followthrough.ingest.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Files that a test writes, with times that it states. */
record Folder(Path root) {
    Path write(String name, String content, Instant at) {
        return write(name, content.getBytes(StandardCharsets.UTF_8), at);
    }

    Path write(String name, byte[] content, Instant at) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            Files.setLastModifiedTime(file, FileTime.from(at));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(String name, String content, Instant at) {
        try {
            Path file = root.resolve(name);
            Files.writeString(file, content, StandardOpenOption.APPEND);
            Files.setLastModifiedTime(file, FileTime.from(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail of an mbox, with the blank line that ends it. */
    static String mail(int number, String words) {
        return "From ana@ours.example Tue Feb  3 10:00:00 2026\nFrom: Ana Lima <ana@ours.example>\n"
                + "To: Bo Ek <bo@acme.example>\nDate: Tue, 3 Feb 2026 10:00:00 +0100\nMessage-ID: <"
                + number
                + "@ours.example>\nSubject: x\n\n"
                + words
                + "\n\n";
    }

    /** A little of everything that is read. */
    void writeWorkspace(Instant at) {
        write(
                "slack/users.json",
                """
                [{"id":"U1","team_id":"T1","name":"ana","tz":"Europe/Lisbon","profile":{"real_name":"Ana Lima","email":"ana@ours.example"}},
                 {"id":"B1","team_id":"T1","name":"jira","is_bot":true}]
                """,
                at);
        write(
                "slack/channels.json",
                "[{\"id\":\"C1\",\"name\":\"deal\",\"members\":[\"U1\"]}]",
                at);
        write(
                "slack/deal/2026-02-03.json",
                """
                [{"type":"message","user":"U1","ts":"1770110000.000100","text":"on it",
                  "reactions":[{"name":"eyes","users":["U1","U2"]},{"name":"ok","users":["U3"]}]},
                 {"type":"message","subtype":"channel_join","user":"U1","ts":"1770110001.000100","text":"joined"},
                 {"type":"message","user":"U1","text":"no time"},
                 {"type":"message","user":"U1","ts":"1770110002.000100","text":"done"}]
                """,
                at);
        write(
                "mail.mbox",
                mail(1, "We'll send it.")
                        + mail(
                                2,
                                "fyi\n\n-----Forwarded Message-----\nFrom: Eve <eve@ours.example>\nSent: Monday, February 2, 2026 4:00 PM\nTo: Ana <ana@ours.example>\nSubject: x\n\nI will do it.")
                        + "From x Tue Feb  3 10:00:00 2026\nno mail at all\n\n"
                        + mail(3, "Bye."),
                at);
        write("more/one.eml", mail(4, "By Friday.").substring(mail(4, "").indexOf('\n') + 1), at);
        write(
                "calls/2026-02-03T1000-kickoff.vtt",
                "WEBVTT\n\n00:01.000 --> 00:02.000\nAna Lima: We start.\n\n00:03.000 --> never\nlost\n\n00:05.000 --> 00:06.000\nBo Ek: Good.\n",
                at);
        write(
                "calls/2026-02-03T1000-kickoff.json",
                "{\"id\":\"m1\",\"start\":\"2026-02-03T10:00:00Z\",\"zone\":\"UTC\",\"participants\":[]}",
                at);
        write(
                "crm/owners.json",
                "{\"results\":[{\"id\":\"7\",\"email\":\"ana@ours.example\",\"firstName\":\"Ana\",\"lastName\":\"Lima\"}]}",
                at);
        write(
                "crm/notes.json",
                """
                {"results":[{"id":"1","properties":{"hs_note_body":"ok","hs_timestamp":"2026-02-03T10:00:00Z","hubspot_owner_id":"7"}},
                 {"id":"2","properties":{"hs_note_body":oops}},
                 {"id":"3","properties":{"hs_note_body":"two","hs_timestamp":"2026-02-03T11:00:00Z"}}]}
                """,
                at);
    }
}
