package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.objection.Act;
import fairnotice.objection.AnsweringOffer;
import fairnotice.objection.ContestingRefusal;
import fairnotice.objection.RequestingCode;
import fairnotice.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Objections to what is in use already: use stops when one is filed, and may begin again. */
class ExpeditedCaseStoryTest extends Story {

    private static final String REGISTER = StoryRegister.EXPEDITED_CASE.id();
    private static final ZoneId ZONE = ZoneId.of("America/Toronto");
    private static final String EVE = "eve@first.example.com";
    private static final String LEE = "lee@third.example.com";
    private static final String KIM = "kim@second.example.com";

    private static final String APPEAL_CANCELLED = "(?s)SUMMARY:Last day to appeal(?:(?!END:VEVENT).)*STATUS:CANCELLED";

    @Autowired
    private ContestingRefusal contesting;

    @Autowired
    private RequestingCode asking;

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
        String signed = "A consultant (office@advice.example.net)";
        assertThat(letter(objection, "We have your objection"))
                .contains("Submitted by email for your organisation by: " + signed);
        assertThat(visitor().page(link))
                .contains(
                        signed + " submitted it by email for Customer first<",
                        "<strong>" + signed + "</strong>",
                        ">submitted the objection by email for Customer first<")
                .doesNotContain("Customer first</strong>");
        assertThat(recorded(change, "first", "And once more")).isEqualTo(objection);
        assertThat(visitor().page(link).replaceAll("\\s+", " "))
                .contains("<strong>" + signed
                        + "</strong> <span>wrote or called outside of this page, for Customer first</span>")
                .doesNotContain("Somebody");
        String objected = day(settle());
        String history = used + " until the objection of " + objected;
        assertThat(visitor().page(link)).contains("In effect for your data<", history + " <span>(America/Toronto)");

        String stopped =
                "Fastline was in use for your data when the objection was submitted. Its use for your data stops with the objection";
        assertThat(letter(objection, "We have your objection")).contains(stopped);
        assertThat(visitor().page(link)).contains(stopped);

        refuse("counsel", objection);
        String atOnce = "Once the refusal is final, Fastline may be used for your data at once.";
        assertThat(letter(objection, "has been refused, for the reasons below")).contains(atOnce);
        assertThat(visitor().page(link))
                .contains(
                        atOnce,
                        "The objection is then closed. This does not affect your other rights under your agreement or the law.");
        String again = day(advance("P11D"));

