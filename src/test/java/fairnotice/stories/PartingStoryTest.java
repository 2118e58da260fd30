package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.objection.Act;
import fairnotice.objection.AnsweringOffer;
import fairnotice.objection.DisputingSettlement;
import fairnotice.objection.RequestingCode;
import fairnotice.web.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a customer that terminated one of its orders reads on its page. */
class PartingStoryTest extends Story {

    private static final String REGISTER = StoryRegister.PARTING.id();

    @Autowired
    private RequestingCode asking;

    @Autowired
    private AnsweringOffer answering;

    @Autowired
    private DisputingSettlement disputing;

    @Test
    void whoever_terminated_one_order_reads_for_which_orders_the_change_is_in_effect() {
        String ivy = "ivy@partly.example.com";
        String objection = terminated("Otherline", "partly", ivy, 0);
        String change = changeOf(objection);
        String link = noticeLink(change, ivy);
        assertThat(objection(objection, "state")).isEqualTo("TERMINATING");
        complete("finance", termination(objection), Map.of("outcome", "approve"));
        advance("P35D");

        assertThat(objection(objection, "state")).isEqualTo("TERMINATED");
        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(letter(objection, "is closed. The refund is given below"))
                .contains(
                        "For the orders that go on you can submit a new objection, with the form on your own page or by an email that"
                                + " says that you object. While it is open, Otherline may not be used for your data under this change.",
                        "If a new objection is refused, you get the reasons and can appeal once.",
                        "If a new objection is admitted and no agreement is reached, you may terminate the affected order and are"
                                + " refunded the fees paid ahead and not used.")
                .doesNotContain("??");
        assertThat(visitor().page(link))
                .contains(
                        "It applies to your other orders, not to those you terminated.",
                        "In effect for your other orders since",
                        "For the orders that go on you can submit a new objection, with the form on your own page or by an email that"
                                + " says that you object. While it is open, Otherline may not be used for your data under this change. Our"
                                + " legal team answers it within 10 days; if it misses that day, this never counts against you.")
                .doesNotContain(">In effect since<");
    }

    @Test
    void whoever_terminated_one_order_reads_of_the_others_while_the_notice_runs() {
        String finn = "finn@running.example.com";
        String objection = terminated("Runline", "running", finn, 0);
        String link = noticeLink(changeOf(objection), finn);
        LocalDate first = today().plusDays(31);
        complete("finance", termination(objection), Map.of("outcome", "approve"));
        advance("P7D");

        assertThat(objection(objection, "state")).isEqualTo("TERMINATED");
        assertThat(visitor().page(link))
                .contains(
                        "Your notice period is running. The change does not apply to your other orders before it has ended, and"
                                + " never to those you terminated.",
                        "The change may take effect for your other orders from " + new Dates().day(first)
                                + " (UTC), at the earliest, and never for those you terminated.",
                        "Earliest effective date for your other orders<")
                .doesNotContain(
                        "does not apply to your data before",
                        "may take effect for your data from",
                        ">Earliest effective date<");
    }

    @Test
    void whoever_terminated_one_order_can_object_for_the_others_at_once_and_in_time() {
        String gwen = "gwen@beside.example.com";
        String objection = terminated("Sideline", "beside", gwen, 300);
        String change = changeOf(objection);
        String link = noticeLink(change, gwen);
        String inTime = "An objection for the orders that go on is in time until the end of "
                + new Dates().day(today().plusDays(15))
                + " (UTC). One that arrives later is kept, marked late, and decided.";
        assertThat(objection(objection, "state")).isEqualTo("TERMINATING");
        assertThat(mails(termination(objection), "confirmed").get(0).get("text").asText())
                .contains(inTime + " Use the form on your own page, or an email that says that you object.");
        assertThat(visitor().page(link))
                .contains(
                        inTime,
                        "Your termination stands. For the orders that go on you can submit a new objection, with the form on your"
                                + " own page or by an email that says that you object. While it is open, Sideline may not be used for your"
                                + " data under this change. Our legal team answers it within 10 days; if it misses that day, this never"
                                + " counts against you.",
                        link + "/objection")
                .doesNotContain("You have objected.", "You objected, ");
        assertThat(visitor().page(link + "/objection")).contains("Which orders are affected?");
        assertThat(visitor().page(link + "/calendar.ics"))
                .contains("Last day to object")
                .doesNotContainPattern("(?s)UID:objection\\.(?:(?!END:VEVENT).)*STATUS:CANCELLED");

        String other = file(change, gwen);

        assertThat(other).isNotEqualTo(objection);
        assertThat(objection(other, "state")).isEqualTo("ASSESSMENT");
        assertThat(as("auditor").get("/api/v1/objections/" + other).get("late").asBoolean())
                .isFalse();
        assertThat(objection(objection, "state")).isEqualTo("TERMINATING");
        assertThat(visitor().page(link))
                .contains(other, termination(objection), "You have objected.")
                .doesNotContain("For the orders that go on you can submit");
    }

