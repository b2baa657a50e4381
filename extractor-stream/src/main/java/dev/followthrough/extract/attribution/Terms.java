package dev.followthrough.extract.attribution;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The words that directory entries are found by. */
public final class Terms {
    /** Words of company names that tell no company from another. */
    private static final Set<String> COMMON =
            Set.of(
                    "the",
                    "and",
                    "inc",
                    "llc",
                    "ltd",
                    "limited",
                    "gmbh",
                    "corp",
                    "corporation",
                    "company",
                    "co",
                    "group",
                    "holding",
                    "holdings",
                    "plc",
                    "ag",
                    "as",
                    "oy",
                    "ab",
                    "sa",
                    "pte",
                    "nhs",
                    "trust",
                    "international",
                    "global",
                    "services",
                    "solutions",
                    "systems",
                    "technologies",
                    "technology",
                    "partners",
                    "logistics",
                    "hospital",
                    "hospitals",
                    "university",
                    "health",
                    "bank",
                    "energy",
                    "foods",
                    "retail",
                    "stores",
                    "outfitters",
                    "of",
                    "de",
                    "da",
                    "do",
                    "und",
                    "y");

    private Terms() {}

    public static String account(AccountId id) {
        return "account:" + id;
    }

    public static String deal(DealId id) {
        return "deal:" + id;
    }

    public static String dealsOf(AccountId id) {
        return "deals-of:" + id;
    }

    public static String channel(ConversationId id) {
        return "channel:" + id;
    }

    public static String party(String partyId) {
        return "party:" + partyId;
    }

    public static String email(String address) {
        return "email:" + address.toLowerCase(Locale.ROOT);
    }

    /** An account's mail domain. */
    public static String domain(String domain) {
        return "domain:" + domain.toLowerCase(Locale.ROOT);
    }

    /** A mail domain that one of our own people has. */
    public static String ours(String domain) {
        return "ours:" + domain.toLowerCase(Locale.ROOT);
    }

    /** A person's full name, first name or alias. */
    public static String name(String name) {
        return "name:" + fold(name);
    }

    /** A distinctive word of an account's name or domain. */
    public static String word(String word) {
        return "word:" + fold(word);
    }

    /** Every term that finds an entry. */
    public static Set<String> of(DirectoryEntry entry) {
        Set<String> terms = new TreeSet<>();
        if (entry instanceof DirectoryEntry.Account account) {
            terms.add(account(account.id()));
            account.domains().stream()
                    .filter(d -> !FreeMail.isFree(d))
                    .forEach(d -> terms.add(domain(d)));
            distinctiveWords(account).forEach(w -> terms.add(word(w)));
        } else if (entry instanceof DirectoryEntry.Deal deal) {
            terms.add(deal(deal.id()));
            if (deal.account() != null) {
                terms.add(dealsOf(deal.account()));
            }
        } else if (entry instanceof DirectoryEntry.Person person) {
            addPerson(person, terms);
        } else if (entry instanceof DirectoryEntry.Channel channel) {
            terms.add(channel(channel.conversation()));
        }
        return terms;
    }

    private static void addPerson(DirectoryEntry.Person person, Set<String> terms) {
        Party party = person.party();
        terms.add(party(party.id()));
        if (party.email() != null) {
            terms.add(email(party.email()));
            String domain = domainOf(party.email());
            if (party.side() == Side.OURS && domain != null && !FreeMail.isFree(domain)) {
                terms.add(ours(domain));
            }
        }
        namesOf(person).forEach(name -> terms.add(name(name)));
    }

    private static List<String> namesOf(DirectoryEntry.Person person) {
        List<String> names = new ArrayList<>(person.aliases());
        String full = person.party().name();
        if (full != null) {
            names.add(full);
            names.add(full.split("\\s+", 2)[0]);
        }
        return names.stream().filter(n -> !fold(n).isBlank()).toList();
    }

    /** What tells an account from others in a text or a channel's name. */
    static Set<String> distinctiveWords(DirectoryEntry.Account account) {
        Set<String> words = new TreeSet<>();
        for (String word : words(account.name())) {
            if (word.length() > 2 && !COMMON.contains(word)) {
                words.add(word);
                break; // the first distinctive word is the one people use; the rest are often
                // ordinary
            }
        }
        for (String domain : account.domains()) {
            if (!FreeMail.isFree(domain)) {
                words.add(fold(domain.substring(0, Math.max(domain.indexOf('.'), 0))));
            }
        }
        words.removeIf(w -> w.length() < 3 || COMMON.contains(w));
        return words;
    }

    /** Lower-case words without accents. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String folded = fold(text);
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    static @Nullable String domainOf(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 || at == email.length() - 1 ? null : email.substring(at + 1);
    }

    private static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(plain.length());
        plain.chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> out.append((char) c));
        return out.toString().toLowerCase(Locale.ROOT).strip();
    }
}
