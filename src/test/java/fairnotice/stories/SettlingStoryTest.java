package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.objection.Act;
import fairnotice.objection.AnsweringOffer;
import fairnotice.objection.ContestingRefusal;
import fairnotice.objection.Objections;
import fairnotice.objection.RequestingCode;
import fairnotice.objection.WithdrawingObjection;
import fairnotice.web.Dates;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How objections are worked by legal, and what they mean for their change. */
class SettlingStoryTest extends Story {

    private static final String REGISTER = StoryRegister.SETTLING.id();
    private static final String EXPEDITED = StoryRegister.SETTLING_EXPEDITED.id();
    private static final String ANN = "ann@one.example.com";

    @Autowired
    private ContestingRefusal contesting;

    @Autowired
    private RequestingCode asking;

    @Autowired
    private WithdrawingObjection withdrawing;

    @Autowired
    private AnsweringOffer answering;

    @Autowired
    private Objections objections;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void customers() {
        customers(
                REGISTER,
                customer("one", "enterprise", contact(ANN, "PRIVACY")),
                customer("two", "enterprise", contact("bob@two.example.com", "PRIVACY")),
                customer("free", "candidate", contact("cem@free.example.com", "PRIVACY")));
    }

    // ---- what is late

    @Test
    void whoever_should_have_been_answered_reads_the_day_as_past() {
        String change = announced(REGISTER, "Overduea");
        LocalDate filed = today();
        String objection = file(change);
        String link = noticeLink(change, ANN);
        String answer = "the end of " + new Dates().day(filed.plusDays(10)) + " (UTC)";
        assertThat(visitor().page(link))
                .contains("has until", "We will answer by " + answer)
                .doesNotContain("had until", "should have been");
        advance("P12D");
        assertThat(visitor().page(link))
                .contains(
                        "had until",
                        "You should have had an answer by " + answer
                                + ". The answer is still to come, and no later day is set for it:")
                .doesNotContain("has until", "We will answer by");

        complete("counsel", objection, Map.of("outcome", "admit"));
        LocalDate admitted = today();
        String offer = "the end of " + new Dates().day(admitted.plusDays(10)) + " (UTC)";
        assertThat(visitor().page(link)).contains("hear that none can be made, by " + offer);
        advance("P12D");
        assertThat(visitor().page(link))
                .contains(
                        "You should have got an offer of how it could be settled, or heard that none can be made, by "
                                + offer,
                        "An offer may still come until")
                .doesNotContain("You get an offer", "If neither comes by then");
    }

    @Test
    void what_applies_at_once_after_an_expedited_change_is_told_with_its_day() {
        String eve = "eve@first.example.com";
        String kim = "kim@second.example.com";
        String lee = "lee@third.example.com";
        customers(
                EXPEDITED,
                customer("first", "team", contact(eve, "OWNER")),
                customer("second", "team", contact(kim, "OWNER")),
                customer("third", "team", contact(lee, "OWNER")));
        String change = add(EXPEDITED, "Fastline", Map.of("securityCritical", true));
        approve("counsel", change);
        approve("gc", change);
        String refused = as("admin")
                .post(
                        "/api/v1/changes/" + change + "/objections",
                        Map.of(
                                "customer", "first",
                                "channel", "EMAIL",
                                "receivedAt", settle().toString(),
                                "sender", "A consultant",
                                "grounds", "OBLIGATION",
                                "text", "We object"))
                .get("reference")
                .asText();
        String safe = file(change, kim);
        String exempted = file(change, lee);
        complete(
                "counsel",
                refused,
                Map.of("outcome", "refuse", "reason", "NOT_ENTITLED", "comment", "Nobody knows this sender"));
        settle();

        accept(safe, kim, Map.of("outcome", "offer", "cure", "SAFEGUARD", "comment", "We mask the names"));
        assertThat(letter(safe, "The offer below was accepted"))
                .contains("The change is in effect, and it now applies to your data too.")
                .doesNotContain("where no exemption");
        accept(exempted, lee, Map.of("outcome", "offer", "cure", "EXEMPTION", "comment", "Never for you"));
        assertThat(letter(exempted, "The offer below was accepted"))
                .contains(
                        "The change is in effect for others; while your exemption runs, Fastline is not used for your data"
                                + " under this change.")
                .doesNotContain("now applies to your data");
        String today = new Dates().day(LocalDate.ofInstant(advance("P11D"), ZoneId.of("America/Toronto")))
                + " (America/Toronto)";
        assertThat(letter(refused, "The time to appeal the decision"))
                .contains("In effect for your data again since: " + today, "it now applies to your data too");
    }

    private void accept(String objection, String email, Map<String, Object> offer) {
        complete("counsel", objection, Map.of("outcome", "admit"));
        complete("counsel", objection, offer);
        asking.ask(objection, Act.ACCEPT, contactId(EXPEDITED, email), by(EXPEDITED, email));
        settle();
        answering.accept(objection, by(EXPEDITED, email), code(objection), null);
        settle();
    }

    @Test
    void an_offer_after_the_notice_has_ended_names_no_day_that_moves_with_today() {
        String change = announced(REGISTER, "Movingday");
        String objection = file(change);
        complete("counsel", objection, Map.of("outcome", "admit"));
        advance("P33D");
        String link = noticeLink(change, ANN);
        complete("counsel", objection, Map.of("outcome", "offer", "cure", "SAFEGUARD", "comment", "We mask"));
        String from = "Once you accept, the change may take effect for you from the day you accept, but not before it"
                + " takes effect for other customers.";
        String masked = "Once you accept, Movingday may be used for your data only with this safeguard.";
        assertThat(letter(objection, "makes you the offer below"))
                .contains(from, masked)
                .doesNotContain("arliest effective date");
        assertThat(visitor().page(link)).contains(from, masked).doesNotContain("at the earliest");
        advance("P2D");
        assertThat(visitor().page(link)).contains(from).doesNotContain("at the earliest");
        assertThat(visitor().page(link + "/code?action=accept"))
                .contains(from, masked)
                .doesNotContain("at the earliest");

        asking.ask(objection, Act.ACCEPT, contactId(REGISTER, ANN), by(REGISTER, ANN));
        settle();
        answering.accept(objection, by(REGISTER, ANN), code(objection), null);
        settle();
        assertThat(letter(objection, "The offer below was accepted"))
                .contains(
                        "The change may take effect for you from the day on which it takes effect for other customers.",
                        "Movingday may be used for your data only with this safeguard.")
                .doesNotContain("arliest effective date");
        assertThat(visitor().page(link))
                .contains("Movingday may be used for your data only with this safeguard.")
                .doesNotContain(masked);
    }

