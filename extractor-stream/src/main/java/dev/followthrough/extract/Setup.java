package dev.followthrough.extract;

import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.rules.RuleException;
import dev.followthrough.extract.rules.RuleFile;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.time.BusinessCalendar;

import java.util.Collection;

/**
 * What texts are read with: rules, judge and calendar. Immutable; loaded once and shared by the
 * extractors of all threads.
 */
public record Setup(RuleSet rules, Judge judge, BusinessCalendar calendar) {
    /** As shipped, with a plain calendar. */
    public static Setup standard() {
        return new Setup(RuleSet.english(), Judge.shipped(), BusinessCalendar.PLAIN);
    }

    /**
     * With a company's own rules over the shipped ones. Every example of an own rule is tried.
     *
     * @throws RuleException for the first fault, naming file, line and column
     */
    public Setup with(Collection<RuleFile> overlay) {
        RuleSet all = RuleSet.english(overlay);
        Examples.check(all);
        return new Setup(all, judge, calendar);
    }

    /** With another judge: a trainer's, or {@link Judge#rulesOnly()}. */
    public Setup with(Judge other) {
        return new Setup(rules, other, calendar);
    }

    /** With a firm's calendar. */
    public Setup with(BusinessCalendar other) {
        return new Setup(rules, judge, other);
    }

    /** A new extractor, for one thread. */
    public Extractor extractor() {
        return new Extractor(this);
    }

    /**
     * Hash of rules, model, word lists, time grammar and calendar: changes whenever one of these
     * files or settings may make the same text read differently. It does not see changes of code.
     */
    public String version() {
        String version = rules.digest() + "-" + judge.digest() + "-" + WordFiles.digest();
        return calendar.equals(BusinessCalendar.PLAIN)
                ? version
                : version + "-" + Integer.toHexString(calendar.key().hashCode());
    }
}
