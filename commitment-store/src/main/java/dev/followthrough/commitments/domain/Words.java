package dev.followthrough.commitments.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What two mentions can share: content words, folded so that number and case do not matter. */
final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Says nothing about what was promised: verbs of giving, filler, names of time. */
    private static final Set<String> EMPTY =
            Set.of(
                    ("a an and are as at back be been by can could day days did do does doing done for from get gets"
                                    + " getting give gives go goes going gone good got had has have he her him his i if in"
                                    + " is it its just let make me my new no not now of off ok on one or our out over own"
                                    + " please put ready send sending sends sent set she should so some something still"
                                    + " take taken that the their them then there they thing things this those through to"
                                    + " today together tomorrow tonight too two up update us want was we week weeks were"
                                    + " what when which who will with work would you your yours month months year"
                                    + " monday tuesday wednesday thursday friday saturday sunday morning afternoon"
                                    + " evening night end eod next last first soon team people everyone share see"
                                    + " aim attach attached attachment confirm discuss discussed early enclosed expect"
                                    + " find found herewith hope late latest okay owe owed promise promised right"
                                    + " sorry sure thank thanks try yeah yep yes inbox threatened btw")
                            .split(" "));

    private Words() {}

    /** Folded, sorted, without duplicates. */
    static List<String> of(Collection<String> matter) {
        Set<String> folded = new TreeSet<>();
        matter.forEach(text -> folded.addAll(in(text)));
        return List.copyOf(folded);
    }

    /** The content words of a text, in its order. */
    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        for (String word : plain(text)) {
            String folded = folded(word);
            if (folded.length() > 1 && !EMPTY.contains(word) && !EMPTY.contains(folded)) {
                found.add(folded);
            }
        }
        return found;
    }

    /** How many words two quotes have in common, of any kind. */
    static int shared(String one, String other) {
        Set<String> words = new HashSet<>(plain(one));
        words.retainAll(new HashSet<>(plain(other)));
        return words.size();
    }

    private static List<String> plain(String text) {
        return List.of(BETWEEN.split(text.toLowerCase(Locale.ROOT).strip()));
    }

    /** Plural to singular, roughly; what matters is that both sides fold alike. */
    private static String folded(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural =
                word.length() > 3
                        && word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
