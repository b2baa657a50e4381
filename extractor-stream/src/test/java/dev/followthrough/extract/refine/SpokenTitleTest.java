package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.extract.Say;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Titles of speech that begins anew, and of minutes. */
class SpokenTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // begun anew
                "we we will um we will look into that and and come back to you | look into that and"
                        + " come back",
                "what I'm gonna do is I'm gonna send you the recording | send the recording",
                "I think what we'll do is we'll we'll get you a a revised quote | send a revised"
                        + " quote",
                "I'll get, get the quote over to you | send the quote",
                "I'll circle back to you on thursday | circle back",
                // pledged, not done
                "Please be assured we shall revert at the earliest. | revert at the earliest",
                // the thing itself begins with “do” or “will”
                "We'll do what we agreed. | do what we agreed",
                // minutes
                "Ben to send pricing by Friday | send pricing",
                "DH to check VPN by Tue | do DH to check VPN",
                "AI: SOW Fri | do SOW",
                "Engineering fixes the login bug by Friday. | fix the login bug",
                "Will be done by tomorrow sir. | will be done"
            })
    void titleSaysWhatIsDone(String text, String title) {
        assertThat(titles(text)).first().isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'll, um", "We'll"})
    void whatIsBrokenOffIsNoPromise(String text) {
        assertThat(titles(text)).isEmpty();
    }

    private static List<String> titles(String text) {
        Scene scene = Drafted.scene(Say.ben(text));
        List<Draft> drafts = Drafted.of(scene, "promise.plain-i-will");
        for (Refiner step : List.of(new Guards(), new NameDoer(), new Title())) {
            drafts = step.refine(drafts, scene);
        }
        return drafts.stream().map(Draft::action).toList();
    }
}
