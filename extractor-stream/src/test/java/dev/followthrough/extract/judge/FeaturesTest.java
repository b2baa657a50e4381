package dev.followthrough.extract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.refine.Scene;

import org.junit.jupiter.api.Test;

import java.util.List;

class FeaturesTest {
    private final Extractor extractor = new Extractor(Judge.rulesOnly());

    @Test
    void aDateIsSeenBesideTheOneGivenBefore() {
        // When, then
        assertThat(after("I will send you the keys by Friday.", "The keys on Monday"))
                .contains("past/date=false/false", "past/date=false/shared=true")
                .doesNotContain("past/date=true/false");
        assertThat(after("I will send you the keys by Friday.", "Friday for the keys, right"))
                .contains("past/date=true/false");
    }

    @Test
    void aDateByItselfIsSeenBesideNone() {
        // When, then
        assertThat(after("How is the weather?", "The keys on Monday"))
                .noneMatch(name -> name.startsWith("past/date"));
    }

    @Test
    void twoDatesInOneClauseAreSeen() {
        // When, then
        assertThat(after("", "Keys on Monday, not on Friday")).contains("times=many");
        assertThat(after("", "Keys on Monday")).doesNotContain("times=many");
    }

    private List<String> after(String ana, String ben) {
        var said = Say.ben(ben);
        var context = ana.isEmpty() ? Say.after() : Say.after(ana);
        Scene scene = extractor.scene(said, context, extractor.clock(said));
        return Features.of(scene.units(), 0, scene.past());
    }
}
