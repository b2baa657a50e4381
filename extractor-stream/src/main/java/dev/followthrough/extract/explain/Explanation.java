package dev.followthrough.extract.explain;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.judge.Verdict;
import dev.followthrough.extract.judge.Weighing;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.refine.Change;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Rule;
import dev.followthrough.extract.text.Clause;
import dev.followthrough.extract.text.Sentence;
import dev.followthrough.extract.time.TimeTrace;

import java.util.List;

/**
 * How one text was read, in the order of the steps.
 *
 * @param version of rules, model and calendar
 * @param before what was found in the turns before, nearest first
 * @param sentences read and unread
 * @param times found and dropped
 * @param clauses of the sentences that were read
 * @param changes what refiners made of the drafts
 * @param candidates what came out; the same as without explanation
 * @param contract what is said about the contract itself; likewise
 */
public record Explanation(
        Signal signal,
        String version,
        List<Before> before,
        List<Sentence> sentences,
        List<TimeTrace> times,
        List<OfClause> clauses,
        List<Change> changes,
        List<Candidate> candidates,
        List<ContractFact> contract) {
    public Explanation {
        before = List.copyOf(before);
        sentences = List.copyOf(sentences);
        times = List.copyOf(times);
        clauses = List.copyOf(clauses);
        changes = List.copyOf(changes);
        candidates = List.copyOf(candidates);
        contract = List.copyOf(contract);
    }

    /** A turn before, and what it reads as by itself. */
    public record Before(Signal signal, List<Candidate> found) {}

    /** A flag that holds, and what set it. */
    public record FlagSet(Flag flag, String why) {}

    /**
     * A rule whose words stand in the clause.
     *
     * @param words the shortest stretch that its pattern matches
     * @param says the pattern
     * @param vetoes flags that hold and must not; empty where it fired
     * @param missing flags that must hold and do not; empty where it fired
     */
    public record RuleWords(
            Rule rule, String words, String says, List<Flag> vetoes, List<Flag> missing) {
        public RuleWords {
            vetoes = List.copyOf(vetoes);
            missing = List.copyOf(missing);
        }

        public boolean fired() {
            return vetoes.isEmpty() && missing.isEmpty();
        }
    }

    /**
     * One clause.
     *
     * @param flags that hold
     * @param rules that fired, in their order
     * @param held back: rules whose words stand there and whose flags do not fit
     * @param weighings what the model weighed; empty without one, or where no rule fired
     * @param verdicts what it was held to be; empty for nothing
     */
    public record OfClause(
            Clause clause,
            Slots slots,
            List<FlagSet> flags,
            List<RuleWords> rules,
            List<RuleWords> held,
            List<Weighing> weighings,
            List<Verdict> verdicts) {
        public OfClause {
            flags = List.copyOf(flags);
            rules = List.copyOf(rules);
            held = List.copyOf(held);
            weighings = List.copyOf(weighings);
            verdicts = List.copyOf(verdicts);
        }
    }
}
