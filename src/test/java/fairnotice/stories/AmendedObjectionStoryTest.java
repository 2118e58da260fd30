package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.objection.Act;
import fairnotice.objection.ContestingRefusal;
import fairnotice.objection.RequestingCode;
import fairnotice.objection.WithdrawingObjection;
import fairnotice.web.Dates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A change is amended while an objection to it is open: the customer, which cannot object meanwhile, loses nothing of its right to object to that. */
class AmendedObjectionStoryTest extends Story {

    private static final String REGISTER = StoryRegister.AMENDED.id();
    private static final String ANN = "ann@one.example.com";
    private static final String BOB = "bob@two.example.com";

    @Autowired
    private ContestingRefusal contesting;

    @Autowired
    private RequestingCode asking;

    @Autowired
    private WithdrawingObjection withdrawing;

    @BeforeEach
    void two_customers() {
        customers(
                REGISTER,
                customer("one", "enterprise", contact(ANN, "PRIVACY")),
                customer("two", "enterprise", contact(BOB, "PRIVACY")));
    }

    @Test
    void whose_appeal_is_refused_after_the_amended_window_has_a_window_from_then_and_the_change_waits_for_it() {
        String change = announced(REGISTER, "Tellura");
        String first = file(change, ANN);
        refuse("gc", first);
        contesting.contest(first, by(REGISTER, ANN), "It is", List.of());
        amend(change);
        LocalDate told = today();
        String link = noticeLink(change, ANN);
        String later = "Once the refusal is final, you can object to the amended change. The time for that is then"
                + " counted, and we tell you its last day. Until it has ended, Tellura may not be used for your data under"
                + " this change.";
        assertThat(visitor().page(link)).contains(later, "You have objected.");
        assertThat(text(first, "Your objection stands"))
                .contains("If its refusal becomes final, you can still object to the amended change");

        advance("P17D");
        refuse("counsel", first);
        LocalDate refused = today();
        String last = new Dates().day(refused.plusDays(15)) + " (UTC)";
        String open = "The change was amended while your objection was open. You can object to the amended change with"
                + " your link, in time until the end of " + last
                + ". That counts as a first objection: from its receipt,"
                + " Tellura may not be used for your data under this change.";

        assertThat(text(first, "Another reviewer has examined"))
                .contains(open)
                .contains(new Dates().day(refused.plusDays(16)))
                .doesNotContain("You can submit a new objection", "may take effect for your", "??");
        assertThat(visitor().page(link))
                .contains(open, "Object to this change<", "the end of " + last, "as things stand")
                .doesNotContain("Submit a new objection", "You have objected.", "marked late", "??");
        assertThat(visitor().page(link + "/objection"))
                .contains("the end of " + last, "Why do you object?")
                .doesNotContain("marked late", "has passed");
        assertThat(events(link))
                .contains(
                        "DTSTART;VALUE=DATE:" + refused.plusDays(15).toString().replace("-", ""));
        assertThat(objection(first).get("mayObjectUntil").asText()).isEqualTo(refused.plusDays(16) + "T00:00:00Z");
        assertThat(change(change).at("/state").asText()).isEqualTo("IN_NOTICE");

        until(told.plusDays(31));
        assertThat(state(change))
                .as("its notice is over, and its window is not")
                .isEqualTo("DECIDING");
        until(refused.plusDays(15));
        assertThat(state(change)).isEqualTo("DECIDING");
        assertThat(visitor().page(link)).contains(open);
        String own = file(change, ANN);

        assertThat(own).isNotEqualTo(first);
        assertThat(objection(own).get("late").asBoolean()).isFalse();
        assertThat(objection(own).get("again").asBoolean()).isFalse();
        assertThat(objection(own).get("windowClosesAt").asText()).isEqualTo(refused.plusDays(16) + "T00:00:00Z");
        assertThat(open(change)).isEqualTo(1);
        until(refused.plusDays(17));
        assertThat(state(change)).as("for the new objection").isEqualTo("DECIDING");

        refuse("gc", own);
        advance("P11D");
        assertThat(objection(own).get("mayObjectUntil").isNull())
                .as("it is to the amended change itself: no second window")
                .isTrue();
        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(cleared("one", "Tellura")).isTrue();
        assertThat(visitor().page(link))
                .contains("Submit a new objection")
                .doesNotContain("The change was amended while");
        assertThat(objection(file(change, ANN)).get("again").asBoolean()).isTrue();
    }

