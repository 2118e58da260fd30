package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.web.Dates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Security-critical changes on Securicom's register: in use first, everybody told after, full windows from then. */
class ExpeditedStoryTest extends Story {

    private static final String UNREACHED = StoryRegister.EXPEDITED_UNREACHED.id();
    private static final String LATE = StoryRegister.EXPEDITED_LATE.id();
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    @Test
    void an_expedited_change_is_approved_by_two_published_first_and_notified_after() {
        customers("securicom", customer("org", "team", contact("eve@org.example.com", "OWNER")));
        String change =
                propose("securicom", "REPLACE", "Stampmark", Map.of("replaces", "Postmark", "securityCritical", true));
        assertThat(change(change).get("track").asText()).isEqualTo("EXPEDITED");

        approve("counsel", change);
        assertThat(state(change)).isEqualTo("SECOND_APPROVAL");
        assertThat(isListed("securicom", "Stampmark")).isFalse();
        approve("gc", change);

        LocalDate announced = today();
        assertThat(isListed("securicom", "Stampmark")).isTrue();
        assertThat(isListed("securicom", "Postmark")).isFalse();
        String stillUsed =
                "Where the change has not taken effect for a customer, Postmark may still be used for that customer"
                        + " as before.";
        assertThat(List.of("/r/securicom", "/r/securicom/changes/" + change, "/r/securicom/feed.atom"))
                .allSatisfy(page -> assertThat(visitor().page(page)).contains(stillUsed));
        assertThat(visitor()
                        .get("/r/securicom.json")
                        .get("history")
                        .get(0)
                        .get("text")
                        .asText())
                .endsWith(". " + stillUsed);
        assertThat(recipients(change, "notice of a change")).containsExactly("eve@org.example.com");
        assertThat(change(change).get("publishedAt").asText())
                .isLessThanOrEqualTo(change(change).get("announcedAt").asText());
        assertThat(state(change)).isEqualTo("IN_NOTICE");
        LocalDate told = LocalDate.ofInstant(
                Instant.parse(change(change).get("announcedAt").asText()), ZoneId.of("America/Toronto"));
        assertThat(visitor().page("/r/securicom"))
                .contains(
                        "/r/securicom/changes/" + change,
                        "in effect since " + day(told) + " (America/Toronto); objections until the end of "
                                + day(told.plusDays(30)))
                .doesNotContain("No change is announced at the moment.");
        JsonNode upcoming = visitor().get("/r/securicom.json").get("upcoming").get(0);
        assertThat(upcoming.get("reference").asText()).isEqualTo(change);
        assertThat(upcoming.get("inEffectSince").asText())
                .isEqualTo(change(change).get("publishedAt").asText());
        assertThat(upcoming.get("earliestUse").isNull()).isTrue();
        String first = "Stampmark was put to use on " + day(told)
                + " (America/Toronto), before notice of this change was given,"
                + " as is allowed where waiting would delay a security-critical change (the Subprocessors page, exception for"
                + " security-critical changes).";
        String open = "Notice followed on " + day(told)
                + " (America/Toronto). Customers who may object can still do so until the" + " end of "
                + day(told.plusDays(30)) + " (America/Toronto).";
        String remedy = "the vendor, which is in use, may not be used for your data under this change";
        String stopped = "Stampmark may not be used for your data under this change while your objection is open.";
        String answered =
                "Securicom answers your objection within 10 days. Securicom has set this time; it is counted from"
                        + " the day your objection counts as received, and that day does not count. If Securicom misses its last day, that"
                        + " never counts against you: your objection stays open until it is answered. An objection of your own"
                        + " contacts in time is admitted. One can be refused only if it is late, or if its sender may not"
                        + " object for you; you then get the reasons and can appeal once.";
        String goesOn = "the change stays in effect, and use simply continues after";
        assertThat(visitor().page(noticeLink(change, "eve@org.example.com")))
                .contains(
                        remedy,
                        stopped,
                        answered,
                        "You can still object until the end of " + day(told.plusDays(30))
                                + " (America/Toronto). If you have no objection, you need not do anything: " + goesOn
                                + " that day.");
        assertThat(mails(change, "notice of a change").get(0).get("text").asText())
                .contains(remedy, stopped, answered, goesOn + " your notice period has ended.")
                .doesNotContain("the vendor may not be used");
        String form = "/r/securicom/changes/" + change + "/object";
        assertThat(visitor().page("/r/securicom/changes/" + change)).contains(first, open, form);

        until(announced.plusDays(33));
        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(visitor().page("/r/securicom/changes/" + change))
                .contains(first, "The standard last day to object was " + day(told.plusDays(30)), form)
                .doesNotContain("can still do so until");
        assertThat(visitor().page(noticeLink(change, "eve@org.example.com")))
                .contains(
                        stopped,
                        "If you have no objection, you need not do anything. The list shows the change. What follows a late"
                                + " objection is said under &quot;Object&quot;.")
                .doesNotContain("Nothing more");
        assertThat(mails(change, "in effect since"))
                .as("its notice said so already")
                .isEmpty();
        theLedgerIsWhole();
    }

