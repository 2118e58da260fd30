package fairnotice.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.ledger.Recorded;
import fairnotice.web.Dates;
import fairnotice.web.workspace.HistoryFacts.Fact;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

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

    private final HistoryFacts facts = new HistoryFacts(null, null, new Dates(), null, words());

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

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("messages/workspace");
        return words;
    }
}