    @Test
    void whoever_agrees_for_the_others_reads_that_the_change_waits_for_the_terminated_orders() {
        String hugo = "hugo@still.example.com";
        LocalDate last = today().plusDays(60);
        String change = changeOf(terminated("Stillline", "still", hugo, 0, last));
        String link = noticeLink(change, hugo);
        advance("P31D");
        complete("counsel", change, Map.of("outcome", "go-live", "comment", "One customer cannot hold all up"));
        assertThat(state(change)).isEqualTo("PUBLISHED");
        String day = new Dates().day(last.plusDays(1));

        String other = file(change, hugo);
        complete("counsel", other, Map.of("outcome", "admit"));
        complete("counsel", other, Map.of("outcome", "offer", "cure", "SAFEGUARD", "comment", "We mask"));
        String never = "The change never applies to the orders you terminated.";
        String atOnce = "may be used for your data at once";
        assertThat(letter(other, "makes you the offer below"))
                .contains(
                        "Earliest effective date for your other orders if you accept: " + day + " (UTC)",
                        "Once you accept, Stillline may be used for your other orders only with this safeguard.",
                        never)
                .doesNotContain(atOnce, "for you,", "??");
        assertThat(visitor().page(link))
                .contains(
                        "Earliest effective date for your other orders if you accept<",
                        "<dd>" + day + " (UTC)</dd>",
                        "Withdrawing closes the objection. The change may then take effect for your other orders as if you had not objected.")
                .doesNotContain(atOnce, "date for you<", "??");
        assertThat(visitor().page(link + "/code?action=accept"))
                .contains("Earliest effective date for your other orders if you accept<", day + " (UTC)")
                .doesNotContain(atOnce, "date for you<", "??");

        asking.ask(other, Act.ACCEPT, contactId(REGISTER, hugo), by(REGISTER, hugo));
        settle();
        assertThat(letter(other, "asked for this code, to confirm the step"))
                .contains("Earliest effective date for your other orders if you accept: " + day, never);
        answering.accept(other, by(REGISTER, hugo), code(other), null);
        settle();

        assertThat(letter(other, "The offer below was accepted"))
                .contains(
                        "Earliest effective date for your other orders: " + day + " (UTC)",
                        "What was agreed, and from when the change may take effect for your other orders, stands above.",
                        never,
                        "No other message is sent when the change takes effect")
                .doesNotContain("now applies", "In effect for", "??");
        assertThat(visitor().page(link))
                .contains(
                        "Stillline may not be used for your data under the orders you terminated: not while they run, until the"
                                + " end of " + new Dates().day(last) + " (UTC) at the latest, and not afterwards.",
                        "Stillline may not be used for other orders of yours before " + day + " (UTC).",
                        "Earliest effective date for your other orders<",
                        "<dd>" + day + " (UTC)</dd>")
                .doesNotContain("it applies to your", "??");
        assertThat(clearance("still", "Stillline").toString())
                .contains("which run until the end of " + new Dates().day(last))
                .contains("\"cleared\":false");
        assertThat(calendar(link))
                .contains("may not be used for your data under the orders you terminated")
                .doesNotContain("In effect for your data since");

        until(last.plusDays(1));
        assertThat(visitor().page(link))
                .contains(
                        "The change is in effect, and it applies to your other orders.",
                        "for your other orders: " + day + " (UTC)")
                .doesNotContain("it applies to your data", "??");
        assertThat(clearance("still", "Stillline").toString()).contains("\"cleared\":true");
    }

