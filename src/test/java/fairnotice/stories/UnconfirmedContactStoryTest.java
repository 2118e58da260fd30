package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.AcknowledgingNotice;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import fairnotice.notice.Start;
import fairnotice.objection.AnsweringOffer;
import fairnotice.objection.Objections;
import fairnotice.refusal.Refused;
import fairnotice.web.Dates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A contact that one administrator alone entered is written to, and nothing that it gets or does counts for its customer. */
class UnconfirmedContactStoryTest extends Story {

    private static final String REGISTER = StoryRegister.UNCONFIRMED.id();
    private static final String FROM_RECEIPT = StoryRegister.UNCONFIRMED_RECEIPT.id();

    @Autowired
    private Notices notices;

    @Autowired
    private Customers customers;

    @Autowired
    private Objections objections;

    @Autowired
    private AcknowledgingNotice acknowledging;

    @Autowired
    private AnsweringOffer answering;

    @Test
    void its_message_starts_no_clock_before_another_administrator_confirms_it_and_counts_from_then_on() {
        enteredAlone(REGISTER, "lost", "eve@lost.example.com");
        String change = announced(REGISTER, "Lostline");
        String link = noticeLink(change, "eve@lost.example.com");

        assertThat(notice(change, REGISTER, "lost").start()).isNull();
        assertThat(reach(change, "lost")).hasSize(1);
        Api counsel = visitor();
        counsel.submit("/login", "/login", "username=counsel&password=demo");
        assertThat(counsel.page("/changes/" + change + "/tasks/"
                        + reach(change, "lost").get(0).get("id").asText()))
                .contains(
                        "eve@lost.example.com",
                        "A message to this contact starts no notice period until another administrator has confirmed the contact.");
        assertThat(visitor().page(link))
                .contains(
                        "We have not confirmed your address as a contact of Customer lost yet.",
                        "Your notice period starts when our message to a confirmed contact of your organisation is accepted")
                .doesNotContain("/acknowledge\"", "??");
        advance("P20D");
        Instant confirmed = settle();
        confirm(REGISTER, "lost");

        Notice counted = notice(change, REGISTER, "lost");
        assertThat(counted.start().by()).isEqualTo(Start.By.SENT);
        assertThat(counted.start().at())
                .as("whoever confirms late takes no time from the customer")
                .isBetween(confirmed, confirmed.plus(Duration.ofMinutes(1)));
        assertThat(counted.dates().objectionsClose().lastDay())
                .isEqualTo(LocalDate.ofInstant(confirmed, ZoneOffset.UTC).plusDays(15));
        assertThat(reach(change, "lost")).isEmpty();
        assertThat(visitor().page(link)).contains("/acknowledge\"").doesNotContain("We have not confirmed");
        withdraw(change);
    }

    @Test
    void written_to_again_at_an_address_that_one_person_put_right_it_counts_once_that_is_confirmed() {
        customers(REGISTER, customer("late", "enterprise", contact("nobody@refused.example.net", "PRIVACY")));
        String change = announced(REGISTER, "Lateline");
        customers(REGISTER, customer("late", "enterprise", contact("found@late.example.com", "PRIVACY")));
        complete(
                "counsel",
                reach(change, "late").get(0),
                Map.of("outcome", "write-again", "contact", contactId(REGISTER, "found@late.example.com")));

        assertThat(recipients(change, "notice of a change")).contains("found@late.example.com");
        assertThat(notice(change, REGISTER, "late").start()).isNull();
        assertThat(reach(change, "late")).hasSize(1);
        confirm(REGISTER, "late");

        assertThat(notice(change, REGISTER, "late").start().by()).isEqualTo(Start.By.SENT);
        assertThat(reach(change, "late")).isEmpty();
        withdraw(change);
    }

    @Test
    void what_it_does_proves_no_receipt() {
        enteredAlone(FROM_RECEIPT, "deaf", "eve@deaf.example.com");
        String change = announced(FROM_RECEIPT, "Deafline");
        Notice notice = notice(change, FROM_RECEIPT, "deaf");
        Contact eve = customer(FROM_RECEIPT, "deaf").contacts().get(0);

        assertThatThrownBy(() -> acknowledging.acknowledge(notice.id(), eve))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("We have not confirmed your address as a contact of your organisation yet.");
        String objection = file(change, "eve@deaf.example.com");

        assertThat(objections.getByReference(objection).late()).isFalse();
        Notice after = notice(change, FROM_RECEIPT, "deaf");
        assertThat(after.start()).isNull();
        assertThat(after.acknowledgedAt()).isNull();
        withdraw(change);
    }

    @Test
    void what_staff_write_down_ends_no_reminder_to_its_contacts() {
        customers(REGISTER, customer("calm", "enterprise", contact("ann@calm.example.com", "PRIVACY")));
        String change = announced(REGISTER, "Calmline");
        as("legal")
                .post(
                        "/api/v1/changes/" + change + "/objections",
                        Map.of(
                                "channel", "LETTER",
                                "customer", "calm",
                                "sender", "Ann",
                                "grounds", "LOCATION",
                                "text", "Not there",
                                "receivedAt", settle().toString()));
        settle();
        assertThat(notice(change, REGISTER, "calm").acknowledgedAt()).isNull();
        advance("P8D");
        assertThat(recipients(change, "reminder")).contains("ann@calm.example.com");
        withdraw(change);
    }

