package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.topic.Key;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The blocks of a mention. */
final class Blocks {
    /** Mentions of one message and those about it: few, and the surest match. */
    static final int SIGNAL_WINDOW = 8;

    /** Channels run for months: what somebody answers stands among the last few promises. */
    static final int CONVERSATION_WINDOW = 12;

    /** A word in common is the only way from one channel to another. */
    static final int WORD_WINDOW = 6;

    /** The same person, the same day. */
    static final int DUE_WINDOW = 4;

    /** What the same person promised last: for “sent it”. */
    static final int DOER_WINDOW = 6;

    /** More words than this name the matter no better. */
    static final int MOST_WORDS = 6;

    private Blocks() {}

    static List<Block> of(AccountId account, Mention mention) {
        List<Block> blocks = new ArrayList<>();
        if (mention.target() != null) {
            blocks.add(signal(account, mention.target().value()));
        }
        if (mention.kind() == MentionKind.TICK) {
            return blocks;
        }
        if (!mention.id().signal().equals(mention.target())) {
            blocks.add(signal(account, mention.id().signal().value()));
        }
        blocks.add(block(account, CONVERSATION_WINDOW, "c", mention.conversation().value()));
        telling(mention.words()).forEach(word -> blocks.add(word(account, word)));
        String doer = actor(mention);
        if (doer != null) {
            blocks.add(block(account, DOER_WINDOW, "p", doer));
            LocalDate day = day(mention.due());
            if (day != null) {
                blocks.add(block(account, DUE_WINDOW, "d", doer, day.toString()));
            }
        }
        return blocks;
    }

    static Block signal(AccountId account, String signal) {
        return block(account, SIGNAL_WINDOW, "s", signal);
    }

    static Block word(AccountId account, String word) {
        return block(account, WORD_WINDOW, "w", word);
    }

    private static Block block(AccountId account, int window, String kind, String... parts) {
        String[] rest = new String[parts.length + 1];
        rest[0] = kind;
        System.arraycopy(parts, 0, rest, 1, parts.length);
        return new Block(Key.of(account.value(), rest).toString() + Key.SEPARATOR, window);
    }

    /** The longest words tell most; ties in alphabetical order. */
    static List<String> telling(List<String> words) {
        return words.stream()
                .sorted(
                        Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_WORDS)
                .toList();
    }

    /** Who says “sent” without naming anybody mostly speaks of what they did themselves. */
    static @Nullable String actor(Mention mention) {
        String doer = name(mention.doer());
        boolean own = doer == null || isMereName(mention.doer());
        return own && !mention.opens() ? name(mention.author()) : doer;
    }

    /** “Proposal attached”: what nobody in the directory is called is mostly a thing. */
    private static boolean isMereName(Doer doer) {
        return doer instanceof Doer.Person person
                && person.party().id().startsWith("name:")
                && person.party().email() == null;
    }

    static @Nullable String name(Doer doer) {
        return switch (doer) {
            case Doer.Person person -> name(person.party());
            case Doer.Team team -> "team:" + team.name().toLowerCase(Locale.ROOT);
            case Doer.Nobody nobody -> null;
        };
    }

    private static String name(Party party) {
        return party.email() != null ? party.email() : party.id();
    }

    static @Nullable LocalDate day(@Nullable Due due) {
        Instant at = due == null ? null : due.at();
        return due == null || at == null ? null : LocalDate.ofInstant(at, due.zone());
    }

    /** Days since the epoch: for distances only. */
    static long days(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
    }
}