    @Test
    void whoever_agrees_on_an_exemption_for_the_others_reads_of_those_everywhere() {
        String jan = "jan@exempt.example.com";
        LocalDate until = today().plusDays(60);
        String objection = terminated("Exemptline", "exempt", jan, 0, today().plusDays(3));
        String change = changeOf(objection);
        String link = noticeLink(change, jan);
        String other = file(change, jan);
        complete("counsel", other, Map.of("outcome", "admit"));
        complete(
                "counsel",
                other,
                Map.of("outcome", "offer", "cure", "EXEMPTION", "comment", "Not yet", "until", until.toString()));
        String day = new Dates().day(until);
        String untilThen = "The vendor is not used for your other orders until: the end of " + day + " (UTC)";
        assertThat(letter(other, "makes you the offer below"))
                .contains(untilThen)
                .doesNotContain("your data until", "??");
        asking.ask(other, Act.ACCEPT, contactId(REGISTER, jan), by(REGISTER, jan));
        settle();
        assertThat(visitor().page(link + "/code?action=accept"))
                .contains("An exemption: the vendor is not used for your other orders<")
                .doesNotContain("not used for you<", "??");
        answering.accept(other, by(REGISTER, jan), code(other), null);
        settle();

        String after = new Dates().day(until.plusDays(1));
        String agreed = "You agreed on an exemption: Exemptline is not used for your other orders until the end of "
                + day + " (UTC). After that day it may be used, from " + after + " (UTC) at the earliest.";
        String prolong = "by itself it does not keep the change from your other orders after that day.";
        assertThat(letter(other, "The offer below was accepted"))
                .contains(untilThen, prolong)
                .doesNotContain("from your data", "??");
        assertThat(visitor().page(link))
                .contains(
                        agreed,
                        prolong,
                        "An exemption: the vendor is not used for your other orders<",
                        "Earliest effective date for your other orders<")
                .doesNotContain("not used for your data", "not used for you<", "date for you<", "??");
        assertThat(calendar(link))
                .contains("After this day the change may take effect for your other orders, from " + after)
                .doesNotContain("take effect for your data");

        advance("P32D");
        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(mails(change, "in effect, not for your other orders until the end of " + day)
                        .toString())
                .contains(agreed, prolong)
                .doesNotContain("not used for your data");
        until(until.plusDays(1));
        assertThat(visitor().page(link))
                .contains(
                        "Your exemption ended at the end of " + day
                                + " (UTC). Exemptline may be used for your other orders since " + after,
                        "An exemption: the vendor was not used for your other orders<")
                .doesNotContain("used for your data since", "??");
    }

    @Test
    void whoever_withdraws_for_the_others_reads_of_those() {
        String iris = "iris@taken.example.com";
        LocalDate last = today().plusDays(60);
        String change = changeOf(terminated("Takenline", "taken", iris, 0, last));
        String other = file(change, iris);
        complete("counsel", other, Map.of("outcome", "refuse", "reason", "GROUNDS", "comment", "Not reasonable"));
        String day = new Dates().day(last.plusDays(1));
        assertThat(letter(other, "has been refused"))
                .contains("Once the refusal is final, Takenline may be used for your other orders from " + day
                        + " (UTC) at the earliest.")
                .doesNotContain("for your data from", "??");
        assertThat(visitor().page(noticeLink(change, iris)))
                .contains("Once the refusal is final, Takenline may be used for your other orders from " + day);

        advance("P11D");

        assertThat(letter(other, "has ended."))
                .contains(
                        "The change may take effect for your other orders once your notice period and the orders you"
                                + " terminated have ended.",
                        "Earliest effective date for your other orders: " + day + " (UTC)",
                        "The change never applies to the orders you terminated.")
                .doesNotContain("take effect for your data", "take effect for you ", "??");
    }

    private JsonNode clearance(String customer, String vendor) {
        return as("auditor")
                .get("/api/v1/registers/" + REGISTER + "/clearances?customer=" + customer + "&subprocessor=" + vendor);
    }

