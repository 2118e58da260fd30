package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.objection.Act;
import fairnotice.objection.AnsweringOffer;
import fairnotice.objection.AskingForCode;
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
    private static final String LEE = "lee@third.example.com";
    private static final String KIM = "kim@second.example.com";

    @Autowired
    private ContestingRefusal contesting;

    @Autowired
    private AskingForCode asking;

    @Autowired
    private AnsweringOffer answering;

    @Test
    void whoever_objects_to_what_is_in_use_reads_when_it_was_and_when_it_is_again() {
        customers(REGISTER, customer("first", "team", contact(EVE, "OWNER")));
        String change = inUse("Fastline");
        String link = noticeLink(change, EVE);
        String used = day(Instant.parse(change(change).get("publishedAt").asText()));
        assertThat(visitor().page(link)).contains("Your notice period runs in full, and the right to object stays.<");
        advance("P1D");
        String objection = recorded(change, "first", "We object");
        String objected = day(settle());
        String history = used + " until you objected on " + objected;
        assertThat(visitor().page(link)).contains("In effect for your data<", history + " <span>(America/Toronto)");

        String stopped =
                "Fastline was in use for your data when you objected. Its use for your data stops with the objection";
        assertThat(letter(objection, "We have your objection")).contains(stopped);
        assertThat(visitor().page(link)).contains(stopped);

        refuse("counsel", objection);
        String atOnce = "Once the refusal is final, Fastline may be used for your data at once.";
        assertThat(letter(objection, "has been refused, for the reasons below")).contains(atOnce);
        assertThat(visitor().page(link))
                .contains(
                        atOnce,
                        "The case is then closed. This does not affect your other rights under your agreement or the law.");
        advance("P1D");
        contesting.contest(objection, by(REGISTER, EVE), "It goes on", List.of());
        settle();
        assertThat(letter(objection, "was appealed for your organisation")).contains(atOnce);
        assertThat(visitor().page(link)).contains(atOnce);
        refuse("legal", objection);
        String again = day(settle());

        assertThat(visitor().page(link))
                .contains(
                        "for your data: " + history + ", and again since " + again + " (America/Toronto)",
                        "Closed with the final refusal of your objection.",
                        "Your notice period runs in full.<")
                .doesNotContain("In effect for your data<", "the right to object stays");
        assertThat(letter(objection, "has refused it too"))
                .contains(
                        "In effect for your data again since: " + again + " (America/Toronto)",
                        "You can submit a new objection, with the form on your own page or by an email that says that you object:"
                                + " it is kept, and our legal team decides within 10 days whether it is admitted as a"
                                + " new objection. Until then the outcome of your earlier objection stands.");
    }

    @Test
    void an_offer_about_what_is_in_use_says_in_every_place_that_accepting_allows_it_at_once() {
        customers(REGISTER, customer("second", "team", contact(KIM, "OWNER")));
        String change = inUse("Swiftline");
        String objection = file(change, KIM);
        String link = noticeLink(change, KIM);
        complete("counsel", objection, Map.of("outcome", "admit"));
        complete("counsel", objection, Map.of("outcome", "offer", "cure", "SAFEGUARD", "comment", "We mask the names"));
        String atOnce = "Once you accept, Swiftline may be used for your data at once.";

        assertThat(letter(objection, "makes you the offer below")).containsSubsequence(atOnce, "We mask the names");
        assertThat(visitor().page(link).split(atOnce))
                .as("beside the offer, and where it is accepted")
                .hasSize(3);
        assertThat(visitor().page(link + "/code?action=accept")).contains(atOnce);
        asking.ask(objection, Act.ACCEPT, contactId(REGISTER, KIM), by(REGISTER, KIM));
        settle();
        assertThat(letter(objection, "wants to confirm a step")).contains(atOnce);
        assertThat(visitor().page(link + "/code?action=accept")).contains(atOnce);
        advance("P28D");
        assertThat(letter(objection, "still waits for your answer")).containsSubsequence(atOnce, "We mask the names");

        asking.ask(objection, Act.ACCEPT, contactId(REGISTER, KIM), by(REGISTER, KIM));
        settle();
        answering.accept(objection, by(REGISTER, KIM), code(objection), null);
        settle();
        assertThat(letter(objection, "The offer below was accepted"))
                .contains("In effect for your data again since: " + day(settle()) + " (America/Toronto)")
                .doesNotContain("Once you accept");
    }

    @Test
    void only_what_was_in_use_is_said_to_stop_and_what_an_earlier_objection_keeps_away_is_not_said_to_be_free() {
        customers(REGISTER, customer("third", "team", contact(LEE, "OWNER")));
        String change = inUse("Rapidline");
        String link = noticeLink(change, LEE);
        String objection = file(change, LEE);
        complete("counsel", objection, Map.of("outcome", "admit"));
        complete("counsel", objection, Map.of("outcome", "give-up", "comment", "We cannot"));
        settle();
        String was = "Rapidline was in use for your data when you objected.";
        String passedOn = "notice terms do not state what becomes of your data that Rapidline received before.";
        assertThat(letter(objection, "No agreement was found")).contains(was, passedOn);
        assertThat(visitor().page(link)).contains(was, passedOn);

        String second = recorded(change, "third", "Still not");
        assertThat(second).isNotEqualTo(objection);
        assertThat(letter(second, "We have your objection"))
                .as("the one before keeps it away already")
                .doesNotContain(was);
        assertThat(visitor().page(link)).doesNotContain(was);
        refuse("counsel", second);
        settle();
        String stands = "The outcome of your earlier objection stands even once the refusal is final:"
                + " Rapidline may not be used for your data under this change.";
        assertThat(letter(second, "has been refused")).contains(stands);
        assertThat(visitor().page(link)).contains(stands);
        contesting.contest(second, by(REGISTER, LEE), "It is", List.of());
        settle();
        assertThat(letter(second, "was appealed")).contains(stands);
        refuse("legal", second);
        settle();
        assertThat(letter(second, "has refused it too"))
                .contains(
                        "The outcome of your earlier objection stands: Rapidline may not be used for your data under this"
                                + " change.")
                .doesNotContain("applies to your data", "In effect for your data");
        assertThat(visitor().page(link)).contains("Rapidline may not be used for your data under this change.<");
    }

    private String inUse(String vendor) {
        String change = add(REGISTER, vendor, Map.of("securityCritical", true));
        approve("counsel", change);
        approve("gc", change);
        return change;
    }

    /** By email, from a sender that is nobody's contact. */
    private String recorded(String change, String customer, String text) {
        String reference = as("admin")
                .post(
                        "/api/v1/changes/" + change + "/objections",
                        Map.of(
                                "customer",
                                customer,
                                "channel",
                                "EMAIL",
                                "receivedAt",
                                settle().toString(),
                                "sender",
                                "A consultant",
                                "grounds",
                                "OBLIGATION",
                                "text",
                                text))
                .get("reference")
                .asText();
        settle();
        return reference;
    }

    private void refuse(String staff, String objection) {
        complete(
                staff,
                objection,
                Map.of("outcome", "refuse", "reason", "NOT_ENTITLED", "comment", "Nobody knows this sender"));
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
