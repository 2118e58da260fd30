package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private String mail(String change, String subject, String to) {
        return mails(change, subject).stream()
                .filter(mail -> mail.get("to").asText().equals(to))
                .findFirst()
                .orElseThrow()
                .get("text")
                .asText();
    }

    private boolean isCleared(String customer, String vendor) {
        return clearance(REGISTER, customer, vendor).get("cleared").asBoolean();
    }

    @Test
    void a_customer_that_objects_after_going_live_is_not_cleared_whatever_the_register_shows() {
        String change = announced(REGISTER, "Afterward");
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
        String change = announced(REGISTER, "Leavingout");
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
        LocalDate used = LocalDate.ofInstant(
                Instant.parse(change(change).get("publishedAt").asText()), ZoneId.of("America/Toronto"));
        String since = new Dates().day(used) + " (America/Toronto)";
        String from = new Dates().day(used.plusDays(31)) + " (America/Toronto)";
        String notBefore = "Firstgo may not be used for your data before " + from + ".";
        String others = "Firstgo has been in use for others since " + since
                + ": waiting would have delayed a security-critical change, for which the Subprocessors page, exception for"
                + " security-critical changes makes an exception. Your agreement does not allow this for your data.";
        String nextFor =
                "Once your notice period and any time to object have ended, the change may take effect for your data too.";
        List<String> strict = List.of("stays in effect", "in use already", "In effect since", "which is in use");
        String link = noticeLink(change, "sid@strict.example.com");
        assertThat(visitor().page(link))
                .contains(
                        ">in effect for others</span>",
                        notBefore,
                        "Your agreement does not allow this for your data",
                        nextFor)
                .doesNotContain(strict)
                .doesNotContain("as is allowed");
        String lines = visitor().page(link + "/calendar.ics").replace("\r\n ", "");
        assertThat(lines)
                .contains(
                        "The change is in effect for others. The vendor may not be used for your data before " + from);
        assertThat(mail(change, "notice of a change", "sid@strict.example.com"))
                .contains(others, notBefore, "Earliest effective date: " + from, nextFor)
                .doesNotContain(strict);
        assertThat(mail(change, "notice of a change", "eve@open.example.com"))
                .contains("in use already", "In effect since", "stays in effect")
                .doesNotContain("for others", "Earliest effective date");

        assertThat(clearance(EXPEDITED, "open", "Firstgo").get("cleared").asBoolean())
                .isTrue();
        assertThat(clearance(EXPEDITED, "strict", "Firstgo").get("cleared").asBoolean())
                .isFalse();
        until(today().plusDays(10));
        assertThat(mail(change, "reminder", "sid@strict.example.com"))
                .contains(others, notBefore, "Earliest effective date: " + from, nextFor)
                .doesNotContain(strict);
        until(today().plusDays(23));
        assertThat(visitor().page(link))
                .contains(">in effect</span>", "for others:", "for your data: " + from)
                .doesNotContain("Your agreement does not allow");
        assertThat(clearance(EXPEDITED, "strict", "Firstgo").get("cleared").asBoolean())
                .isTrue();
        assertThat(recipients(change, "in effect since"))
                .as("to the other it was in effect when its notice said so")
                .containsExactly("sid@strict.example.com");
    }
}