    @Test
    void whose_refusal_is_not_appealed_has_a_window_after_the_time_to_appeal() {
        String change = announced(REGISTER, "Telluris");
        String first = file(change, ANN);
        amend(change);
        String link = noticeLink(change, ANN);
        advance("P17D");
        refuse("gc", first);
        LocalDate refused = today();
        String last = new Dates().day(refused.plusDays(25)) + " (UTC)";
        String then = "Once the refusal is final, you can object to the amended change, in time until the end of "
                + last + ". Until that day has ended, Telluris may not be used for your data under this change.";
        assertThat(text(first, "has been refused, for the reasons below"))
                .contains(then)
                .doesNotContain("??");
        assertThat(visitor().page(link))
                .contains(then, new Dates().day(refused.plusDays(26)))
                .doesNotContain("Object to this change<");

        until(refused.plusDays(11));
        assertThat(text(first, "The time to appeal the decision"))
                .contains("in time until the end of " + last, new Dates().day(refused.plusDays(26)))
                .doesNotContain("You can submit a new objection", "may take effect for your");
        assertThat(visitor().page(link)).contains("in time until the end of " + last, "Object to this change<");
        until(refused.plusDays(20));
        assertThat(state(change)).isEqualTo("DECIDING");
        until(refused.plusDays(26));
        assertThat(state(change)).as("nobody objected").isEqualTo("PUBLISHED");
        assertThat(cleared("one", "Telluris")).isTrue();
        assertThat(visitor().page(link)).contains("The last day to object, " + last + ", has passed");
        String late = file(change, ANN);
        assertThat(objection(late).get("late").asBoolean()).isTrue();
        assertThat(objection(late).get("again").asBoolean())
                .as("the first to what was amended")
                .isFalse();
    }

    @Test
    void an_objection_to_the_amended_change_itself_leaves_no_second_window() {
        String change = announced(REGISTER, "Tellurum");
        amend(change);
        String own = file(change, ANN);
        refuse("gc", own);
        assertThat(visitor().page(noticeLink(change, ANN))).doesNotContain("you can object to the amended change");
        advance("P11D");

        assertThat(objection(own).get("state").asText()).isEqualTo("REFUSED");
        assertThat(objection(own).get("mayObjectUntil").isNull()).isTrue();
        assertThat(objection(file(change, ANN)).get("again").asBoolean()).isTrue();
    }

    @Test
    void one_withdrawn_before_the_amended_window_is_over_has_not_closed_that() {
        String change = announced(REGISTER, "Tellurix");
        String first = file(change, ANN);
        advance("P8D");
        amend(change);
        String last = new Dates().day(today().plusDays(15)) + " (UTC)";
        String link = noticeLink(change, ANN);
        advance("P10D");
        asking.ask(first, Act.DROP, contactId(REGISTER, ANN), by(REGISTER, ANN));
        settle();
        withdrawing.drop(first, by(REGISTER, ANN), code(first));
        settle();

        assertThat(visitor().page(link))
                .contains("the end of " + last, "A new objection is in time until")
                .doesNotContain("which you withdrew after this day");
        assertThat(objection(file(change, ANN)).get("late").asBoolean()).isFalse();
    }

    @Test
    void of_what_staff_wrote_down_its_contacts_read_that_it_does_not_replace_one_of_their_own() {
        String change = announced(REGISTER, "Tellustra");
        String written = as("counsel")
                .post(
                        "/api/v1/changes/" + change + "/objections",
                        Map.of(
                                "customer", "one",
                                "channel", "LETTER",
                                "receivedAt", settle().toString(),
                                "sender", "A consultant",
                                "grounds", "LOCATION",
                                "text", "Not there"))
                .get("reference")
                .asText();
        settle();

        amend(change);

        assertThat(text(written, "was amended and announced anew"))
                .contains(
                        "None of your confirmed contacts submitted this objection, or answered in it, so it does not replace one of your"
                                + " own. Answer it on your own page, or object to the amended change there yourself, by your last day"
                                + " to object.")
                .doesNotContain("nothing to submit again");
        assertThat(visitor().page(noticeLink(change, ANN) + "/objection")).contains("Check your answers");
    }

    private boolean cleared(String customer, String vendor) {
        return as("legal")
                .get("/api/v1/registers/" + REGISTER + "/clearances?customer=" + customer + "&subprocessor=" + vendor)
                .get("cleared")
                .asBoolean();
    }

    // ---- what people do

    private void refuse(String staff, String objection) {
        complete(staff, objection, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        settle();
    }

    private String text(String objection, String words) {
        return letter(objection, words).replaceAll("\\s+", " ");
    }

    private String events(String link) {
        String calendar = visitor().page(link + "/calendar.ics").replace("\r\n ", "");
        return Arrays.stream(calendar.split("BEGIN:VEVENT"))
                .filter(event -> event.contains("SUMMARY:Last day to object"))
                .reduce("", String::concat);
    }
}
