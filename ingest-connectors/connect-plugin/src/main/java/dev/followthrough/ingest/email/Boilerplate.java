package dev.followthrough.ingest.email;

import java.util.Locale;
import java.util.regex.Pattern;

/** Paragraphs that no author wrote for this mail: legal notices, print appeals, list footers, warnings. */
final class Boilerplate {
    private static final int LOOKED_AT = 1500;
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
    private static final Pattern CUE =
            Pattern.compile(
                    "confidential|intended (?:only |solely |recipient)|addressee|privileged|disclos|received (?:it|this|the)?.{0,40}(?:in )?error"
                        + "|print (?:this|it|the|e-?mail)|printing|viruses|unauthori[sz]ed|registered (?:office|in england|number)|environment"
                        + "|privacy notice|personal data in accordance|freedom of information|vertraulich|irrtümlich|unbefugt|confidentiel"
                        + "|destinataire|imprimer|confidencial|destinatario|destinatário|imprim|riservat|confidenzial|vertrouwelijk"
                        + "|konfidentiell|fortrolig|luottamuksell|poufn|skriva ut|behandlar personuppgifter");
    private static final Pattern LIST =
            Pattern.compile(
                    "to unsubscribe|unsubscribe from|you (?:are receiving|received) this (?:message|e-?mail|because)|mailing list|manage your"
                        + " (?:preferences|subscription)|reply to this e-?mail directly|view (?:it|this) (?:on|in)|update your preferences"
                        + "|visit topic|to respond, reply|lists?info/|this message was sent to|abmelden|se désabonner|darse de baja");
    private static final Pattern WARNING =
            Pattern.compile(
                    "^\\W{0,6}(?:\\[?external\\]?|caution|warning|attention|achtung)\\W.{0,160}(?:outside|external|extern|unknown sender"
                        + "|do not (?:click|open))");

    private Boilerplate() {}

    /** Whether a paragraph at the end of a mail is a notice. */
    static boolean isNotice(String paragraph) {
        String text = looked(paragraph);
        if (LIST.matcher(text).find()) {
            return true;
        }
        int cues = 0;
        for (var cue = CUE.matcher(text); cue.find() && cues < 3; ) {
            cues++;
        }
        return cues >= 3 || cues >= 1 && (OPENING.matcher(text).find() || text.contains("privacy notice"));
    }

    /** Whether a paragraph at the top of a mail is a warning of the mail server. */
    static boolean isWarning(String paragraph) {
        return paragraph.length() < 600 && WARNING.matcher(looked(paragraph)).find();
    }

    private static String looked(String paragraph) {
        String head = paragraph.length() > LOOKED_AT ? paragraph.substring(0, LOOKED_AT) : paragraph;
        return head.strip().replace('\n', ' ').toLowerCase(Locale.ROOT);
    }
}
