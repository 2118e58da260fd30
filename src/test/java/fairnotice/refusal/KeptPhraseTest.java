package fairnotice.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was kept in English words is read in the language of whoever reads it. */
class KeptPhraseTest {

    private static final String WITHDRAWN =
            "The change OPSTICKET-2026-0001 that brought it was withdrawn: No agreement: gone";

    @Test
    void what_was_filled_in_stays_as_it_was() {
        assertThat(german(WITHDRAWN, "said.declined.joined", "said.removal.reason"))
                .isEqualTo(
                        "Die Änderung OPSTICKET-2026-0001, die den Eintrag brachte, wurde zurückgezogen: No agreement: gone");
    }

    @Test
    void a_day_is_written_as_its_reader_writes_it() {
        assertThat(german("Correction: so since 5 March 2026. Acme: It moved", "said.line.corrected"))
                .isEqualTo("Berichtigung: so seit 5. März 2026. Acme: It moved");
    }

    @Test
    void english_readers_and_other_texts_get_what_was_kept() {
        assertThat(KeptPhrase.inWords(WITHDRAWN, "said.removal.reason")).isSameAs(WITHDRAWN);
        assertThat(german("It is cheaper.", "said.removal.reason")).isEqualTo("It is cheaper.");
        assertThat(german(null, "said.removal.reason")).isNull();
    }

    private static String german(String kept, String... keys) {
        return Language.DE.speak(() -> KeptPhrase.inWords(kept, keys));
    }
}
