package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Side;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Makes the delivery record of one deal from what was said about it. */
final class Handover {
    /** An answer is looked for among so many of the next mentions of each word. */
    private static final int ANSWER_WINDOW = 32;

    private final Tables tables;
    private final AccountId account;
    private final At at;
    private final DirectoryEntry.Deal deal;
    private final boolean lone;
    private final List<Note> notes;

    /**
     * @param lone whether the account has no other deal: then it takes what names none
     */
    Handover(Tables tables, AccountId account, DirectoryEntry.Deal deal, boolean lone) {
        this.tables = tables;
        this.account = account;
        this.at = new At(account);
        this.deal = deal;
        this.lone = lone;
        this.notes = notes();
    }

    private List<Note> notes() {
        List<Note> found = new ArrayList<>();
        for (String kind : Notes.KINDS) {
            found.addAll(notes(kind, deal.id().value()));
            if (lone) {
                found.addAll(notes(kind, ""));
            }
        }
        found.sort(Comparator.comparing(Note::order));
        return List.copyOf(found);
    }

    private List<Note> notes(String kind, String which) {
        return tables.below(Table.NOTES, at.below(kind, which)).stream().map(Row::value).toList();
    }

    Handoff handoff() {
        List<Commitment> open = open();
        List<Candidate.Request> unanswered = unanswered();
        List<String> missing = missing(open, unanswered);
        return new Handoff(
                account,
                deal.id(),
                deal.name(),
                deal.stage(),
                deal.closedAt(),
                deal.owner(),
                missing.isEmpty() ? Handoff.Status.READY : Handoff.Status.BLOCKED,
                Notes.scope(notes),
                Notes.of(notes, Candidate.Milestone.class),
                Notes.context(notes),
                open.stream().map(Commitment::id).toList(),
                unanswered,
                missing);
    }

    private List<Commitment> open() {
        List<Row<Standing>> rows =
                new ArrayList<>(tables.below(Table.OPEN, at.below(deal.id().value())));
        if (lone) {
            rows.addAll(tables.below(Table.OPEN, at.below("")));
        }
        return rows.stream()
                .map(row -> row.value().id())
                .sorted()
                .map(id -> Objects.requireNonNull(tables.get(Table.COMMITMENTS, id.value())))
                .map(Kept::commitment)
                .toList();
    }

    private static List<String> missing(List<Commitment> open, List<Candidate.Request> unanswered) {
        List<String> missing = new ArrayList<>();
        open.stream()
                .filter(c -> c.side() == Side.OURS && c.owner() instanceof Owner.None)
                .sorted(Comparator.comparing(Commitment::firstSaid).thenComparing(Commitment::id))
                .forEach(c -> missing.add("an owner: " + c.title()));
        unanswered.forEach(request -> missing.add("an answer: " + request.evidence().quote()));
        return missing;
    }

    /** Requests to us that nobody took up, each matter once. */
    private List<Candidate.Request> unanswered() {
        List<Note> waiting = new ArrayList<>();
        for (Note note : notes) {
            if (note.candidate() instanceof Candidate.Request request
                    && request.evidence().author().side() != Side.OURS
                    && waiting.stream().noneMatch(other -> isSame(note, other))
                    && !isAnswered(note, request)) {
                waiting.add(note);
            }
        }
        return Notes.of(waiting, Candidate.Request.class);
    }

    private static boolean isSame(Note one, Note other) {
        return Likeness.words(one.words(), other.words()) >= Likeness.SAME_MATTER;
    }

    /** Accepted, spoken about by our side afterwards, or promised in other words. */
    private boolean isAnswered(Note note, Candidate.Request request) {
        String signal = request.evidence().signal().value();
        if (isAnswered(note, Blocks.signal(account, signal), true)) {
            return true;
        }
        return note.words().stream()
                .anyMatch(word -> isAnswered(note, Blocks.word(account, word), false));
    }

    private boolean isAnswered(Note note, Block block, boolean about) {
        return tables
                .range(
                        Table.BLOCKS,
                        block.row(note.order()),
                        Tables.after(block.prefix()),
                        Tables.Direction.FORWARD,
                        ANSWER_WINDOW)
                .stream()
                .anyMatch(row -> answers(row.value().at(), note, about));
    }

    private boolean answers(String order, Note note, boolean about) {
        Mention mention = tables.get(Table.MENTIONS, at.key(order));
        return mention != null
                && order.compareTo(note.order()) > 0
                && mention.side() == Side.OURS
                && (mention.deal() == null || mention.deal().equals(deal.id()))
                && !mention.isTask()
                && (about && mention.target() != null
                        || Likeness.words(mention.words(), note.words()) >= Likeness.SAME_MATTER);
    }
}
