package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.CommitmentEvent;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Reading;

import java.util.List;

/**
 * What the ledger remembers; a store each. Every key starts with the account, {@code <account>~…},
 * and sorts as its bytes do.
 *
 * @param name plural, for the store
 * @param type record of the values
 */
public record Table<V>(String name, Class<V> type) {
    /** account ~ signal: the reading we have. */
    public static final Table<Reading> READINGS = new Table<>("readings", Reading.class);

    /** account ~ order: what takes part in the trees. */
    public static final Table<Mention> MENTIONS = new Table<>("mentions", Mention.class);

    /** account ~ order: where a mention hangs. */
    public static final Table<Bond> BONDS = new Table<>("bonds", Bond.class);

    /** account ~ block ~ order: neighbours by bounded range scans. */
    public static final Table<Entry> BLOCKS = new Table<>("blocks", Entry.class);

    /** account ~ root's order ~ order: a tree. */
    public static final Table<Entry> MEMBERS = new Table<>("members", Entry.class);

    /** account ~ hash: commitments as last published. */
    public static final Table<Kept> COMMITMENTS = new Table<>("commitments", Kept.class);

    /** account ~ hash of a mention that is no root any more: for queries only. */
    public static final Table<Entry> ALIASES = new Table<>("aliases", Entry.class);

    /** account ~ kind ~ deal ~ order: scope, milestones, context, damaged trust and requests. */
    public static final Table<Note> NOTES = new Table<>("notes", Note.class);

    /** account ~ word ~ order: what is out of scope or limited, by the words of its item. */
    public static final Table<Note> SCOPES = new Table<>("scopes", Note.class);

    /** account ~ t ~ order, and account ~ c ~ conversation ~ order: who spoke when. */
    public static final Table<Turn> TURNS = new Table<>("turns", Turn.class);

    /** account ~ conversation that waits for our answer. */
    public static final Table<Entry> AWAITING = new Table<>("awaiting", Entry.class);

    /** account ~ deal ~ commitment: open commitments by deal. */
    public static final Table<Standing> OPEN = new Table<>("open", Standing.class);

    /** account ~ signal ~ action: decisions that no mention carries just now. */
    public static final Table<Action> ORPHANS = new Table<>("orphans", Action.class);

    /** account ~ hash ~ number: the newest events of a commitment, also of one that is gone. */
    public static final Table<CommitmentEvent> EVENTS =
            new Table<>("events", CommitmentEvent.class);

    /** account: counts of its commitments. */
    public static final Table<Tally> TALLIES = new Table<>("tallies", Tally.class);

    /** account ~ entity: its own entry and its deals. */
    public static final Table<DirectoryEntry> DEALS = new Table<>("deals", DirectoryEntry.class);

    /** account ~ deal: handoffs as last published. */
    public static final Table<Handoff> HANDOFFS = new Table<>("handoffs", Handoff.class);

    /** account: its summary as last published. */
    public static final Table<AccountSummary> ACCOUNTS =
            new Table<>("accounts", AccountSummary.class);

    /** All of them. */
    public static List<Table<?>> all() {
        return List.of(
                READINGS,
                MENTIONS,
                BONDS,
                BLOCKS,
                MEMBERS,
                COMMITMENTS,
                ALIASES,
                NOTES,
                SCOPES,
                TURNS,
                AWAITING,
                OPEN,
                ORPHANS,
                EVENTS,
                TALLIES,
                DEALS,
                HANDOFFS,
                ACCOUNTS);
    }
}
