package fairnotice.web.site;

import static fairnotice.web.site.Told.ANNOUNCED;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.web.site.PublicChange.State;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page of a list says of its changes. */
class ListViewTest {

    private static final LocalDate LAST_TO_OBJECT = LocalDate.parse("2026-06-16");
    private static final PublicChange WENT_FIRST =
            Told.in(State.IN_EFFECT, "Acme", ANNOUNCED.minusSeconds(60), ANNOUNCED);

    @Test
    void it_leads_to_late_objections_once_a_change_in_effect_is_no_longer_among_the_announced_ones() {
        assertThat(list(LAST_TO_OBJECT, WENT_FIRST).upcoming()).hasSize(1);
        assertThat(list(LAST_TO_OBJECT, WENT_FIRST).takesLate()).isFalse();
        assertThat(list(LAST_TO_OBJECT.plusDays(1), WENT_FIRST).upcoming()).isEmpty();
        assertThat(list(LAST_TO_OBJECT.plusDays(1), WENT_FIRST).takesLate()).isTrue();
        assertThat(list(LAST_TO_OBJECT.plusYears(2), WENT_FIRST).takesLate()).isFalse();
        assertThat(list(LAST_TO_OBJECT.plusDays(1), Told.announced("Acme")).takesLate())
                .isFalse();
        assertThat(list(LAST_TO_OBJECT.plusDays(1)).takesLate()).isFalse();
    }

    private static ListView list(LocalDate today, PublicChange... told) {
        return ListView.of(
                PublishedFeedTest.register(ZoneOffset.UTC), PublishedFeedTest.version(), List.of(told), today);
    }
}