    @Test
    void having_objected_first_it_reads_nothing_once_the_customers_own_contacts_have() {
        customers(REGISTER, customer("pair", "enterprise", contact("ann@pair.example.com", "PRIVACY")));
        customers(
                REGISTER,
                customer(
                        "pair",
                        "enterprise",
                        contact("ann@pair.example.com", "PRIVACY"),
                        contact("eve@pair.example.com", "PRIVACY")));
        String change = announced(REGISTER, "Pairline");
        String eves = noticeLink(change, "eve@pair.example.com");
        String objection = file(change, "eve@pair.example.com");
        assertThat(visitor().page(eves)).contains(objection);

        assertThat(file(change, "ann@pair.example.com")).isEqualTo(objection);

        assertThat(visitor().status(eves)).isEqualTo(403);
        int before = letters(objection, "").stream()
                .filter(mail -> mail.get("to").asText().contains("eve@"))
                .toList()
                .size();
        complete("counsel", objection, Map.of("outcome", "admit", "comment", "Has a point"));
        assertThat(letters(objection, "").stream()
                        .filter(mail -> mail.get("to").asText().contains("eve@")))
                .hasSize(before);
        assertThat(visitor().page(noticeLink(change, "ann@pair.example.com"))).contains("has admitted your objection");
        confirm(REGISTER, "pair");
        assertThat(visitor().page(eves)).contains(objection);
        withdraw(change);
    }

    @Test
    void what_it_led_to_takes_no_time_from_an_own_contact_that_makes_it_the_customers() {
        givenAnUnconfirmedContact("slow");
        String change = announced(REGISTER, "Slowline");
        String objection = broughtToATermination(change, "eve@slow.example.com");
        Instant first = objections.getByReference(objection).dueAt();
        advance("P10D");
        LocalDate joined = today();

        assertThat(file(change, "ann@slow.example.com")).isEqualTo(objection);

        Instant due = objections.getByReference(objection).dueAt();
        assertThat(due).isAfter(first);
        assertThat(LocalDate.ofInstant(due, ZoneOffset.UTC)).isEqualTo(joined.plusDays(31));
        assertThat(letters(objection, "").stream()
                        .filter(mail -> mail.get("to").asText().contains("ann@slow"))
                        .map(mail -> mail.get("text").asText()))
                .anyMatch(text -> text.contains(new Dates().day(joined.plusDays(30))));
        advance("P25D");
        assertThat(objections.getByReference(objection).state().name()).isEqualTo("TERMINATION_OFFERED");
        advance("P6D");
        assertThat(objections.getByReference(objection).state().name()).isEqualTo("LAPSED");
    }

    @Test
    void an_own_contact_that_replies_that_it_objects_has_all_of_its_time_as_well() {
        givenAnUnconfirmedContact("reply");
        String change = announced(REGISTER, "Replyline");
        String objection = broughtToATermination(change, "eve@reply.example.com");
        advance("P10D");

        answering.reply(objection, by(REGISTER, "ann@reply.example.com"), "We object", List.of(), null);
        settle();

        assertThat(objections.getByReference(objection).dueAt())
                .isEqualTo(today().plusDays(31).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** A customer with the contact Ann, to whom one administrator alone has added Eve. */
    private void givenAnUnconfirmedContact(String id) {
        Map<String, Object> ann = contact("ann@" + id + ".example.com", "PRIVACY");
        customers(REGISTER, customer(id, "enterprise", ann));
        customers(REGISTER, customer(id, "enterprise", ann, contact("eve@" + id + ".example.com", "PRIVACY")));
    }

    /** @return an objection of that contact whose customer may terminate orders */
    private String broughtToATermination(String change, String email) {
        String objection = file(change, email);
        complete("counsel", objection, Map.of("outcome", "admit", "comment", "Has a point"));
        complete("counsel", objection, Map.of("outcome", "give-up", "comment", "Nothing to offer"));
        return objection;
    }

    /** A customer whose only contact no message reaches; one administrator enters another instead. */
    private void enteredAlone(String register, String id, String email) {
        customers(register, customer(id, "enterprise", contact("nobody@refused.example.net", "PRIVACY")));
        customers(register, customer(id, "enterprise", contact(email, "PRIVACY")));
    }

    private List<JsonNode> reach(String change, String id) {
        return tasks("counsel", change).stream()
                .filter(task -> task.get("name").asText().equals("Reach the customer"))
                .filter(task -> task.get("customer").asText().equals("Customer " + id))
                .toList();
    }

    private Notice notice(String change, String register, String id) {
        return notices.of(change, 1, customer(register, id).id()).orElseThrow();
    }

    private Customer customer(String register, String id) {
        return customers.find(register, id).orElseThrow();
    }
}
