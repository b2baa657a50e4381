package dev.followthrough.extract.time;

import java.util.Set;

/** Numbers that are no dates and no clock times: versions, fractions, counts. Thread-safe. */
final class NumberVetoes {
    private static final Set<String> CLOCK_AT =
            Set.of(
                    "at", "around", "about", "from", "between", "after", "@", "until", "till",
                    "til", "by", "before");
    private static final int LARGEST_FEW = 12;

    private final Phrases phrases;

    NumberVetoes(Phrases phrases) {
        this.phrases = phrases;
    }

    boolean keepsDate(Site site) {
        Fields f = site.fields();
        return switch (site.match().rule().weak()) {
            case DOM -> ordinal(site);
            case BARE_DOM -> bareOrdinal(site);
            case THE_NUMBER -> dayInFigures(site);
            case SLASH -> slash(site);
            case DOT, DOT_BARE -> dotted(site);
            case NTH -> f.has(Field.WEEKDAY) && (site.led() || isFree(site));
            case YEAR -> site.led() && f.get(Field.YEAR) > 2000 && isFree(site);
            default -> !site.first().glued();
        };
    }

    boolean keepsClock(Site site) {
        Fields f = site.fields();
        boolean at = CLOCK_AT.contains(site.before());
        return switch (site.match().rule().weak()) {
            case DOTTED_CLOCK -> at && !site.next().glued();
            case AMPM -> ampm(site);
            case CLOCK_WORDS -> f.has(Field.MERIDIEM) || at;
            case HHMM ->
                    f.has(Field.MERIDIEM) && !site.last().is("p") && !site.last().is("a")
                            || at && !isYear(f.get(Field.HHMM), site.size());
            case NUMBER -> f.has(Field.AMOUNT) || hour(site);
            default ->
                    !site.first().glued() || site.before().equals("-") || site.before().equals("(");
        };
    }

    private static boolean isYear(int number, int size) {
        return number >= 1900 && number <= 2059 && size == 1;
    }

    private boolean ordinal(Site site) {
        if (site.goesOn() && phrases.is("not-after-ordinal", site.next().word())) {
            return false;
        }
        boolean sure = site.last().digits() > 0 || site.fields().get(Field.DAY) > LARGEST_FEW;
        return sure ? site.led() || isFree(site) : site.led() && isFree(site);
    }

    private boolean bareOrdinal(Site site) {
        boolean led =
                site.led()
                        && site.bound() != Bound.WITHIN
                        && !site.before().equals("the")
                        && isFree(site);
        return led || site.isAll() || site.standsAlone();
    }

    /** “On the 17 at noon”: led, and nothing that could be counted behind. */
    private boolean dayInFigures(Site site) {
        boolean led = site.bound() == Bound.ON || site.limited();
        return led && !site.last().is("1") && isFree(site) && !site.gluedBehind();
    }

    private boolean slash(Site site) {
        Fields f = site.fields();
        boolean glued =
                site.first().glued() && !site.before().equals("(")
                        || site.next().glued() && site.next().is("/");
        boolean fraction = f.get(Field.A) < 4 && f.get(Field.B) < 5;
        boolean counts = fraction || phrases.is("not-before-slash", site.before());
        return !glued && isDate(f) && (site.led() || !counts);
    }

    private boolean dotted(Site site) {
        boolean led = site.limited() || site.before().equals("on") || site.before().equals("to");
        return led
                && isDate(site.fields())
                && !site.gluedBehind()
                && !phrases.is("before-version", site.before());
    }

    private static boolean isDate(Fields f) {
        int a = f.get(Field.A);
        int b = f.get(Field.B);
        return a >= 1 && b >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
    }

    private boolean isFree(Site site) {
        return !site.goesOn() || phrases.is("after-number", site.next().word());
    }

    private static boolean ampm(Site site) {
        Token last = site.last();
        boolean letter = last.is("a") || last.is("p");
        boolean inWord =
                site.first().glued() && !site.before().equals("-") && !site.before().equals("(");
        if (inWord) {
            return false;
        }
        boolean said = site.fields().has(Field.MERIDIEM) || last.is("am");
        return !said || !letter || last.glued() && !site.next().glued();
    }

    /** “By 4”, “at nine”: an hour, not a count of things. */
    private boolean hour(Site site) {
        int n = site.fields().get(Field.NUMBER);
        String before = site.before();
        boolean clock =
                site.limited() && CLOCK_AT.contains(before)
                        || before.equals("at")
                        || before.equals("around");
        Token token = site.first();
        return clock
                && n >= 1
                && n <= LARGEST_FEW
                && !token.ordinal()
                && token.digits() < 3
                && !token.glued()
                && !site.gluedBehind()
                && !counts(site)
                && isFree(site);
    }

    /** “Reduced by 5”, “by 3.5”. */
    private boolean counts(Site site) {
        Tokens tokens = site.tokens();
        int from = site.match().from();
        Token behind = tokens.at(site.match().to() + 1);
        boolean point = site.next().is(".") && behind.isNumber() && behind.glued();
        return point
                || phrases.is("not-before-number", tokens.at(from - 2).word())
                || phrases.is("not-before-number", tokens.at(from - 3).word());
    }
}
