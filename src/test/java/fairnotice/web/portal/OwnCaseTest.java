package fairnotice.web.portal;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysInOrder;
import static fairnotice.web.PageText.saysNot;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.Role;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.WithdrawingChange;
import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.Contact;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.embedded.Received;
import fairnotice.inbox.Completion;
import fairnotice.inbox.Completion.Refunding;
import fairnotice.inbox.Completion.Settling;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.ledger.Ledger;
import fairnotice.notice.Notice;
import fairnotice.objection.Grounds;
import fairnotice.objection.MissedDays;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.StoredAttachment;
import fairnotice.objection.Threads;
import fairnotice.objection.WritingInThread;
import fairnotice.register.ChangeKind;
import fairnotice.register.Settlement.Cure;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import fairnotice.termination.TerminationState;
import fairnotice.web.Dates;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

class OwnCaseTest extends OwnPages {

    private static final Actor GC = new Actor("gc", Set.of(Role.LEGAL));

    @Autowired
    Threads threads;

    @Autowired
    WritingInThread writing;

    @Autowired
    private ReadingInbox inbox;

    @Autowired
    private MissedDays missed;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ConfirmingCustomerChange confirming;

    @Autowired
    private WithdrawingChange withdrawing;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    @Autowired
    JdbcClient jdbc;

    private static String in(int days) {
        return new Dates().day(LocalDate.now(ZoneOffset.UTC).plusDays(days)) + " (UTC)";
    }

    @Test
    void an_offer_is_answered_twice_and_then_accepted_with_a_code() throws Exception {
        customerWithOrders("settler");
        String reference = announced("Case One");
        String own = own(reference, "settler");
        String objection = objected(reference, "settler");
        open(own).andExpect(says(">with OpsTicket</span>", "In time. The last day to object: the end of " + in(15)));

        await(() -> !mails("bill-settler@customers.example.com", "We have your objection")
                .isEmpty());
        assertThat(mails("bill-settler@customers.example.com", "We have your objection")
                        .get(0))
                .contains(
                        "Submitted with the link of: Ann of settler",
                        "If nobody at your organisation submitted it, reply at once.");

        String other = " This does not affect your other rights under your agreement or the law.";
        for (String page : List.of("", "/code?action=withdraw")) {
            open(own + page)
                    .andExpect(says("After the withdrawal no orders can be terminated on the ground of this objection."
                            + other));
        }
        work(objection, LEGAL, Completion.of("admit", null));
        for (int round = 1; round <= 2; round++) {
            open(own)
                    .andExpect(says(
                            "After the withdrawal you may no longer terminate orders on the ground of this"
                                    + " objection, should no agreement be reached." + other,
                            round == 1
                                    ? "OpsTicket has admitted your objection and is working on an offer."
                                    : "OpsTicket has your answer and is working on another offer.",
                            "hear that none can be made, by the end of " + in(10),
                            "OpsTicket has set this time: 10 days, counted from the day "
                                    + (round == 1 ? "your objection was admitted" : "you answered the offer")
                                    + "; that day does not count.",
                            "an offer may still come until the end of " + in(40)
                                    + ". After that day no more offers follow, and you may terminate"))
                    .andExpect(saysInOrder("submitted the objection", "admitted the objection"))
                    .andExpect(saysNot("our email about this"));
            offer(objection, "Offer number " + round);
            open(own)
                    .andExpect(says(
                            "30 days, counted from the day our email about this was sent to you; that day does not count.",
                            "Offer number " + round,
                            "Accept the offer",
                            "Case One may not be used for your data under this change, as things stand",
                            "Earliest effective date for you if you accept",
                            "or neither accept nor reply by the end of " + in(30) + ", no other offer follows",
                            "A reply does not reject the offer, but the offer can no longer be accepted after it.",
                            "With the withdrawal the open offer lapses, and you may no longer terminate orders"
                                    + " on the ground of this objection." + other,
                            "Once you accept, no orders can be terminated on the ground of this" + " objection."
                                    + other,
                            "<button type=\"submit\">Reject the offer</button>",
                            "No other offer follows: you may then terminate"))
                    .andExpect(saysNot("the step before it", "type=\"radio\"", "Earliest effective date</dt>"));
            for (int click = 0; click < 2; click++) {
                submit(own + "/reply", "action", "reply", "text", "More, please: " + round)
                        .andExpect(redirectedUrl(own));
            }
        }
        assertThat(threads.thread(newest(reference, "settler").id()))
                .filteredOn(message -> message.text().startsWith("More, please"))
                .hasSize(2);
        offer(objection, "Offer number 3");

        open(own + "/code?action=accept")
                .andExpect(says(
                        "Ann of settler, s…@customers.example.com",
                        "Once you accept, no orders can be terminated on the ground of this" + " objection." + other,
                        "Earliest effective date for you if you accept"))
                .andExpect(saysNot("settler@customers.example.com", "Bill of settler"));
        submit(own + "/code", "action", "accept").andExpect(says("Please choose who gets"));
        String bill = contact(reference, "settler", 1);
        submit(own + "/code", "action", "accept", "contact", bill)
                .andExpect(says("Please choose one of the contacts who may decide"));
        String ann = contact(reference, "settler", 0);
        long id = of(notice(reference, "settler")).contacts().get(0).id();
        submit(own + "/code", "action", "accept", "contact", Long.toString(id))
                .andExpect(says("Please choose who gets the code."));
        open(own + "/code?action=accept")
                .andExpect(says("name=\"contact\" value=\"" + ann + "\""))
                .andExpect(saysNot("value=\"" + id + "\""));
        submit(own + "/code", "action", "accept", "contact", ann)
                .andExpect(redirectedUrl(own + "/code?action=accept&contact=" + ann));
        String code = code("settler@customers.example.com", 1);
        String until = endOfCode("settler@customers.example.com");
        open(own + "/code?action=accept&contact=" + ann)
                .andExpect(says("id=\"code\"", "The code is valid until " + until + "."));
        submit(own + "/reply", "action", "accept", "contact", ann, "code", "1234")
                .andExpect(says("href=\"#code\"", "value=\"1234\"", "The code is valid until " + until + "."));
        open(own + "/code?action=accept&contact=" + bill).andExpect(saysNot("The code is valid until"));
        assertThat(mails("settler@customers.example.com", "accept the offer made")
                        .get(0))
                .contains(
                        code,
                        "Valid until " + until + ". It can be used once.",
                        "Offer number 3",
                        "Kind of offer: An explanation",
                        "Earliest effective date for you if you accept:")
                .doesNotContain("??");
        assertThat(mailbox.to("settler@customers.example.com").get(0).subject())
                .isEqualTo("OpsTicket: objection to Case One (" + objection + ") – Customer settler");
        submit(own + "/reply", "action", "withdraw", "code", code).andExpect(says("error-summary"));
        assertThat(newest(reference, "settler").state()).isEqualTo(ObjectionState.OFFERED);
        submit(own + "/reply", "action", "accept", "code", code).andExpect(redirectedUrl(own));
        assertThat(newest(reference, "settler").state()).isEqualTo(ObjectionState.RESOLVED);
        open(own)
                .andExpect(says(
                        "Earliest effective date",
                        "What was agreed",
                        "When the change has taken effect, you are told by email."))
                .andExpect(saysNot(">The offer<", "as things stand"));

        submit(own + "/reply", "action", "accept", "code", code)
                .andExpect(says("cannot be settled by accepting the offer any more"));
        submit(own + "/reply", "action", "reject", "text", "No, since <b> is")
                .andExpect(says("it was closed by now", "Your message was not sent", ">No, since &lt;b&gt; is</p>"));
        open(own + "/code?action=withdraw")
                .andExpect(redirectedUrl(own))
                .andExpect(flash().attribute("done", "portal.done.past"));

        heard(reference, "settler");
        jdbc.sql(
                        "update objection set offer = jsonb_set(offer, '{cure}', '\"SAFEGUARD\"') where reference = :reference")
                .param("reference", objection)
                .update();
        String only = "Case One may be used for your data only with it, unless you agree to something else.";
        open(own)
                .andExpect(says(
                        "The safeguard you agreed to still holds, whatever OpsTicket decides about a new objection: "
                                + only));
        submit(own + "/objection", "step", "file", "after", objection, "grounds", "LOCATION", "text", "Still not there")
                .andExpect(redirectedUrl(own));
        open(own)
                .andExpect(says("The safeguard you agreed to before still holds, whatever OpsTicket decides about this"
                        + " objection: " + only));
        for (String page : List.of("", "/code?action=withdraw")) {
            open(own + page)
                    .andExpect(says(
                            "The safeguard you agreed to before still holds: the change may apply to your data only"
                                    + " with it."))
                    .andExpect(saysNot("as if you had not objected"));
        }
    }

