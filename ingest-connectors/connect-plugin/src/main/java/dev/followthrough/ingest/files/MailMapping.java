package dev.followthrough.ingest.files;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.email.MailReader;
import dev.followthrough.ingest.email.MailReading;
import dev.followthrough.ingest.email.RawMail;

import java.time.Instant;
import java.util.List;

/** Bytes of a mail to what every mapper answers. */
final class MailMapping {
    private static final MailReader READER = new MailReader();

    private MailMapping() {}

    /**
     * @param modified the file's time
     * @param again whether the mail was read before in another form, half written: then this form
     *     must win, so the file's time is its revision
     */
    static List<Mapped> map(RawMail mail, Instant modified, boolean again) {
        if (mail instanceof RawMail.TooLarge large) {
            String detail =
                    "mail must have at most "
                            + MailReader.MAX_BYTES
                            + " bytes, has "
                            + large.size();
            return List.of(new Mapped.Rejected(RawMail.TooLarge.REASON, detail));
        }
        if (mail instanceof RawMail.Stray stray) {
            return stray(stray);
        }
        long revision = again ? Math.max(1, modified.toEpochMilli()) : 0;
        MailReading reading = READER.read(mail.bytes(), modified, revision);
        if (reading instanceof MailReading.Read read) {
            return read.signals().stream().<Mapped>map(Mapped.Said::new).toList();
        }
        MailReading.Rejected rejected = (MailReading.Rejected) reading;
        return List.of(new Mapped.Rejected(rejected.reason(), rejected.detail()));
    }

    /** A writer's blank line before the next message is nothing. */
    private static List<Mapped> stray(RawMail.Stray stray) {
        for (byte b : stray.bytes()) {
            if (b > ' ') {
                return List.of(
                        new Mapped.Rejected(
                                RawMail.Stray.REASON,
                                "message of an mbox must begin with a From line, byte "
                                        + stray.start()
                                        + " does not"));
            }
        }
        return List.of();
    }
}
