package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.pull.PullException;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the folders that a setting names: by name, by special use (RFC 6154: {@code \Sent}, {@code
 * \All}), or all of them ({@code *}) but for drafts, junk and bin.
 */
final class Folders {
    /** Everything that a person may have written or got. */
    static final String EVERY = "*";

    private static final List<String> LEFT_OUT = List.of("\\Drafts", "\\Junk", "\\Trash", "\\All");

    /** What mail programs call these folders where the server does not mark them. */
    private static final Map<String, Set<String>> USUAL =
            Map.of(
                    "\\sent",
                    Set.of(
                            "sent",
                            "sent items",
                            "sent messages",
                            "sent mail",
                            "sent-mail",
                            "gesendet",
                            "gesendete objekte",
                            "gesendete elemente",
                            "éléments envoyés",
                            "messages envoyés",
                            "envoyés",
                            "enviados",
                            "elementos enviados",
                            "itens enviados",
                            "posta inviata",
                            "inviati",
                            "verzonden",
                            "verzonden items",
                            "skickat",
                            "sendt",
                            "sendte elementer",
                            "lähetetyt",
                            "wysłane",
                            "elementy wysłane",
                            "отправленные",
                            "odeslané",
                            "送信済み",
                            "已发送",
                            "보낸편지함"),
                    "\\drafts",
                    Set.of(
                            "drafts",
                            "draft",
                            "entwürfe",
                            "brouillons",
                            "borradores",
                            "rascunhos",
                            "bozze",
                            "concepten",
                            "utkast",
                            "kladder",
                            "luonnokset",
                            "wersje robocze",
                            "черновики"),
                    "\\junk",
                    Set.of(
                            "junk",
                            "spam",
                            "junk e-mail",
                            "junk email",
                            "bulk mail",
                            "junk-e-mail",
                            "courrier indésirable",
                            "correo no deseado",
                            "lixo eletrônico",
                            "posta indesiderata",
                            "ongewenste e-mail",
                            "skräppost",
                            "спам"),
                    "\\trash",
                    Set.of(
                            "trash",
                            "bin",
                            "deleted items",
                            "deleted messages",
                            "papierkorb",
                            "gelöschte elemente",
                            "gelöschte objekte",
                            "corbeille",
                            "éléments supprimés",
                            "papelera",
                            "elementos eliminados",
                            "lixeira",
                            "cestino",
                            "prullenbak",
                            "verwijderde items",
                            "papperskorgen",
                            "roskakori",
                            "kosz",
                            "корзина"));

    private final List<FolderName> listed;

    Folders(List<FolderName> listed) {
        this.listed = listed.stream().filter(FolderName::canBeOpened).toList();
    }

    /**
     * The names of the folders, each once, in the order of the settings.
     *
     * @throws PullException.Refused where one is not there: which, and what there is
     */
    List<String> find(List<String> wanted) {
        Set<String> found = new LinkedHashSet<>();
        for (String each : wanted) {
            if (each.equals(EVERY)) {
                listed.stream().filter(Folders::isRead).map(FolderName::name).forEach(found::add);
            } else {
                found.add(one(each));
            }
        }
        return List.copyOf(found);
    }

    private String one(String wanted) {
        FolderName found = wanted.startsWith("\\") ? byUse(wanted) : byName(wanted);
        if (found == null) {
            throw new PullException.Refused(
                    "Folder "
                            + wanted
                            + " is not in this mailbox: it was renamed, moved or never there. Set folders to some of: "
                            + String.join(
                                    ", ",
                                    listed.stream().map(FolderName::name).limit(50).toList()));
        }
        return found.name();
    }

    private @Nullable FolderName byName(String name) {
        boolean inbox = name.equalsIgnoreCase("INBOX");
        return listed.stream()
                .filter(
                        each ->
                                inbox
                                        ? each.name().equalsIgnoreCase(name)
                                        : each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private @Nullable FolderName byUse(String use) {
        return listed.stream()
                .filter(each -> each.has(use))
                .findFirst()
                .or(() -> listed.stream().filter(each -> isUsually(each, use)).findFirst())
                .orElse(null);
    }

    private static boolean isRead(FolderName folder) {
        return LEFT_OUT.stream().noneMatch(use -> folder.has(use) || isUsually(folder, use));
    }

    private static boolean isUsually(FolderName folder, String use) {
        return USUAL.getOrDefault(use.toLowerCase(Locale.ROOT), Set.of())
                .contains(folder.last().toLowerCase(Locale.ROOT));
    }
}