        assertThat(visitor().page(link))
                .contains(
                        "for your data: " + history + ", and again since " + again + " (America/Toronto)",
                        "Your notice period runs in full, and the right to object stays.<")
                .doesNotContain("In effect for your data<", "You have objected.", "You can submit a new objection");
        assertThat(letter(objection, "The time to appeal the decision"))
                .contains("In effect for your data again since: " + again + " (America/Toronto)")
                .doesNotContain("You can submit a new objection");
    }

    @Test
    void a_refusal_for_the_sender_leaves_the_customer_its_own_objection_and_an_appeal_makes_the_objection_its_own() {
        String noor = "noor@fourth.example.com";
        String olga = "olga@fifth.example.com";
        String pam = "pam@sixth.example.com";
        customers(
                REGISTER,
                customer("fourth", "team", contact(noor, "OWNER")),
                customer("fifth", "team", contact(olga, "OWNER")),
                customer("sixth", "team", contact(pam, "OWNER")));
        String change = inUse("Ownline");
        String last = day(settle().plus(30, ChronoUnit.DAYS));
        String link = noticeLink(change, noor);
        String waiting = recorded(change, "fourth", "We object");
        String closing = recorded(change, "fifth", "We object");
        String appealed = recorded(change, "sixth", "We object");
        List.of(waiting, closing, appealed).forEach(each -> refuse("counsel", each));
        String own =
                "This takes nothing from your own right: your own contacts can still object to this change with their links,"
                        + " in time until the end of " + last
                        + " (America/Toronto). That counts as your first objection: from its"
                        + " receipt, Ownline may not be used for your data under this change.";
        String adopts =
                "If one of your own contacts appeals, the objection counts as your own from then on, and its sender is no"
                        + " reason to refuse it any more.";
        String only =
                "It can then only be admitted: your agreement asks for no grounds, and the objection came in time.";
        String sender =
                "It was refused because of its sender: whoever submitted it was not entitled to object for your organisation.";
        assertThat(letter(waiting, "has been refused, for the reasons below"))
                .contains(sender, own, adopts + " " + only, "Open your page");
        assertThat(visitor().page(link))
                .contains(sender, own, adopts, only, "Object to this change<", "Appeal the decision<")
                .doesNotContain("You have objected.", "Submit a new objection");
        assertThat(visitor().page(link + "/calendar.ics"))
                .contains("Last day to object")
                .doesNotContain("CANCELLED");

        // its own objection ends the other one, and stops the use at once
        String first = file(change, noor);
        assertThat(first).isNotEqualTo(waiting);
        assertThat(letter(first, "We have your objection"))
                .contains("While it is open, Ownline may not be used for your data under this change.")
                .doesNotContain("An earlier objection");
        assertThat(clearance("fourth")).contains("the grounds are being assessed");

        contesting.contest(appealed, by(REGISTER, pam), "We want this", List.of());
        settle();
        String adopted =
                "The appeal came from one of your own contacts, so the objection counts as your own, and its sender is no"
                        + " reason to refuse it any more.";
        String admittedOnly =
                "your objection can only be admitted, since your agreement asks for no grounds and it came in time.";
        assertThat(letter(appealed, "was appealed for your organisation"))
                .contains(adopted, "(America/Toronto): " + admittedOnly)
                .doesNotContain("or the refusal becomes final", "Once the refusal is final");
        assertThat(visitor().page(noticeLink(change, pam)))
                .contains(adopted, "(America/Toronto): " + admittedOnly)
                .doesNotContain("or the refusal becomes final", "Once the refusal is final");
        assertThatThrownBy(() -> refuse("gc", appealed))
                .hasMessageContaining("the objection is the customer's own, whoever submitted it first");
        complete("legal", appealed, Map.of("outcome", "admit"));

        // without an appeal it becomes final, and still closes nothing
        advance("P11D");
        assertThat(letter(closing, "The time to appeal the decision"))
                .contains(own)
                .doesNotContain("You can submit a new objection", adopts);
        assertThat(visitor().page(noticeLink(change, olga)))
                .contains(own, "Object to this change<")
                .doesNotContain("You have objected.", "Submit a new objection", adopts);
        assertThat(clearance("fifth"))
                .contains(
                        "An objection was refused because its sender was not entitled to object for it; its own contacts may"
                                + " still object.");
        String later = file(change, olga);
        assertThat(letter(later, "We have your objection")).doesNotContain("An earlier objection");
        assertThat(clearance("fifth")).contains("the grounds are being assessed");
    }

    @Test
    void what_can_only_be_admitted_reads_so_to_its_customer_and_to_legal() {
        String zoe = "zoe@tenth.example.com";
        customers(
                REGISTER,
                customer("tenth", "team", contact(zoe, "OWNER")),
                customer("eleventh", "team", contact("max@eleventh.example.com", "OWNER")));
        String change = inUse("Onlyline");
        String objection = file(change, zoe);
        String link = noticeLink(change, zoe);
        String by = day(settle().plus(10, ChronoUnit.DAYS));
        String only =
                "your agreement asks for no grounds and your objection came in time, so it cannot be refused. You then"
                        + " get an offer of how it could be settled, or hear that none can be made.";
        String overdue =
                "It cannot be refused: your agreement asks for no grounds, and it came in time. You then get an offer of how it"
                        + " could be settled, or hear that none can be made.";
        assertThat(visitor().page(link))
                .contains("Your objection is admitted by the end of " + by + " (America/Toronto): " + only)
                .doesNotContain("refused with reasons", "You can appeal a refusal");
        assertThat(taskPage(objection))
                .contains(
                        "This objection can only be admitted: you propose a resolution next.",
                        "The customer does not read it.")
                .doesNotContain(
                        "may appeal a refusal", "required to refuse", "value=\"refuse\"", "If not, the customer");

        advance("P11D");
        assertThat(visitor().page(link))
                .contains("Your objection should have been admitted by the end of " + by
                        + " (America/Toronto). That is still to come, and no later day is set for it. " + overdue)
                .doesNotContain("refused with reasons", "You can appeal a refusal");
        assertThat(letter(objection, "has not done so"))
                .contains("Your objection is still to be admitted, and no later day is set for that. " + overdue)
                .doesNotContain("refused with reasons");

        String outside = recorded(change, "eleventh", "We object");
        assertThat(taskPage(outside))
                .contains("value=\"refuse\"", "may appeal a refusal", "required to refuse")
                .doesNotContain("can only be admitted");
    }

    private String taskPage(String objection) {
        Api counsel = visitor();
        counsel.submit("/login", "/login", "username=counsel&password=demo");
        return counsel.page("/objections/" + objection + "/tasks/"
                + task("counsel", objection).get("id").asText());
    }

    @Test
    void its_own_objection_takes_the_place_of_one_that_was_refused_for_its_sender_and_stops_nothing_anew() {
        String una = "una@ninth.example.com";
        customers(REGISTER, customer("ninth", "team", contact(una, "OWNER")));
        String change = inUse("Placeline");
        String used = day(settle());
        String link = noticeLink(change, una);
        advance("P1D");
        String outside = recorded(change, "ninth", "We object");
        String stoppedOn = day(settle());
        refuse("counsel", outside);
        String then = "Your own objection takes the place of " + outside + "; that one can then no longer be appealed.";
        assertSoftly(soft -> {
            soft.assertThat(letter(outside, "has been refused")).contains(then);
            soft.assertThat(visitor().page(link)).contains(then);
            soft.assertThat(enclosed(una))
                    .contains("SUMMARY:Last day to appeal")
                    .doesNotContainPattern(APPEAL_CANCELLED);
        });

        advance("P2D");
        String own = file(change, una);
        String stopped =
                "Placeline was in use for your data before. Its use for your data stopped with the objection of "
                        + stoppedOn + ", and stays stopped.";
        String passedOn = "notice terms do not state what becomes of your data that Placeline received before.";
        String anew = "was in use for your data when the objection was submitted";
        String now = "Your own objection takes the place of " + outside + "; that one can no longer be appealed.";
        assertSoftly(soft -> {
            soft.assertThat(letter(own, "We have your objection"))
                    .contains(stopped, passedOn, now)
                    .doesNotContain(anew);
            soft.assertThat(visitor().page(link))
                    .contains(stopped, passedOn, now)
                    .doesNotContain(anew);
            soft.assertThat(enclosed(una)).containsPattern(APPEAL_CANCELLED);
        });

        complete("counsel", own, Map.of("outcome", "admit"));
        LocalDate until = today().plusDays(5);
        complete(
                "counsel",
                own,
                Map.of("outcome", "offer", "cure", "EXEMPTION", "comment", "Not yet", "until", until.toString()));
        asking.ask(own, Act.ACCEPT, contactId(REGISTER, una), by(REGISTER, una));
        settle();
        String codePage = visitor().page(link + "/code?action=accept");
        answering.accept(own, by(REGISTER, una), code(own), null);
        settle();
        assertThat(List.of(
                        letter(own, "makes you the offer below"),
                        letter(own, "asked for this code, to confirm the step"),
                        codePage,
                        letter(own, "The offer below was accepted")))
                .allSatisfy(face -> assertThat(face).doesNotContain(outside, "which ended without an agreement"));
        assertThat(visitor().page(link))
                .contains(now, "A new objection is in time until the end of ")
                .doesNotContain("which ended without an agreement");
        assertThat(visitor().page(link + "/calendar.ics"))
                .contains("SUMMARY:Last day to object")
                .doesNotContainPattern("(?s)SUMMARY:Last day to object(?:(?!END:VEVENT).)*STATUS:CANCELLED");

        advance("P7D");
        String again = day(until.plusDays(1));
        assertSoftly(soft -> {
            soft.assertThat(visitor().page(link))
                    .contains(
                            "In effect for your data<",
                            used + " until the objection of " + stoppedOn + ", and again since " + again
                                    + " (America/Toronto)")
                    .doesNotContain("May be used for your data since");
            soft.assertThat(letter(own, "ended at the end of"))
                    .contains("In effect for your data again since: " + again + " (America/Toronto)")
                    .doesNotContain("The vendor may be used for your data from");
        });
    }

    @Test
    void whoever_waits_for_what_went_first_reads_of_no_replacement_that_is_done() {
        String quin = "quin@waiting.example.com";
        Map<String, Object> waiting = new HashMap<>(customer("seventh", "team", contact(quin, "OWNER")));
        waiting.put("terms", Map.of("expeditedAllowed", false, "clause", "Frame 4"));
        customers(REGISTER, waiting, customer("eighth", "team", contact("rob@eighth.example.com", "OWNER")));
        String change =
                propose(REGISTER, "REPLACE", "Stampline", Map.of("replaces", "Postmark", "securityCritical", true));
        approve("counsel", change);
        approve("gc", change);
        LocalDate first = LocalDate.ofInstant(settle(), ZONE).plusDays(31);

        String stays = "Postmark may go on being used for your data as before.";
        String over = "Postmark, which this change replaces, may no longer be used for your data.";
        assertThat(visitor().page(noticeLink(change, quin))).contains(stays).doesNotContain(over);
        assertThat(clearance("seventh", "Postmark"))
                .isEqualTo(
                        "true: It was on the list when the register was first published. The list names Stampline in its place,"
                                + " which may not be used for this customer: its own use goes on as before.");
        assertThat(clearance("eighth", "Postmark")).startsWith("false: It is not on the published list any more.");
        assertThat(visitor().page(noticeLink(change, "rob@eighth.example.com")))
                .contains(over)
                .doesNotContain(stays);
        for (String part : List.of("text", "html")) {
            String own = written(change, quin, part);
            String other = written(change, "rob@eighth.example.com", part);
            assertThat(own)
                    .contains("; for your data not before " + day(first) + " (America/Toronto).")
                    .contains("replaces", stays)
                    .doesNotContain("has replaced", "{{");
            assertThat(other).contains("replaces").doesNotContain("not before " + day(first), "has replaced", "{{");
            assertThat(other).doesNotContain(stays);
        }

        String objection = file(change, "rob@eighth.example.com");
        assertThat(letter(objection, "We have your objection")).contains(stays).doesNotContain(over);
        assertThat(visitor().page(noticeLink(change, "rob@eighth.example.com")))
                .contains(stays)
                .doesNotContain(over);
        complete("counsel", objection, Map.of("outcome", "admit"));
        complete("counsel", objection, Map.of("outcome", "give-up", "comment", "We cannot"));
        settle();
        assertThat(letter(objection, "No agreement was reached")).contains(stays);
        assertThat(visitor().page(noticeLink(change, "rob@eighth.example.com"))).contains(stays);
        assertThat(clearance("eighth", "Postmark"))
                .startsWith("true: It was on the list when the register was first published.");
    }

    private String clearance(String customer, String vendor) {
        JsonNode clearance = as("legal")
                .get("/api/v1/registers/" + REGISTER + "/clearances?customer=" + customer + "&subprocessor=" + vendor);
        return clearance.get("cleared").asText() + ": "
                + clearance.get("reason").asText();
    }

    private String written(String change, String to, String part) {
        return mails(change, "notice of a change").stream()
                .filter(mail -> mail.get("to").asText().contains(to))
                .map(mail -> mail.get(part).asText())
                .findFirst()
                .orElseThrow();
    }

    private String clearance(String customer) {
        return as("legal")
                .get("/api/v1/registers/" + REGISTER + "/clearances?customer=" + customer + "&subprocessor=Ownline")
                .get("reason")
                .asText();
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
        assertThat(letter(objection, "asked for this code, to confirm the step"))
                .contains(atOnce);
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
        String stoppedOn = day(settle());
        complete("counsel", objection, Map.of("outcome", "admit"));
        complete("counsel", objection, Map.of("outcome", "give-up", "comment", "We cannot"));
        settle();
        String was = "Rapidline was in use for your data when the objection was submitted.";
        String passedOn = "notice terms do not state what becomes of your data that Rapidline received before.";
        assertThat(letter(objection, "No agreement was reached")).contains(was, passedOn);
        assertThat(visitor().page(link))
                .contains(
                        was,
                        passedOn,
                        "you can instruct Securicom to have them deleted or returned (art. 28(3)(a) and (g)): write to"
                                + " privacy@securicomnet.com, or reply to one of our emails about your objection.",
                        "our legal team answers it within 10 days. Whatever"
                                + " it decides, Rapidline may not be used for your data under this change, unless you agree to"
                                + " something else.")
                .doesNotContain("You can ask", "write to us on your own page", "and until then");

        String second = recorded(change, "third", "Still not");
        assertThat(second).isNotEqualTo(objection);
        assertThat(letter(second, "We have your objection"))
                .as("the one before keeps it away already")
                .doesNotContain(was);
        String stays = "Rapidline was in use for your data before. Its use for your data stopped with the objection of "
                + stoppedOn + ", and stays stopped.";
        String whatever = "The outcome of your earlier objection " + objection
                + " stands. Whatever Securicom decides about this one, Rapidline may not be used for your data under this"
                + " change, unless you agree to something else.";
        assertSoftly(soft -> {
            soft.assertThat(letter(second, "We have your objection")).contains(stays, passedOn, whatever);
            soft.assertThat(visitor().page(link))
                    .contains(stays, passedOn, whatever)
                    .doesNotContain(was);
        });
        refuse("counsel", second);
        settle();
        String stands = "The outcome of your earlier objection stands even once the refusal is final:"
                + " Rapidline may not be used for your data under this change.";
        assertThat(letter(second, "has been refused")).contains(stands);
        assertThat(visitor().page(link)).contains(stands);
        advance("P11D");
        assertThat(letter(second, "The time to appeal the decision"))
                .contains(
                        "The outcome of your earlier objection stands: Rapidline may not be used for your data under this"
                                + " change.")
                .doesNotContain("applies to your data", "In effect for your data");
        assertThat(visitor().page(link)).contains("Rapidline may not be used for your data under this change.<");

        String third = recorded(change, "third", "Once more");
        complete("counsel", third, Map.of("outcome", "admit"));
        settle();
        assertThat(letter(third, "and admits it")).contains(whatever);
        assertThat(visitor().page(link)).contains(whatever);
        complete("counsel", third, Map.of("outcome", "offer", "cure", "SAFEGUARD", "comment", "We mask the names"));
        settle();
        assertThat(visitor().page(link)).contains(stays, passedOn, whatever);
        asking.ask(third, Act.ACCEPT, contactId(REGISTER, LEE), by(REGISTER, LEE));
        settle();
        answering.accept(third, by(REGISTER, LEE), code(third), null);
        settle();
        assertThat(visitor().page(link))
                .as("what it received is there still")
                .contains(
                        "notice terms do not state what becomes of your data that Rapidline received before the objection of "
                                + stoppedOn + ".")
                .doesNotContain(stays, whatever);
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
                                "email",
                                "office@advice.example.net",
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

    /** The calendars that go with the newest message to that address, unfolded. */
    private String enclosed(String to) {
        String message = first("/mailbox/[0-9a-f]{16}(?=\")", visitor().page("/mailbox?to=" + to));
        return Pattern.compile(message + "/enclosures/[0-9]+")
                .matcher(visitor().page(message))
                .results()
                .map(file -> visitor().page(file.group()).replace("\r\n ", ""))
                .collect(Collectors.joining());
    }

    private static String first(String pattern, String in) {
        return Pattern.compile(pattern)
                .matcher(in)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    private static String day(Instant at) {
        return day(LocalDate.ofInstant(at, ZONE));
    }

    private static String day(LocalDate day) {
        return new Dates().day(day);
    }
}
