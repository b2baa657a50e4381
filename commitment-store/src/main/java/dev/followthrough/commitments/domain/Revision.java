package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.topic.Keys;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One reading comes, changes or goes: links the few mentions anew and folds the trees touched. */
final class Revision {
    /** So many of the newest scope statements of a word are held against a promise. */
    private static final int SCOPE_WINDOW = 16;

    private final Draft draft;
    private final AccountId account;
    private final LedgerPolicy policy;
    private final At at;
    private final Trees trees;
    private final Set<Optional<DealId>> deals = new HashSet<>();

    Revision(Draft draft, AccountId account, LedgerPolicy policy) {
        this.draft = draft;
        this.account = account;
        this.policy = policy;
        this.at = new At(account);
        this.trees = new Trees(draft, account);
    }

    static String key(Reading reading) {
        return Keys.reading(reading.account(), reading.signal()).toString();
    }

    /** Returns the deals whose handoff may differ now; empty for what names no deal. */
    Set<Optional<DealId>> make(@Nullable Reading before, @Nullable Reading after) {
        keep(before, after);
        orphans(before, after);
        Map<String, Mention> old = entered(before);
        Map<String, Mention> now = MentionsIn.of(after, policy);
        List<Mention> gone = differing(old, now);
        gone.forEach(trees::remove);
        differing(now, old).forEach(trees::add);
        Notes notes = new Notes(draft, account);
        Set<String> words = notes.revise(before, after);
        deals.addAll(notes.deals());
        SortedSet<String> roots = new TreeSet<>(trees.settle());
        words.forEach(word -> roots.addAll(trees.rootsWith(word)));
        refold(roots, gone);
        return deals;
    }

    /** What the tables hold of a reading: it may have been entered by another policy. */
    private Map<String, Mention> entered(@Nullable Reading reading) {
        Map<String, Mention> entered = new HashMap<>(MentionsIn.possible(reading));
        entered.keySet().removeIf(order -> draft.get(Table.MENTIONS, at.key(order)) == null);
        return entered;
    }

    /** The mentions that the other side does not have, or has otherwise, in order. */
    private List<Mention> differing(Map<String, Mention> some, Map<String, Mention> others) {
        List<Mention> found =
                new TreeMap<>(some)
                        .values().stream().filter(m -> !m.equals(others.get(m.order()))).toList();
        found.forEach(mention -> deals.add(Optional.ofNullable(mention.deal())));
        return found;
    }

    private void keep(@Nullable Reading before, @Nullable Reading after) {
        if (after != null) {
            draft.put(Table.READINGS, key(after), after);
        } else if (before != null) {
            draft.delete(Table.READINGS, key(before));
        }
    }

    private void orphans(@Nullable Reading before, @Nullable Reading after) {
        Decided.orphans(before).forEach(each -> draft.delete(Table.ORPHANS, orphan(before, each)));
        Decided.orphans(after).forEach(each -> draft.put(Table.ORPHANS, orphan(after, each), each));
    }

    private String orphan(@Nullable Reading reading, Action action) {
        return at.key(Objects.requireNonNull(reading).signal().value(), action.id().value());
    }

    /**
     * Folds these trees and publishes the differences.
     *
     * @param gone mentions taken out, or put in anew in another form: theirs may be no tree any
     *     more
     */
    private void refold(SortedSet<String> roots, List<Mention> gone) {
        Map<CommitmentId, Kept> before = new TreeMap<>();
        Map<CommitmentId, Kept> after = new TreeMap<>();
        Map<CommitmentId, CommitmentId> homes = new HashMap<>();
        Set<CommitmentId> ids = new TreeSet<>();
        for (String root : roots) {
            List<Mention> tree = trees.members(root);
            Kept kept = Fold.of(account, tree, scopes(tree));
            tree.stream().filter(Mention::opens).forEach(m -> ids.add(id(m)));
            if (kept != null) {
                CommitmentId id = kept.commitment().id();
                after.put(id, kept);
                tree.stream().filter(Mention::opens).forEach(m -> homes.put(id(m), id));
            }
        }
        gone.forEach(mention -> ids.add(id(mention)));
        for (CommitmentId id : ids) {
            Kept kept = draft.get(Table.COMMITMENTS, id.value());
            if (kept != null) {
                before.put(id, kept);
            }
        }
        retire(before, after, homes);
        after.forEach((id, kept) -> publish(before.get(id), kept));
        alias(ids, homes);
    }

