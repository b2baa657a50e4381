package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContextCategory;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.rules.Rule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns finished drafts into the records of the contract. Sides stay unknown: only the directory
 * knows them.
 */
final class Candidates {
    private Candidates() {}

    static List<Candidate> of(List<Draft> drafts, Scene scene) {
        List<Candidate> candidates = new ArrayList<>();
        for (Draft draft : drafts) {
            candidates.add(
                    candidate(
                            draft,
                            evidence(draft, scene.signal(), candidates.size()),
                            scene.signal()));
        }
        TaskSubject.of(scene.signal(), candidates).ifPresent(candidates::add);
        return candidates;
    }

    private static Evidence evidence(Draft draft, Signal signal, int number) {
        String quote = signal.text().substring(draft.start(), draft.end());
        return new Evidence(
                quote,
                draft.start(),
                draft.end(),
                signal.id(),
                signal.revision(),
                number,
                signal.refAt(draft.start()),
                signal.author(),
                signal.saidAt(),
                draft.verdict().rule().id());
    }

    private static Candidate candidate(Draft d, Evidence e, Signal signal) {
        double sure = d.verdict().confidence();
        Side side = Side.UNKNOWN;
        return switch (d.act()) {
            case PROMISE ->
                    new Candidate.Promise(
                            e,
                            sure,
                            d.doer(),
                            side,
                            d.action(),
                            promisee(signal),
                            d.due(),
                            d.modality(),
                            d.condition(),
                            d.recurrence(),
                            d.matter(),
                            d.about());
            case ACCEPTANCE -> {
                if (d.request() == null) {
                    throw new IllegalStateException(
                            "acceptance must have a request, was none at " + d.start());
                }
                yield new Candidate.Acceptance(
                        e,
                        sure,
                        d.request(),
                        d.doer(),
                        side,
                        d.action(),
                        d.due(),
                        d.modality(),
                        d.condition(),
                        d.matter());
            }
            case REQUEST ->
                    new Candidate.Request(
                            e, sure, d.doer(), side, d.action(), d.due(), d.matter(), d.about());
            case FULFILMENT ->
                    new Candidate.Fulfilment(e, sure, d.doer(), side, d.matter(), d.about());
            case RESCHEDULING ->
                    new Candidate.Rescheduling(
                            e, sure, d.doer(), side, d.due(), d.matter(), d.about());
            case REASSIGNMENT ->
                    new Candidate.Reassignment(
                            e, sure, d.doer(), side, d.due(), d.matter(), d.about());
            case WITHDRAWAL ->
                    new Candidate.Withdrawal(e, sure, d.doer(), side, d.matter(), d.about());
            case MILESTONE -> new Candidate.Milestone(e, sure, item(d), d.due());
            case SCOPE ->
                    new Candidate.ScopeStatement(
                            e,
                            sure,
                            polarity(d),
                            scopeItem(d, signal),
                            d.matter(),
                            ScopeLimit.of(d, polarity(d)));
            case CONTEXT -> new Candidate.ContextNote(e, sure, category(d));
            case LOOKALIKE -> throw new IllegalStateException("a lookalike is no candidate");
        };
    }

    private static @Nullable Party promisee(Signal signal) {
        return signal.audience().size() == 1 ? signal.audience().get(0) : null;
    }

    private static String item(Draft draft) {
        return draft.matter().isEmpty() ? draft.action() : String.join(" ", draft.matter());
    }

    private static String scopeItem(Draft draft, Signal signal) {
        if (draft.matter().isEmpty()) {
            return draft.action();
        }
        String item = ScopeItem.of(draft, polarity(draft), signal.text());
        return item.isBlank()
                ? Wording.ended(signal.text().substring(draft.start(), draft.end()).strip())
                : item;
    }

    private static Polarity polarity(Draft draft) {
        String label = draft.verdict().label();
        if (label != null) {
            return Polarity.valueOf(label.toUpperCase(Locale.ROOT));
        }
        Rule rule = draft.verdict().rule();
        return rule.polarity() == null ? Polarity.UNSCOPED : rule.polarity();
    }

    private static ContextCategory category(Draft draft) {
        String label = draft.verdict().label();
        if (label != null) {
            return ContextCategory.valueOf(label.toUpperCase(Locale.ROOT));
        }
        Rule rule = draft.verdict().rule();
        return rule.category() == null ? ContextCategory.TECHNICAL_SCOPE : rule.category();
    }
}
