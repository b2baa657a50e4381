package dev.followthrough.extract.attribution;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Attribution;
import dev.followthrough.contracts.model.Attribution.How;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Named;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which account a signal belongs to by itself: the source's association, the conversation's
 * mapping, participants, a name in the text. What a conversation adds (the account of what is
 * answered, the one account all share) is the caller's, who knows the conversation.
 */
public final class Attributor {
    /** Words of a text looked at for an account's name; a bound on look-ups, not on length. */
    private static final int MAX_WORDS = 200;

    private final Directory directory;
    private final Parties parties;

    public Attributor(Directory directory) {
        this.directory = directory;
        this.parties = new Parties(directory);
    }

    /**
     * The attribution a signal has without its conversation; null where it says nothing, or two
     * accounts are equally likely.
     */
    public @Nullable Attribution own(Signal signal) {
        Attribution bySource = bySource(signal);
        if (bySource != null) {
            return bySource;
        }
        Attribution byChannel = byChannel(signal);
        if (byChannel != null) {
            return byChannel;
        }
        Set<AccountId> participants = participants(signal);
        if (participants.size() == 1) {
            return attribution(
                    signal,
                    participants.iterator().next(),
                    How.PARTICIPANTS,
                    "the only account among the participants");
        }
        return byName(signal, participants);
    }

    /** The same account, reached through the conversation. */
    public Attribution through(Signal signal, AccountId account, How how, String reason) {
        return attribution(signal, account, how, reason);
    }

    private @Nullable Attribution bySource(Signal signal) {
        if (signal.account() != null) {
            return attribution(
                    signal, signal.account(), How.SOURCE, "the source's own association");
        }
        if (signal.deal() != null) {
            for (DirectoryEntry entry : directory.find(Terms.deal(signal.deal()))) {
                if (entry instanceof DirectoryEntry.Deal deal && deal.account() != null) {
                    return new Attribution(
                            deal.account(),
                            deal.id(),
                            How.SOURCE,
                            "the source's own association with a deal");
                }
            }
        }
        return null;
    }

    private @Nullable Attribution byChannel(Signal signal) {
        for (DirectoryEntry entry : directory.find(Terms.channel(signal.conversation()))) {
            if (entry instanceof DirectoryEntry.Channel channel) {
                if (channel.account() != null) {
                    DealId deal =
                            channel.deal() != null
                                    ? channel.deal()
                                    : deal(signal, channel.account());
                    return new Attribution(
                            channel.account(), deal, How.CHANNEL, "the channel's mapping");
                }
                Set<AccountId> named = accountsNamed(Terms.words(channel.name()));
                if (named.size() == 1) {
                    return attribution(
                            signal, named.iterator().next(), How.CHANNEL, "the channel's name");
                }
            }
        }
        return null;
    }

    private Set<AccountId> participants(Signal signal) {
        List<Party> present = new ArrayList<>(signal.audience());
        present.add(signal.author());
        signal.named().stream().map(Named::party).forEach(present::add);
        Set<AccountId> accounts = new TreeSet<>();
        present.forEach(party -> accounts.addAll(parties.accounts(party)));
        return accounts;
    }

    /** A name in the text decides alone, or between the participants' accounts. */
    private @Nullable Attribution byName(Signal signal, Set<AccountId> participants) {
        Set<AccountId> named = accountsNamed(capitalised(signal.text()));
        if (!participants.isEmpty()) {
            named.retainAll(participants);
        }
        return named.size() == 1
                ? attribution(
                        signal, named.iterator().next(), How.NAME, "the account's name in the text")
                : null;
    }

    private Set<AccountId> accountsNamed(List<String> words) {
        Set<AccountId> accounts = new TreeSet<>();
        for (String word : words) {
            directory.accounts(Terms.word(word)).forEach(account -> accounts.add(account.id()));
        }
        return accounts;
    }

    /**
     * Names are written with a capital; lower-case words would match ordinary ones and cost a
     * look-up each.
     */
    private static List<String> capitalised(String text) {
        Set<String> words = new LinkedHashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length() && words.size() < MAX_WORDS; i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (Character.isUpperCase(text.charAt(start)) && i - start > 2) {
                    words.addAll(Terms.words(text.substring(start, i)));
                }
                start = -1;
            }
        }
        return List.copyOf(words);
    }

    private Attribution attribution(Signal signal, AccountId account, How how, String reason) {
        return new Attribution(account, deal(signal, account), how, reason);
    }

    /** The source's deal; else the account's only one: of several, none is guessed. */
    private @Nullable DealId deal(Signal signal, AccountId account) {
        if (signal.deal() != null) {
            return signal.deal();
        }
        List<DirectoryEntry.Deal> deals = directory.dealsOf(account);
        return deals.size() == 1 ? deals.get(0).id() : null;
    }
}
