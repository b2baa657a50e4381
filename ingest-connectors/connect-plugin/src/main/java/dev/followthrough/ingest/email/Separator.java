package dev.followthrough.ingest.email;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The lines by which clients announce another mail: “-----Original Message-----”, “Begin forwarded
 * message:”.
 */
final class Separator {
    private static final Pattern ORIGINAL =
            Pattern.compile(
                    "original message|original appointment|reply message|urspr(?:ü|ue)ngliche (?:nachricht|e-?mail)|original-?nachricht"
                            + "|message d['’]origine|message original|courriel original|mensaje original|mensagem original|messaggio originale"
                            + "|oorspronkelijk bericht|oprindelig meddelelse|opprinnelig melding|ursprungligt meddelande|originalmeddelande"
                            + "|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|исходное сообщение|оригинальное сообщение"
                            + "|вихідне повідомлення|原始邮件|原始郵件|邮件原件|元のメッセージ|원본 메[시세]지|původní (?:zpráva|e-?mail)|pôvodná správa"
                            + "|orijinal (?:mesaj|ileti)|eredeti üzenet|mesaj original|pesan asli|αρχικό μήνυμα|thư gốc|in reply to");
    private static final Pattern FORWARDED =
            Pattern.compile(
                    "forwarded (?:message|by|mail|e-?mail)|weitergeleitete (?:nachricht|e-?mail)|message (?:transféré|suivi)|courriel transféré"
                            + "|mensaje reenviado|mensagem (?:encaminhada|reencaminhada)|messaggio inoltrato|doorgestuurd bericht"
                            + "|videresendt (?:meddelelse|melding|e-?mail)|vidarebefordrat (?:meddelande|brev)|välitetty viesti"
                            + "|przekazan[ya] wiadomość|wiadomość przekazana|пересыла?е?м?(?:ое|ленное) сообщение|переслане повідомлення"
                            + "|转发的?邮件|轉寄的?(?:邮件|郵件)|转发邮件信息|転送(?:された)?メッセージ|전달된 메[시세]지|přeposlaná zpráva|iletilen (?:mesaj|ileti)"
                            + "|továbbított üzenet|mesaj redirecționat|pesan (?:terusan|yang diteruskan)");
    private static final Pattern BEGIN =
            Pattern.compile(
                    "^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:transféré|réexpédié)"
                            + "|inizio messaggio inoltrato|inicio del mensaje reenviado|início da mensagem (?:encaminhada|reencaminhada)"
                            + "|begin doorgestuurd bericht|vidarebefordrat brev|videresendt (?:melding|meddelelse)|start på videresendt.{0,20}"
                            + "|välitetty viesti alkaa)\\s?:$");

    private Separator() {}

    /** Whether another mail begins at this line. */
    static boolean isAt(List<Line> lines, int at) {
        String head = bare(lines.get(at));
        if (BEGIN.matcher(head).find()) {
            return true;
        }
        return isFramed(head, lines, at)
                && (ORIGINAL.matcher(head).find() || FORWARDED.matcher(head).find());
    }

    /** Whether the mail that begins at this line is said to be forwarded. */
    static boolean isForward(Line line) {
        String head = bare(line);
        return BEGIN.matcher(head).find() || FORWARDED.matcher(head).find();
    }

    private static String bare(Line line) {
        String head = line.head().toLowerCase(Locale.ROOT);
        int from = 0;
        int to = head.length();
        while (from < to && (head.charAt(from) == '*' || head.charAt(from) == ' ')) {
            from++;
        }
        while (to > from && (head.charAt(to - 1) == '*' || head.charAt(to - 1) == ' ')) {
            to--;
        }
        return head.substring(from, to);
    }

    /** Dashes on both sides; a long “Forwarded by … on …” may close on the next line. */
    private static boolean isFramed(String head, List<Line> lines, int at) {
        if (head.length() < 6 || !isDash(head.charAt(0)) || !isDash(head.charAt(1))) {
            return false;
        }
        boolean wrapped = at + 1 < lines.size() && lines.get(at + 1).head().endsWith("--");
        return isDash(head.charAt(head.length() - 1)) || wrapped;
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '_' || c == '=';
    }
}