    @Test
    void a_refusal_is_contested_once_and_the_objection_taken_back_with_a_code() throws Exception {
        customerWithOrders("contester");
        String reference = announced("Case Two");
        String own = own(reference, "contester");
        String objection = objected(reference, "contester");
        String misses =
                "If OpsTicket misses its last day, that never counts against you: your objection stays open until it is"
                        + " answered.";
        open(own)
                .andExpect(says(
                        "OpsTicket answers your objection within 10 days. OpsTicket has set this time;"
                                + " it is counted from the day your objection counts as received, and that day does"
                                + " not count.",
                        misses));
        submit(own + "/reply", "action", "accept", "code", "12345678")
                .andExpect(says("cannot be settled by accepting the offer any more"));

        work(objection, COUNSEL, Completion.of("refuse", "Not about data"));
        open(own)
                .andExpect(says(
                        "Not about data",
                        "action=\"" + own + "/appeal\"",
                        "You can appeal this refusal once. A different reviewer decides; if it is refused again, that is final.",
                        "You can appeal until the end of ",
                        "It is not an appeal."))
                .andExpect(saysNot("type=\"radio\""));
        submit(own + "/reply", "action", "reply", "text", "An addition").andExpect(redirectedUrl(own));
        submit(own + "/appeal", "text", " ").andExpect(says("href=\"#text\"", "id=\"text\""));
        assertThat(newest(reference, "contester").state()).isEqualTo(ObjectionState.REFUSED);
        await(() -> !mails("contester@customers.example.com", "has been refused, for the reasons below")
                .isEmpty());
        submit(own + "/appeal", "text", "It is").andExpect(redirectedUrl(own));
        for (String door : List.of("/appeal", "/reply")) {
            submit(own + door, "action", "contest", "text", "It is, again")
                    .andExpect(says("cannot be appealed any more", "It is, again"));
        }
        submit("/n/garbage/appeal", "text", "It is").andExpect(status().isNotFound());
        assertThat(newest(reference, "contester").state()).isEqualTo(ObjectionState.CONTESTED);
        String admitted =
                "If it is admitted, you get an offer of how it could be settled, or hear that none can be made; if no"
                        + " agreement is reached, you may terminate the affected orders.";
        open(own)
                .andExpect(says(
                        "your objection is admitted, or the refusal becomes final.</span>",
                        admitted,
                        "OpsTicket decides your appeal within 10 days. OpsTicket has set this time; it"
                                + " is counted from the day of your appeal, and that day does not count.",
                        misses))
                .andExpect(saysNot("and an offer follows"));
        await(() -> !mails("bill-contester@customers.example.com", "was appealed for your organisation")
                .isEmpty());
        assertThat(mails("bill-contester@customers.example.com", "was appealed for your organisation")
                        .get(0))
                .contains(
                        "Appealed with the link of: Ann of contester",
                        "your objection is admitted, or the refusal becomes final. " + admitted,
                        misses,
                        "Until the decision Case Two may not be used",
                        "If nobody at your organisation appealed, reply at once.");
        assertThat(event(calendar("contester@customers.example.com", "has been refused"), "case"))
                .contains("Last day to appeal")
                .doesNotContain("CANCELLED");
        assertThat(event(calendar("bill-contester@customers.example.com", "was appealed"), "case"))
                .contains("Last day to appeal", "STATUS:CANCELLED");

        for (String page : List.of("", "/code?action=withdraw")) {
            open(own + page)
                    .andExpect(says(
                            "If you withdraw it now, another objection to this change counts only once our legal team"
                                    + " admits it as a new one."))
                    .andExpect(saysNot("The right to terminate"));
        }
        submit(own + "/code", "action", "withdraw", "contact", contact(reference, "contester", 0))
                .andExpect(status().isFound());
        String code = code("contester@customers.example.com", 1);
        submit(own + "/reply", "action", "withdraw", "code", code).andExpect(redirectedUrl(own));
        open(own).andExpect(says("You have withdrawn the objection", own + "/objection"));
        String stopsNothing = "An earlier objection of yours was refused for good, or withdrawn. This one stops nothing"
                + " until our legal team admits it as a new one.";
        open(own + "/objection")
                .andExpect(says(stopsNothing, "A new objection that gives none can be refused for lack of them."))
                .andExpect(saysNot("counts from the moment you submit it"));
        submit(own + "/objection", "step", "check", "after", objection, "grounds", "OTHER", "text", "Anew");
        open(own + "/objection?step=check").andExpect(says(stopsNothing));
        submit(own + "/objection", "step", "file", "text", "Sent again by an old page")
                .andExpect(flash().attribute("done", "portal.done.closed-since"));
        submit(own + "/objection", "step", "file", "after", objection, "grounds", "OTHER", "text", "Anew")
                .andExpect(flash().attribute("done", "portal.done.filed"));
        String anew = newest(reference, "contester").reference();
        work(anew, COUNSEL, Completion.of("refuse", "Nothing new"));
        await(() -> newest(reference, "contester").state() == ObjectionState.REFUSED);
        submit(own + "/appeal", "text", "It is").andExpect(redirectedUrl(own));
        open(own)
                .andExpect(
                        says("If OpsTicket misses its last day, your objection stays open until it is answered; until"
                                + " then it stops nothing."))
                .andExpect(saysNot(misses));
        heard(reference, "contester");
        jdbc.sql("update objection set due_at = now() - interval '1 day' where reference = :reference")
                .param("reference", anew)
                .update();
        open(own)
                .andExpect(
                        says("OpsTicket should have acted by now. Your objection stays open and stops nothing until it"
                                + " is answered."))
                .andExpect(saysNot("The delay does not affect your rights."));
        for (String page : List.of("", "/code?action=withdraw")) {
            open(own + page)
                    .andExpect(says(
                            "It stops nothing now: the change may take effect for your data either way.",
                            "If you withdraw it now, another objection"))
                    .andExpect(saysNot("as if you had not objected"));
        }
    }

    /** Its process writes the whole of it when it has heard of the customer's step: what is altered in the table before would be lost. */
    private void heard(String change, String customer) {
        await(() -> newest(change, customer).pendingMessage() == null);
    }

    @Test
    void a_refusal_after_an_appeal_is_told_as_another_reviewers_and_final() throws Exception {
        customerWithOrders("appellant");
        String reference = announced("Case Ten");
        String own = own(reference, "appellant");
        String objection = objected(reference, "appellant");
        work(objection, COUNSEL, Completion.of("refuse", "Not about data"));
        await(() -> newest(reference, "appellant").state() == ObjectionState.REFUSED);
        submit(own + "/appeal", "text", "It is").andExpect(redirectedUrl(own));

        work(objection, GC, Completion.of("refuse", "Still not about data"));

        open(own)
                .andExpect(says(
                        "Your objection was refused. You appealed, a different reviewer refused it"
                                + " again, and that decision is final.",
                        "The change may take effect for your data from " + in(31) + ", at the earliest.",
                        "When the change has taken effect, you are told by email."))
                .andExpect(saysInOrder(
                        "refused the objection</span>",
                        "Not about data",
                        "appealed the decision",
                        "decided the appeal: a different reviewer of the legal team refused the objection"
                                + " again, and that is final",
                        "Still not about data"))
                .andExpect(saysNot(">counsel<"));
        open("legal", "/objections/" + objection)
                .andExpect(says("The customer appealed, and another reviewer, Ingrid Solheim (gc), refused it"
                        + " again. The refusal is final; the first one stands in the thread."))
                .andExpect(saysInOrder(
                        "<strong>Refused</strong>",
                        "Not about data",
                        "<strong>Refused again on appeal, by another reviewer: final</strong>",
                        "Still not about data"));
    }

