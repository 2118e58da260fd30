package fairnotice.register;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.refusal.Language;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A line of the history is kept in English, and read in the language of whoever reads the list. */
class HistoryEntryTest {

    @Test
    void each_kind_of_line_is_said_in_german() {
        assertThat(german(HistoryTag.ADDED, "Acme added.")).isEqualTo("Acme hinzugefügt.");
        assertThat(german(HistoryTag.REMOVED, "Acme removed.")).isEqualTo("Acme entfernt.");
        assertThat(german(HistoryTag.REPLACED, "Acme replaced by Novum.")).isEqualTo("Acme ersetzt durch Novum.");
        assertThat(german(HistoryTag.CHANGED, "Acme changed: It moved to {0}, it's 'new'."))
                .isEqualTo("Acme geändert: It moved to {0}, it's 'new'.");
        assertThat(german(HistoryTag.CORRECTED, "Correction: so since 1 December 2025. Acme: Named: at last"))
                .isEqualTo("Berichtigung: so seit 1. Dezember 2025. Acme: Named: at last");
    }

    @Test
    void what_the_publisher_wrote_and_what_is_read_in_english_stay_as_they_are() {
        assertThat(german(HistoryTag.BASELINE, "Acme added.")).isEqualTo("Acme added.");
        assertThat(german(HistoryTag.ADDED, "Acme joins us")).isEqualTo("Acme joins us");
        assertThat(line(HistoryTag.ADDED, "Acme added.").inWords()).isEqualTo("Acme added.");
    }

    private static String german(HistoryTag tag, String text) {
        return Language.DE.speak(line(tag, text)::inWords);
    }

    private static HistoryEntry line(HistoryTag tag, String text) {
        return new HistoryEntry(LocalDate.EPOCH, tag, text, "DEMO-2026-0001");
    }
}
