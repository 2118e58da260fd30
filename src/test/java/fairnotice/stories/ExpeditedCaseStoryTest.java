package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.objection.ContestingRefusal;
import fairnotice.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Objections to what is in use already: use stops when one is filed, and may begin again. */
class ExpeditedCaseStoryTest extends Story {

    private static final String REGISTER = StoryRegister.EXPEDITED_CASE.id();
    private static final ZoneId ZONE = ZoneId.of("America/Toronto");
    private static final String EVE = "eve@first.example.com";

    @Autowired
    private ContestingRefusal contesting;

    @Test
    void whoever_objects_to_what_is_in_use_reads_when_it_was_and_when_it_is_again() {
        customers(REGISTER, customer("first", "team", contact(EVE, "OWNER")));
        String change = inUse("Fastline");
        String link = noticeLink(change, EVE);
        String used = day(Instant.parse(change(change).get("publishedAt").asText()));
        advance("P1D");
        String objection = file(change, EVE);
        String objected = day(settle());
        String history = used + " until you objected on " + objected;
        assertThat(visitor().page(link)).contains("In effect for your data<", history + " <span>(America/Toronto)");

        refuse("counsel", objection);
        advance("P1D");
        contesting.contest(objection, by(REGISTER, EVE), "It goes on", List.of());
        settle();
        refuse("legal", objection);
        String again = day(settle());

        assertThat(visitor().page(link))
                .contains("for your data: " + history + ", and again since " + again + " (America/Toronto)")
                .doesNotContain("In effect for your data<");
        assertThat(letter(objection, "has refused it too"))
                .contains("In effect for your data again since: " + again + " (America/Toronto)");
    }

    private String inUse(String vendor) {
        String change = add(REGISTER, vendor, Map.of("securityCritical", true));
        approve("counsel", change);
        approve("gc", change);
        return change;
    }

    private void refuse(String staff, String objection) {
        complete(
                staff,
                objection,
                Map.of("outcome", "refuse", "reason", "NOT_ENTITLED", "comment", "Your order has ended"));
    }

    private String letter(String objection, String words) {
        return letters(objection, words).get(0).get("text").asText();
    }

    private static String day(Instant at) {
        return day(LocalDate.ofInstant(at, ZONE));
    }

    private static String day(LocalDate day) {
        return new Dates().day(day);
    }
}
