package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContextCategory;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalKind;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was said besides promises, and who spoke when: what handoffs and summaries are made of. */
final class Notes {
    /** How far back a conversation is read for a request that waits. */
    private static final int LAST_TURNS = 50;

    /** Mostly the last few turns tell. */
    private static final int TURNS_AT_ONCE = 5;

    /** Kind of the notes that an account's summary shows. */
    static final String TRUST = "trust";

    static final List<String> KINDS = List.of("scope", "milestone", "context", TRUST, "request");

    private final Draft draft;
    private final At at;
    private final Set<Optional<DealId>> deals = new HashSet<>();

    Notes(Draft draft, AccountId account) {
        this.draft = draft;
        this.at = new At(account);
    }

    /** Returns the words whose scope statements changed. */
    Set<String> revise(@Nullable Reading before, @Nullable Reading after) {
        Map<String, Note> old = in(before);
        Map<String, Note> now = in(after);
        Set<String> words = new TreeSet<>();
        old.forEach(
                (key, note) -> {
                    if (!note.equals(now.get(key))) {
                        deals.add(Optional.ofNullable(note.deal()));
                        draft.delete(Table.NOTES, key);
                        words.addAll(scope(note, false));
                    }
                });
        now.forEach(
                (key, note) -> {
                    if (!note.equals(old.get(key))) {
                        deals.add(Optional.ofNullable(note.deal()));
                        draft.put(Table.NOTES, key, note);
                        words.addAll(scope(note, true));
                    }
                });
        turn(before, after);
        return words;
    }

    /** The deals whose notes changed; empty for those that name none. */
    Set<Optional<DealId>> deals() {
        return deals;
    }

    private Set<String> scope(Note note, boolean holds) {
        if (!Scope.restricts(note.candidate())) {
            return Set.of();
        }
        for (String word : note.words()) {
            String key = at.below(word) + note.order();
            if (holds) {
                draft.put(Table.SCOPES, key, note);
            } else {
                draft.delete(Table.SCOPES, key);
            }
        }
        return new TreeSet<>(note.words());
    }

    private Map<String, Note> in(@Nullable Reading reading) {
        Map<String, Note> found = new TreeMap<>();
        if (reading == null || reading.kind() == SignalKind.TASK) {
            return found;
        }
        DealId deal = reading.attribution().deal();
        int number = 0;
        for (Candidate candidate : reading.candidates()) {
            String kind = kind(candidate);
            if (kind != null) {
                String order =
                        Order.of(
                                reading.saidAt(),
                                reading.signal(),
                                candidate.evidence().utterance(),
                                number);
                String key = at.below(kind, deal == null ? "" : deal.value()) + order;
                found.put(key, new Note(order, deal, candidate, words(candidate)));
            }
            number++;
        }
        return found;
    }

    private static @Nullable String kind(Candidate candidate) {
        return switch (candidate) {
            case Candidate.ScopeStatement scope -> "scope";
            case Candidate.Milestone milestone -> "milestone";
            case Candidate.ContextNote note ->
                    note.category() == ContextCategory.TRUST_DAMAGE ? TRUST : "context";
            case Candidate.Request request -> request.side() == Side.OURS ? "request" : null;
            case Candidate other -> null;
        };
    }

    private static List<String> words(Candidate candidate) {
        return switch (candidate) {
            case Candidate.ScopeStatement scope -> Words.of(Words.in(Scope.matter(scope)));
            case Candidate.Request request -> Words.of(request.matter());
            case Candidate other -> List.of();
        };
    }

    private void turn(@Nullable Reading before, @Nullable Reading after) {
        Set<ConversationId> touched = new TreeSet<>();
        if (before != null && speaks(before)) {
            String order = Order.of(before.saidAt(), before.signal(), 0, 0);
            draft.delete(Table.TURNS, at.below("t") + order);
            draft.delete(Table.TURNS, at.below("c", before.conversation().value()) + order);
            touched.add(before.conversation());
        }
        if (after != null && speaks(after)) {
            String order = Order.of(after.saidAt(), after.signal(), 0, 0);
            Turn turn = new Turn(after.saidAt(), after.author().side(), asks(after));
            draft.put(Table.TURNS, at.below("t") + order, turn);
            draft.put(Table.TURNS, at.below("c", after.conversation().value()) + order, turn);
            touched.add(after.conversation());
        }
        touched.forEach(this::await);
    }

    private static boolean speaks(Reading reading) {
        return reading.kind() != SignalKind.REACTION;
    }

    private static boolean asks(Reading reading) {
        return reading.author().side() == Side.CUSTOMER
                && reading.candidates().stream()
                        .anyMatch(c -> c instanceof Candidate.Request r && r.side() == Side.OURS);
    }

    private void await(ConversationId conversation) {
        String key = at.key(conversation.value());
        if (waits(at.below("c", conversation.value()))) {
            draft.put(Table.AWAITING, key, new Entry(conversation.value()));
        } else {
            draft.delete(Table.AWAITING, key);
        }
    }

    /** Whether a customer's request is newer than our side's last word. */
    private boolean waits(String prefix) {
        String before = Tables.after(prefix);
        for (int read = 0; read < LAST_TURNS; read += TURNS_AT_ONCE) {
            List<Row<Turn>> turns =
                    draft.range(
                            Table.TURNS, prefix, before, Tables.Direction.BACKWARD, TURNS_AT_ONCE);
            for (Row<Turn> row : turns) {
                if (row.value().side() == Side.OURS || row.value().asks()) {
                    return row.value().asks();
                }
            }
            if (turns.size() < TURNS_AT_ONCE) {
                return false;
            }
            before = turns.get(TURNS_AT_ONCE - 1).key();
        }
        return false;
    }

    static List<Candidate.ScopeStatement> scope(List<Note> notes) {
        return of(notes, Candidate.ScopeStatement.class);
    }

    static List<Candidate.ContextNote> context(List<Note> notes) {
        return of(notes, Candidate.ContextNote.class);
    }

    static <T extends Candidate> List<T> of(List<Note> notes, Class<T> type) {
        return notes.stream()
                .map(Note::candidate)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
