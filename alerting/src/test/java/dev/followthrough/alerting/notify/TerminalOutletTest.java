package dev.followthrough.alerting.notify;

import static dev.followthrough.alerting.notify.World.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Message;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class TerminalOutletTest {
    private static final String ID = "overdue:a~1";

    private final World world = new World();
    private final List<String> printed = new ArrayList<>();
    private final Outlet terminal = new TerminalOutlet(printed::add);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anAlertIsAFewLinesAndIsNotPrintedAgainAfterARestart() {
        // Given
        world.want(message("terminal:", ID, 1, true));

        // When
        world.life(terminal).run();
        world.life(terminal).run();

        // Then
        assertThat(printed)
                .containsExactly(
                        """
                        ALERT warning | Overdue: send the report, revision 1
                            Brackenridge · owner Ben | Was due Tue 10 Mar 2026 (UTC); nothing says that it was done.
                            > I'll send the report by Tuesday
                            Next: Deliver it now, or agree a new date with the customer.""");
    }

    @Test
    void aChangeIsOneLine() {
        // Given
        world.want(message("terminal:", ID, 1, true));
        world.life(terminal).run();
        printed.clear();

        // When
        world.want(message("terminal:", ID, 2, false, "11 Mar 2026, 16:00 (UTC): resolved. Done."));
        world.life(terminal).run();

        // Then
        assertThat(printed)
                .containsExactly(
                        "ALERT, news | Overdue: send the report, revision 2 | 11 Mar 2026, 16:00 (UTC): resolved. Done.");
    }

    @Test
    void whatStoodOnlyOnATerminalIsPostedOnceSlackIsThere() {
        // Given
        world.want(message(ID, 1, true));
        world.want(message("stale:b~1", 1, true));
        world.life(terminal).run();
        world.want(message("stale:b~1", 2, false));

        // When
        world.live(Pulse.NONE);

        // Then
        assertThat(world.slack.messages())
                .extracting(FakeSlack.Posted::version)
                .containsExactly("s1");
    }

    @Test
    void wordsCannotSteerTheTerminal() throws Undelivered {
        // Given
        Message evil = message("terminal:", ID, 1, true, "a\u001b[2Jb\nc\u202ed");

        // When
        terminal.reply("terminal:x", evil, "x-1", 0);

        // Then
        assertThat(printed.get(0)).endsWith("| a [2Jb c d");
    }
}
