package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.web.Dates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Withdrawing and amending, at every step, with the mails they cause; and deciding about customers not reached. */
class TurningBackStoryTest extends Story {

    private static final String REGISTER = StoryRegister.TURNING_BACK.id();

    @BeforeEach
    void a_customer_reached_and_one_that_nobody_can_reach() {
        customers(
                REGISTER,
                customer("one", "enterprise", contact("ann@one.example.com", "PRIVACY")),
                customer("two", "enterprise", contact("nobody@refused.example.net", "PRIVACY")));
    }

    private void amend(String change, String location) {
        as("legal")
                .post(
                        "/api/v1/changes/" + change + "/amendment",
                        Map.of("reason", "It moves", "subprocessor", Map.of("location", location)));
        settle();
    }

    private String receivedIn(String change, String time) {
        return as("legal")
                .send(
                        "POST",
                        "/api/v1/changes/" + change + "/objections",
                        Map.of("channel", "LETTER", "sender", "Ann", "receivedAt", time))
                .body();
    }

    private String inNotice(String vendor) {
        String change = add(REGISTER, vendor, Map.of());
        approve("counsel", change);
        assertThat(state(change)).isEqualTo("IN_NOTICE");
        return change;
    }

    private String inDecision(String vendor) {
        String change = inNotice(vendor);
        until(today().plusDays(32));
        assertThat(state(change)).isEqualTo("DECIDING");
        return change;
    }

    @Test
    void withdrawn_in_review_it_tells_nobody() {
        String change = add(REGISTER, "Backout", Map.of());
        withdraw(change);

        assertThat(state(change)).isEqualTo("WITHDRAWN");
        assertThat(tasks("counsel", change)).isEmpty();
        assertThat(recipients(change, "")).isEmpty();
    }

    @Test
    void withdrawn_during_the_notice_it_tells_those_who_were_told() {
        String change = inNotice("Backout");
        withdraw(change);

        assertThat(recipients(change, "withdrawn")).containsExactly("ann@one.example.com");
        assertThat(visitor().page(noticeLink(change, "ann@one.example.com"))).containsIgnoringCase("withdrawn");
        until(today().plusDays(40));
        assertThat(isListed(REGISTER, "Backout")).isFalse();
    }

    @Test
    void withdrawn_in_the_decision_it_ends() {
        String change = inDecision("Backout");
        complete("counsel", decision(change), Map.of("outcome", "withdraw", "comment", "Not worth it"));

        assertThat(state(change)).isEqualTo("WITHDRAWN");
        assertThat(recipients(change, "withdrawn")).containsExactly("ann@one.example.com");
    }

    @Test
    void amended_in_review_it_is_reviewed_in_a_new_round() {
        String change = add(REGISTER, "Mover", Map.of());
        amend(change, "Iceland");

        assertThat(change(change).get("round").asInt()).isEqualTo(2);
        assertThat(tasks("counsel", change)).hasSize(1);
        withdraw(change);
    }

    @Test
    void amended_twice_during_the_notice_the_clock_starts_anew_each_time() {
        String change = inNotice("Mover");
        until(today().plusDays(20));
        amend(change, "Iceland");
        assertThat(recipients(change, "being amended")).containsExactly("ann@one.example.com");
        assertThat(state(change)).isEqualTo("IN_REVIEW");
        approve("counsel", change);
        until(today().plusDays(20));
        amend(change, "Norway");
        approve("counsel", change);
        assertThat(receivedIn(change, "2009-06-01T08:00:00Z"))
                .contains("It cannot have come before the change was first proposed.");

        LocalDate announced = today();
        assertThat(change(change).get("round").asInt()).isEqualTo(3);
        assertThat(mails(change, "notice of a change")).hasSize(3);
        assertThat(mails(change, "amended notice of a change")).hasSize(2);
        assertThat(change(change).get("noticeEndsAt").asText())
                .startsWith(announced.plusDays(31).toString());
        assertThat(isListed(REGISTER, "Mover")).isFalse();
        withdraw(change);
    }

