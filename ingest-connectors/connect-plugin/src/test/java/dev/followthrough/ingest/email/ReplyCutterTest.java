package dev.followthrough.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyCutterTest {
    private static Cut cut(String body) {
        return ReplyCutter.cut(PlainLines.of(body), "Ana Lima");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, Feb 3, 2026 at 10:00 AM Bo Ek <bo@acme.example> wrote:",
                "On Tue, Feb 3, 2026 at 10:00 AM Bo Ek <bo@acme.example\n> wrote:",
                "On Tue, Feb 3, 2026 at 10:00 AM Bo Ek\n<bo@acme.example> wrote:",
                "On 3 Feb 2026, at 10:00, Bo Ek <bo@acme.example> wrote:",
                "On 03/02/2026 10:00, Bo Ek wrote:",
                "2026-02-03 10:00 GMT+01:00 Bo Ek <bo@acme.example>:",
                "Am 03.02.2026 um 10:00 schrieb Bo Ek:",
                "Am Di., 3. Feb. 2026 um 10:00 Uhr schrieb Bo Ek <bo@acme.example>:",
                "Le mar. 3 févr. 2026 à 10:00, Bo Ek <bo@acme.example> a écrit :",
                "El mar, 3 feb 2026 a las 10:00, Bo Ek (<bo@acme.example>) escribió:",
                "Em ter., 3 de fev. de 2026 às 10:00, Bo Ek <bo@acme.example> escreveu:",
                "Il giorno mar 3 feb 2026 alle ore 10:00 Bo Ek <bo@acme.example> ha scritto:",
                "Op di 3 feb 2026 om 10:00 schreef Bo Ek <bo@acme.example>:",
                "Den tis 3 feb. 2026 kl 10:00 skrev Bo Ek <bo@acme.example>:",
                "tir. 3. feb. 2026 kl. 10:00 skrev Bo Ek <bo@acme.example>:",
                "ti 3. helmik. 2026 klo 10.00 Bo Ek (bo@acme.example) kirjoitti:",
                "wt., 3 lut 2026 o 10:00 Bo Ek <bo@acme.example> napisał(a):",
                "вт, 3 февр. 2026 г. в 10:00, Bo Ek <bo@acme.example>:",
                "2026年2月3日(火) 10:00 Bo Ek <bo@acme.example>:",
                "-----Original Message-----\nFrom: Bo Ek\nSent: Tuesday, February 3, 2026 10:00 AM\nTo: Ana Lima\nSubject: RE: x\n",
                "________________________________\nFrom: Bo Ek <bo@acme.example>\nSent: Tuesday, February 3, 2026 10:00 AM\nTo: Ana Lima\nSubject: RE: x\n",
                "Von: Bo Ek\nGesendet: Dienstag, 3. Februar 2026 10:00\nAn: Ana Lima\nBetreff: AW: x\n",
                "De : Bo Ek <bo@acme.example>\nEnvoyé : mardi 3 février 2026 10:00\nÀ : Ana Lima\nObjet : RE: x\n",
                "Fra: Bo Ek\nSendt: tirsdag 3. februar 2026 10:00\nTil: Ana Lima\nEmne: SV: x\n",
                "*From:* Bo Ek [mailto:bo@acme.example]\n*Sent:* 03 February 2026 10:00\n*To:* Ana Lima\n*Subject:* x\n",
                "---- On Tue, 03 Feb 2026 10:00:00 +0100 Bo Ek <bo@acme.example> wrote ----",
            })
    void anotherMailBelowIsQuotedHistory(String introduction) {
        // Given
        String body =
                "Sounds good, we'll send it Friday.\n\n"
                        + introduction
                        + "\n"
                        + (introduction.endsWith("\n") ? "" : "> ")
                        + "Could you send the redlines? We will sign then.\n";

        // When
        Cut cut = cut(body);

        // Then
        assertThat(cut.own()).isEqualTo("Sounds good, we'll send it Friday.");
        assertThat(cut.quoted()).contains("We will sign then.");
    }

    @Test
    void answersBetweenQuotesAreOwnWords() {
        // When
        Cut cut =
                cut(
                        """
                        On Tue, Feb 3, 2026 at 10:00 AM Bo Ek <bo@acme.example> wrote:
                        > Can you do Friday?

                        Yes, Friday.

                        > And the export?

                        We'll have it by the 12th.
                        """);

        // Then
        assertThat(cut.own()).isEqualTo("Yes, Friday.\n\nWe'll have it by the 12th.");
        assertThat(cut.quoted()).contains("> Can you do Friday?", "> And the export?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nAna Lima\nCSM, Ours Ltd\n+44 20 7946 0000\n",
                "Ana Lima\nCustomer Success Manager | Ours Ltd\nT: +44 20 7946 0000\n",
                "Sent from my iPhone\n",
                "Gesendet von meinem iPhone\n",
                "Envoyé de mon iPhone\n",
                "Get Outlook for iOS\n",
                "This e-mail is confidential and intended only for the addressee. If you have received it in error please delete it.\n",
                "Please consider the environment before printing this e-mail.\n",
                "_______________________________________________\nlist mailing list\nlist@lists.example\nhttps://lists.example/listinfo/list\n",
                "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie.\n",
            })
    void whatStandsUnderAMailIsNotSaid(String tail) {
        // When
        Cut cut = cut("We'll send it Friday.\n\n" + tail);

        // Then
        assertThat(cut.own()).isEqualTo("We'll send it Friday.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Thursday we'll send it:\nthe redlines and the order form.",
                "He wrote: we will pay.",
                "From: what I hear they sign on Monday.",
                "Two things:\n- the export\n- the SSO set-up -- both by Friday",
                "Numbers:\n2026-02-03 10:00 delivery\n2026-02-04 go-live",
                "Here is the plan\n\nDate: 3 March\n\nwe'll do it then.",
                "I sent from my side all there is.",
                "Our privileged customers get it first; we will call them.",
            })
    void whatOnlyLooksLikeOneIsKept(String body) {
        // When
        Cut cut = cut(body);

        // Then
        assertThat(cut.own()).isEqualTo(body);
    }

    @Test
    void aWarningThatAServerPutOnTopIsNotSaid() {
        // When
        Cut cut =
                cut(
                        "CAUTION: This email originated from outside of the organization. Do not click links.\n\nWe'll send it.\n");

        // Then
        assertThat(cut.own()).isEqualTo("We'll send it.");
    }

    @Test
    void historyOfAClientIsKnownByItsMarkup() {
        // When
        Cut cut =
                ReplyCutter.cut(
                        HtmlLines.of(
                                """
                                <div>Yes, we'll do it.</div><div id="Signature">Ana<br>Ours Ltd</div>
                                <div id="divRplyFwdMsg"><b>Von:</b> Bo</div><div>We will sign.</div>
                                """),
                        "Ana Lima");

        // Then
        assertThat(cut.own()).isEqualTo("Yes, we'll do it.");
        assertThat(cut.quoted()).contains("We will sign.");
    }

    @Test
    void timeTakenIsLinearInTheLength() {
        // Given
        String hostile =
                "On Tue, Feb 3, 2026 at 10:00 ".repeat(40_000) + "\n" + "a ".repeat(400_000);
        String lines = "From: a\nSent:\n\n".repeat(30_000);

        // When
        Cut long1 = cut(hostile);
        Cut long2 = cut(lines);

        // Then
        assertThat(long1.lines()).hasSize(2);
        assertThat(long2.lines()).hasSize(90_000);
    }
}
