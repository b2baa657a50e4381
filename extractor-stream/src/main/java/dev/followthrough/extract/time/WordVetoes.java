package dev.followthrough.extract.time;

import java.util.Set;

/** Words that are also something else: “may”, “march”, “sun”, “noon”. Thread-safe. */
final class WordVetoes {
    private static final Set<String> AT =
            Set.of(
                    "at", "around", "about", "from", "between", "for", "after", "@", "on", "to",
                    "in");

    private final Phrases phrases;
    private final Lexicon lexicon;

    WordVetoes(Phrases phrases, Lexicon lexicon) {
        this.phrases = phrases;
        this.lexicon = lexicon;
    }

    boolean keeps(Site site) {
        return switch (site.match().rule().weak()) {
            case PART -> part(site);
            case EOD -> endOfDay(site);
            case MONTH -> month(site);
            case AFTER_LUNCH -> site.tokens().size() > site.size();
            default -> word(site);
        };
    }

    /** A plain word counts; an ambiguous one where a direction or its place makes it a time. */
    private boolean word(Site site) {
        boolean ambiguous = site.size() == 1 && lexicon.isAmbiguous(site.first().word());
        return !ambiguous
                || site.led() && !site.before().equals("the")
                || site.isAll()
                || isCapital(site);
    }

    /** A capital in the middle of a sentence: “Mon”, not “mon”. */
    private static boolean isCapital(Site site) {
        Token token = site.first();
        boolean name = token.is("sun") || token.is("sat") || token.is("may");
        return token.capital() && !site.before().equals("the") && !(name && site.opensSentence());
    }

    private boolean part(Site site) {
        Fields f = site.fields();
        boolean moment = f.is(Field.PART, Part.NOON) || f.is(Field.PART, Part.MIDNIGHT);
        return site.limited()
                || site.bound() == Bound.AFTER
                || site.before().equals("at") && moment
                || site.isRule("day.in-the-part")
                || firstThing(site);
    }

    /** “First thing” as a time, not as the first of things. */
    private boolean firstThing(Site site) {
        return site.isRule("day.first-thing")
                && !site.opensSentence()
                && !site.before().equals("the")
                && isFree(site);
    }

    private static boolean endOfDay(Site site) {
        boolean at = site.before().equals("at");
        return site.limited()
                || site.led() && !at
                || site.size() > 2 && !at
                || site.isUpper()
                || site.first().is("eod");
    }

    private boolean isFree(Site site) {
        return !site.goesOn() || phrases.is("after-number", site.next().word());
    }

    private boolean month(Site site) {
        int end = site.last().is(".") ? site.match().to() - 2 : site.match().to() - 1;
        String word = site.tokens().at(end).word();
        if (!lexicon.isAmbiguous(word)) {
            return true;
        }
        boolean goesOn = site.goesOn();
        boolean verb = goesOn && phrases.is("not-after-month", site.next().word());
        boolean name = goesOn && site.next().capital() && site.next().isWord();
        boolean modified =
                site.fields().has(Field.SHIFT) || site.size() > 1 && !site.first().is("the");
        boolean led = site.led() || modified || AT.contains(site.before());
        boolean by = site.bound() == Bound.BY || site.bound() == Bound.UNTIL;
        boolean written = site.first().capital() && site.match().from() > 0 && word.length() > 3;
        return !name && (led && (!verb || by) || written && !verb && !word.equals("march"));
    }
}