    private String calendar(String link) {
        return visitor()
                .page(link + "/calendar.ics")
                .replaceAll("\\r?\\n[ \\t]", "")
                .replace("\\,", ",");
    }

    @Test
    void whoever_terminated_one_order_is_asked_about_the_data_of_that_one_alone() {
        String dora = "dora@half.example.com";
        LocalDate last = today().plusDays(5);
        String objection = terminated("Halfline", "half", dora, 300, last);
        String link = noticeLink(changeOf(objection), dora);
        String alone =
                "This is about the personal data of the orders you terminated alone: A-2 and the data processed for what"
                        + " goes on stay as they are.";
        String termination = termination(objection);
        assertThat(mails(termination, "confirmed").toString()).contains(alone).doesNotContain("all personal data");
        assertThat(visitor().page(link)).contains(alone).doesNotContain("all personal data");

        advance("P7D");
        assertThat(letters(termination, "What half terminated").toString())
                .contains(
                        "OpsTicket: your termination has taken effect (" + termination + ") – half",
                        "What half terminated with OpsTicket because of its objection "
                                + objection
                                + " to the change " + changeOf(objection) + " has ended; the last day was "
                                + new Dates().day(last) + " (UTC). The termination is " + termination + ".",
                        "- A-1, Suite: the whole order. The last day was " + new Dates().day(last) + " (UTC).",
                        "What goes on: A-2.",
                        alone)
                .doesNotContain("all personal data", "your orders have ended");
        assertThat(visitor().page(link)).contains(alone).doesNotContain("all personal data");
    }

    @Test
    void whoever_waits_for_a_refund_has_left_with_the_last_day_of_its_orders() {
        String kim = "kim@unpaid.example.com";
        LocalDate last = today().plusDays(40);
        String objection = terminated("Unpaidline", "unpaid", kim, 300, last);
        String change = changeOf(objection);
        String link = noticeLink(change, kim);
        until(last);
        assertThat(clearance("unpaid", "Unpaidline").toString()).contains("\"cleared\":false");

        until(last.plusDays(1));

        String day = new Dates().day(last.plusDays(1));
        assertThat(objection(objection, "state")).isEqualTo("TERMINATING");
        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(clearance("unpaid", "Unpaidline").toString())
                .contains("\"cleared\":true", "The orders it ended because of its objection are over; others go on.");
        assertThat(visitor().page(link))
                .contains(
                        "It applies to your other orders, not to those you terminated.",
                        "What you terminated ended on the days shown below. How the refund stands is shown there too.",
                        "You will receive a statement by email when the refund is paid.",
                        "Your other orders go on.")
                .doesNotContain("runs until its last day", "may not be used for your data under the orders", "??");
        assertThat(calendar(link)).contains("In effect for your other orders since");

        String termination = termination(objection);
        advance("P3D");
        complete("finance", termination, Map.of("outcome", "approve"));
        Map<String, Object> payment =
                Map.of("currency", "EUR", "paymentReference", "SEPA 1", "paidOn", today().toString());
        complete("cfo", termination, Map.of("outcome", "paid", "payments", List.of(payment)));
        assertThat(objection(objection, "state")).isEqualTo("TERMINATED");
        assertThat(letter(objection, "has ended; the last day was"))
                .contains("In effect for your other orders since: " + day + " (UTC)");
    }

    @Test
    void whoever_waits_for_a_refund_reads_the_day_as_past_once_it_is() {
        String joe = "joe@waiting.example.com";
        LocalDate elected = today();
        String change = changeOf(terminated("Refundline", "waiting", joe, 300));
        String link = noticeLink(change, joe);
        String day = new Dates().day(elected.plusDays(10)) + " (UTC)";
        assertThat(visitor().page(link)).contains("approves or corrects the calculated refund by the end of " + day);

        advance("P12D");

        assertThat(visitor().page(link))
                .contains(
                        "should have approved or corrected the calculated refund by the end of " + day,
                        "the refund is still to be approved and paid.")
                .doesNotContain("approves or corrects");
        String missed =
                "OpsTicket was to approve or correct the calculated refund for these orders by the end of " + day
                        + ", and has not done so. That never counts against you: your termination stands, and the refund is still to be"
                        + " approved and paid.";
        assertThat(lateRefunds(joe))
                .singleElement(STRING)
                .contains(missed, "The change does not apply to the orders you terminated.")
                .doesNotContain("??");
        advance("P3D");
        assertThat(lateRefunds(joe)).as("told once").hasSize(1);
    }