    @Test
    void whoever_may_appeal_a_refusal_reads_from_when_the_vendor_may_be_used() {
        String change = announced(REGISTER, "Refusedday");
        LocalDate announced = today();
        String objection = file(change);
        complete("counsel", objection, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Not reasonable"));
        String notice = new Dates().day(announced.plusDays(31));
        String from = "Once the refusal is final, Refusedday may be used for your data from " + notice
                + " (UTC) at the earliest.";
        String closed =
                "The objection is then closed, and no orders can be terminated because of it. This does not affect your "
                        + "other rights under your agreement or the law.";
        String link = noticeLink(change, ANN);
        assertThat(letter(objection, "has been refused")).contains(from, closed);
        assertThat(visitor().page(link))
                .contains(
                        from, closed, ">Earliest effective date<", "Only once the refusal of your objection is final.")
                .containsPattern(">Earliest effective date</dt>\\s*<dd><time[^>]*>" + notice);

        contesting.contest(objection, by(REGISTER, ANN), "It is", List.of());
        settle();
        assertThat(letter(objection, "was appealed")).contains(from, closed);
        assertThat(visitor().page(link)).contains(from, closed);
        advance("P32D");
        assertThat(visitor().page(link))
                .contains("Once the refusal is final, Refusedday may be used for your data as soon as the change takes"
                        + " effect.");
    }

    @Test
    void a_customer_is_told_once_on_the_day_after_that_the_publisher_missed_its_day() {
        String change = announced(REGISTER, "Overduely");
        String objection = file(change);
        String answered = file(announced(REGISTER, "Timely"));
        complete("counsel", answered, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Not reasonable"));
        String due = new Dates().day(today().plusDays(10));
        advance("P9D");
        assertThat(letters(objection, "has not done so")).isEmpty();

        advance("P2D");
        assertThat(letters(objection, "has not done so"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.get("text").asText())
                        .contains(
                                "OpsTicket was to answer your objection " + objection + " to Overduely (change "
                                        + change
                                        + ") by the end of " + due + " (UTC), and has not done so. Your objection"
                                        + " stays open until it is answered.",
                                "The answer is still to come, and no later day is set for it: your objection is admitted, or"
                                        + " refused with reasons; you can appeal a refusal once.",
                                "Until then Overduely may not be used for your data under this change. You can write to"
                                        + " OpsTicket at any time",
                                "The delay takes no right from you: if your objection is admitted and no agreement is reached, you"
                                        + " may terminate the affected orders, however late the answer comes.")
                        .doesNotContain("??"));
        assertThat(recipientsOf(objection, "has not done so")).containsExactly(ANN);
        assertThat(visitor().page(noticeLink(change, ANN)))
                .contains(
                        "OpsTicket should have acted by now.",
                        "The answer is still to come, and no later day is set for it: your objection is admitted, or refused with"
                                + " reasons.",
                        "The delay takes no right from you: if your objection is admitted and no agreement is reached, you may"
                                + " terminate the affected orders, however late the answer comes.",
                        "For what you terminate, you are refunded the fees paid ahead and not used.");
        assertThat(letters(answered, "has not done so")).isEmpty();

        advance("P5D");
        assertThat(letters(objection, "has not done so")).hasSize(1);
        complete("counsel", objection, Map.of("outcome", "admit"));
        advance("P11D");
        assertThat(letters(objection, "has done neither"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.get("text").asText())
                        .contains("An offer may still come until the end of ", "you may terminate the affected orders.")
                        .doesNotContain("If neither comes", "??"));
        theLedgerIsWhole();
    }

    @Test
    void an_offer_that_is_open_when_the_change_takes_effect_is_named_with_its_last_day() {
        String change = announced(REGISTER, "Openoffer");
        String objection = file(change);
        advance("P25D");
        complete("counsel", objection, Map.of("outcome", "admit"));
        complete("counsel", objection, Map.of("outcome", "offer", "cure", "SAFEGUARD", "comment", "We mask"));
        String last = new Dates().day(today().plusDays(30));
        advance("P6D");
        complete("counsel", change, Map.of("outcome", "go-live", "comment", "One customer cannot hold all up"));

        assertThat(mails(change, "in effect, not for your data").stream()
                        .filter(mail -> mail.get("to").asText().contains(ANN))
                        .map(mail -> mail.get("text").asText()))
                .singleElement(STRING)
                .contains("Your objection " + objection
                        + " is open. An offer of a safeguard waits for your answer until the end of "
                        + last
                        + " (UTC); your page shows it. Once you accept, Openoffer may be used for your data at once. Once you accept,"
                        + " Openoffer may be used for your data only with this safeguard. If you reject the offer, or neither"
                        + " accept nor reply by then, no other offer follows: you may then terminate the affected orders and are"
                        + " refunded the fees paid ahead and not used.")
                .doesNotContain("Your page shows where it stands", "??");
        assertThat(visitor().page(noticeLink(change, ANN)))
                .contains("the end of " + last + " (UTC)")
                .containsPattern(
                        "you may then terminate the affected orders\\.</span>\\s+<span>For what you terminate, you are"
                                + " refunded the fees paid ahead and not used\\.");
    }

    // ---- who judges

    @Test
    void a_contested_refusal_is_judged_again_by_somebody_else() {
        String objection = file(announced(REGISTER, "Contestia"));
        complete("counsel", objection, Map.of("outcome", "refuse", "comment", "Data stay in the EU"));
        assertThat(recipientsOf(objection, "has been refused")).containsExactly(ANN);

        contesting.contest(objection, by(REGISTER, ANN), "They do not", List.of());
        settle();
        String task = task("legal", objection).get("id").asText();

        assertThat(tasks("counsel", objection)).isEmpty();
        assertThat(as("counsel")
                        .send("POST", "/api/v1/tasks/" + task + "/complete", Map.of("outcome", "admit"))
                        .statusCode())
                .isEqualTo(403);
        complete("legal", objection, Map.of("outcome", "admit", "comment", "They have a point"));
        assertThat(stateOf(objection)).isEqualTo("AWAITING_OFFER");
        assertThat(recipientsOf(objection, "and admits it")).containsExactly(ANN);
        assertThat(letter(objection, "You appealed the decision to refuse your objection " + objection))
                .contains("A different reviewer has looked at it and admits it; the refusal no longer counts.")
                .doesNotContain("has examined your objection");
        assertThat(visitor().page(noticeLink(change(objection, "change"), ANN)))
                .contains("Data stay in the EU", "Why it was refused at first; on appeal the refusal was overturned")
                .doesNotContain(">Why it was refused<");
        theLedgerIsWhole();
    }

    @Test
    void an_objection_filed_again_after_a_final_refusal_holds_the_change_up_once_it_is_admitted() {
        String passing = announced(REGISTER, "Repeata");
        String waiting = announced(REGISTER, "Repeatb");
        for (String change : List.of(passing, waiting)) {
            complete(
                    "counsel",
                    file(change),
                    Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Data stay in the EU"));
        }
        advance("P11D");

        String repeated = file(passing);
        String admitted = file(waiting);
        assertThat(recipientsOf(repeated, "An earlier objection of yours")).containsExactly(ANN);
        assertThat(objection(repeated).get("again").asBoolean()).isTrue();
        complete("counsel", admitted, Map.of("outcome", "admit"));
        advance("P20D");

        assertThat(state(passing)).isEqualTo("PUBLISHED");
        assertThat(stateOf(repeated)).isEqualTo("ASSESSMENT");
        assertThat(state(waiting)).isEqualTo("DECIDING");
    }

    @Test
    void after_a_final_refusal_of_an_objection_to_what_is_in_effect_its_use_goes_on() {
        String change = announced(REGISTER, "Finalia");
        String link = noticeLink(change, ANN);
        advance("P31D");
        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(visitor().page(link)).contains("Once a refusal is final, Finalia may be used for your data again.");
        String objection = file(change);
        complete(
                "counsel",
                objection,
                Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Data stay in the EU"));
        assertThat(visitor().page(link)).doesNotContain("and it applies to your data");
        assertThat(visitor().page(link + "/code?action=withdraw"))
                .contains(
                        "The change, which is in effect, applies to your data from that moment, as if you had not objected.")
                .doesNotContain("may then take effect");
        advance("P11D");

        assertThat(visitor().page(link))
                .contains("the decision is final.", "The change is in effect, and it applies to your data.")
                .doesNotContain("as things stand", "??");
    }

    @Test
    void an_objection_that_counts_once_it_is_admitted_is_dated_alike_by_mail_page_and_calendar() {
        String change = announced(REGISTER, "Anewline");
        String link = noticeLink(change, ANN);
        advance("P31D");
        assertThat(state(change)).isEqualTo("PUBLISHED");
        String used = new Dates()
                .day(LocalDate.ofInstant(
                        Instant.parse(change(change).get("publishedAt").asText()), ZoneOffset.UTC));
        advance("P1D");
        String first = file(change);
        String objected = new Dates().day(today());
        complete("counsel", first, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Data stay in the EU"));
        advance("P11D");
        String again = new Dates().day(today());
        advance("P1D");
        String second = file(change);
        String filed = new Dates().day(today());
        assertThat(objection(second).get("again").asBoolean()).isTrue();

        advance("P2D");
        complete("counsel", second, Map.of("outcome", "admit"));
        String admitted = new Dates().day(today());

        String stopped =
                "Anewline was in use for your data when the objection was admitted as a new one. Its use for your data"
                        + " stopped with the admission on " + admitted
                        + ": from then on, Anewline may not be used for your data under this change.";
        String history = used + " until the objection of " + objected + ", again " + again + " until the objection of "
                + filed + ", which counts since its admission on " + admitted;
        assertThat(letter(second, "and admits it"))
                .contains(stopped)
                .doesNotContain("when the objection was submitted");
        assertThat(visitor().page(link))
                .contains(
                        stopped,
                        history + " <span>(UTC)",
                        "It followed an objection that was refused for good, or withdrawn. It counts since its admission as a new one on "
                                + admitted + " (UTC).")
                .doesNotContain("when the objection was submitted");
        assertThat(visitor()
                        .page(link + "/calendar.ics")
                        .replaceAll("\\r?\\n[ \\t]", "")
                        .replace("\\,", ","))
                .contains(history);
    }

    @Test
    void whoever_objects_again_to_what_is_in_effect_reads_since_when_it_is_and_that_it_stays_so() {
        String change = announced(REGISTER, "Longlived");
        complete(
                "counsel",
                file(change),
                Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Data stay in the EU"));
        advance("P32D");
        String live = new Dates()
                        .day(LocalDate.ofInstant(
                                Instant.parse(change(change).get("publishedAt").asText()), ZoneOffset.UTC))
                + " (UTC)";
        advance("P5D");

        String again = file(change);

        String since = "In effect for your data since: " + live;
        assertThat(letter(again, "An earlier objection of yours"))
                .contains(since, "Until it does, this objection stops nothing. The change is in effect.")
                .doesNotContain("again since");
        complete("counsel", again, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Data stay in the EU"));
        advance("P11D");
        assertThat(letter(again, "The time to appeal"))
                .contains(since, "The change stays in effect for your data, as it was while this objection was open.")
                .doesNotContain("now applies", "again since");
        assertThat(visitor().page(noticeLink(change, ANN))).doesNotContain("again since", "until you objected");
    }

    @Test
    void one_matched_to_a_customer_with_a_final_refusal_is_filed_again_as_well() {
        String change = announced(REGISTER, "Repeatm");
        complete(
                "counsel",
                file(change),
                Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Data stay in the EU"));
        advance("P11D");
        String objection = record(change, null).get("reference").asText();
        settle();

        match(objection, "one");

        assertThat(objection(objection).get("again").asBoolean()).isTrue();
        assertThat(recipientsOf(objection, "An earlier objection of yours")).containsExactly(ANN);
    }

    // ---- whose it is

    /** The author of the change states it first, and another person of legal the same. */
    private void match(String objection, String customer) {
        complete("legal", objection, Map.of("outcome", "match", "customer", customer));
        assertThat(stateOf(objection)).isEqualTo("UNMATCHED");
        complete("counsel", objection, Map.of("outcome", "match", "customer", customer));
    }

    @Test
    void nobody_alone_gives_an_objection_to_a_customer_and_its_sender_is_told_that_it_was_given_to_one() {
        String change = announced(REGISTER, "Losable");
        String objection = record(change, null).get("reference").asText();
        settle();

        complete("counsel", objection, Map.of("outcome", "match", "customer", "free"));
        complete("counsel", objection, Map.of("outcome", "match", "customer", "free"));
        assertThat(stateOf(objection)).as("one person, twice").isEqualTo("UNMATCHED");
        complete("gc", objection, Map.of("outcome", "match", "customer", "one"));
        assertThat(stateOf(objection)).as("two people, two customers").isEqualTo("UNMATCHED");
        complete("legal", objection, Map.of("outcome", "match", "customer", "one"));
        assertThat(stateOf(objection)).as("the author is not the second").isEqualTo("UNMATCHED");
        assertThat(recipientsOf(objection, "to one of our customers")).isEmpty();
        assertThat(open(change)).isEqualTo(1);

        complete("gc", objection, Map.of("outcome", "match", "customer", "one"));

        assertThat(stateOf(objection)).isEqualTo("ASSESSMENT");
        assertThat(recipientsOf(objection, "We have assigned your objection"))
                .containsExactly("counsel@law.example.com");
        assertThat(recipientsOf(objection, "Customer: "))
                .as("its domain is another")
                .isEmpty();
    }

    @Test
    void a_sender_at_the_domain_of_a_contact_is_told_which_customer_it_was_taken_to_be() {
        String change = announced(REGISTER, "Nameable");
        String objection =
                record(change, null, "bob@One.example.com").get("reference").asText();
        settle();

        match(objection, "one");

        assertThat(recipientsOf(objection, "Customer: ")).containsExactly("bob@One.example.com");
    }

    @Test
    void an_own_contacts_email_is_not_swallowed_by_what_was_written_down_before_and_refused() {
        String change = announced(REGISTER, "Epistola");
        String strangers = writtenDown(change, "one");
        settle();
        complete("gc", strangers, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Data stay in the EU"));
        until(today().plusDays(9));

        String own = recorded("legal", change, "one", ANN).get("reference").asText();
        settle();

        assertThat(own).isNotEqualTo(strangers);
        assertThat(objection(own).get("late").asBoolean()).isFalse();
        assertThat(stateOf(own)).isEqualTo("ASSESSMENT");
        assertThat(stateOf(strangers)).isEqualTo("REFUSED");
    }

    @Test
    void an_email_of_a_contact_gives_its_customer_all_of_its_time_once_and_is_answered() {
        String change = announced(REGISTER, "Tempora");
        String strangers = writtenDown(change, "one");
        settle();
        complete("gc", strangers, Map.of("outcome", "admit"));
        complete("gc", strangers, Map.of("outcome", "give-up", "comment", "Nothing to offer"));
        advance("P20D");

        assertThat(reference(recorded("legal", change, "one", ANN))).isEqualTo(strangers);
        settle();

        LocalDate last = today().plusDays(30);
        assertThat(lastDay(strangers)).isEqualTo(last);
        String answer = text(strangers, "We have received your message, and added it");
        assertThat(answer)
                .contains("with the form on your own page: what you send joins it, and makes it your own objection");
        assertThat(recipientsOf(strangers, "We have received your message, and added it"))
                .containsExactly(ANN);
        assertThat(letters(strangers, "").stream().map(mail -> mail.get("text").asText()))
                .anyMatch(text -> text.contains(new Dates().day(last)));

        advance("P5D");
        recorded("legal", change, "one", ANN, "And once more");
        recorded("legal", change, "one", "counsel@law.example.com", "So do we");
        settle();

        assertThat(lastDay(strangers)).as("another email moves nothing").isEqualTo(last);
        assertThat(letters(strangers, "We have received your message, and added it"))
                .as("each message of a contact is answered, nobody else's is")
                .hasSize(2);
        advance("P3D");
        assertThat(file(change, ANN)).as("made its own").isEqualTo(strangers);
        assertThat(lastDay(strangers)).isEqualTo(today().plusDays(30));
    }

    @Test
    void an_email_of_a_contact_that_is_matched_gives_its_customer_the_same() {
        String change = announced(REGISTER, "Temporella");
        String offered = writtenDown(change, "one");
        String refused = writtenDown(change, "two");
        settle();
        complete("gc", offered, Map.of("outcome", "admit"));
        complete("gc", offered, Map.of("outcome", "give-up", "comment", "Nothing to offer"));
        advance("P20D");
        complete("gc", refused, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        String joining = record(change, null, ANN).get("reference").asText();
        String own =
                record(change, null, "bob@two.example.com").get("reference").asText();
        settle();

        match(joining, "one");
        match(own, "two");

        assertThat(lastDay(offered)).isEqualTo(today().plusDays(30));
        assertThat(stateOf(own)).as("not lost in what was refused").isEqualTo("ASSESSMENT");
        assertThat(objection(own).get("late").asBoolean())
                .as("as the refused one")
                .isFalse();
        assertThat(objections.getByReference(refused).isSettled()).isTrue();
    }

    @Test
    void what_came_in_time_stays_in_time_however_late_it_is_recorded_or_matched() {
        String change = announced(REGISTER, "Tarda");
        String first = writtenDown(change, "one");
        String second = writtenDown(change, "two");
        advance("P17D");
        refuseForItsGrounds(first);
        refuseForItsGrounds(second);
        advance("P5D");
        Instant came = settle();
        String unmatched = reference(record(change, null, "bob@two.example.com"));
        advance("P6D");
        assertThat(objections.getByReference(first).isSettled()).isTrue();

        String recorded = reference(recorded("legal", change, "one", ANN, "We object", came));
        match(unmatched, "two");

        assertThat(objection(recorded).get("late").asBoolean()).isFalse();
        assertThat(stateOf(unmatched)).isEqualTo("ASSESSMENT");
        assertThat(objection(unmatched).get("late").asBoolean()).isFalse();
        assertThat(objection(reference(recorded("legal", change, "two", ANN, "So do we", settle())))
                        .get("late")
                        .asBoolean())
                .as("one that comes now joins what is open")
                .isFalse();
    }

    @Test
    void what_staff_record_for_a_customer_begins_anew_after_a_refusal_once() {
        String change = announced(REGISTER, "Semelia");
        String strangers = writtenDown(change, "one");
        settle();
        refuseForItsGrounds(strangers);

        String same = reference(byLetter(change, "one", "Outside counsel"));
        String own = reference(byLetter(change, "one", "Ann's director"));

        assertThat(same).as("whoever was refused").isEqualTo(strangers);
        assertThat(own).isNotEqualTo(strangers);
        assertThat(stateOf(own)).isEqualTo("ASSESSMENT");
        refuseForItsGrounds(own);
        assertThat(reference(byLetter(change, "one", "Ann's deputy"))).isEqualTo(own);
        String contacts = reference(recorded("legal", change, "one", ANN, "Once more"));
        assertThat(contacts)
                .as("what was invented uses up no email of a contact")
                .isNotEqualTo(own);
        refuseForItsGrounds(contacts);
        assertThat(reference(recorded("legal", change, "one", ANN, "And once more")))
                .as("what its contacts want now, they say with their links")
                .isEqualTo(contacts);
        assertThat(file(change, ANN)).isNotEqualTo(contacts);
    }

    @Test
    void nothing_that_is_said_to_have_come_in_time_begins_one_objection_after_another() {
        String change = announced(REGISTER, "Catenia");
        String first = writtenDown(change, "one");
        advance("P17D");
        refuseForItsGrounds(first);
        Instant came = settle();
        advance("P11D");
        assertThat(objections.getByReference(first).isSettled()).isTrue();

        String strangers = reference(recorded("legal", change, "one", "stranger@elsewhere.example", "No", came));
        assertThat(objection(strangers).get("late").asBoolean())
                .as("one person's word for it")
                .isTrue();
        settle();
        complete("gc", strangers, Map.of("outcome", "refuse", "reason", "LATE", "comment", "Too late"));
        advance("P11D");
        String matched = matchedTo("one", change, "director@elsewhere.example", came);
        assertThat(objection(matched).get("late").asBoolean()).isFalse();
        refuseForItsGrounds(matched);
        Instant then = settle();
        advance("P11D");

        for (Instant at : List.of(came, then)) {
            String another = matchedTo("one", change, "third@elsewhere.example", at);
            assertThat(objection(another).get("late").asBoolean()).isTrue();
            settle();
            complete("gc", another, Map.of("outcome", "refuse", "reason", "LATE", "comment", "Too late"));
            advance("P11D");
        }
        String contacts = reference(recorded("legal", change, "one", ANN, "We object", then));
        assertThat(objection(contacts).get("late").asBoolean()).isFalse();
        refuseForItsGrounds(contacts);
        Instant last = settle();
        advance("P11D");
        assertThat(objection(reference(recorded("legal", change, "one", ANN, "Again", last)))
                        .get("late")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void what_is_written_down_after_a_refusal_that_it_would_have_joined_waits_to_be_admitted() {
        String change = announced(REGISTER, "Posterita");
        advance("P1D");
        String first = writtenDown(change, "one");
        settle();
        Instant came = settle();
        advance("P16D");
        refuseForItsGrounds(first);
        advance("P11D");

        String strangers = reference(recorded("legal", change, "one", "stranger@elsewhere.example", "No", came));

        assertThat(objections.getByReference(strangers).late()).isFalse();
        assertThat(objections.getByReference(strangers).again())
                .as("written down at once it would have joined")
                .isTrue();
        settle();
        complete("gc", strangers, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        advance("P11D");
        String contacts = reference(recorded("legal", change, "one", ANN, "We object", came));
        assertThat(objections.getByReference(contacts).again()).isFalse();
        refuseForItsGrounds(contacts);
        advance("P11D");
        for (Instant at : List.of(came, came.minusSeconds(3600))) {
            String another = reference(recorded("legal", change, "one", ANN, "Again", at));
            assertThat(objections.getByReference(another).again()).isTrue();
            settle();
            complete("gc", another, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
            advance("P11D");
        }
    }

    private String matchedTo(String customer, String change, String sender, Instant came) {
        String unmatched = reference(recorded("admin", change, null, sender, "We object, too", came));
        settle();
        match(unmatched, customer);
        return unmatched;
    }

    @Test
    void the_same_words_with_the_day_on_which_they_came_put_a_late_objection_right() {
        String change = announced(REGISTER, "Correcta");
        String first = writtenDown(change, "one");
        advance("P17D");
        refuseForItsGrounds(first);
        Instant came = settle();
        advance("P11D");
        String late = reference(recorded("legal", change, "one", ANN));
        assertThat(objection(late).get("late").asBoolean()).isTrue();

        assertThat(reference(recorded("legal", change, "one", ANN, "We object", came)))
                .isEqualTo(late);

        assertThat(objection(late).get("late").asBoolean()).isFalse();
    }

    @Test
    void what_came_in_time_is_decided_though_another_was_refused_as_late_before_it_was_assigned() {
        String change = announced(REGISTER, "Praeterita");
        String first = writtenDown(change, "one");
        String other = writtenDown(change, "two");
        advance("P17D");
        refuseForItsGrounds(first);
        refuseForItsGrounds(other);
        advance("P5D");
        String unmatched = reference(record(change, null, ANN));
        String finallyMatched = reference(record(change, null, "bob@two.example.com"));
        advance("P6D");
        String late = file(change, ANN);
        String lateToo = file(change, "bob@two.example.com");
        for (String each : List.of(late, lateToo)) {
            assertThat(objection(each).get("late").asBoolean()).isTrue();
            complete("gc", each, Map.of("outcome", "refuse", "reason", "LATE", "comment", "Too late"));
        }

        match(unmatched, "one");
        assertThat(stateOf(unmatched)).isEqualTo("ASSESSMENT");
        assertThat(objection(unmatched).get("late").asBoolean()).isFalse();
        assertThat(objections.getByReference(late).isSettled()).isTrue();
        advance("P11D");
        match(finallyMatched, "two");
        assertThat(objections.getByReference(finallyMatched).late()).isFalse();
        assertThat(objections.getByReference(finallyMatched).again())
                .as("it follows nothing that was decided")
                .isFalse();
    }

    @Test
    void a_refusal_on_appeal_for_another_reason_can_be_appealed_and_nothing_but_its_decision_ends_an_appeal() {
        String change = announced(REGISTER, "Restituta");
        advance("P10D");
        String unmatched = reference(record(change, null, "bob@two.example.com"));
        advance("P10D");
        String late = file(change, ANN);
        String lateToo = file(change, "bob@two.example.com");
        for (String each : List.of(late, lateToo)) {
            complete("gc", each, Map.of("outcome", "refuse", "reason", "LATE", "comment", "Too late"));
        }
        contesting.contest(late, by(REGISTER, ANN), "Our holidays", List.of());
        contesting.contest(lateToo, by(REGISTER, "bob@two.example.com"), "We wrote before", List.of());
        settle();

        assertThat(as("counsel")
                        .send(
                                "POST",
                                "/api/v1/tasks/"
                                        + task("counsel", late).get("id").asText() + "/complete",
                                Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"))
                        .body())
                .contains("The customer appealed a refusal as late: refuse it as late again, or admit it.");
        complete("counsel", late, Map.of("outcome", "refuse", "reason", "LATE", "comment", "Holidays are no reason"));
        assertThat(objections.getByReference(late).isSettled()).isTrue();

        match(unmatched, "two");
        assertThat(stateOf(unmatched)).isEqualTo("DECLINED");
        assertThat(stateOf(lateToo)).as("still to be decided on appeal").isEqualTo("CONTESTED");
        assertThat(objections.getByReference(lateToo).late()).isFalse();
        assertThat(visitor().page(noticeLink(change, "bob@two.example.com")))
                .contains("Counts as in time though the last day to object was");

        complete("counsel", lateToo, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        settle();
        assertThat(objections.getByReference(lateToo).isSettled()).isFalse();
        assertThat(letter(lateToo, "In the EU"))
                .contains(
                        "Appeal decided, and refused for another reason",
                        "The first reason no longer stands",
                        "You can appeal this decision once");
        assertThat(visitor().page(noticeLink(change, "bob@two.example.com")))
                .contains(
                        "for another reason, which can be appealed as well",
                        "has decided your appeal, and has refused your objection for another reason");
        contesting.contest(lateToo, by(REGISTER, "bob@two.example.com"), "They are not", List.of());
        settle();
        assertThat(letters(lateToo, "Appealed: decision by"))
                .as("one for each appeal")
                .hasSize(2);
        assertThat(tasks("counsel", lateToo)).isEmpty();
        complete("gc", lateToo, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "They are"));
        settle();
        assertThat(objections.getByReference(lateToo).isSettled()).isTrue();
        assertThat(visitor().page(noticeLink(change, "bob@two.example.com")))
                .contains("refused the objection again, and that is final");
        theLedgerIsWhole();
    }

    @Test
    void what_was_refused_for_its_sender_and_then_for_its_grounds_can_be_appealed_again() {
        String objection = reference(record(announced(REGISTER, "Ulteria"), "one"));
        settle();
        complete("gc", objection, Map.of("outcome", "refuse", "reason", "NOT_ENTITLED", "comment", "Who is that?"));
        settle();
        contesting.contest(objection, by(REGISTER, ANN), "It is ours", List.of());
        settle();
        assertThat(letter(objection, "Appealed: decision by"))
                .contains("or refused for another reason; you can appeal that refusal as well");

        complete("counsel", objection, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        settle();

        assertThat(objections.getByReference(objection).isSettled()).isFalse();
        assertThat(letter(objection, "In the EU")).contains("You can appeal this decision once");
        advance("P11D");
        assertThat(objections.getByReference(objection).isSettled()).isTrue();
        assertThat(objections.getByReference(objection).isRefusedOnAppeal()).isFalse();
    }

    @Test
    void nobody_stops_the_use_without_end_by_objecting_late() {
        String change = announced(REGISTER, "Perpetua");
        advance("P20D");
        String late = file(change, ANN);
        assertThat(objections.getByReference(late).again()).isFalse();
        complete("gc", late, Map.of("outcome", "refuse", "reason", "LATE", "comment", "Too late"));
        settle();
        takeBack(late);
        String another = file(change, ANN);
        assertThat(objections.getByReference(another).again()).isTrue();
        assertThat(letter(another, "We have your objection")).contains("was refused for good, or withdrawn");

        for (int round = 0; round < 2; round++) {
            String written = reference(record(change, "two", "sub@elsewhere.example.com"));
            assertThat(objections.getByReference(written).again()).isEqualTo(round > 0);
            settle();
            complete("gc", written, Map.of("outcome", "refuse", "reason", "LATE", "comment", "Too late"));
            advance("P11D");
        }
    }

    @Test
    void who_takes_back_what_was_refused_for_its_sender_has_not_objected_yet() {
        String change = announced(REGISTER, "Primigenia");
        String invented = reference(record(change, "one"));
        settle();
        complete("gc", invented, Map.of("outcome", "refuse", "reason", "NOT_ENTITLED", "comment", "Who is that?"));
        settle();
        contesting.contest(invented, by(REGISTER, ANN), "It is not ours", List.of());
        settle();
        takeBack(invented);

        assertThat(objections.getByReference(file(change, ANN)).again()).isFalse();
    }

    private void takeBack(String objection) {
        asking.ask(objection, Act.DROP, contactId(REGISTER, ANN), by(REGISTER, ANN));
        settle();
        withdrawing.drop(objection, by(REGISTER, ANN), code(objection));
        settle();
    }

    @Test
    void what_was_assigned_rightly_is_not_assigned_to_the_same_customer_again() {
        String change = announced(REGISTER, "Iterata");
        String written = writtenDown(change, "one");
        settle();
        refuseForItsGrounds(written);
        advance("P11D");
        String again = as("counsel")
                .post("/api/v1/objections/" + written + "/again", Map.of())
                .get("reference")
                .asText();
        settle();

        assertThat(as("legal")
                        .send(
                                "POST",
                                "/api/v1/tasks/"
                                        + task("legal", again).get("id").asText() + "/complete",
                                Map.of("outcome", "match", "customer", "one"))
                        .body())
                .contains("It was assigned to this customer before, as " + written);
        assertThat(stateOf(again)).isEqualTo("UNMATCHED");
    }

    @Test
    void an_email_that_means_an_appeal_is_answered_that_it_is_none() {
        String change = announced(REGISTER, "Appellia");
        String own = file(change, ANN);
        complete("counsel", own, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        settle();

        recorded("legal", change, "one", ANN, "We appeal the refusal");
        settle();

        assertThat(text(own, "We have received your message, and added it"))
                .contains(
                        "This message is no appeal, and begins no objection of its own. You can appeal on your own page, until the last day shown there.");
    }

    private void refuseForItsGrounds(String objection) {
        settle();
        complete("gc", objection, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        settle();
    }

    private JsonNode byLetter(String change, String customer, String sender) {
        return as("legal")
                .post(
                        "/api/v1/changes/" + change + "/objections",
                        Map.of(
                                "channel",
                                "LETTER",
                                "receivedAt",
                                settle().toString(),
                                "sender",
                                sender,
                                "customer",
                                customer,
                                "grounds",
                                "OBLIGATION",
                                "text",
                                "We object"));
    }

    private static String reference(JsonNode submitted) {
        return submitted.get("reference").asText();
    }

    private LocalDate lastDay(String objection) {
        return LocalDate.ofInstant(objections.getByReference(objection).dueAt(), ZoneOffset.UTC)
                .minusDays(1);
    }

    @Test
    void what_a_contact_made_the_customers_own_is_not_taken_up_as_somebody_elses() {
        String change = announced(REGISTER, "Propria");
        String written = writtenDown(change, "one");
        assertThat(file(change, ANN)).isEqualTo(written);

        assertThat(as("legal")
                        .send("POST", "/api/v1/objections/" + written + "/again", Map.of())
                        .body())
                .contains("unless a contact of the customer has made it the customer's own.");
    }

    @Test
    void what_was_declined_is_taken_up_again_and_counts_from_when_it_came() {
        String change = announced(REGISTER, "Revivable");
        JsonNode recorded = record(change, null);
        String objection = recorded.get("reference").asText();
        settle();
        complete("counsel", objection, Map.of("outcome", "decline", "comment", "A competitor's joke"));
        assertThat(open(change)).isZero();

        String again = as("counsel")
                .post("/api/v1/objections/" + objection + "/again", Map.of())
                .get("reference")
                .asText();
        settle();

        assertThat(again).isNotEqualTo(objection);
        assertThat(stateOf(objection)).isEqualTo("DECLINED");
        assertThat(stateOf(again)).isEqualTo("UNMATCHED");
        assertThat(objection(again).get("receivedAt")).isEqualTo(recorded.get("receivedAt"));
        assertThat(objection(again).get("messages").findValuesAsText("text")).contains("We object");
        assertThat(recipientsOf(again, "kept it with the time at which you submitted it"))
                .containsExactly("counsel@law.example.com");
        assertThat(open(change)).isEqualTo(1);

        match(again, "one");
        assertThat(objection(again).get("late").asBoolean()).isFalse();
    }

    @Test
    void an_objection_from_nobody_known_is_matched_and_counts_from_when_it_came() {
        String change = announced(REGISTER, "Matchline");
        JsonNode recorded = record(change, null);
        String objection = recorded.get("reference").asText();
        settle();
        assertThat(recorded.get("state").asText()).isEqualTo("UNMATCHED");
        assertThat(recipientsOf(objection, "kept it with the time at which you submitted it"))
                .containsExactly("counsel@law.example.com");

        match(objection, "one");

        JsonNode matched = objection(objection);
        assertThat(matched.get("state").asText()).isEqualTo("ASSESSMENT");
        assertThat(matched.at("/customer/id").asText()).isEqualTo("one");
        assertThat(matched.get("receivedAt")).isEqualTo(recorded.get("receivedAt"));
        assertThat(matched.get("late").asBoolean()).isFalse();
        assertThat(recipientsOf(objection, "It counts from the time given below"))
                .containsExactly(ANN);
    }

    @Test
    void who_proposed_a_change_rejects_no_objection_to_it_and_is_not_offered_to() {
        String change = announced(REGISTER, "Judgia");
        String unmatched = record(change, null).get("reference").asText();
        String known = record(change, "one").get("reference").asText();
        settle();
        for (Map<String, Object> rejection : List.<Map<String, Object>>of(
                Map.of("outcome", "decline", "comment", "Nobody's"),
                Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"),
                Map.of("outcome", "refuse", "reason", "NOT_ENTITLED", "comment", "Unknown"))) {
            String about = rejection.get("outcome").equals("decline") ? unmatched : known;
            JsonNode task = task("legal", about);
            assertThat(task.get("outcomes").toString())
                    .doesNotContain(rejection.get("outcome").toString());
            HttpResponse<String> answer =
                    as("legal").send("POST", "/api/v1/tasks/" + task.get("id").asText() + "/complete", rejection);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .contains(
                            "You proposed or amended the change that this objects to, or wrote this objection down; you can settle the"
                                    + " objection as its customer asks, and only somebody else of the legal group can refuse it.");
        }
        assertThat(task("counsel", unmatched).get("outcomes").toString()).contains("decline");
        assertThat(stateOf(unmatched)).isEqualTo("UNMATCHED");
        assertThat(stateOf(known)).isEqualTo("ASSESSMENT");

        complete("legal", known, Map.of("outcome", "admit"));
        assertThat(stateOf(known)).as("in the customer's favour").isEqualTo("AWAITING_OFFER");
        complete("counsel", unmatched, Map.of("outcome", "decline", "comment", "Nobody's"));
    }

    @Test
    void who_wrote_an_objection_down_rejects_it_neither_at_first_nor_on_appeal() {
        String change = announced(REGISTER, "Scribia");
        String unmatched = writtenDown(change, null);
        String known = writtenDown(change, "one");
        String appealed = writtenDown(change, "two");
        settle();
        mayNotReject(unmatched, Map.of("outcome", "decline", "comment", "Nobody's"));
        mayNotReject(known, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        mayNotReject(known, Map.of("outcome", "refuse", "reason", "NOT_ENTITLED", "comment", "Unknown"));
        assertThat(stateOf(unmatched)).isEqualTo("UNMATCHED");
        assertThat(stateOf(known)).isEqualTo("ASSESSMENT");

        complete("gc", appealed, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        settle();
        contesting.contest(appealed, by(REGISTER, "bob@two.example.com"), "It is in our contract", List.of());
        settle();
        mayNotReject(appealed, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        complete("counsel", appealed, Map.of("outcome", "admit"));
        assertThat(stateOf(appealed)).as("in the customer's favour").isEqualTo("AWAITING_OFFER");
    }

    @Test
    void what_staff_wrote_down_and_no_contact_took_up_takes_nothing_from_the_customer() {
        String bob = "bob@two.example.com";
        String change = announced(REGISTER, "Inventia");
        Instant told = settle();
        String link = noticeLink(change, ANN);
        String last = new Dates().day(LocalDate.ofInstant(told, ZoneOffset.UTC).plusDays(15)) + " (UTC)";
        String invented = writtenDown(change, "one");
        String answered = writtenDown(change, "two");
        settle();
        String nobodys =
                "None of your confirmed contacts submitted this objection. Once one of them answers it on your page, it"
                        + " counts as your own. If it is not yours, write to ";
        assertThat(text(invented, "We have your objection")).contains(nobodys);
        assertThat(visitor().page(link)).contains(nobodys);
        answering.reply(answered, by(REGISTER, bob), "We do object", List.of(), null);
        assertThat(visitor().page(noticeLink(change, bob))).doesNotContain("None of your confirmed contacts");

        for (String each : List.of(invented, answered)) {
            complete("gc", each, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        }
        settle();
        String own =
                "This takes nothing from your own right: your own contacts can still object to this change with their"
                        + " links, in time until the end of " + last
                        + ". That counts as your first objection: from its receipt,";
        String unadopted =
                "None of your confirmed contacts submitted this objection, or answered in it before it was refused.";
        String adopts =
                "If one of your own contacts appeals, the objection counts as your own from then on. If it is refused"
                        + " on appeal, that is final, and a later objection of yours counts only once our legal team admits it as a"
                        + " new one.";
        assertThat(text(invented, "has been refused, for the reasons below")).contains(unadopted, own, adopts);
        assertThat(visitor().page(link))
                .contains(
                        unadopted,
                        own,
                        adopts,
                        "Objection " + invented
                                + " was refused. None of your confirmed contacts submitted it, or answered in it"
                                + " before.",
                        "Object to this change<")
                .doesNotContain("You have objected.", "Submit a new objection", nobodys);
        assertThat(text(answered, "has been refused, for the reasons below"))
                .doesNotContain("None of your confirmed contacts", "takes nothing from your own right");

        advance("P11D");
        assertThat(stateOf(invented)).isEqualTo("REFUSED");
        assertThat(text(invented, "The time to appeal the decision"))
                .contains(own)
                .doesNotContain("You can submit a new objection");
        assertThat(visitor().page(link)).contains(own).doesNotContain("Submit a new objection");
        assertThat(text(answered, "The time to appeal the decision")).contains("You can submit a new objection");
        assertThat(visitor().page(noticeLink(change, bob))).contains("Submit a new objection");

        String first = file(change, ANN);
        assertThat(first).isNotEqualTo(invented);
        assertThat(visitor().page(link)).doesNotContain("is kept, and our legal team decides", "marked late");
        assertThat(inTheWay(first)).as("it counts from its receipt").isTrue();
        assertThat(inTheWay(file(change, bob)))
                .as("once legal admits it as new")
                .isFalse();
    }

    @Test
    void what_staff_wrote_down_keeps_no_customer_from_objecting_in_time() {
        String bob = "bob@two.example.com";
        String change = announced(REGISTER, "Relianca");
        String link = noticeLink(change, ANN);
        String invented = writtenDown(change, "one");
        String joined = writtenDown(change, "two");
        settle();
        String joins = "You can object yourself while " + invented
                + " is open, with the form on your own page: what you send joins it, and makes it your own objection. What you send"
                + " by email joins it too, and does not make it your own: please use the form.";
        assertThat(text(invented, "We have your objection")).contains(joins);
        assertThat(visitor().page(link))
                .contains(
                        joins, "Object to this change<", "What you send joins " + invented + "; its answer is due by ")
                .doesNotContain("You have objected.", "You objected, ");
        assertThat(visitor().page(link + "/objection")).contains(joins, "Why do you object?");
        assertThat(file(change, bob)).as("while it is open").isEqualTo(joined);
        assertThat(text(joined, "We have received your message, and added it"))
                .contains("The objection counts as your own from now on.");
        assertThat(visitor().page(noticeLink(change, bob)))
                .contains("You have objected.", "It counts as your own objection.")
                .doesNotContain("None of your confirmed contacts", "You can object yourself while");

        advance("P17D");
        complete("gc", invented, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        settle();
        String inTime =
                "This takes nothing from your own right: your own contacts can still object to this change with their"
                        + " links, in time until the end of " + new Dates().day(today().plusDays(10)) + " (UTC).";
        assertThat(text(invented, "has been refused, for the reasons below")).contains(inTime);
        assertThat(visitor().page(link)).contains(inTime).doesNotContain("marked late");
        assertThat(visitor().page(link + "/objection"))
                .contains("the end of " + new Dates().day(today().plusDays(10)) + " (UTC)")
                .doesNotContain("marked late");
        String own = file(change, ANN);

        assertThat(own).isNotEqualTo(invented);
        assertThat(objection(own).get("late").asBoolean()).isFalse();
        assertThat(stateOf(own)).isEqualTo("ASSESSMENT");
    }

    @Test
    void the_ledger_names_who_wrote_an_objection_down_and_the_case_its_customer() {
        String change = announced(REGISTER, "Scribonia");
        String known = writtenDown(change, "one");
        as("legal")
                .post(
                        "/api/v1/changes/" + change + "/objections",
                        Map.of(
                                "customer", "one",
                                "channel", "LETTER",
                                "receivedAt", settle().toString(),
                                "sender", "Outside counsel",
                                "text", "We add to it"));
        String unmatched = writtenDown(change, null);
        String own = file(change, "bob@two.example.com");
        settle();

        assertThat(actors(known)).containsExactly("objection.filed counsel", "objection.added legal");
        assertThat(actors(unmatched)).containsExactly("objection.filed counsel");
        assertThat(actors(own)).containsExactly("objection.filed " + by(REGISTER, "bob@two.example.com"));
        assertThat(jdbc.sql(
                                "select distinct author from objection_message where objection = :id and author <> 'system'")
                        .param("id", objections.getByReference(known).id())
                        .query(String.class)
                        .list())
                .containsExactly("customer:" + objections.getByReference(known).customer());
    }

    private List<String> actors(String objection) {
        return jdbc.sql("""
                        select kind || ' ' || actor from ledger_entry
                         where subject = :subject and kind in ('objection.filed', 'objection.added') order by id""").param("subject", objection).query(String.class).list();
    }

    private boolean inTheWay(String objection) {
        return !objections.getByReference(objection).isToBeAdmittedAnew();
    }

    private String text(String objection, String opening) {
        return letter(objection, opening);
    }

    private String writtenDown(String change, String customer) {
        return recorded("counsel", change, customer, "counsel@law.example.com")
                .get("reference")
                .asText();
    }

    private void mayNotReject(String objection, Map<String, Object> rejection) {
        JsonNode task = task("counsel", objection);
        assertThat(task.get("outcomes").toString())
                .doesNotContain(rejection.get("outcome").toString());
        HttpResponse<String> answer =
                as("counsel").send("POST", "/api/v1/tasks/" + task.get("id").asText() + "/complete", rejection);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains(
                        "or wrote this objection down; you can settle the objection as its customer asks, and only somebody"
                                + " else of the legal group can refuse it.");
    }

    @Test
    void an_objection_that_is_nobodys_is_declined_and_its_sender_told_why() {
        String change = announced(REGISTER, "Declinia");
        String objection = record(change, null).get("reference").asText();
        settle();

        complete("counsel", objection, Map.of("outcome", "decline", "comment", "A competitor's joke"));

        assertThat(stateOf(objection)).isEqualTo("DECLINED");
        assertThat(recipientsOf(objection, "as an objection of one of our customers"))
                .containsExactly("counsel@law.example.com");
        assertThat(open(change)).isZero();
    }

    @Test
    void what_is_matched_to_a_customer_with_a_live_case_goes_into_that_case() {
        String change = announced(REGISTER, "Joinery");
        String live = file(change);
        String objection = record(change, null).get("reference").asText();
        settle();

        match(objection, "one");

        assertThat(stateOf(objection)).isEqualTo("DECLINED");
        assertThat(objection(live).get("messages").findValuesAsText("text")).contains("We object");
        assertThat(visitor().page(noticeLink(change, ANN)))
                .contains("<strong>Outside counsel (counsel@law.example.com)</strong>")
                .doesNotContain("Somebody");
        assertThat(open(change)).isEqualTo(1);
        assertThat(recipientsOf(objection, "as an objection of one of our customers"))
                .isEmpty();
    }

    @Test
    void who_may_not_object_is_heard_as_a_comment_and_told_so() {
        String change = announced(REGISTER, "Commentry");

        JsonNode comment = record(change, "free");
        settle();

        assertThat(comment.get("state").asText()).isEqualTo("COMMENT");
        assertThat(recipients(comment.get("reference").asText(), "your comment"))
                .containsExactly("cem@free.example.com");
        assertThat(mails(comment.get("reference").asText(), "your comment")).allSatisfy(mail -> {
            assertThat(mail.get("text").asText()).as("no page is its own").doesNotContain("/n/");
            assertThat(mail.get("html").asText()).doesNotContain("/n/");
        });
        assertThat(open(change)).isZero();
    }

    @Test
    void a_late_objection_is_kept_marked_and_can_be_heard() {
        String change = announced(REGISTER, "Lateness");
        advance("P17D");

        String objection = file(change);

        assertThat(objection(objection).get("late").asBoolean()).isTrue();
        assertThat(stateOf(objection)).isEqualTo("ASSESSMENT");
        complete("counsel", objection, Map.of("outcome", "admit"));
        assertThat(stateOf(objection)).isEqualTo("AWAITING_OFFER");
    }

    // ---- what it means for the change

    @Test
    void an_accepted_exemption_settles_the_objection() {
        String change = announced(REGISTER, "Exemptia");
        String objection = file(change);

        settleByExemption(objection);

        JsonNode settled = objection(objection);
        assertThat(settled.get("state").asText()).isEqualTo("EXEMPTED");
        assertThat(settled.get("settledAt").isNull()).isFalse();
        assertThat(settled.at("/offer/cure").asText()).isEqualTo("EXEMPTION");
        assertThat(recipientsOf(objection, "It settles your objection")).containsExactly(ANN);
        assertThat(open(change)).isZero();
    }

    @Test
    void an_exemption_that_ends_leaves_its_customer_where_the_others_are() {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
        String change = announced(REGISTER, "Exemptissa");
        String objection = file(change);
        LocalDate published = today().plusDays(31);
        LocalDate until = today().plusDays(60);
        settleBy(
                objection,
                Map.of(
                        "outcome",
                        "offer",
                        "cure",
                        "EXEMPTION",
                        "comment",
                        "Not before your new contract",
                        "until",
                        until.toString()));
        String link = noticeLink(change, ANN);

        advance("P31D");
        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(visitor().page(link).replaceAll("\\s+", " "))
                .contains("in effect for others", "is not used for your data until the end of " + day.format(until))
                .contains(
                        "The exemption you agreed to still holds, whatever OpsTicket decides about a new objection: while it runs,"
                                + " Exemptissa is not used for your data under this change, unless you agree to something else.")
                .containsPattern("On the list since.{0,80}" + day.format(published))
                .doesNotContain("In effect since");
        assertThat(mails(change, "in effect, not for your data").stream()
                        .filter(mail -> mail.get("to").asText().contains(ANN))
                        .map(mail -> mail.get("text").asText()))
                .singleElement(STRING)
                .contains(
                        "is not used for your data until the end of " + day.format(until),
                        "Your objection " + objection + " was settled by the offer you accepted.")
                .doesNotContain("in effect for your data", "??");
        assertThat(visitor().page(link + "/calendar.ics").replace("\r\n ", ""))
                .contains("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(until))
                .contains("Last day of your exemption", "After this day the change may take effect for your data")
                .containsPattern("(?s)UID:objection\\.(?:(?!END:VEVENT).)*STATUS:CANCELLED");

        until(until.minusDays(4));
        assertThat(recipientsOf(objection, "ends at the end of")).isEmpty();
        until(until.plusDays(15));
        assertThat(recipientsOf(objection, "ends at the end of"))
                .as("the clock stopped on the way at the day of this reminder")
                .containsExactly(ANN);
        assertThat(letter(objection, "ends at the end of"))
                .contains(
                        "Your exemption from Exemptissa (change " + change + "), agreed to settle your objection "
                                + objection + " (its words stand below), ends at the end of " + day.format(until)
                                + " (UTC).",
                        "Not before your new contract",
                        "Earliest effective date for you: " + day.format(until.plusDays(1)) + " (UTC)",
                        "In effect for others since: " + day.format(published) + " (UTC)",
                        "The change is in effect for others already",
                        "decides, no last day is set for its answer, and without its consent the exemption ends on that"
                                + " day")
                .doesNotContain("??");
        assertThat(as("legal")
                        .get("/api/v1/objections/" + objection)
                        .get("state")
                        .asText())
                .isEqualTo("EXEMPTED");

        assertThat(recipientsOf(objection, "ended at the end of"))
                .as("told on the day after as well")
                .containsExactly(ANN);
        String since = day.format(until.plusDays(1));
        assertThat(letter(objection, "ended at the end of"))
                .contains(
                        "The vendor may be used for your data from: " + since + " (UTC)",
                        "Exemptissa may be used for your data from the day given above.")
                .doesNotContain("??");
        assertThat(letters(objection, "Your exemption from")).hasSize(2);
        assertThat(visitor().page(link).replaceAll("\\s+", " "))
                .contains(
                        "may be used for your data since " + since + " (UTC)",
                        "If you want another exemption, reply to one of our emails about it: OpsTicket decides, and no day"
                                + " is set for its answer. Such a request is not an objection: unless you object anew, as said below, or another"
                                + " exemption is agreed, the change stays in effect for your data.",
                        "The exemption agreed about this change has ended. You can submit a new objection, with"
                                + " the form on your own page or by an email that says that you object. While it is open, Exemptissa may"
                                + " not be used for your data under this change. Our legal team answers it within 10 days; if it"
                                + " misses that day, this never counts against you.",
                        "The last day to object has passed. A late objection is kept and marked late, and our legal team"
                                + " decides about it.",
                        "If a new objection is refused, you get the reasons and can appeal once.",
                        "Once a refusal is final, Exemptissa may be used for your data again.",
                        "If a new objection is admitted and no agreement is reached, you may terminate the affected order and are"
                                + " refunded the fees paid ahead and not used.",
                        "By email, say that you object: reply to the message this link came in, or write to")
                .containsPattern("May be used for your data since.{0,80}" + since)
                .doesNotContain(
                        "in effect for others", "at the earliest", "outcome of your earlier objection stands", "??");
        assertThat(visitor().page(link + "/calendar.ics").replace("\r\n ", ""))
                .contains("May be used for your data since " + since + ".")
                .doesNotContain("In effect for your data since");
        file(change);
        assertThat(visitor().page(link).replaceAll("\\s+", " "))
                .as("a new objection counts from its receipt, as was said")
                .contains("Exemptissa may not be used for your data under this change, as things stand.");
    }

    @Test
    void a_change_goes_live_without_its_objectors_by_a_decision_and_their_cases_go_on() {
        String change = announced(REGISTER, "Decidia");
        String objection = file(change);
        advance("P31D");
        assertThat(state(change)).isEqualTo("DECIDING");
        assertThat(taskPage(change))
                .contains(objection, "would be left out; its objection goes on", "1 open, 0 of them to be assigned")
                .doesNotContain("??");

        complete("counsel", change, Map.of("outcome", "go-live", "comment", "One customer cannot hold all up"));

        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(isListed(REGISTER, "Decidia")).isTrue();
        assertThat(objection(objection).get("leftOutAt").isNull()).isFalse();
        assertThat(objection(objection).get("settledAt").isNull()).isTrue();
        assertThat(tasks("legal", objection)).hasSize(1);
        assertThat(mails(change, "in effect, not for your data").stream()
                        .filter(mail -> mail.get("to").asText().contains(ANN))
                        .map(mail -> mail.get("text").asText()))
                .singleElement(STRING)
                .contains(
                        "Decidia may not be used for your data under this change, as things stand.",
                        "Your objection " + objection + " is open.")
                .doesNotContain("in effect for your data", "??");

        complete("counsel", objection, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "In the EU"));
        advance("P11D");
        assertThat(letter(objection, "has ended."))
                .containsPattern("In effect for your data since: \\d+ \\w+ \\d{4} \\(UTC\\)")
                .contains("The change is in effect, and it now applies to your data too.")
                .doesNotContain("may take effect", "??");
        assertThat(visitor().page(noticeLink(change, ANN)).replaceAll("\\s+", " "))
                .containsPattern("In effect since.{0,40}for others:.{0,200}for your data: ")
                .doesNotContain("??");
        theLedgerIsWhole();
    }

    @Test
    void nobody_goes_live_over_an_objection_that_is_still_to_be_matched() {
        String change = announced(REGISTER, "Overlook");
        String objection = record(change, null).get("reference").asText();
        advance("P31D");
        assertThat(state(change)).isEqualTo("DECIDING");
        String task = task("counsel", change).get("id").asText();
        assertThat(outcomes(change)).containsExactly("postpone", "withdraw");
        assertThat(taskPage(change))
                .contains(objection, "has to be assigned or declined first", "Assign or decline it first")
                .doesNotContain("value=\"go-live\"");

        assertThat(as("counsel")
                        .send(
                                "POST",
                                "/api/v1/tasks/" + task + "/complete",
                                Map.of("outcome", "go-live", "comment", "Now"))
                        .body())
                .contains("still to be assigned");

        assertThat(state(change)).isEqualTo("DECIDING");
        complete("counsel", objection, Map.of("outcome", "decline", "comment", "Nobody's"));
        settle();
        assertThat(state(change)).isEqualTo("PUBLISHED");
    }

    @Test
    void going_live_without_objectors_is_not_offered_where_nobody_can_be_left_out() {
        String change = add(REGISTER, "Indispensable", Map.of("subprocessor.excludable", false));
        approve("counsel", change);
        file(change);
        advance("P31D");
        assertThat(state(change)).isEqualTo("DECIDING");

        String page = taskPage(change);

        assertThat(outcomes(change)).containsExactly("postpone", "withdraw");
        assertThat(page)
                .contains("settle their objections, postpone or withdraw", "value=\"postpone\"")
                .doesNotContain("value=\"go-live\"", "??");
    }

    @Test
    void whoever_objects_to_a_modification_is_left_out_of_it_and_goes_on_with_the_vendor_as_before() {
        String change = propose(
                REGISTER, "MODIFY", "PostHog", Map.of("subprocessor.exclusion", "Its screens are not recorded."));
        assertThat(taskPage(change))
                .contains(
                        "If an exemption is agreed",
                        "Whoever is left out of this change keeps PostHog as before. Check that this says nothing else: “Its"
                                + " screens are not recorded.”")
                .doesNotContain("Doing without", "??");
        approve("counsel", change);
        String objection = file(change);
        assertThat(visitor().page(noticeLink(change, ANN)).replaceAll("\\s+", " "))
                .contains(
                        "If an exemption is agreed</dt> <dd>",
                        "the change to PostHog may not apply to your data, and the use of PostHog as before the change goes"
                                + " on")
                .doesNotContain("Doing without");
        assertThat(visitor().page("/r/" + REGISTER + "/changes/" + change))
                .contains("If an exemption is agreed")
                .doesNotContain("Doing without");
        advance("P31D");

        assertThat(taskPage(change))
                .contains(
                        objection,
                        "Going live leaves the customers below out of this change. It does not apply to them, the use of PostHog"
                                + " as before the change goes on, and their objections go on. They were told: “Its screens are not recorded.”",
                        "Check that this stays true with the change.")
                .doesNotContain("They stay uncleared", "??");

        complete("counsel", change, Map.of("outcome", "go-live", "comment", "One customer cannot hold all up"));
        assertThat(visitor().page("/r/" + REGISTER))
                .contains("<b>If an exemption is agreed</b> <span>Its screens are not recorded.</span>")
                .doesNotContain("Doing without", "Opt-out option");
    }

    private List<String> outcomes(String change) {
        List<String> outcomes = new ArrayList<>();
        task("counsel", change).get("outcomes").forEach(outcome -> outcomes.add(outcome.asText()));
        return outcomes;
    }

    @Test
    void a_change_waits_for_an_open_objection_and_goes_on_by_itself_when_it_is_settled() {
        String change = announced(REGISTER, "Waitford");
        String objection = file(change);
        advance("P31D");
        assertThat(state(change)).isEqualTo("DECIDING");
        assertThat(isListed(REGISTER, "Waitford")).isFalse();
        LocalDate earliest = LocalDate.ofInstant(
                        Instant.parse(change(change).get("announcedAt").asText()), ZoneId.of("UTC"))
                .plusDays(31);
        advance("P2D");
        String past = "not in effect yet; the earliest day, " + new Dates().day(earliest) + " (UTC), has passed";
        String list = visitor().page("/r/" + REGISTER);
        assertThat(list).contains(past);
        assertThat(visitor().page("/r/" + REGISTER + "/changes/" + change))
                .contains(past)
                .doesNotContain("; it may be later");
        assertThat(visitor().page("/r/" + REGISTER + "/feed.atom"))
                .contains("The change is not in effect yet; the earliest day, " + new Dates().day(earliest)
                        + " (UTC), has passed.");
        assertThat(visitor().page(noticeLink(change, "bob@two.example.com")))
                .contains("The change takes effect once every condition for it is met, which may take a while yet.")
                .doesNotContain("at any time");

        settleByExemption(objection);
        settle();

        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(tasks("counsel", change)).isEmpty();
    }

    @Test
    void a_withdrawn_change_makes_its_objections_moot_and_says_so() {
        String change = announced(REGISTER, "Mootland");
        String objection = file(change);

        as("legal").post("/api/v1/changes/" + change + "/withdrawal", Map.of("reason", "Not needed"));
        settle();

        assertThat(stateOf(objection)).isEqualTo("MOOT");
        assertThat(recipientsOf(objection, "was withdrawn")).containsExactly(ANN);
        assertThat(tasks("legal", objection)).isEmpty();
    }

    @Test
    void legal_settles_an_objection_by_withdrawing_the_change_for_everybody() {
        String change = announced(REGISTER, "Givenup");
        String objection = file(change);
        complete("counsel", objection, Map.of("outcome", "admit"));

        complete("counsel", objection, Map.of("outcome", "withdraw-change", "comment", "They are right"));
        settle();

        assertThat(state(change)).isEqualTo("WITHDRAWN");
        assertThat(stateOf(objection)).isEqualTo("MOOT");
    }

    @Test
    void an_amended_change_asks_its_objectors_whether_they_stand() {
        String change = announced(REGISTER, "Amendia");
        String objection = file(change);
        LocalDate answered = today().plusDays(10);
        advance("P1D");

        amend(change);

        assertThat(recipientsOf(objection, "Your objection stands unless you say otherwise"))
                .containsExactly(ANN);
        assertThat(letter(objection, "Your objection stands"))
                .contains("Answer by (as before): the end of "
                        + DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                                .format(answered) + " (UTC)")
                .doesNotContain("??");
        assertThat(stateOf(objection)).isEqualTo("ASSESSMENT");
        assertThat(open(change)).isEqualTo(1);
        assertThat(visitor().page(noticeLink(change, ANN))).contains("/acknowledge\"");
        advance("P8D");
        assertThat(recipients(change, "reminder"))
                .as("there is a conversation with the objector")
                .containsExactly("bob@two.example.com");
    }

    // ---- what people do

    private String file(String change) {
        return file(change, ANN);
    }

    /** An email of an outside counsel, written down a moment after it came. @param customer null for nobody known */
    private JsonNode record(String change, String customer) {
        return record(change, customer, "counsel@law.example.com");
    }

    private JsonNode record(String change, String customer, String email) {
        return recorded("admin", change, customer, email);
    }

    private JsonNode recorded(String staff, String change, String customer, String email) {
        return recorded(staff, change, customer, email, "We object");
    }

    private JsonNode recorded(String staff, String change, String customer, String email, String text) {
        return recorded(staff, change, customer, email, text, settle());
    }

    private JsonNode recorded(
            String staff, String change, String customer, String email, String text, Instant receivedAt) {
        Map<String, Object> came = new HashMap<>(Map.of(
                "channel", "EMAIL",
                "receivedAt", receivedAt.toString(),
                "sender", "Outside counsel",
                "organisation", "Customer one",
                "email", email,
                "grounds", "OBLIGATION",
                "text", text));
        came.put("customer", customer);
        return as(staff).post("/api/v1/changes/" + change + "/objections", came);
    }

    private String taskPage(String change) {
        Api counsel = visitor();
        counsel.submit("/login", "/login", "username=counsel&password=demo");
        return counsel.page("/changes/" + change + "/tasks/"
                + task("counsel", change).get("id").asText());
    }

    private void settleByExemption(String objection) {
        settleBy(objection, Map.of("outcome", "offer", "cure", "EXEMPTION", "comment", "We will not use it for you"));
    }

    private void settleBy(String objection, Map<String, Object> offer) {
        complete("counsel", objection, Map.of("outcome", "admit"));
        complete("counsel", objection, offer);
        asking.ask(objection, Act.ACCEPT, contactId(REGISTER, ANN), by(REGISTER, ANN));
        settle();
        answering.accept(objection, by(REGISTER, ANN), code(objection), null);
        settle();
    }

    private String change(String objection, String field) {
        return objection(objection).get(field).asText();
    }

    private String stateOf(String reference) {
        return objection(reference).get("state").asText();
    }
}
