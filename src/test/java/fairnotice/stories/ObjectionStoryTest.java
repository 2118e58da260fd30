package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.objection.Objections;
import fairnotice.web.Dates;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The life of an objection on OpsTicket's register. */
class ObjectionStoryTest extends Story {

    private static final String REGISTER = StoryRegister.OBJECTION.id();

    @Autowired
    private Objections objections;

    @BeforeEach
    void two_customers() {
        customers(
                REGISTER,
                customer("one", "enterprise", contact("ann@one.example.com", "PRIVACY")),
                customer("two", "enterprise", contact("bob@two.example.com", "PRIVACY")));
    }

    @Test
    void an_objection_that_nobody_answers_lapses_by_timers_alone() {
        String change = announced(REGISTER, "Lapseline");
        String objection = file(change, "ann@one.example.com");
        assertThat(recipientsOf(objection, "It counts from the time given below"))
                .containsExactly("ann@one.example.com");
        complete("counsel", objection, Map.of("outcome", "admit", "comment", "Has a point"));
        complete(
                "counsel",
                objection,
                Map.of("outcome", "offer", "cure", "EXPLANATION", "comment", "The data stay in the EU"));
        assertThat(recipientsOf(objection, "makes you the offer below")).containsExactly("ann@one.example.com");
        LocalDate offered = today();
        assertThat(lastDay(objection)).isEqualTo(offered.plusDays(30));
        advance("P31D");
        assertThat(objections.getByReference(objection).state().name()).isEqualTo("TERMINATION_OFFERED");
        assertThat(lastDay(objection)).as("thirty days after thirty days").isEqualTo(offered.plusDays(60));
        assertThat(letters(objection, "(not answered, so the offer has lapsed)"))
                .hasSize(1);
        onlyWhoIsSilentWasReminded(change);
        advance("P31D");
        assertThat(objections.getByReference(objection).state().name()).isEqualTo("LAPSED");
        settle();
        assertThat(letters(objection, "the objection lapses after that day")).hasSize(2);
        standInTheThreadOf(
                notice(change, "ann@one.example.com"),
                mails(objection, "").stream()
                        .filter(mail -> mail.get("text").asText().contains(objection))
                        .toList());
        theLedgerIsWhole();
    }

