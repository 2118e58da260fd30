package fairnotice.termination;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.RealTemplates;
import fairnotice.refusal.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The letters about a termination, in both languages and with names that look like markup. */
class TerminationLettersTest {

    private static final EmailTemplates TEMPLATES = RealTemplates.of(
            "messages/mail", "messages/refund", "messages/portal", "messages/phrases", "messages/objection-letters");

    @Test
    void a_name_that_looks_like_markup_is_escaped_beside_the_bold_parts_of_a_sentence() {
        assertThat(letter(Language.EN, "orders-ended").html())
                .contains("<p>What O&#39;Neil &lt;b&gt; &amp; Co terminated with Ops &lt;i&gt;"
                        + " because of its objection O-1 to the change C-1 has ended; the last day was"
                        + " <strong>30 June 2026</strong> (Europe/Berlin). The termination is T-1.</p>");
        assertThat(letter(Language.EN, "termination-elected").html())
                .contains(
                        "<p>The refund, tax included, is calculated at <strong>EUR 119.00 and USD 7.00</strong>. The finance team"
                                + " of Ops &lt;i&gt; approves or corrects it by the end of 8 June 2026 (Europe/Berlin) and pays"
                                + " it by the end of 22 June 2026 (Europe/Berlin). You then receive a"
                                + " statement.</p>");
        assertThat(letter(Language.EN, "refund-approved").html())
                .contains(
                        "<p>Refund, tax included: <strong>EUR 119.00 and USD 7.00</strong>. It will be paid by the end of"
                                + " <strong>22 June 2026</strong> (Europe/Berlin).<span> That is later than the end of"
                                + " 15 June 2026, the day that we stated when you terminated, because the refund was approved"
                                + " late.</span></p>");
    }

    @Test
    void whoever_reads_german_is_told_in_german_what_ends_and_what_is_refunded() {
        assertThat(letter(Language.DE, "termination-elected").text())
                .startsWith("Guten Tag {{name}}!\n\n"
                        + "O'Neil <b> & Co hat am 1 June 2026 (Europe/Berlin) wegen des Einspruchs O-1 gegen die"
                        + " Änderung C-1 Folgendes bei Ops <i> gekündigt. Grundlage: clause 9.")
                .contains(
                        "- OT-1, Desk: all of it. Ende am 30 June 2026, 24:00 Uhr (Europe/Berlin); die"
                                + " Nutzung ist bis dahin möglich.",
                        "Die Erstattung ist mit EUR 119.00 und USD 7.00 berechnet, Steuer eingeschlossen.",
                        "Ihre übrigen Bestellungen laufen weiter; für sie darf die Änderung frühestens am 3 July 2026"
                                + " (Europe/Berlin) wirksam werden.");
        assertThat(letter(Language.DE, "refund-approved").html())
                .contains("<p>Erstattung mit Steuer: <strong>EUR 119.00 und USD 7.00</strong>. Sie wird bis"
                        + " <strong>22 June 2026</strong>, 24:00 Uhr (Europe/Berlin), gezahlt.");
        assertThat(letter(Language.DE, "refund-missed").text())
                .contains("Die Änderung gilt nicht für die gekündigten Bestellungen. Sobald die Erstattung gezahlt ist,"
                        + " erhalten Sie eine E-Mail mit der Abrechnung als PDF.");
        assertThat(letter(Language.DE, "refund-statement").text())
                .contains(
                        "Erstattet in EUR: EUR 119.00 (ohne Steuer: EUR 200.00 bezahlt, EUR 100.00, EUR 100.00 erstattet;"
                                + " zuzüglich EUR 19.00 Steuer)");
        assertThat(letter(Language.DE, "orders-ended").html())
                .contains(
                        "ist beendet; der letzte Tag war der <strong>30 June 2026</strong> (Europe/Berlin). Referenz der Kündigung:"
                                + " T-1.</p>");
    }

    private static Email letter(Language language, String template) {
        Map<String, Object> model = new HashMap<>();
        model.put("subject", "A letter");
        model.put("publisher", "Ops <i>");
        model.put("why", "you are a contact");
        model.put("reference", "T-1");
        model.put("statement", statement());
        model.put(
                "data",
                new DataAfterEnd("Ops <i>", null, "legal@ops.example", "30 June 2026", "Europe/Berlin", true, ""));
        model.put("linked", true);
        model.put("refunds", List.of("EUR 119.00", "USD 7.00"));
        model.put("approvalDue", "8 June 2026");
        model.put("paymentDue", "22 June 2026");
        model.put("promised", "15 June 2026");
        model.put("stage", "PAYMENT");
        model.put("missed", "22 June 2026");
        model.put("missedZone", "Europe/Berlin");
        model.put("replyTo", "legal@ops.example");
        model.put("otherNotices", "");
        model.put("othersGoOn", true);
        model.put("othersFrom", "3 July 2026");
        return language.speak(() -> TEMPLATES.compose(template, "plain", model));
    }

    private static RefundStatement statement() {
        return new RefundStatement(
                "T-1",
                "Ops <i>",
                "O'Neil <b> & Co",
                "O-1",
                "C-1",
                "1 June 2026",
                "1 June 2026",
                "Europe/Berlin",
                "clause 9",
                List.of(new RefundStatement.Ended("OT-1", "Desk", "all of it", "30 June 2026", List.of())),
                List.of(),
                List.of(new RefundStatement.Credit("I-1", "card", "EUR 100.00", "19 %", "EUR 19.00", "EUR 119.00")),
                List.of(new RefundStatement.Sum(
                        "EUR",
                        "EUR 200.00",
                        "EUR 100.00",
                        "EUR 119.00",
                        "EUR 100.00",
                        "EUR 19.00",
                        "EUR 119.00",
                        null)),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                "",
                List.of(),
                false);
    }
}
