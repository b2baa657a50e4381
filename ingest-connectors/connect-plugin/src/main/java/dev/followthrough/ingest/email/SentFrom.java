package dev.followthrough.ingest.email;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The line that a device or app puts under a mail: “Sent from my iPhone”, in the languages of the
 * clients.
 */
final class SentFrom {
    private static final int LONGEST = 140;
    private static final Pattern OPENS =
            Pattern.compile(
                    "^(?:sent (?:from|via|with|by|using|on)|get outlook for|download outlook|from my (?:i?phone|ipad|mobile|blackberry|samsung)"
                            + "|envoy[ée]e? (?:de|depuis|à partir|avec|du|via)|télécharg\\S+ outlook|obtenez outlook|provenance : courrier"
                            + "|gesendet (?:von|mit|über|aus)|von meine[mnr] .{1,60} gesendet|diese nachricht wurde (?:von|mit) .{1,80} gesendet"
                            + "|outlook für|holen sie sich outlook|enviad[oa] (?:desde|do|de|con|com|a partir|por|pelo)|obter o outlook"
                            + "|obtener outlook|inviato (?:da|dal|con|tramite)|scarica outlook|ottieni outlook"
                            + "|verzonden (?:vanaf|vanuit|met|via|van)|verstuurd (?:vanaf|met|vanuit|via)|outlook voor|download outlook voor"
                            + "|skickat (?:från|med|via)|hämta outlook|sendt (?:fra|med|via)|hent outlook|få outlook"
                            + "|lähetetty |hanki outlook|wysłane? (?:z|ze|przez)|pobierz|отправлено (?:с|из|от)|надіслано (?:з|із)"
                            + "|odesláno (?:z|ze)|odoslané|iphone.?(?:から送信|에서 보냄)|.{0,30}から送信|.{0,30}에서 보냄|发自|發自|从我的|從我的|来自我的|來自我的"
                            + "|dikirim dari|terkirim dari|gönderildi|.{0,40}(?:'dan|'den|dan|den) gönderildi|trimis de pe|poslano (?:iz|sa)|στάλθηκε)");
    private static final Pattern CLOSES =
            Pattern.compile(
                    "^(?:\\p{L}+ ){0,3}(?:from|via) (?:my |a )?(?:mobile|phone|iphone|ipad|cell|tablet)\\W{0,3}$");

    private SentFrom() {}

    static boolean isAt(Line line) {
        String head = line.head();
        if (head.isEmpty() || head.length() > LONGEST) {
            return false;
        }
        int from = 0;
        while (from < head.length() && !Character.isLetterOrDigit(head.charAt(from))) {
            from++;
        }
        String text = head.substring(from).toLowerCase(Locale.ROOT);
        return OPENS.matcher(text).find() || CLOSES.matcher(text).find();
    }
}
