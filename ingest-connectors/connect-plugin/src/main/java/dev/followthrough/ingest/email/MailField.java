package dev.followthrough.ingest.email;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The fields that mail clients print above a quoted or forwarded mail, under their names in the
 * languages of the clients.
 */
enum MailField {
    FROM,
    DATE,
    TO,
    CC,
    SUBJECT,
    OTHER;

    private static final int LONGEST = 40;
    private static final Map<String, MailField> BY_NAME = new HashMap<>();

    static {
        names(
                FROM,
                "from|von|de|da|van|från|fra|lähettäjä|gönderen|kimden|feladó|od|de la|από|expéditeur");
        names(
                FROM,
                "от|від|od kogo|nadawca|odesílatel|发件人|寄件者|寄件人|差出人|보낸 사람|보낸사람|dari|pengirim|từ|จาก");
        names(
                DATE,
                "sent|date|gesendet|datum|gesendet am|envoyé|envoyé le|enviado|enviado el|enviada em");
        names(
                DATE,
                "enviado em|data|fecha|inviato|data invio|verzonden|skickat|sendt|dato|lähetetty|päivämäärä|päiväys|päivä");
        names(
                DATE,
                "wysłano|wysłane|отправлено|дата|надіслано|发送时间|发送日期|寄件日期|日期|送信日時|日付|日時|보낸 날짜|날짜");
        names(
                DATE,
                "odesláno|gönderildi|gönderme tarihi|tarih|terkirim|tanggal|elküldve|dátum|trimis|đã gửi|ngày|sent on");
        names(
                TO,
                "to|an|à|a|para|per|aan|till|til|vastaanottaja|do|komu|kime|alıcı|címzett|către|προς|кому");
        names(TO, "收件人|宛先|받는 사람|받는사람|kepada|ke|đến|destinataire|destinatario|ontvanger");
        names(
                CC,
                "cc|kopie|kopia|kopi|copie|copia|cópia|cópia para|копия|копія|抄送|副本|참조|c.c.|dw|tembusan|kopio|bilgi");
        names(
                SUBJECT,
                "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|тема");
        names(
                SUBJECT,
                "主题|主旨|标题|件名|제목|předmět|predmet|konu|tárgy|subiect|θέμα|subjek|perihal|chủ đề");
        names(
                OTHER,
                "sent by|reply-to|reply to|bcc|importance|attachments|attachment|risposta|antwort an|répondre à|responder a");
        names(
                OTHER,
                "priority|priorität|sensitivity|anlagen|pièces jointes|vedhæftet|when|where|wann|wo|organization");
        names(
                OTHER,
                "message-id|in-reply-to|references|mime-version|content-type|sender|newsgroups|categories|wichtigkeit");
    }

    private static void names(MailField field, String names) {
        for (String name : names.split("\\|")) {
            BY_NAME.put(name, field);
        }
    }

    /** A field and what is printed behind its name. */
    record Printed(MailField field, String value) {}

    /** Reads {@code *From:* Ana <ana@a.example>}; null where the line prints no field. */
    static @Nullable Printed printedIn(Line line) {
        String head = line.head();
        int colon = colon(head);
        if (colon < 1) {
            return null;
        }
        MailField field = BY_NAME.get(bare(head.substring(0, colon)).toLowerCase(Locale.ROOT));
        return field == null ? null : new Printed(field, bare(head.substring(colon + 1)));
    }

    private static int colon(String head) {
        for (int i = 0; i < Math.min(head.length(), LONGEST); i++) {
            if (head.charAt(i) == ':' || head.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }

    private static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isDecoration(text.charAt(from))) {
            from++;
        }
        while (to > from && isDecoration(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isDecoration(char c) {
        return c == '*' || c == '_' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