    @Test
    void amended_to_involve_no_personal_data_it_is_never_called_withdrawn() {
        String change = inNotice("Deskpaint");
        String objection = file(change, "ann@one.example.com");
        as("legal")
                .post(
                        "/api/v1/changes/" + change + "/amendment",
                        Map.of("reason", "It gets no personal data", "personalData", false));
        settle();
        complete("counsel", change, Map.of("outcome", "approve", "comment", "Checked with engineering"));
        complete("gc", change, Map.of("outcome", "approve", "comment", "Checked too"));
        assertThat(state(change)).isEqualTo("UNLISTED");

        String said = "recorded without personal data";
        assertThat(recipients(change, said)).containsExactly("ann@one.example.com");
        assertThat(mails(change, said))
                .allSatisfy(mail -> assertThat(mail.get("text").asText())
                        .contains("Deskpaint gets no personal data under it, so no notice of it is given")
                        .doesNotContainIgnoringCase("withdrawn"));
        assertThat(recipients(change, "withdrawn")).isEmpty();
        String because = "Deskpaint gets no personal data under it";
        String page = visitor().page("/r/" + REGISTER + "/changes/" + change);
        assertThat(page).contains(said, because).doesNotContainIgnoringCase("withdrawn");
        assertThat(visitor().page("/r/" + REGISTER + "/changes/" + change + "/object"))
                .contains(said, because)
                .doesNotContainIgnoringCase("withdrawn");
        assertThat(visitor().page("/r/" + REGISTER + "/feed.atom"))
                .contains("Recorded without personal data: Deskpaint", because)
                .doesNotContain("Withdrawn: Deskpaint");
        assertThat(visitor().page(noticeLink(change, "ann@one.example.com")))
                .contains(said, because, "nothing left to object to")
                .doesNotContainIgnoringCase("withdrawn");
        assertThat(as("legal")
                        .get("/api/v1/objections/" + objection)
                        .get("state")
                        .asText())
                .isEqualTo("MOOT");
        assertThat(letters(objection, said)).as("to whom it wrote").isNotEmpty();
        assertThat(letters(objection, "was withdrawn")).isEmpty();
        assertThat(receivedIn(change, "2026-01-01T00:00:00Z")).doesNotContain("withdrawn");
    }

    @Test
    void a_day_that_a_customer_took_from_its_case_is_the_same_event_after_an_amendment() {
        String ann = "ann@one.example.com";
        String change = inNotice("Keptname");
        String before = noticeLink(change, ann);
        String objection = file(change, ann);
        complete("counsel", objection, Map.of("outcome", "admit"));
        complete("counsel", objection, Map.of("outcome", "offer", "cure", "SAFEGUARD", "comment", "We mask"));
        String uid = "UID:case." + objection + "@localhost";
        assertThat(events(before, "Last day to answer the offer"))
                .singleElement(STRING)
                .contains(uid);

        amend(change, "Iceland");
        approve("counsel", change);

        String after = noticeLink(change, ann);
        assertThat(after).isNotEqualTo(before);
        assertThat(events(after, "Last day to answer the offer"))
                .singleElement(STRING)
                .contains(uid)
                .doesNotContain("CANCELLED");
        assertThat(events(before, "Last day to answer the offer"))
                .as("from the link in the notice before")
                .singleElement(STRING)
                .contains(uid)
                .doesNotContain("CANCELLED");

        withdraw(change);
        assertThat(events(after, "Last day to answer the offer"))
                .singleElement(STRING)
                .contains(uid, "CANCELLED");
    }

    /** Of the calendar of that page, those whose summary begins so. */
    private List<String> events(String link, String summary) {
        String calendar = visitor().page(link + "/calendar.ics").replace("\r\n ", "");
        return Arrays.stream(calendar.split("BEGIN:VEVENT"))
                .filter(event -> event.contains("SUMMARY:" + summary))
                .toList();
    }

    @Test
    void amended_in_the_decision_it_begins_again() {
        String change = inDecision("Mover");
        amend(change, "Iceland");

        assertThat(state(change)).isEqualTo("IN_REVIEW");
        assertThat(recipients(change, "being amended")).containsExactly("ann@one.example.com");
        withdraw(change);
    }