    private CommitmentId id(Mention mention) {
        return Keys.commitment(account, mention.id());
    }

    /** Old ids that no tree has any more; their commitment is gone, or known by another id. */
    private void retire(
            Map<CommitmentId, Kept> before,
            Map<CommitmentId, Kept> after,
            Map<CommitmentId, CommitmentId> homes) {
        before.forEach(
                (id, kept) -> {
                    if (!after.containsKey(id)) {
                        Commitment old = kept.commitment();
                        CommitmentId next = successor(old, homes);
                        draft.delete(Table.COMMITMENTS, id.value());
                        count(kept, -1);
                        draft.publish(new Publication.OfCommitment(id, null));
                        Events.happened(draft, Events.gone(account, old, next != null));
                        if (next != null) {
                            draft.put(Table.ALIASES, id.value(), new Entry(next.value()));
                        }
                    }
                });
    }

    /**
     * Where most would look for it: the commitment that has its own root, else its next mention.
     */
    private static @Nullable CommitmentId successor(
            Commitment old, Map<CommitmentId, CommitmentId> homes) {
        CommitmentId own = homes.get(old.id());
        return own != null
                ? own
                : old.formerIds().stream()
                        .map(homes::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private void publish(@Nullable Kept before, Kept after) {
        if (after.equals(before)) {
            return;
        }
        Commitment commitment = after.commitment();
        draft.put(Table.COMMITMENTS, commitment.id().value(), after);
        if (before != null) {
            count(before, -1);
        }
        count(after, 1);
        draft.publish(new Publication.OfCommitment(commitment.id(), commitment));
        Events.happened(
                draft,
                Events.now(account, before == null ? null : before.commitment(), commitment));
    }

    private void count(Kept kept, int by) {
        tally(kept, by);
        Commitment commitment = kept.commitment();
        DealId deal = commitment.deal();
        String id = commitment.id().value();
        String row = at.key(deal == null ? "" : deal.value(), id);
        deals.add(Optional.ofNullable(deal));
        if (by > 0 && commitment.isOpen()) {
            draft.put(Table.OPEN, row, Standing.of(commitment));
        } else {
            draft.delete(Table.OPEN, row);
        }
    }

    private void tally(Kept kept, int by) {
        Tally before = draft.get(Table.TALLIES, at.key());
        Tally tally = (before == null ? Tally.NONE : before).plus(kept, by);
        if (tally.equals(Tally.NONE)) {
            draft.delete(Table.TALLIES, at.key());
        } else {
            draft.put(Table.TALLIES, at.key(), tally);
        }
    }

    /** A mention that is no root leads to its root; one that is, needs no alias. */
    private void alias(Set<CommitmentId> ids, Map<CommitmentId, CommitmentId> homes) {
        for (CommitmentId id : ids) {
            CommitmentId home = homes.get(id);
            if (home != null && home.equals(id)) {
                draft.delete(Table.ALIASES, id.value());
            } else if (home != null) {
                draft.put(Table.ALIASES, id.value(), new Entry(home.value()));
            }
        }
    }

    private List<Note> scopes(List<Mention> tree) {
        Map<String, Note> found = new TreeMap<>();
        if (!tree.isEmpty() && tree.get(0).opens()) {
            for (String word : Scope.words(tree)) {
                String prefix = at.below(word);
                draft.range(
                                Table.SCOPES,
                                prefix,
                                Tables.after(prefix),
                                Tables.Direction.BACKWARD,
                                SCOPE_WINDOW)
                        .forEach(row -> found.put(row.value().order(), row.value()));
            }
        }
        return new ArrayList<>(found.values());
    }
}
