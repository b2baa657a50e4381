package dev.followthrough.ingest.email;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Paragraphs that no author wrote for this mail: legal notices, print appeals, list footers,
 * warnings.
 */
final class Boilerplate {
    private static final int LOOKED_AT = 1500;
    private static final int LONGEST_WARNING = 600;
    private static final Pattern OPENING =
            Pattern.compile(
                    "^\\W{0,6}(?:confidentiality|disclaimer|legal notice|legal disclaimer|important notice|privacy notice|notice:"
                            + "|(?:this|the|any) (?:information (?:contained )?in this )?(?:e-?mail|message|communication|transmission|electronic)\\b"
                            + "|(?:the )?(?:information|contents?) (?:contained |transmitted )?(?:in|of|with) (?:this|the)"
                            + "|if you (?:are not|have received|receive)|please (?:consider|think|do not print|don['’]t print|note: this)"
                            + "|(?:before|save|think before) print|consider the environment|unless expressly|privileged"
                            + "|diese (?:e-?mail|nachricht)|der inhalt dieser|vertraulich|ce (?:message|courriel|mail|e-mail)|pensez à"
                            + "|este (?:mensaje|correo|e-?mail)|esta mensagem|antes de imprimir|aviso|questo messaggio|le informazioni contenute"
                            + "|dit (?:bericht|e-?mail)|de informatie|denna? (?:e-?post|mejl|mail|epost)|detta (?:meddelande|mail|mejl|e-post)"
                            + "|denne (?:e-?post|e-?mail|mail|meddelelse)|tänk på miljön|tenk på|tämä (?:viesti|sähköposti)|wiadomość ta|niniejsza)");
    private static final Pattern WARNING =
            Pattern.compile(
                    "^\\W{0,6}(?:\\[?external\\]?|caution|warning|attention|achtung)\\W.{0,160}?(?:outside|external|extern|unknown sender"
                            + "|do not (?:click|open))");
    private static final List<String> ITSELF =
            List.of(
                    "this e-mail",
                    "this email",
                    "this message",
                    "this communication",
                    "this transmission",
                    "diese e-mail",
                    "diese nachricht",
                    "ce message",
                    "ce courriel",
                    "este mensaje",
                    "este correo",
                    "esta mensagem",
                    "questo messaggio",
                    "dit bericht",
                    "deze e-mail",
                    "detta meddelande",
                    "denne e-post",
                    "denne e-mail",
                    "tämä viesti",
                    "privacy notice");
    private static final List<String> CUES =
            List.of(
                    "confidential",
                    "intended only",
                    "intended solely",
                    "intended recipient",
                    "addressee",
                    "privileged",
                    "disclos",
                    "in error",
                    "printing",
                    "print this",
                    "do not print",
                    "viruses",
                    "unauthori",
                    "registered office",
                    "registered in",
                    "environment",
                    "privacy notice",
                    "personal data",
                    "freedom of information",
                    "vertraulich",
                    "irrtümlich",
                    "unbefugt",
                    "confidentiel",
                    "destinataire",
                    "imprimer",
                    "confidencial",
                    "destinatario",
                    "destinatário",
                    "imprim",
                    "riservat",
                    "confidenzial",
                    "vertrouwelijk",
                    "konfidentiell",
                    "fortrolig",
                    "luottamuksell",
                    "poufn",
                    "skriva ut",
                    "personuppgifter");
    private static final List<String> LIST =
            List.of(
                    "to unsubscribe",
                    "unsubscribe from",
                    "you are receiving this",
                    "you received this",
                    "mailing list",
                    "manage your preferences",
                    "manage your subscription",
                    "reply to this email directly",
                    "view it on github",
                    "view it on gitlab",
                    "update your preferences",
                    "visit topic",
                    "to respond, reply",
                    "listinfo/",
                    "this message was sent to",
                    "newsletter abbestellen",
                    "se désabonner",
                    "darse de baja");

    private Boilerplate() {}

    /** Whether a paragraph at the end of a mail is a notice. */
    static boolean isNotice(String paragraph) {
        String text = looked(paragraph);
        if (count(LIST, text, 1) > 0) {
            return true;
        }
        int cues = count(CUES, text, 2);
        return cues > 0 && OPENING.matcher(text).find()
                || cues > 1 && count(ITSELF, text, 1) > 0
                || text.contains("privacy notice");
    }

    private static int count(List<String> phrases, String text, int enough) {
        int count = 0;
        for (String phrase : phrases) {
            count += text.contains(phrase) ? 1 : 0;
            if (count >= enough) {
                return count;
            }
        }
        return count;
    }

    /** Whether a paragraph at the top of a mail is a warning of the mail server. */
    static boolean isWarning(String paragraph) {
        return paragraph.length() < LONGEST_WARNING && WARNING.matcher(looked(paragraph)).find();
    }

    private static String looked(String paragraph) {
        String head =
                paragraph.length() > LOOKED_AT ? paragraph.substring(0, LOOKED_AT) : paragraph;
        return head.strip().replace('\n', ' ').toLowerCase(Locale.ROOT);
    }
}
