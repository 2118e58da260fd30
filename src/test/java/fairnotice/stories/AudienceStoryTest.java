package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.web.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Who is told, at which address, and by whose clock. Told in order, since customers once there stay. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AudienceStoryTest extends Story {

    private static final String REGISTER = StoryRegister.AUDIENCE.id();

    private static Map<String, Object> with(Map<String, Object> customer, String name, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(customer);
        more.put(name, value);
        return more;
    }

    @Test
    @Order(1)
    void a_register_without_customers_settles_at_once_and_still_waits_its_standard_notice() {
        String change = add(REGISTER, "Lonely", Map.of());
        approve("counsel", change);
        LocalDate announced = today();
        assertThat(state(change)).isEqualTo("IN_NOTICE");

        until(announced.plusDays(30));
        assertThat(isListed(REGISTER, "Lonely")).isFalse();
        until(announced.plusDays(31));
        assertThat(isListed(REGISTER, "Lonely")).isTrue();
    }

    @Test
    @Order(2)
    void the_next_contact_is_told_when_one_is_refused() {
        customers(
                REGISTER,
                customer(
                        "one",
                        "enterprise",
                        contact("gone@refused.example.net", "PRIVACY"),
                        contact("ann@one.example.com", "OWNER")));
        String change = add(REGISTER, "Second", Map.of());
        approve("counsel", change);

        assertThat(recipients(change, "notice of a change")).containsExactly("ann@one.example.com");
        assertThat(change(change).at("/notices/started").asInt()).isEqualTo(1);
        assertThat(tasks("counsel", change)).isEmpty();
    }

    @Test
    @Order(2)
    void contacts_that_were_added_since_are_written_to_as_well_when_a_notice_is_written_again_and_afterwards() {
        String gone = "few@refused.example.net";
        Map<String, Object> few = customer("few", "enterprise", contact(gone, "PRIVACY"));
        customers(REGISTER, few);
        String change = add(REGISTER, "Few", Map.of());
        approve("counsel", change);
        assertThat(recipients(change, "notice of a change")).doesNotContain(gone);

        String paul = "paul@few.example.com";
        String rosa = "rosa@few.example.com";
        String sue = "sue@few.example.com";
        customers(
                REGISTER,
                customer(
                        "few",
                        "enterprise",
                        contact(paul, "PRIVACY"),
                        contact(rosa, "PRIVACY"),
                        contact(sue, "OWNER")));
        confirm(REGISTER, "few");
        complete("counsel", change, Map.of("outcome", "write-again", "contact", contactId(REGISTER, paul)));
        assertThat(recipients(change, "notice of a change"))
                .contains(paul, rosa)
                .doesNotContain(sue);

        String tom = "tom@few.example.com";
        customers(
                REGISTER,
                customer(
                        "few",
                        "enterprise",
                        contact(paul, "PRIVACY"),
                        contact(rosa, "PRIVACY"),
                        contact(sue, "OWNER"),
                        contact(tom, "PRIVACY")));
        confirm(REGISTER, "few");
        until(today().plusDays(32));
        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(recipients(change, "in effect")).contains(paul, rosa, tom).doesNotContain(sue, gone);
    }

    @Test
    @Order(3)
    void a_customer_that_arrives_during_the_notice_gets_its_own_clock_unless_it_was_shown_the_change() {
        String change = add(REGISTER, "Arrival", Map.of());
        customers(
                REGISTER,
                with(
                        customer("shown", "enterprise", contact("shown@late.example.com", "PRIVACY")),
                        "shownChanges",
                        List.of(change)));
        confirm(REGISTER, "shown");
        approve("counsel", change);
        until(today().plusDays(10));
        LocalDate arrived = today();
        customers(
                REGISTER,
                customer("new", "enterprise", contact("new@late.example.com", "PRIVACY")),
                with(
                        customer("said", "enterprise", contact("said@late.example.com", "PRIVACY")),
                        "shownChanges",
                        List.of(change)));

        settle();
        assertThat(recipients(change, "notice of a change"))
                .as("that one was shown the change is confirmed, of the other one person said so")
                .contains("new@late.example.com", "said@late.example.com")
                .doesNotContain("shown@late.example.com");
        assertThat(change(change).get("noticeEndsAt").asText())
                .startsWith(arrived.plusDays(31).toString());
        until(arrived.plusDays(30));
        assertThat(isListed(REGISTER, "Arrival")).isFalse();
        until(arrived.plusDays(31));
        assertThat(isListed(REGISTER, "Arrival")).isTrue();
    }

    @Test
    @Order(4)
    void negotiated_terms_bind_until_the_order_ends() {
        LocalDate today = today();
        Map<String, Object> order = Map.of(
                "id",
                "o-1",
                "product",
                "Suite",
                "begins",
                today.minusDays(300).toString(),
                "ends",
                today.plusDays(45).toString(),
                "prepaid",
                1200,
                "currency",
                "EUR");
        Map<String, Object> sixty = with(
                with(
                        customer("sixty", "enterprise", contact("six@ty.example.com", "PRIVACY")),
                        "terms",
                        Map.of("notice", "60 days", "clause", "Side letter 3")),
                "orders",
                List.of(order));
        customers(REGISTER, sixty);
        String change = add(REGISTER, "Sixty", Map.of());
        approve("counsel", change);

        assertThat(change(change).get("noticeEndsAt").asText())
                .as("the order ends before the sixty days do")
                .startsWith(today.plusDays(46).toString());
        assertThat(visitor().page("/r/" + REGISTER + "/changes/" + change))
                .as("a customer's terms are nobody else's business")
                .doesNotContain("60 days")
                .doesNotContain("Side letter");
        assertThat(visitor().page(noticeLink(change, "six@ty.example.com")))
                .contains("60 days")
                .contains("Side letter 3");
    }

    @Test
    @Order(5)
    void who_was_a_customer_at_the_announcement_is_given_notice_even_when_the_change_is_in_effect() {
        LocalDate signed = today().minusDays(5);
        LocalDate ends = today().plusDays(400);
        customers(
                REGISTER,
                bought("hidden", "free", "o-1", signed, ends),
                bought("ended", "enterprise", "o-1", signed, today().minusDays(1)),
                bought("upgraded", "free", "o-1", signed, today().plusDays(20)));
        String change = add(REGISTER, "Unheard", Map.of());
        approve("counsel", change);
        until(today().plusDays(62));
        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(recipients(change, "notice of a change"))
                .doesNotContainAnyElementsOf(latecomers("hidden", "ended", "upgraded"));
        assertThat(clearance("hidden").get("cleared").asBoolean()).isTrue();

        customers(
                REGISTER,
                bought("hidden", "enterprise", "o-1", signed, ends),
                bought("ended", "enterprise", "o-1", signed, ends),
                bought("upgraded", "enterprise", "o-2", today(), ends),
                bought("signed", "enterprise", "o-1", signed, ends),
                bought("arrived", "enterprise", "o-1", today(), ends));
        settle();

        assertThat(recipients(change, "notice of a change"))
                .containsAll(latecomers("hidden", "ended", "signed"))
                .doesNotContainAnyElementsOf(latecomers("upgraded", "arrived"));
        LocalDate given = today();
        assertThat(clearance("hidden").get("cleared").asBoolean()).isFalse();
        assertThat(clearance("hidden").get("reason").asText())
                .startsWith("Its own notice period runs until the end of " + new Dates().day(given.plusDays(30))
                        + " (UTC).");
        assertThat(clearance("upgraded").get("cleared").asBoolean()).isTrue();
        assertThat(clearance("arrived").get("cleared").asBoolean()).isTrue();
        assertThat(visitor().page(noticeLink(change, "hidden@latecomers.example.com")))
                .contains(
                        "The change is in effect for others. The vendor is not used for your data before your own notice period has ended.",
                        new Dates().day(given.plusDays(15)));
        Api counsel = visitor();
        counsel.submit("/login", "/login", "username=counsel&password=demo");
        assertThat(counsel.page("/changes/" + change))
                .contains("Customers were found that had an order when the change was announced");

        until(given.plusDays(31));
        settle();
        assertThat(clearance("hidden").get("cleared").asBoolean()).isTrue();
        assertThat(recipients(change, "in effect")).containsAll(latecomers("hidden", "ended", "signed"));
    }

    private static List<String> latecomers(String... ids) {
        return Stream.of(ids).map(id -> id + "@latecomers.example.com").toList();
    }

    private JsonNode clearance(String customer) {
        return as("auditor")
                .get("/api/v1/registers/" + REGISTER + "/clearances?customer=" + customer + "&subprocessor=Unheard");
    }

    private static Map<String, Object> bought(String id, String plan, String order, LocalDate begins, LocalDate ends) {
        return with(
                customer(id, plan, contact(id + "@latecomers.example.com", "PRIVACY")),
                "orders",
                List.of(Map.of(
                        "id",
                        order,
                        "product",
                        "Suite",
                        "begins",
                        begins.toString(),
                        "ends",
                        ends.toString(),
                        "prepaid",
                        1200,
                        "currency",
                        "EUR")));
    }
}
