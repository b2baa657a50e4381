package dev.followthrough.ingest.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a < b and c > d | a < b and c > d",
                "<div>one</div><div>two</div> | one~two",
                "one<br/>two<script>x()</script> | one~two",
                "<ul><li>one</li><li>two</li></ul> | one~two",
                "plain &amp; simple | plain & simple"
            })
    void htmlBecomesLinesAndPlainTextStays(String html, String text) {
        // When
        String found = HtmlText.of(html);

        // Then
        assertThat(found).isEqualTo(text.replace('~', '\n'));
    }
}
