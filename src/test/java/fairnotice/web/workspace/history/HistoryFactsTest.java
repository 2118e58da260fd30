package fairnotice.web.workspace.history;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.ledger.Recorded;
import fairnotice.refusal.Language;
import fairnotice.web.Dates;
import fairnotice.web.MessagesInWords;
import fairnotice.web.workspace.history.HistoryFacts.Fact;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistoryFactsTest {

    private static final Recorded OFFERED = new Recorded(
            1,
            "objection.offered",
            "OBJ-2026-0003",
            "legal",
            Instant.EPOCH,
            "",
            new TreeMap<>(Map.of("receivedAt", "2026-05-16T13:30:00Z", "until", "2027-03-31")),
            1L,
            null,
            List.of());

    private final HistoryFacts facts =
            new HistoryFacts(null, null, new Dates(), null, new MessagesInWords("messages/workspace"));

    @Test
    void days_and_times_are_those_of_the_promise_and_name_its_zone() {
        assertThat(facts.of(OFFERED, null, ZoneId.of("Pacific/Auckland")))
                .extracting(Fact::value)
                .containsExactly(
                        "17 May 2026, 01:30 (Pacific/Auckland)", "the end of 31 March 2027 (Pacific/Auckland)");
    }

    @Test
    void among_several_promises_times_are_in_utc_and_days_as_they_were_written() {
        assertThat(facts.of(OFFERED, null, null))
                .extracting(Fact::value)
                .containsExactly("16 May 2026, 13:30 (UTC)", "the end of 31 March 2027");
    }

    @Test
    void what_the_ledger_keeps_in_english_words_is_told_in_those_of_the_reader() {
        Map<String, String> kept = Map.of(
                "rule", "A material change: notice first, use after the notice is over.",
                "newFacts", "a new legal entity, a country not stated before: Brazil, Chile",
                "reason", "The change DEMO-2026-0001 that brought it was withdrawn: Too slow",
                "reasons", "It is handled together with another objection to the same change.");

        assertThat(Language.DE.speak(() -> told(kept)))
                .containsExactlyInAnyOrder(
                        "Eine wesentliche Änderung: erst die Mitteilung, dann der Einsatz, sobald die Ankündigungsfrist abgelaufen ist.",
                        "ein neuer Rechtsträger, ein bisher nicht angegebenes Land: Brasilien, Chile",
                        "Die Änderung DEMO-2026-0001, die den Eintrag brachte, wurde zurückgezogen: Too slow",
                        "Er wird zusammen mit einem anderen Einspruch gegen dieselbe Änderung bearbeitet.");
        assertThat(told(kept)).containsExactlyInAnyOrderElementsOf(kept.values());
    }

    private List<String> told(Map<String, String> kept) {
        Recorded entry = new Recorded(
                1,
                "objection.declined",
                "OBJ-2026-0003",
                "legal",
                Instant.EPOCH,
                "",
                new TreeMap<>(kept),
                1L,
                null,
                List.of());
        return facts.of(entry, null, null).stream().map(Fact::value).toList();
    }
}
