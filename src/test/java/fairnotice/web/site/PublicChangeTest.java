package fairnotice.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.register.ChangeKind;
import fairnotice.web.site.PublicChange.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** For how long a change's page leads to the form to object. */
class PublicChangeTest {

    private static final Instant ANNOUNCED = Instant.parse("2026-06-01T10:00:00Z");

    @Test
    void whoever_has_longer_dates_and_no_link_finds_the_form_for_as_long_as_the_change_is_in_the_history() {
        assertThat(takes(State.IN_EFFECT, ANNOUNCED, "2026-07-20")).isTrue();
        assertThat(takes(State.IN_EFFECT, ANNOUNCED, "2027-07-02")).isTrue();
        assertThat(takes(State.IN_EFFECT, ANNOUNCED, "2027-07-03")).isFalse();
    }

    @Test
    void nobody_is_led_to_it_where_nothing_was_announced_or_there_is_nothing_to_object_to_any_more() {
        assertThat(takes(State.IN_EFFECT, null, "2026-07-20")).isFalse();
        assertThat(takes(State.WITHDRAWN, ANNOUNCED, "2026-07-20")).isFalse();
    }

    @Test
    void it_is_there_while_the_change_is_under_way_however_long_that_takes() {
        assertThat(takes(State.ANNOUNCED, ANNOUNCED, "2028-01-01")).isTrue();
        assertThat(takes(State.REVISED, null, "2028-01-01")).isTrue();
    }

    private static boolean takes(State state, Instant announced, String day) {
        PublicChange change = new PublicChange(
                "OPSTICKET-2026-0007",
                ChangeKind.ADD,
                state,
                "Talvik",
                null,
                null,
                null,
                "Cheaper",
                announced,
                null,
                null,
                null,
                null,
                null,
                Instant.parse("2026-07-02T10:00:00Z"));
        return change.takesObjectionsOn(LocalDate.parse(day), ZoneOffset.UTC);
    }
}
