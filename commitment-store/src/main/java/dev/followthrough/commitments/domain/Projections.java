package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Handoff;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings an account's handoffs and summary up to date and publishes those that differ. */
final class Projections {
    private final Draft draft;
    private final AccountId account;
    private final At at;

    Projections(Draft draft, AccountId account) {
        this.draft = draft;
        this.account = account;
        this.at = new At(account);
    }

    /** All of them: a deal that comes or goes can move what names none. */
    void refresh() {
        List<DirectoryEntry.Deal> deals = Deals.of(draft, account);
        deals.forEach(deal -> publish(deal, deals.size() == 1));
        for (Row<Handoff> row : draft.below(Table.HANDOFFS, at.below())) {
            DealId deal = row.value().deal();
            if (deals.stream().noneMatch(each -> each.id().equals(deal))) {
                publish(row.key(), deal, null);
            }
        }
        publish(summary());
    }

    /**
     * Those of these deals; the cost is what stands in them, not what the account ever said.
     *
     * @param touched deals, or empty for what was said without one, which concerns them all
     */
    void refresh(Set<Optional<DealId>> touched) {
        if (!touched.isEmpty()) {
            boolean lone = Deals.isLone(draft, account);
            touched(touched).forEach(deal -> publish(deal, lone));
        }
        publish(summary());
    }

    private List<DirectoryEntry.Deal> touched(Set<Optional<DealId>> touched) {
        return touched.contains(Optional.<DealId>empty())
                ? Deals.of(draft, account)
                : Deals.of(
                        draft,
                        account,
                        touched.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    private void publish(DirectoryEntry.Deal deal, boolean lone) {
        Handoff now = new Handover(draft, account, deal, lone).handoff();
        publish(at.key(deal.id().value()), deal.id(), now);
    }

    private void publish(String key, DealId deal, @Nullable Handoff now) {
        if (!Objects.equals(draft.get(Table.HANDOFFS, key), now)) {
            if (now == null) {
                draft.delete(Table.HANDOFFS, key);
            } else {
                draft.put(Table.HANDOFFS, key, now);
            }
            draft.publish(new Publication.OfHandoff(account, deal, now));
        }
    }

    private void publish(@Nullable AccountSummary now) {
        if (!Objects.equals(draft.get(Table.ACCOUNTS, at.key()), now)) {
            if (now == null) {
                draft.delete(Table.ACCOUNTS, at.key());
            } else {
                draft.put(Table.ACCOUNTS, at.key(), now);
            }
            draft.publish(new Publication.OfAccount(account, now));
        }
    }

    private @Nullable AccountSummary summary() {
        DirectoryEntry.Account known =
                draft.get(Table.DEALS, at.key("account:" + account))
                                instanceof DirectoryEntry.Account entry
                        ? entry
                        : null;
        Instant last = lastActivity();
        if (known == null && last == null) {
            return null;
        }
        Tally kept = draft.get(Table.TALLIES, at.key());
        Tally tally = kept == null ? Tally.NONE : kept;
        return new AccountSummary(
                account,
                known == null ? null : known.name(),
                known == null ? null : known.tier(),
                known == null ? null : known.owner(),
                draft.below(Table.AWAITING, at.below()).stream()
                        .map(row -> new ConversationId(row.value().at()))
                        .toList(),
                trust(),
                tally.openOurs(),
                tally.openCustomer(),
                tally.onTime(),
                tally.late(),
                last);
    }

    private List<Candidate.ContextNote> trust() {
        List<Note> notes =
                draft.below(Table.NOTES, at.below(Notes.TRUST)).stream()
                        .map(Row::value)
                        .sorted(Comparator.comparing(Note::order))
                        .toList();
        return Notes.context(notes);
    }

    private @Nullable Instant lastActivity() {
        String prefix = at.below("t");
        List<Row<Turn>> last =
                draft.range(
                        Table.TURNS, prefix, Tables.after(prefix), Tables.Direction.BACKWARD, 1);
        return last.isEmpty() ? null : last.get(0).value().at();
    }
}