    private static String day(LocalDate day) {
        return new Dates().day(day);
    }

    @Test
    void whose_notice_came_back_reads_that_the_vendor_was_used_until_then_and_is_again_once_one_reaches_it() {
        customers(UNREACHED, customer("back", "team", contact("back@bounced.example.net", "OWNER")));
        LocalDate live = LocalDate.ofInstant(settle(), TORONTO);
        String change = add(UNREACHED, "Backmark", Map.of("securityCritical", true));
        approve("counsel", change);
        approve("gc", change);
        settle();
        String link = "/n/" + link(change, "Customer back");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> visitor().page(link).contains(">in effect for others</span>"));
        String history = day(live) + " until " + day(live)
                + ", when it turned out that our notice had reached none of your contacts";

        assertThat(visitor().page(link))
                .contains(
                        "The change took effect on " + day(live) + " (America/Toronto)",
                        "It was in effect for your data too, until it turned out that our notice of it has reached none of your"
                                + " contacts.",
                        "In effect for your data<",
                        history + " <span>(America/Toronto)",
                        "what becomes of your data that Backmark received before " + day(live)
                                + ", when it turned out that our notice had reached none of your contacts.")
                .doesNotContain("took effect for others on", "??");

        advance("P3D");
        LocalDate reached = LocalDate.ofInstant(settle(), TORONTO);
        customers(UNREACHED, customer("back", "team", contact("found@back.example.com", "OWNER")));
        confirm(UNREACHED, "back");
        JsonNode reach = tasks("legal", change).stream()
                .filter(task -> task.get("name").asText().contains("Reach"))
                .findFirst()
                .orElseThrow();
        complete(
                "counsel",
                reach,
                Map.of("outcome", "write-again", "contact", contactId(UNREACHED, "found@back.example.com")));
        settle();
        String used = "Until " + mailDay(live)
                + ", when it turned out that our notice had reached none of your contacts, Backmark was"
                + " in use for your data as well.";
        assertThat(mails(change, "notice of a change").stream()
                        .filter(mail -> mail.get("to").asText().contains("found@back.example.com"))
                        .map(mail -> mail.get("text").asText()))
                .singleElement(STRING)
                .contains(used)
                .doesNotContain("??");
        String found = noticeLink(change, "found@back.example.com");
        assertThat(visitor().page(found))
                .contains(
                        "For your data it was in effect until it turned out that our notice had not reached you, and is again"
                                + " since " + day(reached) + " (America/Toronto)",
                        "for your data: " + history + ", and again since " + day(reached) + " (America/Toronto)")
                .doesNotContain("??");
        assertThat(visitor()
                        .page(found + "/calendar.ics")
                        .replaceAll("\\r?\\n[ \\t]", "")
                        .replace("\\,", ","))
                .contains("In effect for your data: " + history + ", and again since " + day(reached));
    }

    @Test
    void whom_no_message_reached_reads_in_every_place_that_the_vendor_is_not_used_for_its_data_before_one_does() {
        customers(UNREACHED, customer("gone", "team", contact("gone@refused.example.net", "OWNER")));
        LocalDate live = LocalDate.ofInstant(settle(), TORONTO);
        String change = add(UNREACHED, "Missedmark", Map.of("securityCritical", true));
        approve("counsel", change);
        approve("gc", change);
        settle();
        String link = "/n/" + link(change, "Customer gone");

        String page = visitor().page(link);
        assertThat(page)
                .contains(
                        ">in effect for others</span>",
                        "The change took effect for others on " + day(live) + " (America/Toronto)",
                        "so your notice period has not started.",
                        "Missedmark may not be used for your data before a notice has reached you.",
                        "Acknowledging receipt says that the notice has reached you: your notice period then starts, and Missedmark may"
                                + " be used for your data from then on.")
                .doesNotContain(
                        "notice running",
                        "runs in full",
                        "In effect since",
                        "Earliest effective date",
                        "calendar.ics",
                        "??");
        assertThat(visitor().page(link + "/calendar.ics")).doesNotContain("STATUS:CONFIRMED");
        assertThat(clearance("gone", "Missedmark").toString())
                .contains("\"cleared\":false", "none of its contacts could be reached");
        Api legal = visitor();
        legal.submit("/login", "/login", "username=legal&password=demo");
        assertThat(legal.page("/changes/" + change)).contains(">not reached</span>");

        advance("P3D");
        LocalDate reached = LocalDate.ofInstant(settle(), TORONTO);
        customers(UNREACHED, customer("gone", "team", contact("found@gone.example.com", "OWNER")));
        confirm(UNREACHED, "gone");
        JsonNode reach = tasks("legal", change).stream()
                .filter(task -> task.get("name").asText().contains("Reach"))
                .findFirst()
                .orElseThrow();
        complete(
                "counsel",
                reach,
                Map.of("outcome", "write-again", "contact", contactId(UNREACHED, "found@gone.example.com")));
        settle();

        String mail = mails(change, "notice of a change").stream()
                .filter(each -> each.get("to").asText().contains("found@gone.example.com"))
                .findFirst()
                .orElseThrow()
                .get("text")
                .asText();
        assertThat(mail)
                .contains(
                        "Missedmark has been in use for others since " + mailDay(live) + " (America/Toronto): waiting",
                        "We could not reach you before; Missedmark may be used for your data from now on.",
                        "In effect for your data since: " + mailDay(reached) + " (America/Toronto)")
                .doesNotContain("is in use already", "In effect since:");
        assertThat(visitor().page("/n/" + link(change, "Customer gone")))
                .contains(
                        ">in effect, notice period running</span>",
                        "For your data it is in effect since " + day(reached) + " (America/Toronto), when notice of it",
                        "for your data: " + day(reached) + " (America/Toronto)")
                .doesNotContain("before you were given notice of it", "??");
        JsonNode clearance = clearance("gone", "Missedmark");
        assertThat(clearance.get("cleared").asBoolean()).isTrue();
        assertThat(LocalDate.ofInstant(Instant.parse(clearance.get("since").asText()), ZoneId.of("America/Toronto")))
                .isEqualTo(reached);
    }

    private JsonNode clearance(String customer, String vendor) {
        return as("legal")
                .get("/api/v1/registers/" + UNREACHED + "/clearances?customer=" + customer + "&subprocessor=" + vendor);
    }

    private static String mailDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).format(day);
    }

    @Test
    void withdrawing_what_is_in_use_proposes_its_removal() {
        customers("securicom", customer("org", "team", contact("eve@org.example.com", "OWNER")));
        String change = add("securicom", "Quickfix", Map.of("securityCritical", true));
        approve("counsel", change);
        approve("gc", change);
        Api legal = visitor();
        legal.submit("/login", "/login", "username=legal&password=demo");
        assertThat(legal.page("/changes/" + change))
                .contains("as soon as it is approved; notice follows right after")
                .doesNotContain("as soon as the promise allows");
        assertThat(legal.page("/changes/" + change + "/withdrawal"))
                .contains(
                        "1 customer was reached by a notice of the change", "Quickfix is in use already.", "(REMOVE)");

        as("legal").post("/api/v1/changes/" + change + "/withdrawal", Map.of("reason", "The flaw is mended"));
        settle();

        assertThat(state(change)).isEqualTo("WITHDRAWN");
        assertThat(recipients(change, "withdrawn")).containsExactly("eve@org.example.com");
        assertThat(visitor().page("/r/securicom/changes/" + change))
                .contains("after it had taken effect")
                .doesNotContain("It will not take effect");
        assertThat(visitor().page(noticeLink(change, "eve@org.example.com")))
                .contains("after it had taken effect")
                .doesNotContain("It will not take effect");
        assertThat(isListed("securicom", "Quickfix"))
                .as("its removal is reviewed first")
                .isTrue();
        String next = change.substring(0, change.length() - 4)
                + "%04d".formatted(Integer.parseInt(change.substring(change.length() - 4)) + 1);
        assertThat(change(next).get("kind").asText()).isEqualTo("REMOVE");
        assertThat(state(next)).isEqualTo("IN_REVIEW");
    }

    @Test
    void a_security_critical_change_on_a_register_without_the_exception_waits_like_any_other() {
        String change = add("opsticket", "Wouldbefast", Map.of("securityCritical", true));

        assertThat(change(change).get("track").asText()).isEqualTo("NOTICE");
    }

    @Test
    void who_was_a_customer_at_the_announcement_is_told_later_that_the_change_went_first() {
        customers(LATE, customer("org", "team", contact("eve@first.example.com", "OWNER")));
        String change = add(LATE, "Hurried", Map.of("securityCritical", true));
        approve("counsel", change);
        approve("gc", change);
        LocalDate told = LocalDate.ofInstant(settle(), TORONTO);
        until(today().plusDays(33));
        assertThat(state(change)).isEqualTo("PUBLISHED");

        customers(LATE, signedBefore("unheard", told, null), signedBefore("unwilling", told, false));
        LocalDate given = LocalDate.ofInstant(settle(), TORONTO);

        assertThat(mailTo(change, "unheard@late.example.com"))
                .contains("Hurried is in use already, since " + day(told)
                        + " (America/Toronto): waiting would have delayed")
                .doesNotContain("may not be used for your data before");
        assertThat(mailTo(change, "unwilling@late.example.com"))
                .contains("Hurried may not be used for your data before " + day(given.plusDays(31)));
        assertThat(cleared("unheard")).isTrue();
        assertThat(cleared("unwilling")).isFalse();
        assertThat(visitor().page(noticeLink(change, "unheard@late.example.com")))
                .contains(
                        "before you were given notice of it, as is allowed where waiting would delay a security-critical change");
        assertThat(visitor().page(noticeLink(change, "unwilling@late.example.com")))
                .contains("Your agreement does not allow this for your data");
        until(given.plusDays(32));
        assertThat(cleared("unwilling")).isTrue();
        theLedgerIsWhole();
    }

    private String mailTo(String change, String to) {
        return mails(change, "notice of a change").stream()
                .filter(mail -> mail.get("to").asText().equals(to))
                .findFirst()
                .orElseThrow()
                .get("text")
                .asText();
    }

    private boolean cleared(String customer) {
        return as("auditor")
                .get("/api/v1/registers/" + LATE + "/clearances?customer=" + customer + "&subprocessor=Hurried")
                .get("cleared")
                .asBoolean();
    }

    /** A customer that is imported now and had signed before the announcement. */
    private static Map<String, Object> signedBefore(String id, LocalDate announced, Boolean expedited) {
        Map<String, Object> signed = new HashMap<>(customer(id, "team", contact(id + "@late.example.com", "OWNER")));
        signed.put(
                "orders",
                List.of(Map.of(
                        "id",
                        "o-1",
                        "product",
                        "Suite",
                        "begins",
                        announced.minusDays(1).toString(),
                        "ends",
                        announced.plusDays(400).toString(),
                        "prepaid",
                        1200,
                        "currency",
                        "EUR")));
        if (expedited != null) {
            signed.put("terms", Map.of("expeditedAllowed", expedited, "clause", "Side letter 3"));
        }
        return signed;
    }
}
