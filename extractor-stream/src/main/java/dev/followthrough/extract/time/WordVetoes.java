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
        boolean one = site.size() == 1 || site.size() == 2 && site.last().is(".");
        boolean ambiguous = one && lexicon.isAmbiguous(site.first().word());
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

    boolean isFree(Site site) {
        return !site.goesOn() || phrases.is("after-number", site.next().word());
    }

    /** “Away for the month”. */
    boolean isSpanOfNow(Site site) {
        return site.before().equals("for") && isFree(site);
    }

    /** “The day after”, said by itself and not of something that follows. */
    boolean isComplete(Site site) {
        return !site.goesOn() || phrases.is("completes", site.next().word());
    }

    /** “The July invoice”, “both July weekends”: the month only says which. */
    private boolean isAttribute(Site site) {
        boolean the = site.first().is("the") || phrases.is("determiners", site.before());
        return the
                && site.isRule("span.month")
                && site.goesOn()
                && site.next().isWord()
                && !phrases.is("after-number", site.next().word())
                && !phrases.is("of-months", site.next().word());
    }

    /** “Theresa May”. */
    private static boolean isName(Site site) {
        Token before = site.tokens().at(site.match().from() - 1);
        return before.capital() && before.isWord() && before.word().length() > 2;
    }

    private boolean month(Site site) {
        if (isAttribute(site)) {
            return false;
        }
        int end = site.last().is(".") ? site.match().to() - 2 : site.match().to() - 1;
        String word = site.tokens().at(end).word();
        if (!lexicon.isAmbiguous(word)) {
            return true;
        }
        boolean goesOn = site.goesOn();
        boolean verb = goesOn && phrases.is("not-after-month", site.next().word());
        boolean name =
                goesOn && site.next().capital() && site.next().isWord()
                        || !site.led() && !site.opensSentence() && isName(site);
        boolean modified =
                site.fields().has(Field.SHIFT) || site.size() > 1 && !site.first().is("the");
        boolean led = site.led() || modified || AT.contains(site.before());
        boolean by = site.bound() == Bound.BY || site.bound() == Bound.UNTIL;
        boolean written = site.first().capital() && site.match().from() > 0 && word.length() > 3;
        return !name && (led && (!verb || by) || written && !verb && !word.equals("march"));
    }
}