    @Test
    void one_customer_not_reached_is_put_to_a_decision_and_may_be_left_out() {
        String change = inDecision("Leaver");
        Api counsel = visitor();
        counsel.submit("/login", "/login", "username=counsel&password=demo");
        assertThat(counsel.page("/changes/" + change + "/withdrawal"))
                .contains(
                        "1 customer was reached by a notice of the change, and is told",
                        "No open objection becomes moot.")
                .doesNotContain("is in use already");
        complete(
                "counsel",
                decision(change),
                Map.of("outcome", "go-live", "comment", "Backups of that customer stay where they are"));

        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(isListed(REGISTER, "Leaver")).isTrue();
        assertThat(task("counsel", change).get("name").asText())
                .as("the customer left out is still to be reached")
                .isEqualTo("Reach the customer");
        assertThat(task("counsel", change).get("customer").asText()).isEqualTo("Customer two");
        assertThat(counsel.page("/changes/" + change))
                .contains(
                        "Notices queued in 2 messages; 1 accepted by the mail server, 1 refused or returned, 0 still to be sent.")
                .contains("(2 messages: 1 accepted by the mail server, 1 refused or returned, 0 still to be sent)")
                .doesNotContain("Customers were told");
        assertThat(counsel.page("/inbox?kind=REACH_CUSTOMER")).contains("Customer two", "Back to all tasks");
        assertThat(recipients(change, "in effect")).containsExactly("ann@one.example.com");

        customers(REGISTER, customer("two", "enterprise", contact("cleo@two.example.com", "PRIVACY")));
        confirm(REGISTER, "two");
        LocalDate reached = today();
        complete(
                "counsel",
                change,
                Map.of("outcome", "write-again", "contact", contactId(REGISTER, "cleo@two.example.com")));
        until(reached.plusDays(30));
        assertThat(recipients(change, "in effect"))
                .as("its own notice runs until the end of this day")
                .containsExactly("ann@one.example.com");
        until(reached.plusDays(31));
        assertThat(mails(change, "in effect since").stream()
                        .filter(mail -> mail.get("to").asText().contains("cleo@two.example.com"))
                        .map(mail -> mail.get("text").asText()))
                .singleElement(STRING)
                .contains("The change has been in effect for your data since " + new Dates().day(reached.plusDays(31)))
                .doesNotContain("??");
        until(reached.plusDays(33));
        assertThat(mails(change, "in effect since")).hasSize(2);
        a_customer_reached_and_one_that_nobody_can_reach();
        confirm(REGISTER, "two");
    }

    @Test
    void postponed_in_the_decision_it_comes_back_on_the_day() {
        String change = inDecision("Patient");
        LocalDate day = today().plusDays(10);
        complete(
                "counsel",
                decision(change),
                Map.of("outcome", "postpone", "to", day.toString(), "comment", "We call them"));
        assertThat(state(change)).isEqualTo("POSTPONED");

        until(day.minusDays(1));
        assertThat(state(change)).isEqualTo("POSTPONED");
        until(day.plusDays(1));
        assertThat(state(change)).isEqualTo("DECIDING");
        withdraw(change);
    }

    @Test
    void all_contacts_of_a_customer_served_by_letter_get_its_dates_by_email() {
        String change = inNotice("Postbox");
        String tom = "tom@two.example.com";
        String tia = "tia@two.example.com";
        customers(REGISTER, customer("two", "enterprise", contact(tom, "PRIVACY"), contact(tia, "PRIVACY")));
        until(today().plusDays(3));
        LocalDate served = today();
        complete(
                "counsel",
                reach(change),
                Map.of("outcome", "served", "servedOn", served.toString(), "proof", "Registered letter, receipt 4712"));

        assertThat(recipients(change, "your notice was served")).containsExactlyInAnyOrder(tia, tom);
        String ends = new Dates().day(served.plusDays(30));
        String closes = new Dates().day(served.plusDays(15));
        assertThat(mails(change, "your notice was served"))
                .allSatisfy(mail -> assertThat(mail.get("text").asText())
                        .contains(
                                "Your notice of the change " + change
                                        + " (Postbox), which no email had brought to you, was"
                                        + " delivered to your organisation by letter or in person on "
                                        + new Dates().day(served) + " (UTC).",
                                "Notice period ends:      " + ends + ", end of day (UTC)",
                                "Earliest effective date: " + new Dates().day(served.plusDays(31)) + " (UTC)",
                                "Last day to object:      " + closes + ", end of day (UTC)")
                        .doesNotContain("??"));
        String link = noticeLink(change, tia);
        assertThat(visitor().page(link)).contains(ends, closes);
        assertThat(events(link, "Last day of your notice"))
                .singleElement(STRING)
                .contains("DTSTART;VALUE=DATE:" + served.plusDays(30).toString().replace("-", ""));
        withdraw(change);
    }

