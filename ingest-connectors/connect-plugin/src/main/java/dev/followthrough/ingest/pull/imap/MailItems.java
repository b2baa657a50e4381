package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.email.MailPermalink;
import dev.followthrough.ingest.email.MailReader;
import dev.followthrough.ingest.email.MailReading;
import dev.followthrough.ingest.email.RawMail;
import dev.followthrough.ingest.pull.Item;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A message of a folder to what the file connector makes of the same bytes. */
final class MailItems {
    static final String NOT_SERVED = "mail-not-served";

    private static final MailReader READER = new MailReader();

    private MailItems() {}

    /**
     * @param permalink a template as {@link MailPermalink} takes it
     */
    static Item of(ReadMail mail, String permalink) {
        String generation = Long.toString(mail.to().uidValidity());
        String uid = Long.toString(mail.uid());
        List<Mapped> mapped = mapped(mail);
        Map<String, String> position = new HashMap<>();
        position.put("folder", mail.folder());
        position.put("uidvalidity", generation);
        position.put("uid", uid);
        Mapped.first(mapped)
                .flatMap(outer -> MailPermalink.of(permalink, outer))
                .ifPresent(link -> position.put(Item.PERMALINK, link));
        return new Item(generation + "/" + uid, position, original(mail.content()), mapped);
    }

    private static byte[] original(ReadMail.Content content) {
        if (content instanceof ReadMail.Whole whole) {
            return whole.bytes();
        }
        return content instanceof ReadMail.TooLarge large ? large.beginning() : new byte[0];
    }

    private static List<Mapped> mapped(ReadMail mail) {
        if (mail.content() instanceof ReadMail.Whole whole) {
            return mapped(READER.read(whole.bytes(), mail.received()));
        }
        if (mail.content() instanceof ReadMail.NotServed not) {
            return List.of(
                    new Mapped.Rejected(
                            NOT_SERVED,
                            "the server lists this message and does not hand it out: "
                                    + not.why()));
        }
        return List.of(
                new Mapped.Rejected(
                        RawMail.TooLarge.REASON,
                        "mail must have at most "
                                + MailReader.MAX_BYTES
                                + " bytes, has "
                                + mail.size()));
    }

    private static List<Mapped> mapped(MailReading reading) {
        if (reading instanceof MailReading.Read read) {
            return read.signals().stream().<Mapped>map(Mapped.Said::new).toList();
        }
        MailReading.Rejected rejected = (MailReading.Rejected) reading;
        return List.of(new Mapped.Rejected(rejected.reason(), rejected.detail()));
    }
}