    private List<String> lateRefunds(String to) {
        return mails("TRM-", "your refund is late").stream()
                .filter(mail -> mail.get("to").asText().contains(to))
                .map(mail -> mail.get("text").asText())
                .toList();
    }

    @Test
    void whoever_may_terminate_orders_reads_of_its_notice_only_while_that_runs() {
        String eva = "eva@later.example.com";
        customers(
                REGISTER,
                Map.of(
                        "id",
                        "later",
                        "name",
                        "Later",
                        "plan",
                        "enterprise",
                        "contacts",
                        List.of(contact(eva, "OWNER")),
                        "orders",
                        List.of(order("L-1", 0), order("L-2", 0))));
        String running = unsettled("Lateend", eva, "PT1S");
        String link = noticeLink(changeOf(running), eva);
        assertThat(visitor().page(link)).contains("but not before your notice period has ended.");
        assertThat(visitor().page(link + "/termination"))
                .contains("may take effect once your notice period and the terminated orders have ended.");

        String over = unsettled("Laterend", eva, "P32D");
        String after = noticeLink(changeOf(over), eva);
        assertThat(visitor().page(after))
                .contains("and the change may then take effect for your data.")
                .doesNotContain("not before your notice period");
        assertThat(letter(over, "You may terminate the affected orders"))
                .contains("and the change may then take effect for your data.");
        assertThat(visitor().page(after + "/termination"))
                .contains("for it the change may take effect once the terminated orders have ended.");
    }

    @Test
    void whoever_named_one_order_reads_that_it_may_terminate_the_others_too() {
        String noa = "noa@named.example.com";
        customers(
                REGISTER,
                Map.of(
                        "id",
                        "named",
                        "name",
                        "Named",
                        "plan",
                        "enterprise",
                        "contacts",
                        List.of(contact(noa, "OWNER")),
                        "orders",
                        List.of(order("N-1", 0), order("N-2", 0))));
        String change = announced(REGISTER, "Namedline");
        String objection = as("admin")
                .post(
                        "/api/v1/changes/" + change + "/objections",
                        Map.of(
                                "channel", "EMAIL",
                                "receivedAt", settle().toString(),
                                "sender", "Noa",
                                "email", noa,
                                "grounds", "OBLIGATION",
                                "text", "We object",
                                "customer", "named",
                                "orders", List.of("N-2")))
                .get("reference")
                .asText();
        settle();
        String link = noticeLink(change, noa);
        String both = "You named N-2; you may terminate your other orders too.";
        assertThat(letter(objection, "We have your objection"))
                .contains("Orders that the objection is about: N-2")
                .doesNotContain("you may terminate");
        complete("counsel", objection, Map.of("outcome", "admit"));
        assertThat(visitor().page(link)).doesNotContain("You named");
        complete("counsel", objection, Map.of("outcome", "give-up", "comment", "We cannot"));
        settle();

        assertThat(letter(objection, "No agreement was reached")).contains(both);
        assertThat(visitor().page(link)).contains(both);
        assertThat(visitor().page(link + "/termination")).contains(both, "Terminate N-1", "Terminate N-2");
        advance("P27D");
        assertThat(letter(objection, "and you may still terminate")).contains(both);

        String all = unsettled("Wholeline", noa, "PT1S");
        assertThat(letter(all, "No agreement was reached")).doesNotContain("You named");
        assertThat(visitor().page(noticeLink(changeOf(all), noa))).doesNotContain("You named");
    }

