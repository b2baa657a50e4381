package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.Contradiction;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Link;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.topic.Keys;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** From the mentions of a tree, then the decisions on them, to the commitment they add up to. */
final class Fold {
    private static final int VERSION_LENGTH = 16;
    private static final int LONGEST_TITLE = 160;

    private static final Comparator<Link> BY_ORDER =
            Comparator.comparing((Link link) -> link.evidence().saidAt())
                    .thenComparing(link -> link.evidence().signal())
                    .thenComparingInt(link -> link.evidence().utterance())
                    .thenComparingInt(link -> link.evidence().start())
                    .thenComparing(Link::role);

    private Fold() {}

    /**
     * The commitment of a tree; none where nothing in it opens one.
     *
     * @param tree in order, the root first
     * @param scopes what is out of scope or limited and shares a word with the tree
     */
    static @Nullable Kept of(AccountId account, List<Mention> tree, List<Note> scopes) {
        if (tree.isEmpty() || !tree.get(0).opens()) {
            return null;
        }
        Story story = new Story(tree.get(0));
        tree.stream().skip(1).forEach(story::then);
        Scope.contradictions(tree, scopes).forEach(story.contradictions::add);
        List<Action> actions =
                tree.stream()
                        .flatMap(m -> m.decisions().stream())
                        .distinct()
                        .sorted(Decided.BY_TIME)
                        .toList();
        Verdict verdict = Verdict.of(story, actions);
        Commitment plain = commitment(account, tree, story, verdict, actions, "");
        String version = Digest.of(Json.bytes(plain), VERSION_LENGTH);
        return new Kept(
                commitment(account, tree, story, verdict, actions, version), verdict.closed());
    }

    private static Commitment commitment(
            AccountId account,
            List<Mention> tree,
            Story story,
            Verdict verdict,
            List<Action> actions,
            String version) {
        Mention root = story.root;
        Said said = Said.of(Objects.requireNonNull(root.candidate()));
        return new Commitment(
                Keys.commitment(account, root.id()),
                formerIds(account, tree),
                account,
                deal(tree),
                said.title(),
                story.side(),
                story.promisor,
                verdict.owner(),
                said.promisee(),
                verdict.due(),
                verdict.earlierDues(),
                story.modality(),
                said.condition(),
                said.recurrence(),
                Objects.requireNonNull(root.candidate()).confidence(),
                verdict.state(),
                verdict.acknowledged(),
                verdict.snoozedUntil(),
                root.at(),
                lastActivity(story, actions),
                root.conversation(),
                story.links.stream().sorted(BY_ORDER).toList(),
                contradictions(story),
                actions,
                version);
    }

    /**
     * Every id it would have had, had less been known: each mention that could have been the root.
     * So the ids too are a function of what was said, not of the order in which it came.
     */
    private static List<CommitmentId> formerIds(AccountId account, List<Mention> tree) {
        return tree.stream()
                .skip(1)
                .filter(Mention::opens)
                .map(mention -> Keys.commitment(account, mention.id()))
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable DealId deal(List<Mention> tree) {
        return tree.stream().map(Mention::deal).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Instant lastActivity(Story story, List<Action> actions) {
        Instant last = story.root.at();
        for (Link link : story.links) {
            last = later(last, link.evidence().saidAt());
        }
        for (Action action : actions) {
            last = later(last, action.at());
        }
        return last;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    private static List<Contradiction> contradictions(Story story) {
        List<Contradiction> sorted = new ArrayList<>(story.contradictions);
        sorted.sort(
                Comparator.comparing((Contradiction c) -> c.evidence().saidAt())
                        .thenComparing(c -> c.evidence().signal())
                        .thenComparingInt(c -> c.evidence().start())
                        .thenComparing(Contradiction::kind));
        return sorted.stream().distinct().toList();
    }

    /** What the opening words say besides doer and due. */
    private record Said(
            String title,
            @Nullable Party promisee,
            @Nullable String condition,
            @Nullable String recurrence) {
        static Said of(Candidate root) {
            return switch (root) {
                case Candidate.Promise p ->
                        new Said(cut(p.action()), p.promisee(), p.condition(), p.recurrence());
                case Candidate.Acceptance a -> {
                    Evidence asked = a.request().evidence();
                    yield new Said(cut(a.action()), asked.author(), a.condition(), null);
                }
                default -> throw new IllegalStateException("only a promise opens a commitment");
            };
        }

        private static String cut(String action) {
            return action.length() <= LONGEST_TITLE
                    ? action
                    : action.substring(0, LONGEST_TITLE - 1) + "…";
        }
    }
}
