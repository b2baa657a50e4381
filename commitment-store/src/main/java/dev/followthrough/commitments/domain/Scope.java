package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Contradiction;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.contracts.model.Side;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was promised although it is stated out of scope, or beyond a stated limit. */
final class Scope {
    /** This much of an item's words, of a hundred, must be in the promise. */
    private static final int SHARE = 50;

    private static final Pattern NUMBER = Pattern.compile("(\\d[\\d,.]*)\\s+(\\p{L}+)");

    private Scope() {}

    /** Whether a statement can contradict a promise. */
    static boolean restricts(Candidate candidate) {
        return candidate instanceof Candidate.ScopeStatement scope
                && (scope.polarity() == Polarity.OUT || scope.polarity() == Polarity.LIMIT);
    }

    /** The words it is matched by; the item of an earlier version is these words. */
    static String matter(Candidate.ScopeStatement statement) {
        return statement.matter().isEmpty()
                ? statement.item()
                : String.join(" ", statement.matter());
    }

    static List<Contradiction> contradictions(List<Mention> tree, List<Note> scopes) {
        List<Contradiction> found = new ArrayList<>();
        if (tree.get(0).side() != Side.OURS) {
            return found;
        }
        Set<String> words = words(tree);
        for (Note note : scopes) {
            boolean elsewhere = tree.stream().anyMatch(m -> isOtherDeal(m, note));
            if (!elsewhere && note.candidate() instanceof Candidate.ScopeStatement scope) {
                if (scope.polarity() == Polarity.OUT && overlaps(note.words(), words)) {
                    found.add(new Contradiction(Contradiction.Kind.OUT_OF_SCOPE, scope.evidence()));
                } else if (scope.polarity() == Polarity.LIMIT && exceeds(tree, scope)) {
                    found.add(new Contradiction(Contradiction.Kind.LIMIT, scope.evidence()));
                }
            }
        }
        return found;
    }

    /** The words by which scope statements are looked up. */
    static Set<String> words(List<Mention> tree) {
        Set<String> words = new TreeSet<>();
        tree.stream()
                .filter(Mention::opens)
                .forEach(mention -> words.addAll(Blocks.telling(mention.words())));
        return words;
    }

    private static boolean isOtherDeal(Mention mention, Note note) {
        return mention.deal() != null && note.deal() != null && !mention.deal().equals(note.deal());
    }

    private static boolean overlaps(List<String> item, Set<String> words) {
        Set<String> shared = new HashSet<>(item);
        shared.retainAll(words);
        boolean enough = shared.size() >= 2 || item.size() == 1;
        return !shared.isEmpty() && enough && shared.size() * 100 >= SHARE * item.size();
    }

    /** “Two rounds” against “three rounds”: the same unit with a greater number. */
    private static boolean exceeds(List<Mention> tree, Candidate.ScopeStatement limit) {
        Matcher stated = NUMBER.matcher(matter(limit));
        while (stated.find()) {
            for (Mention mention : tree) {
                Evidence evidence = mention.opens() ? mention.evidence() : null;
                if (evidence != null
                        && exceeds(evidence.quote(), stated.group(2), number(stated.group(1)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean exceeds(String quote, String unit, double limit) {
        Matcher said = NUMBER.matcher(quote);
        while (said.find()) {
            if (said.group(2).equalsIgnoreCase(unit) && number(said.group(1)) > limit) {
                return true;
            }
        }
        return false;
    }

    private static double number(String digits) {
        String plain =
                digits.replaceAll("[,.](?=\\d{3})", "").replaceAll("[,.]$", "").replace(',', '.');
        try {
            return Double.parseDouble(plain);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
