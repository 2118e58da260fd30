package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers' objections mean for the use of a vendor, from the notice on, on OpsTicket's and Securicom's registers. */
class ClearanceStoryTest extends Story {

    private static final String REGISTER = StoryRegister.CLEARANCE.id();
    private static final String EXPEDITED = StoryRegister.CLEARANCE_EXPEDITED.id();

    @BeforeEach
    void two_customers() {
        customers(
                REGISTER,
                customer("one", "enterprise", contact("ann@one.example.com", "PRIVACY")),
                customer("two", "enterprise", contact("bob@two.example.com", "PRIVACY")));
    }

    private JsonNode clearance(String register, String customer, String vendor) {
        return as("auditor")
                .get("/api/v1/registers/" + register + "/clearances?customer=" + customer + "&subprocessor=" + vendor);
    }

    private boolean isCleared(String customer, String vendor) {
        return clearance(REGISTER, customer, vendor).get("cleared").asBoolean();
    }

    private String announced(String vendor) {
        String change = add(REGISTER, vendor, Map.of());
        approve("counsel", change);
        return change;
    }

    @Test
    void a_customer_that_objects_after_going_live_is_not_cleared_whatever_the_register_shows() {
        String change = announced("Afterward");
        until(today().plusDays(32));
        assertThat(isListed(REGISTER, "Afterward")).isTrue();
        assertThat(isCleared("one", "Afterward")).isTrue();

        String objection = file(change, "ann@one.example.com");

        assertThat(isListed(REGISTER, "Afterward")).isTrue();
        assertThat(clearance(REGISTER, "one", "Afterward").get("reason").asText())
                .contains(objection);
        assertThat(isCleared("one", "Afterward")).isFalse();
        assertThat(isCleared("two", "Afterward")).isTrue();
    }

    @Test
    void who_is_left_out_stays_uncleared_when_the_change_goes_live() {
        LocalDate announced = today();
        String change = announced("Leavingout");
        String objection = file(change, "ann@one.example.com");
        until(announced.plusDays(32));
        assertThat(state(change)).isEqualTo("DECIDING");
        assertThat(isCleared("two", "Leavingout")).isFalse();

        complete("counsel", change, Map.of("outcome", "go-live", "comment", "The other has been left out"));

        assertThat(isListed(REGISTER, "Leavingout")).isTrue();
        assertThat(isCleared("two", "Leavingout")).isTrue();
        assertThat(clearance(REGISTER, "one", "Leavingout").get("reason").asText())
                .contains(objection, "went live without this customer");
    }

    @Test
    void an_expedited_change_clears_only_those_whose_terms_allow_it() {
        customers(
                EXPEDITED,
                customer("open", "team", contact("eve@open.example.com", "OWNER")),
                Map.of(
                        "id",
                        "strict",
                        "name",
                        "Strict",
                        "plan",
                        "team",
                        "contacts",
                        List.of(contact("sid@strict.example.com", "OWNER")),
                        "orders",
                        List.of(),
                        "terms",
                        Map.of("expeditedAllowed", false, "clause", "Frame 4")));
        String change = add(EXPEDITED, "Firstgo", Map.of("securityCritical", true));
        approve("counsel", change);
        approve("gc", change);
        assertThat(isListed(EXPEDITED, "Firstgo")).isTrue();

        assertThat(clearance(EXPEDITED, "open", "Firstgo").get("cleared").asBoolean())
                .isTrue();
        assertThat(clearance(EXPEDITED, "strict", "Firstgo").get("cleared").asBoolean())
                .isFalse();
        until(today().plusDays(33));
        assertThat(clearance(EXPEDITED, "strict", "Firstgo").get("cleared").asBoolean())
                .isTrue();
        assertThat(recipients(change, "in effect since"))
                .as("to the other it was in effect when its notice said so")
                .containsExactly("sid@strict.example.com");
    }
}