    @Test
    void whoever_waits_in_vain_for_an_answer_about_its_refund_is_told_once_and_again_when_its_orders_have_ended() {
        String uma = "uma@disputed.example.com";
        LocalDate last = today().plusDays(20);
        String objection = terminated("Disputeline", "disputed", uma, 0, last);
        disputing.dispute(objection, by(REGISTER, uma), "You owe us more", List.of());
        String since = new Dates().day(today());
        String due = new Dates().day(today().plusDays(5));
        advance("P4D");
        assertThat(letters(objection, "and has not done so")).isEmpty();

        advance("P2D");
        assertThat(letter(objection, "and has not done so"))
                .contains(
                        "Overdue: the answer about your refund was due by " + due + " (UTC)",
                        "OpsTicket was to answer your message about the refund for the orders you terminated because of your"
                                + " objection " + objection,
                        "by the end of " + due + " (UTC), and has not done so. This never counts against you.",
                        "The answer is still to come, and no later day is set for it. Until OpsTicket has answered, what is"
                                + " refunded stays as it is")
                .doesNotContain("??");
        assertThat(recipientsOf(objection, "and has not done so")).containsExactly(uma);
        advance("P3D");
        assertThat(letters(objection, "and has not done so")).hasSize(1);

        until(last.plusDays(1));
        assertThat(mails(termination(objection), "your termination has taken effect")
                        .get(0)
                        .get("text")
                        .asText())
                .contains("Your message of " + since
                        + " about the refund still waits for OpsTicket's answer, which was to come by the end of " + due
                        + " (UTC). The delay never counts against you, and OpsTicket still has to answer.")
                .doesNotContain("??");
        disputing.dispute(objection, by(REGISTER, uma), "We still wait", List.of());
        advance("P7D");
        assertThat(letters(objection, "and has not done so")).hasSize(1);
        theLedgerIsWhole();
    }

    private String termination(String objection) {
        for (JsonNode each : as("finance").get("/api/v1/terminations")) {
            if (each.get("objection").asText().equals(objection)) {
                return each.get("reference").asText();
            }
        }
        throw new AssertionError("No termination follows " + objection);
    }

    /** @param wait between the announcement and the end of the search for an agreement */
    private String unsettled(String vendor, String email, String wait) {
        String objection = file(announced(REGISTER, vendor), email);
        complete("counsel", objection, Map.of("outcome", "admit"));
        advance(wait);
        complete("counsel", objection, Map.of("outcome", "give-up", "comment", "We cannot"));
        settle();
        return objection;
    }

    private String terminated(String vendor, String customer, String email, int prepaid) {
        return terminated(vendor, customer, email, prepaid, today().plusDays(5));
    }

    /** One of two orders, with the code. */
    private String terminated(String vendor, String customer, String email, int prepaid, LocalDate last) {
        customers(
                REGISTER,
                Map.of(
                        "id",
                        customer,
                        "name",
                        customer,
                        "plan",
                        "enterprise",
                        "contacts",
                        List.of(contact(email, "OWNER")),
                        "orders",
                        List.of(order("A-1", prepaid), order("A-2", 0))));
        String change = announced(REGISTER, vendor);
        String objection = file(change, email);
        complete("counsel", objection, Map.of("outcome", "admit"));
        complete("counsel", objection, Map.of("outcome", "give-up", "comment", "We cannot"));
        settle();
        String link = noticeLink(change, email);
        String choice = "orders=A-1&lastDay%5BA-1%5D=" + last;
        Api visitor = visitor();
        String contact = visitor.page(link + "/termination?step=worksheet&" + choice)
                .replaceAll("(?s).*name=\"contact\" value=\"([^\"]+)\".*", "$1");
        visitor.submit(link, link + "/termination", "step=code&" + choice + "&contact=" + contact);
        visitor.submit(link, link + "/termination", "step=confirm&" + choice + "&code=" + code(objection));
        settle();
        return objection;
    }

    private Map<String, Object> order(String id, int prepaid) {
        return Map.of(
                "id",
                id,
                "product",
                "Suite",
                "begins",
                today().minusDays(10).toString(),
                "ends",
                today().plusDays(300).toString(),
                "prepaid",
                prepaid,
                "currency",
                "EUR");
    }

    private String changeOf(String objection) {
        return objection(objection, "change");
    }

    private String objection(String reference, String field) {
        return as("auditor").get("/api/v1/objections/" + reference).get(field).asText();
    }
}