    @Test
    void a_customer_served_by_letter_gets_its_full_period_from_then() {
        String change = inNotice("Letterhead");
        until(today().plusDays(10));
        LocalDate served = today();
        complete(
                "counsel",
                change,
                Map.of("outcome", "served", "servedOn", served.toString(), "proof", "Registered letter, receipt 4711"));

        until(served.plusDays(30));
        assertThat(isListed(REGISTER, "Letterhead")).isFalse();
        until(served.plusDays(31));
        assertThat(isListed(REGISTER, "Letterhead")).isTrue();
    }

    @Test
    void a_service_that_leaves_little_of_a_period_counts_once_a_second_person_records_the_same_day() {
        String change = inNotice("Backdate");
        LocalDate announced = today();
        until(announced.plusDays(32));
        assertThat(state(change)).isEqualTo("DECIDING");
        Map<String, Object> service = Map.of(
                "outcome", "served", "servedOn", announced.plusDays(1).toString(), "proof", "Courier, receipt 1");

        complete("counsel", reach(change), service);
        complete("counsel", reach(change), service);
        assertThat(state(change)).isEqualTo("DECIDING");
        assertThat(isListed(REGISTER, "Backdate")).isFalse();
        assertThat(pageOf("gc", reach(change), change))
                .contains("(counsel) recorded that it was served on", "Proof that was given: Courier, receipt 1");

        complete(
                "gc",
                reach(change),
                Map.of(
                        "outcome",
                        "served",
                        "servedOn",
                        announced.plusDays(2).toString(),
                        "proof",
                        "Courier, receipt 2"));
        assertThat(isListed(REGISTER, "Backdate")).as("another day").isFalse();

        complete(
                "counsel",
                reach(change),
                Map.of("outcome", "served", "servedOn", announced.plusDays(2).toString(), "proof", "As Grace says"));
        assertThat(reaches(change)).isEmpty();
        until(today().plusDays(1));
        assertThat(isListed(REGISTER, "Backdate")).isTrue();
        theLedgerIsWhole();
    }

    @Test
    void an_objection_that_staff_write_down_starts_no_clock() {
        String change = inNotice("Hearsay");
        LocalDate announced = today();
        until(announced.plusDays(32));

        as("legal")
                .post(
                        "/api/v1/changes/" + change + "/objections",
                        Map.of(
                                "channel", "LETTER",
                                "customer", "two",
                                "sender", "Bob",
                                "grounds", "LOCATION",
                                "text", "Not there",
                                "receivedAt", announced.plusDays(1) + "T10:00:00Z"));
        settle();

        assertThat(reaches(change)).hasSize(1);
        assertThat(state(change)).isEqualTo("DECIDING");
        withdraw(change);
    }

    private JsonNode reach(String change) {
        return reaches(change).get(0);
    }

    private List<JsonNode> reaches(String change) {
        return tasks("counsel", change).stream()
                .filter(task -> task.get("kind").asText().equals("REACH_CUSTOMER"))
                .toList();
    }

    private String pageOf(String staff, JsonNode task, String change) {
        Api signedIn = visitor();
        signedIn.submit("/login", "/login", "username=" + staff + "&password=demo");
        return signedIn.page("/changes/" + change + "/tasks/" + task.get("id").asText());
    }

    private JsonNode decision(String change) {
        return tasks("counsel", change).stream()
                .filter(task -> task.get("name").asText().equals("Decide go-live"))
                .findFirst()
                .orElseThrow();
    }
}