    @Test
    void the_thread_shows_what_is_public_and_files_are_saved_only_by_their_own_customer() throws Exception {
        customerWithOrders("talker");
        customerWithOrders("listener");
        String reference = announced("Case Three");
        String own = own(reference, "talker");
        String objection = objected(reference, "talker");
        objected(reference, "listener");
        writing.note(objection, "Secret strategy", LEGAL);
        writing.say(objection, "What exactly?", LEGAL);

        sendFiles(
                        own + "/reply",
                        List.of(new MockMultipartFile(
                                "attachments",
                                "ünüsual name.txt",
                                "text/html",
                                "Plain words".getBytes(StandardCharsets.UTF_8))),
                        "action",
                        "reply",
                        "about",
                        objection,
                        "text",
                        "This:\nline & line")
                .andExpect(redirectedUrl(own));
        sendFiles(
                        own + "/reply",
                        List.of(new MockMultipartFile("attachments", "a.png", "image/png", new byte[] {1, 2})),
                        "action",
                        "reply",
                        "text",
                        "Words that stay")
                .andExpect(says("a.png is not a PNG", "Words that stay"));

        open(own)
                .andExpect(says("What exactly?", "line &amp; line", "Ann of talker"))
                .andExpect(saysNot("Secret strategy", ">legal<"));
        int file = 1;
        assertThat(threads.attachments(newest(reference, "talker").id()))
                .extracting(StoredAttachment::number)
                .containsExactly(file);
        open(own + "/attachments/" + file)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/plain;charset=UTF-8"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", containsString("attachment; filename")))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().bytes("Plain words".getBytes(StandardCharsets.UTF_8)));
        open(own + "/attachments/0").andExpect(status().isNotFound());
        open(own + "/attachments/2").andExpect(status().isNotFound());
        open(own(reference, "listener") + "/attachments/" + file).andExpect(status().isNotFound());
        open("/n/garbage/attachments/" + file).andExpect(status().isNotFound());
        open(own(reference, "listener")).andExpect(saysNot("What exactly?"));
        submit(own(reference, "listener") + "/reply", "action", "reply", "about", objection, "text", "Mine?")
                .andExpect(says("Nothing was sent."));
        submit(own + "/reply", "action", "steal", "text", "x").andExpect(says("Please choose what you want to do."));
    }

    @Test
    void orders_are_ended_with_the_refund_worked_out_before_and_a_code_for_exactly_that_choice() throws Exception {
        customerWithOrders("leaver", "L-1", "L,2");
        customerWithOrders("stayer", "S-1");
        String reference = announced("Case Four");
        String own = own(reference, "leaver");
        String objection = objected(reference, "leaver");
        submit(own + "/termination", "step", "worksheet", "orders", "L-1")
                .andExpect(says("cannot be ended by a termination any more"));
        work(objection, LEGAL, Completion.of("admit", null));
        work(objection, LEGAL, Completion.of("give-up", "We cannot"));
        await(() -> !mails("leaver@customers.example.com", "No agreement was reached")
                .isEmpty());
        assertThat(mails("leaver@customers.example.com", "No agreement was reached")
                        .get(0))
                .contains(
                        "We cannot",
                        "Earliest effective date for you if you choose nothing: "
                                + DAY.format(LocalDate.now(ZoneOffset.UTC).plusDays(31)));
        open("legal", "/objections/" + objection)
                .andExpect(says(
                        "The customer was offered to terminate affected orders.",
                        "Orders can be chosen until the end of: ",
                        new Dates().day(LocalDate.now(ZoneOffset.UTC).plusDays(30))));
        String place = own + "/termination";
        String end = LocalDate.now().plusDays(20).toString();
        // 1,200.00 for 25,933 days, of which those after the last one are left
        long left = ChronoUnit.DAYS.between(LocalDate.parse(end), LocalDate.of(2090, 12, 31));
        String refund = String.format(
                Locale.ENGLISH,
                "%,.2f EUR",
                new BigDecimal("1200").multiply(BigDecimal.valueOf(left)).divide(new BigDecimal("25933"), 2, HALF_UP));
        String last = new Dates().day(LocalDate.parse(end));

        open(own)
                .andExpect(
                        says(
                                place,
                                "The earliest day for that is " + in(31),
                                "OpsTicket has set this time: 30 days, counted from the day our email about this was sent to you;"));
        open(place)
                .andExpect(
                        says(
                                "L,2: Product of L,2",
                                "The last day of an order is no earlier than the day on which you confirm.",
                                "It is no later than 90 days after the day on which you confirm, and never after the day on which the order ends anyway. OpsTicket has set these limits."));
        submit(place, "step", "worksheet").andExpect(says("Choose at least one order"));
        submit(place, "step", "worksheet", "orders", "L,2", "lastDay[L,2]", "2089-01-01")
                .andExpect(says(
                        "href=\"#orders[1].lastDay\"",
                        "Please choose a last day of use for order L,2 between",
                        "value=\"2089-01-01\""));
        submit(place, "step", "worksheet", "orders", "L,2", "lastDay[L,2]", "soon")
                .andExpect(says("like 2026-03-31"));
        submit(place, "step", "worksheet", "orders", "S-1", "lastDay[S-1]", end)
                .andExpect(says("Please choose one of the customer"))
                .andExpect(saysNot("Product of S-1"));

        shown(submit(place, "step", "worksheet", "orders", "L,2", "lastDay[L,2]", end))
                .andExpect(says(
                        "L,2, Product of L,2: the whole order",
                        "1,200.00",
                        "given by DPA §05; OpsTicket has set how a refund is calculated",
                        "Email the code"));
        shown(submit(place, "step", "change", "orders", "L,2", "lastDay[L,2]", end))
                .andExpect(says("value=\"L,2\" checked=\"checked\"", "value=\"" + end + "\""));
        assertThat(terminations.of(objection)).isEmpty();
        submit(place, "step", "code", "orders", "L,2", "lastDay[L,2]", end)
                .andExpect(says("Please choose who gets the code."));
        String ann = contact(reference, "leaver", 0);
        String asked = submit(place, "step", "code", "orders", "L,2", "lastDay[L,2]", end, "contact", ann)
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String code = code("leaver@customers.example.com", 1);
        String ends =
                "L,2, Product of L,2: the whole order; last day of use " + DAY.format(LocalDate.parse(end)) + " (UTC)";
        assertThat(mails("leaver@customers.example.com", "terminate the orders below")
                        .get(0))
                .contains(
                        code,
                        ends,
                        "Refund, tax included, as calculated today, " + DAY.format(LocalDate.now()),
                        ": " + refund,
                        "approves or corrects it by the end of "
                                + DAY.format(LocalDate.now().plusDays(10)),
                        "binds your organisation and cannot be withdrawn");
        pages.perform(get(URI.create(asked)))
                .andExpect(says(
                        "id=\"code\"",
                        ends,
                        refund,
                        "preferably by the end of " + last + " (UTC), the last day of what you",
                        "If you confirm today, OpsTicket approves or corrects it by the end of "
                                + DAY.format(LocalDate.now().plusDays(10))
                                + " (UTC) and pays it by the end of "
                                + DAY.format(LocalDate.now().plusDays(20)) + " (UTC).",
                        "binds your organisation and cannot be withdrawn.",
                        "The code is valid until " + endOfCode("leaver@customers.example.com")));

        String other = LocalDate.now().plusDays(21).toString();
        submit(place, "step", "confirm", "orders", "L,2", "lastDay[L,2]", other, "code", code)
                .andExpect(says("error-summary"));
        assertThat(terminations.of(objection)).isEmpty();
        submit(place, "step", "confirm", "orders", "L,2", "lastDay[L,2]", end, "code", code)
                .andExpect(redirectedUrl(own));
        assertThat(terminations.of(objection)).isPresent();
        assertThat(newest(reference, "leaver").state()).isEqualTo(ObjectionState.TERMINATING);
        open(own)
                .andExpect(says(
                        "Your termination is confirmed. OpsTicket approves or corrects the calculated refund by",
                        "L,2: the whole order ends at the end of",
                        "Case Four may not be used for your data under the orders you terminated: not while"
                                + " they run, until the end of " + last
                                + " (UTC) at the latest, and not afterwards.",
                        "Case Four may not be used for other orders of yours before " + in(31),
                        "Your personal data after the end",
                        "This is about the personal data of the orders you terminated alone: L-1 and the"
                                + " data processed for what goes on stay as they are.",
                        "OpsTicket publishes neither a day by which you choose, nor a day by which"
                                + " this is done, nor what follows if you do not choose; your agreement may.",
                        "To make your choice, write to legal@opsticket.example or reply to our"
                                + " email about your termination, preferably by the end of " + last
                                + " (UTC), the last day of what you terminate."))
                .andExpect(saysNot("as things stand", "all personal data", "confirmed to the customer"));
        for (String contact : List.of("leaver@customers.example.com", "bill-leaver@customers.example.com")) {
            await(() -> !mails(contact, "your termination is confirmed").isEmpty());
        }
        assertThat(mails("leaver@customers.example.com", "your termination is confirmed")
                        .get(0))
                .contains(
                        "L,2, Product of L,2: the whole order. It ends at the end of",
                        "EUR",
                        "approves or corrects it by the end of",
                        "(UTC), because of its objection",
                        "does not apply to the orders you terminated: not while they run, and not afterwards.",
                        "Your other orders go on; for them the change may not take effect before "
                                + DAY.format(LocalDate.now().plusDays(31)) + " (UTC).",
                        "orders you terminated alone: L-1 and the data processed for what goes on stay as they are.",
                        "once the services you terminated have ended, OpsTicket deletes or returns the personal data that it"
                                + " processes for you for those orders only",
                        "(art. 28(3)(g)). OpsTicket publishes neither a day by which you choose, nor a day by which this"
                                + " is done, nor what follows if you do not choose; your agreement may.",
                        "preferably by the end of " + DAY.format(LocalDate.parse(end))
                                + " (UTC), the last day of what you",
                        "write to legal@opsticket.example or reply to our email",
                        "/n/")
                .doesNotContain("??");
        assertThat(event(calendar("leaver@customers.example.com", "your termination is confirmed"), "case"))
                .contains(
                        "SUMMARY:Last day to terminate orders", "DTSTART;VALUE=DATE:" + basic(30), "STATUS:CANCELLED");
        assertThat(mails("leaver@customers.example.com", "Your termination because of"))
                .isEmpty();
        submit(place, "step", "confirm", "orders", "L,2", "lastDay[L,2]", end, "code", code)
                .andExpect(says("Your termination is confirmed."));
        open(own + "/statement").andExpect(status().isNotFound());
        open(
                        "legal",
                        "/terminations/"
                                + terminations.of(objection).orElseThrow().reference())
                .andExpect(says(
                        "The customer was asked to choose, preferably by the end of " + last
                                + " (UTC), the last day, whether its personal data is returned or deleted",
                        "Ask for the choice unless it was stated"));

        await(() -> haveEnded(objection));
        open(own)
                .andExpect(says(
                        "What you terminated ended on the days shown below.",
                        "You will receive a statement by email when the refund is paid.",
                        "Your other orders go on."))
                .andExpect(saysNot("as things stand", "runs until its last day"));
        String before = terminations.of(objection).orElseThrow().reference();
        open(own).andExpect(says("</strong>.\n      <span class=\"small muted\">Before tax: 1,200.00 EUR paid, "));
        assertThatThrownBy(() -> work(
                        before,
                        FINANCE,
                        Completion.of("alter", "A round sum").refunding(new Refunding(Map.of(), List.of()))))
                .hasMessageContaining("Please say what is refunded instead");
        assertThat(terminations.getByReference(before).state()).isEqualTo(TerminationState.CALCULATED);
        work(
                before,
                FINANCE,
                Completion.of("alter", "A round sum")
                        .refunding(new Refunding(Map.of("EUR", new BigDecimal("100.00")), List.of())));
        open(own)
                .andExpect(says("OpsTicket approves or corrects the calculated refund by the end of"))
                .andExpect(saysNot("A round sum", "If you do not agree"));
        work(before, CFO, Completion.of("approve", "Fair"));
        await(() -> terminations.getByReference(before).state() == TerminationState.APPROVED);
        open(own)
                .andExpect(says(
                        "This is not the amount that we stated when you terminated: it was calculated at " + refund
                                + ", tax included. The reason for the difference:",
                        ">A round sum</span>"));
        work(before, FINANCE, paid(before));
        String address = "leaver@customers.example.com";
        await(() -> !mails(address, "The refund is given below").isEmpty());
        assertThat(mails(address, "The refund is given below").get(0))
                .contains(
                        "Refund: 100.00 EUR, paid on ",
                        "Calculated when you terminated: " + refund
                                + ", tax included; the statement gives the reason for the difference.",
                        "If you do not agree with the decision on the refund, reply to this message: there is no deadline for this.")
                .doesNotContain("is settled", "??");
        assertThat(mails(address, "This is the statement").get(0))
                .contains(
                        "This is not the amount that we stated when you terminated: it was calculated at " + refund
                                + ", tax included. The reason for the difference: A round sum",
                        "If you do not agree with the refund, reply to this message: there is no deadline for this.")
                .doesNotContain("??");
    }

    /** What one person altered is no sum of the customer's until a second one has approved it. */
    @Test
    void a_refund_that_was_lowered_says_what_was_withheld_and_is_disputed_after_the_case_was_closed() throws Exception {
        customerWithOrders("docked", "D-1");
        String reference = announced("Case Lowered");
        String own = own(reference, "docked");
        String objection = objected(reference, "docked");
        work(objection, LEGAL, Completion.of("admit", null));
        work(objection, LEGAL, Completion.of("give-up", "We cannot"));
        String end = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
        String ann = contact(reference, "docked", 0);
        await(() -> !mails("docked@customers.example.com", "No agreement was reached")
                .isEmpty());
        submit(own + "/termination", "step", "code", "orders", "D-1", "lastDay[D-1]", end, "contact", ann)
                .andExpect(status().isFound());
        String code = code("docked@customers.example.com", 1);
        submit(own + "/termination", "step", "confirm", "orders", "D-1", "lastDay[D-1]", end, "code", code)
                .andExpect(redirectedUrl(own));
        String termination = terminations.of(objection).orElseThrow().reference();
        BigDecimal worked = new BigDecimal("1200")
                .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(LocalDate.parse(end), LocalDate.of(2090, 12, 31))))
                .divide(new BigDecimal("25933"), 2, HALF_UP);
        BigDecimal lowered = new BigDecimal("700.00");
        String withheld = "Refund before tax, all EUR lines together: " + euros(worked) + " calculated − "
                + euros(worked.subtract(lowered)) + " reduction = 700.00 EUR.";
        submit(own + "/reply", "action", "dispute", "text", "Too early")
                .andExpect(says("No refund was approved that is lower"));
        work(
                termination,
                FINANCE,
                Completion.of("alter", "A setup fee").refunding(new Refunding(Map.of("EUR", lowered), List.of())));
        open(own)
                .andExpect(says(euros(worked)))
                .andExpect(saysNot("700.00", "A setup fee", "reduction", "id=\"dispute\""));
        work(termination, CFO, Completion.of("approve", "Fair"));
        await(() -> terminations.getByReference(termination).state() == TerminationState.APPROVED);
        open(own)
                .andExpect(says(
                        withheld,
                        "used up to the last day, " + euros(worked.subtract(lowered))
                                + " reduction, 700.00 EUR refunded",
                        "id=\"dispute\""));
        work(termination, THIRD, paid(termination));
        await(() -> newest(reference, "docked").state() == ObjectionState.TERMINATED);

        String page =
                "Write to OpsTicket about it here, or reply to our email about the refund. There is no deadline for this.";
        open(own).andExpect(says(withheld, page)).andExpect(saysNot("Add to it, or ask"));
        submit(own + "/reply", "action", "dispute", "text", " ").andExpect(says("href=\"#text\"", "id=\"text\""));
        open(own).andExpect(saysNot("Your message of"));
        String answered = in(5);
        for (int click = 0; click < 2; click++) {
            submit(own + "/reply", "action", "dispute", "text", "There was no setup")
                    .andExpect(redirectedUrl(own))
                    .andExpect(flash().attribute("done", "portal.done.dispute"));
        }
        open(own)
                .andExpect(says(
                        "wrote about the refund",
                        "Your message of " + in(0).replace(" (UTC)", "")
                                + " about the refund waits for OpsTicket&#39;s answer, by the end of "
                                + answered
                                + ". OpsTicket has set this day itself; if OpsTicket misses it, this never"
                                + " counts against you."));
        for (String contact : List.of("docked@customers.example.com", "bill-docked@customers.example.com")) {
            await(() -> !mails(contact, "that you do not agree with the refund").isEmpty());
            assertThat(mails(contact, "that you do not agree with the refund"))
                    .singleElement(STRING)
                    .contains(
                            "There was no setup",
                            "Sent with the link of: Ann of docked",
                            "OpsTicket answers you by email, by the end of " + answered
                                    + ". OpsTicket has set this day itself; if OpsTicket misses it, this never counts against"
                                    + " you. Until OpsTicket has answered, what is refunded stays as it is")
                    .doesNotContain("??");
            for (String mail : List.of("has approved the refund", "This is the statement")) {
                await(() -> !mails(contact, mail).isEmpty());
                assertThat(mails(contact, mail).get(0))
                        .contains(withheld, "You can also write to us about it on your own page.")
                        .doesNotContain("??");
            }
        }
        open("legal", "/objections/" + objection)
                .andExpect(says("Does not agree with the refund", "There was no setup"));
        await(() -> isArriving("dispute-" + objection) || isTold("/tasks/dispute-" + objection));
        String task = "/objections/" + objection + "/tasks/dispute-" + objection;
        open("legal", "/objections/" + objection).andExpect(says(task));
        open("legal", "/inbox?kind=ANSWER_DISPUTE").andExpect(says(task));
        open("legal", task).andExpect(says("Answer about the refund of " + objection, "There was no setup"));
        work(objection, LEGAL, Completion.of("answer", "There was one"));
        open("legal", "/objections/" + objection).andExpect(saysNot(task));
        open(own).andExpect(saysNot("Your message of"));
        await(() -> !mails("docked@customers.example.com", "There was one").isEmpty());
        assertThat(mails("docked@customers.example.com", "There was one").get(0))
                .contains(
                        "OpsTicket's answer about your refund",
                        "OpsTicket answers your message about the refund for the orders you terminated",
                        "If you still do not agree, reply to this message.")
                .doesNotContain("A message for you", "on your own page.", "??");
    }

    /** Whether staff are still to be told of a task. */
    private boolean isArriving(String task) {
        return jdbc.sql("select exists (select from task_arrival where task = :task)")
                .param("task", task)
                .query(Boolean.class)
                .single();
    }

    private boolean isTold(String place) {
        return mailbox.to(null).stream().anyMatch(mail -> mail.text().contains(place));
    }

    private static String euros(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,.2f EUR", amount);
    }

    /** A code is the word of the contact it was mailed to; whoever else has come by it binds nobody. */
    @Test
    void whoever_asked_for_too_many_codes_can_type_the_newest() throws Exception {
        customer("eager");
        String reference = announced("Case Many Codes");
        String own = own(reference, "eager");
        String contact = contact(reference, "eager", 0);
        objected(reference, "eager");
        String newest = null;
        for (int asked = 1; asked <= 5; asked++) {
            submit(own + "/code", "action", "withdraw", "contact", contact).andExpect(status().isFound());
            newest = code("eager@customers.example.com", asked); // two that are sent at once may arrive in any order
        }

        submit(own + "/code", "action", "withdraw", "contact", contact)
                .andExpect(says("You asked for 5 codes for this within the last hour.", "id=\"code\""));

        submit(own + "/reply", "action", "withdraw", "contact", contact, "code", newest)
                .andExpect(redirectedUrl(own));
    }

    @Test
    void whoever_made_a_code_void_is_not_asked_for_it() throws Exception {
        customer("clumsy");
        String reference = announced("Case Void Code");
        String own = own(reference, "clumsy");
        String contact = contact(reference, "clumsy", 0);
        objected(reference, "clumsy");
        submit(own + "/code", "action", "withdraw", "contact", contact).andExpect(status().isFound());
        String wrong = code("clumsy@customers.example.com", 1).equals("1111 1111") ? "22222222" : "11111111";

        for (int tried = 1; tried < 5; tried++) {
            submit(own + "/reply", "action", "withdraw", "contact", contact, "code", wrong)
                    .andExpect(says("name=\"code\"", "Check your inbox, and enter the code here."));
        }

        submit(own + "/reply", "action", "withdraw", "contact", contact, "code", wrong)
                .andExpect(says("is void", "No code that was sent can be used any more.", "Email another code"))
                .andExpect(saysNot("name=\"code\"", "Check your inbox", "The code is valid until"));
    }

    @Test
    void only_the_contact_whose_code_it_is_confirms_with_it() throws Exception {
        customerWithOrders("twofold", "T-1");
        String reference = announced("Case Fifteen");
        String anns = own(reference, "twofold");
        String bills = own(reference, "twofold", 1);
        String ann = contact(reference, "twofold", 0);
        String refused = "This code was sent by email to Ann of twofold, and nobody else can confirm with it."
                + " Ann of twofold can do so on the page that the link in our emails to this contact opens.";
        String elsewhere = "The code was sent by email to Ann of twofold, who enters it on their own page";
        String objection = objected(reference, "twofold");
        work(objection, LEGAL, Completion.of("admit", null));
        offer(objection, "The only offer");

        for (String act : List.of("withdraw", "accept")) {
            int before = mails("twofold@customers.example.com", "asked for this code, to confirm the step")
                    .size();
            submit(bills + "/code", "action", act, "contact", ann).andExpect(status().isFound());
            String code = code("twofold@customers.example.com", before + 1);
            open(bills + "/code?action=" + act + "&contact=" + ann)
                    .andExpect(says(elsewhere))
                    .andExpect(saysNot("id=\"code\""));
            submit(bills + "/reply", "action", act, "contact", ann, "code", code)
                    .andExpect(says(refused, "value=\"" + code + "\""));
            assertThat(newest(reference, "twofold").state()).isEqualTo(ObjectionState.OFFERED);
            open(anns + "/code?action=" + act).andExpect(says("id=\"code\"")).andExpect(saysNot(elsewhere));
        }
        submit(anns + "/reply", "action", "reject", "text", "").andExpect(redirectedUrl(anns));
        String end = LocalDate.now().plusDays(20).toString();
        String address = submit(
                        bills + "/termination", "step", "code", "orders", "T-1", "lastDay[T-1]", end, "contact", ann)
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String code = code("twofold@customers.example.com", 3);
        pages.perform(get(URI.create(address))).andExpect(says(elsewhere)).andExpect(saysNot("id=\"code\""));
        String[] confirmed = {"step", "confirm", "orders", "T-1", "lastDay[T-1]", end, "contact", ann, "code", code};
        submit(bills + "/termination", confirmed)
                .andExpect(says(refused, "value=\"" + code + "\"", "name=\"lastDay[T-1]\" value=\"" + end + "\""));
        assertThat(terminations.of(objection)).isEmpty();

        shown(submit(anns + "/termination", "step", "worksheet", "orders", "T-1", "lastDay[T-1]", end))
                .andExpect(says("id=\"code\""));
        submit(anns + "/termination", confirmed).andExpect(redirectedUrl(anns));
        assertThat(terminations.of(objection).orElseThrow().electedBy())
                .isEqualTo(links.read(ann).orElseThrow().holder());
    }

    @Test
    void the_record_says_which_orders_were_terminated_on_which_day_and_who_confirmed_it() throws Exception {
        customerWithOrders("recorded", "R-1", "R-2");
        String reference = announced("Case Sixteen");
        String own = own(reference, "recorded");
        String objection = objected(reference, "recorded");
        work(objection, LEGAL, Completion.of("admit", null));
        work(objection, LEGAL, Completion.of("give-up", "We cannot"));
        await(() -> newest(reference, "recorded").state() == ObjectionState.TERMINATION_OFFERED);
        String ann = contact(reference, "recorded", 0);
        LocalDate end = LocalDate.now().plusDays(20);
        String[] choice = {"orders", "R-1", "lastDay[R-1]", end.toString(), "contact", ann};
        submit(own + "/termination", with(choice, "step", "code")).andExpect(status().isFound());
        String code = code("recorded@customers.example.com", 1);
        submit(own + "/termination", with(choice, "step", "confirm", "code", code))
                .andExpect(redirectedUrl(own));

        String ends = "R-1, Product of R-1: the whole order; last day of use " + DAY.format(end) + " (UTC)";
        open(own)
                .andExpect(saysInOrder(
                        "<h2 id=\"thread\">What was said</h2>",
                        "ended the search for an agreement",
                        "<strong>Ann of recorded</strong>",
                        "terminated orders and confirmed it with the code mailed to this contact",
                        "<time datetime=\"" + LocalDate.now(ZoneOffset.UTC),
                        ends));
        open("legal", "/objections/" + objection)
                .andExpect(saysInOrder(
                        ">What was said</h2>",
                        "Terminated orders, confirmed with the code mailed to this contact",
                        "Ann of recorded, Customer recorded",
                        ends))
                .andExpect(saysInOrder("Confirmed by: ", "Ann of recorded"))
                .andExpect(saysNot("a contact of Customer recorded"));
        assertThat(ledger.about(objection).stream()
                        .filter(entry -> entry.kind().equals("objection.termination-elected"))
                        .map(entry -> entry.content().get("confirmedBy")))
                .containsExactly(Long.toString(links.read(ann).orElseThrow().holder()));
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new);
    }

    /** The date says the same on the page, in the calendar, in the receipt and to staff: it is open, or closed and by what. */
    @Test
    void the_last_day_to_object_says_what_has_closed_it() throws Exception {
        customerWithOrders("closer", "C-1");
        String reference = announced("Case Seventeen");
        String own = own(reference, "closer");
        String ann = contact(reference, "closer", 0);
        long customer = of(notice(reference, "closer")).id();
        isClosed(own, reference, customer, null, null);

        String first = objected(reference, "closer");
        isClosed(own, reference, customer, "You have objected.", "used, the customer has objected");
        await(() ->
                !mails("closer@customers.example.com", "We have your objection").isEmpty());
        assertThat(mails("closer@customers.example.com", "We have your objection")
                        .get(0))
                .contains("Last day to object (you have objected): the end of ");
        submit(own + "/code", "action", "withdraw", "contact", ann).andExpect(status().isFound());
        String code = code("closer@customers.example.com", 1);
        submit(own + "/reply", "action", "withdraw", "code", code).andExpect(redirectedUrl(own));
        isClosed(own, reference, customer, null, null);

        submit(own + "/objection", "step", "file", "after", first, "grounds", "LOCATION", "text", "Still not there")
                .andExpect(status().isFound());
        String second = newest(reference, "closer").reference();
        work(second, LEGAL, Completion.of("admit", null));
        work(second, LEGAL, Completion.of("give-up", "We cannot"));
        await(() -> newest(reference, "closer").state() == ObjectionState.TERMINATION_OFFERED);
        isClosed(own, reference, customer, "You have objected.", "used, the customer has objected");
        open("legal", "/objections/" + second).andExpect(says("used, the customer has objected"));
        String[] choice = {
            "orders", "C-1", "lastDay[C-1]", LocalDate.now().plusDays(20).toString(), "contact", ann
        };
        submit(own + "/termination", with(choice, "step", "code")).andExpect(status().isFound());
        String leaving = code("closer@customers.example.com", 2);
        submit(own + "/termination", with(choice, "step", "confirm", "code", leaving))
                .andExpect(redirectedUrl(own));
        isClosed(own, reference, customer, "You objected, and terminated orders.", "used, orders were terminated");
        open("legal", "/objections/" + second).andExpect(says("used, orders were terminated"));
    }

    @Test
    void a_settlement_and_a_final_refusal_close_the_last_day_to_object() throws Exception {
        customerWithOrders("agreer");
        customerWithOrders("refusee");
        String reference = announced("Case Eighteen");
        String agreed = objected(reference, "agreer");
        work(agreed, LEGAL, Completion.of("admit", null));
        offer(agreed, "The only offer");
        String own = own(reference, "agreer");
        submit(own + "/code", "action", "accept", "contact", contact(reference, "agreer", 0))
                .andExpect(status().isFound());
        submit(own + "/reply", "action", "accept", "code", code("agreer@customers.example.com", 1))
                .andExpect(redirectedUrl(own));
        isClosed(
                own,
                reference,
                of(notice(reference, "agreer")).id(),
                "You objected, and an agreement was reached.",
                "used, an agreement was reached");
        String leaving =
                "If a new objection is admitted and no agreement is reached, you may terminate the affected order and"
                        + " are refunded the fees paid ahead and not used.";
        String inTime = "A new objection is in time until the end of " + in(15)
                + ". One that arrives later is kept, marked late, and decided.";
        open(own)
                .andExpect(says(
                        "While it is open, Case Eighteen may not be used for your data under this"
                                + " change. Our legal team answers it within 10 days; if it misses that day, this"
                                + " never counts against you.",
                        inTime,
                        "If a new objection is refused, you get the reasons and can appeal once.",
                        leaving))
                .andExpect(saysNot("Once a refusal is final", "stays open until it is answered"));

        String refused = objected(reference, "refusee");
        work(refused, COUNSEL, Completion.of("refuse", "Not about data"));
        await(() -> newest(reference, "refusee").state() == ObjectionState.REFUSED);
        submit(own(reference, "refusee") + "/appeal", "text", "It is").andExpect(status().isFound());
        work(refused, GC, Completion.of("refuse", "Still not about data"));
        await(() -> newest(reference, "refusee").isSettled());
        isClosed(
                own(reference, "refusee"),
                reference,
                of(notice(reference, "refusee")).id(),
                "You objected, and the refusal is final.",
                "used, the objection was finally refused");
        open(own(reference, "refusee"))
                .andExpect(says(
                        "Until then the outcome of your earlier objection stands.",
                        inTime,
                        "If OpsTicket misses its last day, the new objection stays open until it is answered; until then the outcome of"
                                + " your earlier one stands.",
                        "If a new objection is refused, you get the reasons and can appeal once.",
                        leaving));
    }

    /** @param customers null where the day still counts */
    private void isClosed(String own, String reference, long customer, String customers, String staff)
            throws Exception {
        String page = open(own).andReturn().getResponse().getContentAsString();
        String calendar = open(own + "/calendar.ics").andReturn().getResponse().getContentAsString();
        String told = open("legal", "/customers/" + customer)
                .andReturn()
                .getResponse()
                .getContentAsString();
        String change =
                open("legal", "/changes/" + reference).andReturn().getResponse().getContentAsString();
        Pattern taken = Pattern.compile("(?s)UID:objection\\.(?:(?!END:VEVENT).)*STATUS:CANCELLED");
        boolean anew = page.contains("A new objection is in time until the end of ");
        assertThat(taken.matcher(calendar).find()).as(calendar).isEqualTo(customers != null && !anew);
        assertThat(page.contains("A new objection is in time until this day.")).isEqualTo(customers != null && anew);
        if (customers == null) {
            assertThat(page).contains("Last day to object").doesNotContain("You objected", "You have objected");
            assertThat(told).doesNotContain("used, ");
        } else {
            assertThat(page).containsSubsequence("Last day to object</dt>", customers, "Notice period ends</dt>");
            assertThat(told).contains(staff);
            assertThat(change).contains(staff);
        }
    }

    /** Nothing is said of other orders to a customer that has none, and no email follows when the change takes effect after the last. */
    @Test
    void a_customer_that_ends_its_only_order_reads_nothing_of_others_and_is_not_promised_what_does_not_come()
            throws Exception {
        customerWithOrders("goner", "G-1");
        String reference = announced("Case Eleven");
        String own = own(reference, "goner");
        String objection = objected(reference, "goner");
        work(objection, LEGAL, Completion.of("admit", null));
        work(objection, LEGAL, Completion.of("give-up", "We cannot"));
        await(() -> newest(reference, "goner").state() == ObjectionState.TERMINATION_OFFERED);
        String place = own + "/termination";
        String end = LocalDate.now().plusDays(20).toString();
        open(place).andExpect(saysNot("What you do not choose goes on"));
        String lost =
                "With the withdrawal the right to terminate the affected orders, and any refund that goes with it, are lost."
                        + " This does not affect your other rights under your agreement or the law.";
        for (String page : List.of("", "/code?action=withdraw")) {
            open(own + page).andExpect(says(lost));
        }
        submit(own + "/code", "action", "withdraw", "contact", contact(reference, "goner", 0))
                .andExpect(status().isFound());
        await(() -> !mails("goner@customers.example.com", "withdraw the objection " + objection)
                .isEmpty());
        assertThat(mails("goner@customers.example.com", "withdraw the objection " + objection)
                        .get(0))
                .contains(lost);
        submit(place, "step", "code", "orders", "G-1", "lastDay[G-1]", end, "contact", contact(reference, "goner", 0))
                .andExpect(status().isFound());
        String code = code("goner@customers.example.com", 2);
        submit(place, "step", "confirm", "orders", "G-1", "lastDay[G-1]", end, "code", code)
                .andExpect(redirectedUrl(own));

        String notTold =
                "You have no other order that goes on. If the change takes effect once these orders have ended, no email about it"
                        + " is sent under your agreement. Subscriptions to the public list go on.";
        open(own)
                .andExpect(says("under the orders you terminated: not while they run", notTold))
                .andExpect(saysNot("other orders"));
        await(() -> !mails("goner@customers.example.com", "your termination is confirmed")
                .isEmpty());
        assertThat(mails("goner@customers.example.com", "your termination is confirmed")
                        .get(0))
                .containsPattern(
                        "not while they run, and not afterwards\\. After \\d+ \\w+ \\d{4} \\(UTC\\) you have no running order\\."
                                + " If the change takes effect once these orders have ended, no email about it is sent under your agreement\\.")
                .doesNotContain("other orders", "??");

        String termination = terminations.of(objection).orElseThrow().reference();
        work(termination, FINANCE, Completion.of("approve", null));
        work(termination, CFO, paid(termination));
        await(() -> newest(reference, "goner").state() == ObjectionState.TERMINATED);
        await(() -> !mails("goner@customers.example.com", "The refund is given below")
                .isEmpty());
        assertThat(mails("goner@customers.example.com", "The refund is given below")
                        .get(0))
                .containsPattern(
                        "Refund: [0-9,.]+ EUR, paid on " + DAY.format(LocalDate.now(ZoneOffset.UTC)) + " \\(UTC\\)")
                .doesNotContain("Any refund due", "??");
        open(own)
                .andExpect(says(
                        "The objection is closed. What you terminated still runs",
                        "EUR was paid to you on " + DAY.format(LocalDate.now(ZoneOffset.UTC)) + " (UTC)."))
                .andExpect(saysNot(
                        "Any refund due", "Submit a new objection", "outcome of your earlier objection stands"));
    }

    @Test
    void words_written_in_a_case_that_asks_for_grounds_are_grounds() throws Exception {
        customerWithOrders("speechless");
        String reference = announced("Case Nine");
        String own = own(reference, "speechless");
        submit(own + "/objection", "step", "file", "text", "We object").andExpect(redirectedUrl(own));
        await(() -> newest(reference, "speechless") != null);
        open(own)
                .andExpect(says(
                        "you have given none yet",
                        "We will answer by the end of " + in(10) + " if you have given your grounds by then",
                        "Without grounds it cannot be decided before the end of " + in(15),
                        "the end of " + in(16),
                        "or, where you have given no grounds by then, the day after your last day to give them"));

        Objection without = newest(reference, "speechless");
        Instant decided = LocalDate.now(ZoneOffset.UTC)
                .plusDays(17)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        assertThat(missed.untold(decided.minusSeconds(1), 1000)).doesNotContain(without.reference());
        assertThat(missed.untold(decided, 1000)).contains(without.reference());
        await(() -> !inbox.about(without.reference(), LEGAL).tasks().isEmpty());
        assertThat(inbox.about(without.reference(), LEGAL).tasks())
                .extracting(Task::dueAt)
                .containsExactly(decided);

        submit(own + "/reply", "action", "reply", "text", "Our law forbids it").andExpect(redirectedUrl(own));

        Instant answered = decided.minus(Duration.ofDays(6));
        assertThat(missed.untold(answered, 1000)).contains(without.reference());
        assertThat(inbox.about(without.reference(), LEGAL).tasks())
                .extracting(Task::dueAt)
                .containsExactly(answered);
        assertThat(newest(reference, "speechless").filing().grounds()).isEqualTo(Grounds.OTHER);
        open(own).andExpect(says("the end of " + in(10))).andExpect(saysNot("you have given none yet", in(16)));
    }

    /** The notice, still running, must not say that the vendor is used from its end on. */
    @Test
    void an_exemption_is_shown_and_mailed_with_its_last_day_and_what_follows() throws Exception {
        customerWithOrders("exempted");
        String reference = approved(
                new Proposal(ChangeKind.ADD, null, true, true, false, null, "We need it", excludable("Case Five")),
                ChangeState.IN_NOTICE);
        String own = own(reference, "exempted");
        String objection = objected(reference, "exempted");
        LocalDate until =
                LocalDate.now(ZoneOffset.UTC).plusYears(1).withMonth(3).withDayOfMonth(31);
        String last = "31 March " + until.getYear() + " (UTC)";
        String next = "1 April " + until.getYear();
        work(objection, LEGAL, Completion.of("admit", null));
        offer(objection, "Not for you", new Settling(Cure.EXEMPTION, until, null));
        await(() -> !mails("exempted@customers.example.com", "makes you the offer below")
                .isEmpty());
        assertThat(mails("exempted@customers.example.com", "makes you the offer below")
                        .get(0))
                .contains(
                        "An exemption with a last day",
                        "until: the end of " + last,
                        "arliest effective date for you if you accept: " + next + " (UTC)");

        submit(own + "/code", "action", "accept", "contact", contact(reference, "exempted", 0))
                .andExpect(status().isFound());
        String code = code("exempted@customers.example.com", 1);
        submit(own + "/reply", "action", "accept", "code", code).andExpect(redirectedUrl(own));

        for (String contact : List.of("exempted@customers.example.com", "bill-exempted@customers.example.com")) {
            await(() -> !mails(contact, "It settles your objection").isEmpty());
            assertThat(mails(contact, "It settles your objection").get(0))
                    .contains(
                            "An exemption with a last day",
                            "until: the end of " + last,
                            "arliest effective date for you: " + next + " (UTC)",
                            "If you want the exemption to continue, write to us before it ends: OpsTicket decides, no last day"
                                    + " is set for its answer, and without its consent the exemption ends on that day. Such a request is not an objection: by itself it"
                                    + " does not keep the change from your data after that day.",
                            "with the form on your own page or by an email that says that you object. While it is open, Case"
                                    + " Five may not be used for your data under this change. Our legal team answers it within 10"
                                    + " days; if it misses that day, this never counts against you.")
                    .doesNotContain("??");
        }
        DateTimeFormatter compact = DateTimeFormatter.BASIC_ISO_DATE;
        String agreed = calendar("exempted@customers.example.com", "It settles your objection");
        assertThat(event(agreed, "case")).contains("Last day to answer the offer", "STATUS:CANCELLED");
        assertThat(event(agreed, "exemption"))
                .contains("DTSTART;VALUE=DATE:" + until.format(compact))
                .doesNotContain("CANCELLED");
        open(own + "/calendar.ics")
                .andExpect(saysInOrder(
                        "DTSTART;VALUE=DATE:"
                                + LocalDate.now(ZoneOffset.UTC).plusDays(30).format(compact),
                        "SUMMARY:Last day to answer the offer: Case Five",
                        "STATUS:CANCELLED",
                        "DTSTART;VALUE=DATE:" + until.format(compact),
                        "SUMMARY:Last day of your exemption: Case Five"));
        jdbc.sql("update notice set notice_last_day = current_date - 2 where reference = :reference")
                .param("reference", reference)
                .update();
        open(own)
                .andExpect(says(
                        "Case Five is not used for your data until the end of " + last
                                + ". After that day it may be used, from " + next + " (UTC) at the earliest.",
                        "Earliest effective date for you</dt>",
                        "What was agreed</dt>",
                        "An exemption: the vendor is not used for you</strong>",
                        "/calendar.ics",
                        "If you want the exemption to continue, write to us before it ends: OpsTicket decides",
                        "Such a request is not an objection: by itself it does not keep the change from your data"
                                + " after that day.",
                        "with the form on your own page or by an email that says that you object. While it is open,"
                                + " Case Five may not be used for your data under this change.",
                        "By email, say that you object: reply to the message this link came in",
                        "When the change has taken effect, you are told by email."))
                .andExpect(saysNot(
                        "You can also reply to the message",
                        "is not used before it has ended",
                        ">Earliest effective date<"));

        heard(reference, "exempted");
        jdbc.sql(
                        "update objection set offer = jsonb_set(offer, '{until}', '\"2026-01-31\"') where reference = :reference")
                .param("reference", objection)
                .update();
        open(own)
                .andExpect(says(
                        "What was agreed</dt>",
                        "An exemption: the vendor was not used for you</strong>",
                        "until the end of 31 January 2026 (UTC)",
                        "A new objection is in time until the end of ",
                        "calendar.ics"))
                .andExpect(saysNot("the vendor is not used"));
        jdbc.sql("update objection set offer = offer - 'until' where reference = :reference")
                .param("reference", objection)
                .update();
        open(own)
                .andExpect(says("You agreed on an open-ended exemption"))
                .andExpect(saysNot("When the change has taken effect"));
    }

    @Test
    void an_objector_reads_in_mail_and_page_when_the_change_was_withdrawn_and_that_it_does_not_happen()
            throws Exception {
        customerWithOrders("relieved-one");
        String reference = announced("Called Off");
        String own = own(reference, "relieved-one");
        objected(reference, "relieved-one");

        withdrawing.withdraw(reference, "Not needed", LEGAL);

        String mailbox = "relieved-one@customers.example.com";
        String closed = "was withdrawn on " + in(0) + ", so there is nothing left to object to.";
        await(() -> !mails(mailbox, closed).isEmpty());
        String told = "that Customer relieved-one was told of was withdrawn on " + in(0) + ".";
        await(() -> !mails(mailbox, told).isEmpty());
        open(own)
                .andExpect(says(
                        "The change was withdrawn on " + in(0)
                                + ". It will not take effect, and you need not do anything.",
                        "so there is nothing left to object to."))
                .andExpect(saysNot("may not be used for your data", "as things stand"));
    }

    @Test
    void a_reply_to_an_offer_is_confirmed_to_every_contact_with_the_day_that_no_longer_counts() throws Exception {
        customerWithOrders("replier");
        String reference = announced("Case Reply");
        String own = own(reference, "replier");
        String objection = objected(reference, "replier");
        work(objection, LEGAL, Completion.of("admit", null));
        offer(objection, "An explanation");
        await(() -> !mails("replier@customers.example.com", "makes you the offer below")
                .isEmpty());
        submit(own + "/reply", "action", "reply", "text", "What of our backups?")
                .andExpect(redirectedUrl(own));
        submit(own + "/reply", "action", "reply", "text", "And of logs?").andExpect(redirectedUrl(own));

        String words = "The offer made to settle your objection " + objection;
        for (String contact : List.of("replier@customers.example.com", "bill-replier@customers.example.com")) {
            await(() -> !mails(contact, "was answered with the reply below").isEmpty());
            assertThat(mails(contact, "was answered with the reply below"))
                    .as("a second message moves no day")
                    .singleElement(STRING)
                    .contains(
                            words + " to Case Reply (change " + reference
                                    + ") was answered with the reply below, for your organisation, on its own page.",
                            "Replied with the link of: Ann of replier",
                            "Last day to answer the offer (no longer applies): the end of " + mailed(30),
                            "What of our backups?",
                            "The offer can no longer be accepted. By the end of " + mailed(10)
                                    + " you get another offer, or hear that none can be made. OpsTicket has set this time:"
                                    + " 10 days, counted from the day of your reply; that day does not count. While the objection"
                                    + " is open,",
                            "If neither comes by then, that never counts against you: an offer may still come until the end of "
                                    + mailed(40),
                            "If nobody at your organisation sent this reply, write to us at once.")
                    .containsPattern("Counts as received: .+ \\(UTC\\)")
                    .doesNotContain("??");
        }
        String offered = calendar("replier@customers.example.com", "makes you the offer below");
        String replied = calendar("replier@customers.example.com", "was answered with the reply below");
        String page = open(own + "/calendar.ics")
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replace("\r\n ", "");
        assertThat(event(offered, "case"))
                .contains("SUMMARY:Last day to answer the offer", "DTSTART;VALUE=DATE:" + basic(30))
                .doesNotContain("STATUS:CANCELLED");
        assertThat(event(replied, "case"))
                .contains(
                        "SUMMARY:Last day to answer the offer", "DTSTART;VALUE=DATE:" + basic(30), "STATUS:CANCELLED");
        assertThat(List.of(uid(event(offered, "case")), uid(event(page, "case"))))
                .containsOnly(uid(event(replied, "case")));
        assertThat(sequence(event(replied, "case"))).isGreaterThanOrEqualTo(sequence(event(offered, "case")));
    }

    @Test
    void a_new_offer_says_which_it_replaces_and_nobody_answers_the_earlier_any_more() throws Exception {
        customerWithOrders("repeater");
        String reference = announced("Case Anew");
        String own = own(reference, "repeater");
        String objection = objected(reference, "repeater");
        String ann = contact(reference, "repeater", 0);
        String replaces =
                "This offer replaces the one of " + mailed(0) + ". The earlier offer can no longer be accepted.";
        String read = "An offer was made on " + mailed(0) + ", after your page was opened. ";
        work(objection, LEGAL, Completion.of("admit", null));
        offer(objection, "The first");
        open(own).andExpect(saysNot("replaces the one of"));
        submit(own + "/code", "action", "accept", "contact", ann).andExpect(status().isFound());
        String first = code("repeater@customers.example.com", 1);
        submit(own + "/reply", "action", "reply", "offers", "0", "text", "Written before it came")
                .andExpect(says(read + "Please read it first"))
                .andExpect(saysNot("It replaces"));
        submit(own + "/reply", "action", "reply", "offers", "1", "text", "Rather not")
                .andExpect(redirectedUrl(own));

        String answered = "The offer of " + mailed(0) + " was answered and can no longer be accepted or rejected.";
        submit(own + "/reply", "action", "accept", "offers", "1", "code", first).andExpect(says(answered));
        submit(own + "/reply", "action", "reject", "offers", "1", "text", "No").andExpect(says(answered));
        open("legal", "/objections/" + objection)
                .andExpect(says("The customer has answered this offer. It can no longer be"));
        offer(objection, "The second");

        String newer = read + "It replaces the one of " + mailed(0) + ", which can no longer be accepted.";
        for (String action : List.of("accept", "reject", "reply")) {
            submit(own + "/reply", "action", action, "offers", "1", "code", first, "text", "As before")
                    .andExpect(says(newer, ">The second</div>"));
        }
        submit(own + "/reply", "action", "accept", "offers", "2", "contact", ann, "code", first)
                .andExpect(says("A code that was mailed for an earlier offer does not count for this one"));
        assertThat(newest(reference, "repeater").state()).isEqualTo(ObjectionState.OFFERED);
        for (String page : List.of("", "/code?action=accept")) {
            open(own + page).andExpect(says(replaces));
        }
        for (String contact : List.of("repeater@customers.example.com", "bill-repeater@customers.example.com")) {
            await(() -> mails(contact, "makes you the offer below").size() == 2);
            assertThat(mails(contact, "makes you the offer below").get(0)).contains("The second", replaces);
            assertThat(mails(contact, "makes you the offer below").get(1))
                    .contains("The first")
                    .doesNotContain("replaces");
        }
        open("legal", "/objections/" + objection)
                .andExpect(says("This offer replaces the one of " + in(0)
                        + ", which can no longer be accepted. Earlier offers stand in the thread."))
                .andExpect(saysNot("has answered this offer"));
        submit(own + "/code", "action", "accept", "contact", ann).andExpect(status().isFound());
        String second = code("repeater@customers.example.com", 2);
        for (String page : List.of("", "/code?action=accept")) {
            open(own + page).andExpect(says("name=\"offers\" value=\"2\""));
        }
        assertThat(mails("repeater@customers.example.com", "accept the offer made")
                        .get(0))
                .contains(second, "The second", replaces);
        submit(own + "/reply", "action", "accept", "offers", "2", "code", second)
                .andExpect(redirectedUrl(own));
        open(own).andExpect(saysNot("replaces the one of"));
    }

    private static String mailed(int days) {
        return DAY.format(LocalDate.now(ZoneOffset.UTC).plusDays(days)) + " (UTC)";
    }

    private static String basic(int days) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(
                LocalDate.now(ZoneOffset.UTC).plusDays(days));
    }

    /** The calendar that came with the newest message that says so. */
    private String calendar(String address, String words) {
        Received mail = mailbox.to(address).stream()
                .filter(each -> each.subject().contains(words) || each.text().contains(words))
                .findFirst()
                .orElseThrow();
        return new String(mailbox.enclosed(mail, 0).orElseThrow(), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static String event(String calendar, String key) {
        return Stream.of(calendar.split("BEGIN:VEVENT"))
                .filter(event -> event.contains("UID:" + key + "."))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + key + " in " + calendar));
    }

    private static String uid(String event) {
        return event.replaceAll("(?s).*(UID:[^\r\n]+).*", "$1");
    }

    private static int sequence(String event) {
        return Integer.parseInt(event.replaceAll("(?s).*SEQUENCE:(\\d+).*", "$1"));
    }

    @Test
    void a_rejected_offer_and_a_withdrawn_objection_are_confirmed_to_every_contact() throws Exception {
        customerWithOrders("rejecter");
        String reference = announced("Case Six");
        String own = own(reference, "rejecter");
        String objection = objected(reference, "rejecter");
        work(objection, LEGAL, Completion.of("admit", null));
        offer(objection, "It is fine");
        submit(own + "/reply", "action", "reject", "text", "").andExpect(redirectedUrl(own));
        submit(own + "/code", "action", "withdraw", "contact", contact(reference, "rejecter", 0))
                .andExpect(status().isFound());
        submit(own + "/reply", "action", "withdraw", "code", code("rejecter@customers.example.com", 1))
                .andExpect(redirectedUrl(own));

        for (String contact : List.of("rejecter@customers.example.com", "bill-rejecter@customers.example.com")) {
            await(() -> !mails(contact, "was rejected for your organisation").isEmpty());
            assertThat(mails(contact, "was rejected for your organisation").get(0))
                    .contains(
                            "You may terminate the affected orders on your own page; a separate message says how, and until when.")
                    .doesNotContain("??");
            await(() -> !mails(contact, "was withdrawn on your own page").isEmpty());
            assertThat(mails(contact, "was withdrawn on your own page")).hasSize(1);
            assertThat(mails(contact, "was withdrawn on your own page").get(0))
                    .contains(
                            "The right to terminate the affected orders, and any refund that goes with it, are lost.");
        }
    }

    @Test
    void whoever_withdraws_its_objection_with_an_offer_open_reads_before_and_after_what_that_costs() throws Exception {
        customerWithOrders("offeree");
        String reference = announced("Case Six Open");
        String own = own(reference, "offeree");
        String objection = objected(reference, "offeree");
        work(objection, LEGAL, Completion.of("admit", null));
        offer(objection, "It is fine");
        submit(own + "/code", "action", "withdraw", "contact", contact(reference, "offeree", 0))
                .andExpect(status().isFound());
        String code = code("offeree@customers.example.com", 1);
        assertThat(mails("offeree@customers.example.com", "withdraw the objection " + objection)
                        .get(0))
                .contains(
                        "With the withdrawal the open offer lapses, and you may no longer terminate orders on the ground of"
                                + " this objection. This does not affect your other rights under your agreement or the law.");
        submit(own + "/reply", "action", "withdraw", "code", code).andExpect(redirectedUrl(own));

        await(() -> !mails("bill-offeree@customers.example.com", "was withdrawn on your own page")
                .isEmpty());
        assertThat(mails("bill-offeree@customers.example.com", "was withdrawn on your own page"))
                .singleElement(STRING)
                .contains(
                        "The offer that was open has lapsed, and you may no longer terminate orders on the ground of this"
                                + " objection. This does not affect your other rights under your agreement or the law.")
                .doesNotContain("??");
    }

    private static Subprocessor excludable(String name) {
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity(name + " Ltd")
                .purpose("Transcribes")
                .location("Bonn")
                .dataCategories("Voices")
                .category("ai")
                .excludable(true)
                .exclusion("By hand")
                .build();
    }

    private String objected(String reference, String customer) throws Exception {
        submit(own(reference, customer) + "/objection", "step", "file", "grounds", "LOCATION", "text", "Not there")
                .andExpect(status().isFound());
        Objection filed = newest(reference, customer);
        return filed.reference();
    }

    private void offer(String objection, String text) {
        offer(objection, text, new Settling(Cure.EXPLANATION, null, null));
    }

    private void offer(String objection, String text, Settling offered) {
        work(
                objection,
                LEGAL,
                new Completion("offer", text, null, null, null, null, null, null, null, offered, null, null));
    }

    private String contact(String reference, String customer, int number) {
        return contactTokens.of(
                of(notice(reference, customer)).contacts().get(number).id());
    }

    @Test
    void contacts_that_one_administrator_replaced_stay_in_the_case_and_new_ones_stay_out() throws Exception {
        customerWithOrders("cutoff", "CO-1");
        String reference = announced("Cut Off");
        Notice notice = notice(reference, "cutoff");
        String untouched = own(announced("Not In It"), "cutoff");
        String own = own(reference, "cutoff");
        String ann = contact(reference, "cutoff", 0);
        String bill = "/n/" + link(notice, customers.contacts(notice.customer()).get(1));
        String objection = objected(reference, "cutoff");

        work(objection, LEGAL, Completion.of("admit", null));
        work(objection, LEGAL, Completion.of("give-up", "We cannot"));
        await(() -> newest(reference, "cutoff").state() == ObjectionState.TERMINATION_OFFERED);

        contactsReplaced("cutoff", "eve@evil.example");

        String evil = "/n/" + link(notice, customers.contacts(notice.customer()).get(0));
        for (String page : List.of("", "/termination", "/code?action=withdraw", "/calendar.ics")) {
            open(own + page).andExpect(status().isOk());
            open(bill + page).andExpect(status().isOk());
            open(evil + page)
                    .andExpect(status().isForbidden())
                    .andExpect(says(
                            "we have not confirmed this yet, so your link does not open this notice",
                            "mailto:legal@opsticket.example"))
                    .andExpect(saysNot("cut off when it was copied", "OBJ-"));
        }

        open(own + "/calendar.ics")
                .andExpect(says("UID:notice.notice-"))
                .andExpect(saysNot("notice-" + notice.id() + "@"));
        submit(evil + "/reply", "action", "reply", "text", "We take it all back")
                .andExpect(status().isForbidden());
        submit(own + "/reply", "action", "reply", "text", "Still here").andExpect(redirectedUrl(own));
        open(own).andExpect(says("Ann of cutoff", "Still here"));
        writing.say(objection, "What do you choose?", LEGAL);
        await(() ->
                !mails("cutoff@customers.example.com", "What do you choose?").isEmpty()
                        && !mails("bill-cutoff@customers.example.com", "What do you choose?")
                                .isEmpty());
        submit(own + "/code", "action", "withdraw", "contact", ann).andExpect(status().isFound());
        code("cutoff@customers.example.com", 1);
        assertThat(mailbox.to("eve@evil.example")).isEmpty();
        open(untouched).andExpect(status().isOk());
        fileOnPage(reference, "eve@evil.example", "We drop it");
        assertThat(threads.thread(newest(reference, "cutoff").id()))
                .noneMatch(message -> message.text() != null && message.text().contains("We drop it"));

        confirming.confirm(
                notice.customer(),
                customers.find(notice.customer()).orElseThrow().revision(),
                new Actor("ada", Set.of(Role.ADMIN)));

        open(own).andExpect(status().isNotFound());
        open(untouched).andExpect(status().isNotFound());
        open(evil).andExpect(status().isOk());
        String joins = "You are now a contact for an open objection";
        await(() -> !mails("eve@evil.example", joins).isEmpty());
        assertThat(mails("eve@evil.example", joins))
                .singleElement(STRING)
                .contains(
                        "Your organisation has an open objection, " + objection + ", to Cut Off (change " + reference
                                + ").",
                        "Last day to terminate orders (as before): the end of ",
                        "/n/")
                .doesNotContain("??");
        assertThat(mails("cutoff@customers.example.com", joins)).isEmpty();
        writing.say(objection, "Anything else?", LEGAL);
        await(() -> !mails("eve@evil.example", "Anything else?").isEmpty());
        assertThat(mails("cutoff@customers.example.com", "Anything else?")).isEmpty();
    }

    @Test
    void who_was_sent_a_notice_is_told_of_its_withdrawal_though_nobody_confirmed_the_address() throws Exception {
        customerWithOrders("joined", "JO-1");
        announced("Running Before");
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        "joined",
                        "Customer joined",
                        "enterprise",
                        List.of(
                                new ImportedContact(
                                        "Ann of joined", "joined@customers.example.com", List.of("PRIVACY")),
                                new ImportedContact(
                                        "Paul of joined", "paul@customers.example.com", List.of("PRIVACY"))),
                        List.of(order("JO-1")),
                        null)),
                ADMIN);
        String reference = announced("Then Withdrawn");
        await(() -> !mails("paul@customers.example.com", reference).isEmpty());
        String ann = own(reference, "joined");
        submit(ann + "/objection", "step", "check", "grounds", "LOCATION", "text", "Not there");
        open(ann + "/objection?step=check")
                .andExpect(says("and a receipt goes to every confirmed contact of your organisation by email."));
        objected(reference, "joined");
        open(own(reference, "joined", 1)).andExpect(status().isForbidden());

        withdrawing.withdraw(reference, "Not needed", LEGAL);

        await(() -> !mails("joined@customers.example.com", "The notice you have no longer counts")
                .isEmpty());
        await(() -> !mails("paul@customers.example.com", "The notice you have no longer counts")
                .isEmpty());
    }

    @Test
    void who_was_given_notice_is_told_of_what_a_replacement_files_and_keeps_the_decisions() throws Exception {
        customerWithOrders("replaced", "CO-1");
        String reference = announced("Replaced First");
        Notice notice = notice(reference, "replaced");
        String ann = own(reference, "replaced");

        contactsReplaced("replaced", "eve@replaced.example");
        open(ann).andExpect(status().isOk());

        String eve = "/n/" + link(notice, customers.contacts(notice.customer()).get(0));
        submit(eve + "/objection", "step", "file", "grounds", "LOCATION", "text", "We want to leave")
                .andExpect(redirectedUrl(eve));
        String objection = newest(reference, "replaced").reference();
        for (String told : List.of(
                "replaced@customers.example.com", "bill-replaced@customers.example.com", "eve@replaced.example")) {
            await(() -> !mails(told, objection).isEmpty());
        }
        open(ann).andExpect(says("We want to leave"));

        work(objection, LEGAL, Completion.of("admit", null));
        offer(objection, "A safeguard");
        await(() -> newest(reference, "replaced").state() == ObjectionState.OFFERED);
        submit(eve + "/reply", "action", "reject", "text", "No").andExpect(says("we have not confirmed it yet"));
        assertThat(newest(reference, "replaced").state()).isEqualTo(ObjectionState.OFFERED);
        open(eve)
                .andExpect(says("what you send here is kept with the objection, and the offer stays open. The"
                        + " contacts who were given notice can answer it."))
                .andExpect(saysNot("the offer can no longer be accepted after it"));
        open(ann).andExpect(says("the offer can no longer be accepted after it"));
        submit(eve + "/reply", "action", "reply", "text", "Something else please")
                .andExpect(redirectedUrl(eve))
                .andExpect(flash().attribute("done", "portal.done.reply.waiting"));
        assertThat(newest(reference, "replaced").state()).isEqualTo(ObjectionState.OFFERED);
        for (String told : List.of("replaced@customers.example.com", "bill-replaced@customers.example.com")) {
            await(() -> !mails(told, "Something else please").isEmpty());
            assertThat(mails(told, "Something else please").get(0))
                    .contains(
                            "by a contact whose address we have not confirmed yet",
                            "the offer stays open, and the contacts who were given notice can answer it",
                            "Last day to answer the offer (as before)")
                    .doesNotContain("The offer can no longer be accepted");
        }
        open(ann).andExpect(says("Something else please"));
        open(eve + "/code?action=withdraw").andExpect(saysNot("Eve of replaced"));
        submit(ann + "/reply", "action", "reject", "text", "No").andExpect(redirectedUrl(ann));
        await(() -> newest(reference, "replaced").state() == ObjectionState.TERMINATION_OFFERED);
    }

    /** One person may be administrator and of legal: who adds a contact, and objects by its link, could refuse that and so end the window. */
    @Test
    void what_a_contact_files_that_one_person_added_takes_nothing_from_the_customer() throws Exception {
        customerWithOrders("planted", "CO-1");
        String reference = announced("Planted First");
        Notice notice = notice(reference, "planted");
        String ann = own(reference, "planted");
        contactsReplaced("planted", "eve@planted.example");
        open(ann).andExpect(status().isOk());
        String eve = "/n/" + link(notice, customers.contacts(notice.customer()).get(0));
        submit(eve + "/objection", "step", "file", "grounds", "LOCATION", "text", "Not there")
                .andExpect(redirectedUrl(eve));
        String planted = newest(reference, "planted").reference();
        open(ann).andExpect(says("None of your confirmed contacts submitted this objection."));

        work(planted, COUNSEL, Completion.of("refuse", "In the EU"));
        await(() -> newest(reference, "planted").state() == ObjectionState.REFUSED);
        submit(eve + "/objection", "step", "file", "grounds", "LOCATION", "text", "Once more")
                .andExpect(redirectedUrl(eve));
        assertThat(newest(reference, "planted").reference())
                .as("in the same case")
                .isEqualTo(planted);

        submit(ann + "/objection", "step", "file", "grounds", "LOCATION", "text", "We do object")
                .andExpect(redirectedUrl(ann));
        Objection own = newest(reference, "planted");
        assertThat(own.reference()).isNotEqualTo(planted);
        assertThat(own.again()).as("it counts from its receipt").isFalse();
        assertThat(own.isNobodysOwn()).isFalse();
        open(ann).andExpect(saysNot("None of your confirmed contacts submitted this"));
    }

    private void fileOnPage(String reference, String email, String text) throws Exception {
        submit(
                        "/r/opsticket/changes/" + reference + "/object",
                        "name",
                        "Eve",
                        "organisation",
                        "Customer",
                        "email",
                        email,
                        "grounds",
                        "OTHER",
                        "text",
                        text)
                .andExpect(status().isFound());
        Pattern link = Pattern.compile("(/filings/[A-Za-z0-9_.~-]+)");
        await(() -> !mails(email, "/filings/").isEmpty());
        Matcher found = link.matcher(mails(email, "/filings/").get(0));
        assertThat(found.find()).isTrue();
        submit(found.group(1)).andExpect(redirectedUrl(found.group(1)));
        assertThat(objections.recent(reference, false, 0, 10)).hasSize(2);
    }

    private void contactsReplaced(String id, String address) {
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        id,
                        "Customer " + id,
                        "enterprise",
                        List.of(new ImportedContact("Eve of " + id, address, List.of("OWNER", "PRIVACY"))),
                        List.of(order("CO-1")),
                        null)),
                ADMIN);
    }

    private String link(Notice notice, Contact contact) {
        return links.sign(new Link(LinkPurpose.NOTICE, notice.id(), contact.id(), contact.epoch()));
    }

    /** Its orders are over since 1 March. @return false while its process has not heard of its last step, and writes the case anew */
    private boolean haveEnded(String objection) {
        return jdbc.sql("""
                        update objection set leaves_at = '2026-03-01T00:00:00Z'
                         where reference = :reference and pending_message is null""").param("reference", objection).update() == 1;
    }
}