    /** Reminders go out on the 7th and the 21st day; the window to object closes on the 15th. */
    private void onlyWhoIsSilentWasReminded(String change) {
        assertThat(recipients(change, "reminder"))
                .contains("bob@two.example.com")
                .doesNotContain("ann@one.example.com");
        assertThat(mails(change, "reminder"))
                .filteredOn(mail -> mail.get("to").asText().contains("bob@"))
                .extracting(mail -> mail.get("text").asText())
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).contains("You may object until the end of", "Object to the change:"),
                        second -> assertThat(second)
                                .contains("The last day to object was", "is kept, marked late, and decided")
                                .doesNotContain("You may object until"));
    }

    /** @return the Message-ID of the notice mailed to that address */
    private String notice(String change, String to) {
        return mails(change, "notice of a change").stream()
                .filter(mail -> mail.get("to").asText().contains(to))
                .map(mail -> mail.at("/headers/Message-ID").asText())
                .findFirst()
                .orElseThrow();
    }

    /** @param letters of one case to one recipient, its receipt among them */
    private static void standInTheThreadOf(String notice, List<JsonNode> letters) {
        assertThat(notice).startsWith("<fn.");
        assertThat(letters).hasSizeGreaterThan(5);
        assertThat(letters)
                .extracting(mail -> mail.get("subject").asText())
                .containsOnly(letters.get(0).get("subject").asText())
                .allMatch(subject -> subject.endsWith("– Customer one"));
        assertThat(letters)
                .extracting(mail -> mail.at("/headers/In-Reply-To").asText())
                .containsOnly(notice);
        assertThat(letters)
                .extracting(mail -> mail.at("/headers/References").asText())
                .containsOnly(notice);
    }

    /** Its only contact becomes another, and a second administrator confirms that for the open case. */
    private void replaced(String email) {
        customers(REGISTER, customer("mute", "enterprise", contact(email, "PRIVACY")));
        confirm(REGISTER, "mute");
    }

    @Test
    void an_offer_that_reached_nobody_waits_and_runs_from_the_day_it_was_served() {
        customers(REGISTER, customer("mute", "enterprise", contact("mia@mute.example.com", "PRIVACY")));
        String change = announced(REGISTER, "Silentio");
        String objection = file(change, "mia@mute.example.com");
        replaced("mia@refused.example.net");
        complete("counsel", objection, Map.of("outcome", "admit", "comment", "Has a point"));
        complete("counsel", objection, Map.of("outcome", "offer", "cure", "EXPLANATION", "comment", "It stays here"));

        advance("P65D");
        assertThat(objections.getByReference(objection).state().name()).isEqualTo("OFFERED");
        assertThat(objections.getByReference(objection).dueAt()).isNull();
        complete("counsel", change, Map.of("outcome", "go-live", "comment", "One customer cannot hold all up"));
        assertThat(isListed(REGISTER, "Silentio")).isTrue();
        assertThat(isCleared("one", "Silentio")).isTrue();
        assertThat(isCleared("mute", "Silentio")).isFalse();

        JsonNode reach = task("legal", objection);
        assertThat(reach.get("kind").asText()).isEqualTo("REACH_CUSTOMER");
        assertThat(pageOf(reach, objection)).contains("Reach Customer mute", "the offer to settle its objection");
        complete(
                "counsel",
                reach,
                Map.of(
                        "outcome",
                        "served",
                        "servedOn",
                        today().minusDays(60).toString(),
                        "proof",
                        "Courier receipt 1"));
        assertThat(objections.getByReference(objection).dueAt())
                .as("a day that leaves nothing of the time takes a second person")
                .isNull();
        assertThat(objections.getByReference(objection).state().name()).isEqualTo("OFFERED");
        LocalDate served = today();
        complete(
                "counsel",
                reach,
                Map.of("outcome", "served", "servedOn", served.toString(), "proof", "Courier receipt 4711"));
        assertThat(lastDay(objection)).isEqualTo(served.plusDays(30));
        until(served.plusDays(30));
        assertThat(objections.getByReference(objection).state().name()).isEqualTo("OFFERED");
        replaced("mia@bounced.example.net");
        until(served.plusDays(31));
        assertThat(objections.getByReference(objection).state().name()).isEqualTo("TERMINATION_OFFERED");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> objections.getByReference(objection).dueAt() == null);
        advance("P65D");
        assertThat(objections.getByReference(objection).state().name())
                .as("the offer to terminate came back, which voids its start")
                .isEqualTo("TERMINATION_OFFERED");
        replaced("mia@mute.example.com");
        complete(
                "legal",
                task("legal", objection),
                Map.of("outcome", "write-again", "contact", contactId(REGISTER, "mia@mute.example.com")));
        assertThat(lastDay(objection)).isEqualTo(today().plusDays(30));
        assertThat(recipientsOf(objection, "You may terminate the affected orders"))
                .containsExactly("mia@mute.example.com");
        assertThat(tasks("legal", objection)).isEmpty();
        advance("P31D");
        assertThat(objections.getByReference(objection).state().name()).isEqualTo("LAPSED");
        theLedgerIsWhole();
    }

    @Test
    void whoever_did_not_get_a_letter_hears_by_when_its_organisation_has_to_act_once_another_has_it() {
        String max = "max@pair.example.com";
        String zoe = "zoe@pair.example.com";
        customers(REGISTER, customer("pair", "enterprise", contact(max, "PRIVACY"), contact(zoe, "PRIVACY")));
        String change = announced(REGISTER, "Pairline");
        String objection = file(change, max);
        pair("pair", "max@refused.example.net", "zoe@refused.example.net");
        complete("counsel", objection, Map.of("outcome", "admit", "comment", "Has a point"));
        complete("counsel", objection, Map.of("outcome", "offer", "cure", "EXPLANATION", "comment", "It stays here"));
        pair("pair", max, zoe);
        LocalDate again = today();
        complete(
                "counsel",
                task("legal", objection),
                Map.of("outcome", "write-again", "contact", contactId(REGISTER, max)));

        assertThat(lastDay(objection)).isEqualTo(again.plusDays(30));
        assertThat(recipientsOf(objection, "makes you the offer below")).containsExactly(max);
        assertThat(recipientsOf(objection, "has reached your organisation")).containsExactly(zoe);
        JsonNode told = letters(objection, "has reached your organisation").get(0);
        assertThat(told.get("text").asText())
                .startsWith("Your time runs now, until " + new Dates().day(again.plusDays(30)) + " (UTC)")
                .contains(
                        "Reached your organisation on: " + new Dates().day(again) + " (UTC)",
                        "Last day to answer the offer: the end of " + new Dates().day(again.plusDays(30)) + " (UTC)")
                .doesNotContain("??");
        assertThat(told.at("/headers/References").asText()).startsWith("<fn.");
    }

    @Test
    void all_contacts_hear_by_when_they_have_to_act_once_a_letter_was_served_by_post() {
        String max = "max@posted.example.com";
        String zoe = "zoe@posted.example.com";
        customers(REGISTER, customer("posted", "enterprise", contact(max, "PRIVACY"), contact(zoe, "PRIVACY")));
        String change = announced(REGISTER, "Postedline");
        String objection = file(change, max);
        pair("posted", "max@refused.example.net", "zoe@refused.example.net");
        complete("counsel", objection, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Not reasonable"));
        pair("posted", max, zoe);
        LocalDate served = today();
        complete(
                "counsel",
                task("counsel", objection),
                Map.of("outcome", "served", "servedOn", served.toString(), "proof", "Courier receipt 4711"));

        assertThat(recipientsOf(objection, "has reached your organisation")).containsExactlyInAnyOrder(max, zoe);
        assertThat(letters(objection, "has reached your organisation"))
                .allSatisfy(mail -> assertThat(mail.get("text").asText())
                        .contains("Last day to appeal: the end of " + new Dates().day(lastDay(objection)) + " (UTC)"));
        assertThat(visitor().page(noticeLink(change, zoe))).contains(new Dates().day(lastDay(objection)));
    }

    /** Its contacts become others, and a second administrator confirms that for the open case. */
    private void pair(String id, String... emails) {
        customers(
                REGISTER,
                customer(
                        id,
                        "enterprise",
                        List.of(emails).stream()
                                .map(email -> contact(email, "PRIVACY"))
                                .toArray()));
        confirm(REGISTER, id);
    }

    private LocalDate lastDay(String objection) {
        return LocalDate.ofInstant(objections.getByReference(objection).dueAt().minusNanos(1), ZoneOffset.UTC);
    }

    private boolean isCleared(String customer, String vendor) {
        return as("auditor")
                .get("/api/v1/registers/" + REGISTER + "/clearances?customer=" + customer + "&subprocessor=" + vendor)
                .get("cleared")
                .asBoolean();
    }

    /** Grounds may follow for fifteen days, and the answer is due after ten. */
    @Test
    void an_objection_without_grounds_is_said_to_be_decided_once_they_come_or_their_last_day_has_passed() {
        String change = announced(REGISTER, "Groundless");
        String link = noticeLink(change, "ann@one.example.com");
        visitor().submit(link + "/objection", link + "/objection", "step=file&text=");
        settle();
        String objection = objections.recent(change, true, 0, 1).get(0).reference();

        assertThat(letter(objection, "please add your grounds by")).contains("Without grounds it cannot decide before");
        assertThat(visitor().page(link)).contains("Without grounds it cannot be decided before the end of");
        assertThat(pageOf(tasks("legal", objection).get(0), objection)).contains("as long as the window is open");
        advance("P12D");
        assertThat(visitor().page(link))
                .contains("We will answer by", "Without grounds it cannot be decided before the end of");
        advance("P5D");
        assertThat(visitor().page(link)).contains("Your objection can now be refused because it gives none.");
        assertThat(pageOf(tasks("legal", objection).get(0), objection))
                .contains("No grounds were given, and the last day for them");
    }

    private String pageOf(JsonNode task, String objection) {
        Api legal = visitor();
        legal.submit("/login", "/login", "username=legal&password=demo");
        return legal.page(
                "/objections/" + objection + "/tasks/" + task.get("id").asText());
    }
}
