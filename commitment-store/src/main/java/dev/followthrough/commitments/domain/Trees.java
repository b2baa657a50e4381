package dev.followthrough.commitments.domain;

import dev.followthrough.commitments.domain.Tables.Direction;
import dev.followthrough.contracts.model.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The mentions of an account and what they hang on. By definition a mention's parent is its best
 * match, the newest among equals, within the windows of its blocks; that depends on the set of
 * mentions alone. Adding or removing one looks only at those whose windows it enters or leaves.
 */
final class Trees {
    private final Draft tables;
    private final AccountId account;
    private final At at;
    private final Set<String> oldRoots = new HashSet<>();
    private final Set<String> added = new HashSet<>();

    Trees(Draft tables, AccountId account) {
        this.tables = tables;
        this.account = account;
        this.at = new At(account);
    }

    void remove(Mention mention) {
        String order = mention.order();
        oldRoots.add(bond(order).root());
        tables.delete(Table.MEMBERS, at.key(bond(order).root(), order));
        tables.delete(Table.MENTIONS, at.key(order));
        tables.delete(Table.BONDS, at.key(order));
        added.remove(order);
        List<Block> blocks = Blocks.of(account, mention);
        blocks.forEach(block -> tables.delete(Table.BLOCKS, block.row(order)));
        Relinks relinks = new Relinks();
        for (Block block : blocks) {
            List<String> before = earlier(block, order);
            List<String> after = later(block, order);
            for (int i = 0; i < after.size(); i++) {
                int entering = block.window() - 1 - i;
                String child = after.get(i);
                if (order.equals(bond(child).parent())) {
                    relinks.afresh.add(child);
                } else if (entering < before.size()) {
                    relinks.offer(child, before.get(entering));
                }
            }
        }
        relinks.make();
    }

    void add(Mention mention) {
        String order = mention.order();
        tables.put(Table.MENTIONS, at.key(order), mention);
        tables.put(Table.BONDS, at.key(order), Bond.root(order));
        added.add(order);
        List<Block> blocks = Blocks.of(account, mention);
        blocks.forEach(block -> tables.put(Table.BLOCKS, block.row(order), new Entry(order)));
        Relinks relinks = new Relinks();
        relinks.afresh.add(order);
        for (Block block : blocks) {
            List<String> before = earlier(block, order);
            List<String> after = later(block, order);
            for (int i = 0; i < after.size(); i++) {
                int leaving = block.window() - 1 - i;
                String child = after.get(i);
                boolean lost =
                        leaving < before.size() && before.get(leaving).equals(bond(child).parent());
                if (lost) {
                    relinks.afresh.add(child);
                } else {
                    relinks.offer(child, order);
                }
            }
        }
        relinks.make();
    }

    /** Puts every touched mention under the root it now belongs to; returns the trees touched. */
    SortedSet<String> settle() {
        Set<String> touched = new HashSet<>(added);
        for (String root : oldRoots) {
            tables.below(Table.MEMBERS, at.below(root))
                    .forEach(row -> touched.add(row.value().at()));
        }
        SortedSet<String> roots = new TreeSet<>(oldRoots);
        Map<String, String> known = new HashMap<>();
        for (String order : touched) {
            String root = root(order, touched, known);
            roots.add(root);
            move(order, root);
        }
        return roots;
    }

    private void move(String order, String root) {
        Bond bond = bond(order);
        if (!bond.root().equals(root)) {
            tables.delete(Table.MEMBERS, at.key(bond.root(), order));
            tables.put(Table.BONDS, at.key(order), bond.under(root));
        }
        tables.put(Table.MEMBERS, at.key(root, order), new Entry(order));
    }

    private String root(String order, Set<String> touched, Map<String, String> known) {
        List<String> path = new ArrayList<>();
        String here = order;
        while (touched.contains(here) && !known.containsKey(here) && bond(here).parent() != null) {
            path.add(here);
            here = Objects.requireNonNull(bond(here).parent());
        }
        String root = known.getOrDefault(here, touched.contains(here) ? here : bond(here).root());
        path.forEach(each -> known.put(each, root));
        return root;
    }

    /** The mentions of a tree in their order. */
    List<Mention> members(String root) {
        List<Mention> members = new ArrayList<>();
        for (Row<Entry> row : tables.below(Table.MEMBERS, at.below(root))) {
            members.add(mention(row.value().at()));
        }
        return members;
    }

    /** The root of every mention that has this word. */
    Set<String> rootsWith(String word) {
        Set<String> roots = new HashSet<>();
        for (Row<Entry> row : tables.below(Table.BLOCKS, Blocks.word(account, word).prefix())) {
            roots.add(bond(row.value().at()).root());
        }
        return roots;
    }

    private Mention mention(String order) {
        return present(tables.get(Table.MENTIONS, at.key(order)), order);
    }

    private Bond bond(String order) {
        return present(tables.get(Table.BONDS, at.key(order)), order);
    }

    private static <T> T present(@Nullable T value, String order) {
        if (value == null) {
            throw new IllegalStateException("the stores hold no mention " + order);
        }
        return value;
    }

    private List<String> earlier(Block block, String order) {
        return orders(block, block.prefix(), block.row(order), Direction.BACKWARD);
    }

    private List<String> later(Block block, String order) {
        return orders(
                block, block.row(order) + ' ', Tables.after(block.prefix()), Direction.FORWARD);
    }

    private List<String> orders(Block block, String from, String to, Direction direction) {
        List<String> found = new ArrayList<>();
        for (Row<Entry> row : tables.range(Table.BLOCKS, from, to, direction, block.window())) {
            found.add(row.value().at());
        }
        return found;
    }

    /** Which mentions must choose again, and which only compare their parent with one newcomer. */
    private final class Relinks {
        private final Set<String> afresh = new TreeSet<>();
        private final Map<String, Set<String>> offers = new HashMap<>();

        void offer(String child, String candidate) {
            offers.computeIfAbsent(child, each -> new TreeSet<>()).add(candidate);
        }

        void make() {
            for (String child : afresh) {
                Mention mention = mention(child);
                Set<String> candidates = new TreeSet<>();
                for (Block block : Blocks.of(account, mention)) {
                    candidates.addAll(earlier(block, child));
                }
                hang(child, best(mention, candidates, null, 0));
            }
            offers.keySet().removeAll(afresh);
            offers.forEach(
                    (child, candidates) -> {
                        Bond now = bond(child);
                        hang(child, best(mention(child), candidates, now.parent(), now.likeness()));
                    });
        }

        private Choice best(
                Mention child, Set<String> candidates, @Nullable String parent, int likeness) {
            Choice best = new Choice(parent, likeness);
            for (String candidate : candidates) {
                tables.compared();
                best = best.or(candidate, Likeness.of(child, mention(candidate)));
            }
            return best;
        }

        private void hang(String child, Choice choice) {
            Bond now = bond(child);
            if (!Objects.equals(choice.parent(), now.parent())) {
                if (!added.contains(child)) {
                    oldRoots.add(now.root());
                }
                tables.put(
                        Table.BONDS,
                        at.key(child),
                        new Bond(choice.parent(), choice.likeness(), now.root()));
            }
        }
    }

    /** The best match so far: the liker, then the newer. */
    private record Choice(@Nullable String parent, int likeness) {
        Choice or(String candidate, int other) {
            if (other < Likeness.THRESHOLD || other < likeness) {
                return this;
            }
            boolean newer = parent == null || candidate.compareTo(parent) > 0;
            return other > likeness || newer ? new Choice(candidate, other) : this;
        }
    }
}
