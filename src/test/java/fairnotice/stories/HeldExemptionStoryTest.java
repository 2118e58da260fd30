package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.objection.Act;
import fairnotice.objection.AnsweringOffer;
import fairnotice.objection.RequestingCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer agreed that a vendor is not used for it; the vendor leaves the list and comes back. */
class HeldExemptionStoryTest extends Story {

    private static final String REGISTER = StoryRegister.HELD_EXEMPTION.id();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    @Autowired
    private RequestingCode asking;

    @Autowired
    private AnsweringOffer answering;

    @Test
    void an_exemption_holds_when_its_vendor_is_removed_and_added_again() {
        String ada = customer("again");
        String objection = exempted(announced("Againline"), ada, null);
        advance("P31D");
        remove("Againline");

        String second = announced("Againline");

        String agreed = agreed("Againline", objection);
        assertThat(mail(second, "notice of a change"))
                .contains(agreed, "You may object until the end of", keeps("Againline"))
                .doesNotContain("Earliest effective date", "you are told by email", "??", "{{");
        String link = noticeLink(second, ada);
        assertThat(page(link))
                .contains(
                        agreed,
                        keeps("Againline"),
                        link + "/objection",
                        "You need not do anything: your exemption holds.",
                        ">none: the vendor is not used for your data<")
                .doesNotContain(">Earliest effective date<", "does not apply to your data before", "??");
        Api counsel = visitor();
        counsel.submit("/login", "/login", "username=counsel&password=demo");
        assertThat(counsel.page("/changes/" + second))
                .contains(
                        "Customers that agreed on an exemption about an earlier change of this vendor: 1.", objection);
        advance("P8D");
        assertThat(mail(second, "reminder of your notice"))
                .contains(agreed, keeps("Againline"))
                .doesNotContain("Earliest effective date", "you are told by email", "??", "{{");
        advance("P23D");
        assertThat(state(second)).isEqualTo("PUBLISHED");
        assertThat(clearance("again", "Againline"))
                .isEqualTo("false: It was agreed that the vendor is not used for this customer. (" + objection + ")");
        assertThat(page(link))
                .contains(agreed, keeps("Againline"), "in effect for others", "On the list since")
                .doesNotContain("In effect since", "may be used for your data again", "??");
        assertThat(mail(second, "in effect, not for your data while your exemption holds"))
                .contains(agreed, keeps("Againline"), "The last day to object has passed.")
                .doesNotContain(
                        "Your objection to this change is closed", "may be used for your data again", "??", "{{");
        assertThat(visitor().page(link + "/calendar.ics").replace("\r\n ", ""))
                .contains("You agreed on an exemption. The end of your notice period changes nothing about that.")
                .doesNotContain("In effect for your data");
    }

    @Test
    void an_exemption_until_a_day_holds_until_then() {
        String ben = customer("dated");
        LocalDate until = today().plusDays(100);
        String first = announced("Datedline");
        String objection = exempted(first, ben, until);
        advance("P31D");
        remove("Datedline");
        String second = announced("Datedline");
        String link = noticeLink(second, ben);
        String agreed = "You agreed on an exemption: Datedline is not used for your data until the end of "
                + DAY.format(until) + " (UTC). After that day it may be used, from " + DAY.format(until.plusDays(1))
                + " (UTC) at the earliest.";
        assertThat(mail(second, "notice of a change"))
                .contains(
                        agreed + " " + held(objection),
                        "Earliest effective date: " + DAY.format(until.plusDays(1)) + " (UTC)",
                        keeps("Datedline"));
        assertThat(page(link)).contains(agreed + " " + held(objection));
        advance("P31D");

        assertThat(clearance("dated", "Datedline"))
                .isEqualTo("false: It was agreed that the vendor is not used for this customer until the end of "
                        + DAY.format(until) + " (UTC). (" + objection + ")");
        assertThat(mail(second, "in effect, not for your data until the end of " + DAY.format(until)))
                .contains(agreed, held(objection))
                .doesNotContain("??", "{{");
        assertThat(visitor().page(link + "/calendar.ics").replace("\r\n ", ""))
                .contains(
                        "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(until),
                        "Last day of your exemption",
                        "You agreed on an exemption. The end of your notice period changes nothing about that.");

        until(until.plusDays(2));
        assertThat(letter(objection, "ends at the end of"))
                .contains(
                        "Earliest effective date for you: " + DAY.format(until.plusDays(1)) + " (UTC)",
                        "In effect for others since: "
                                + DAY.format(LocalDate.parse(change(second)
                                        .get("publishedAt")
                                        .asText()
                                        .substring(0, 10))));
        assertThat(clearance("dated", "Datedline")).startsWith("true: ");
        assertThat(page(link))
                .contains("Datedline may be used for your data since " + DAY.format(until.plusDays(1)) + " (UTC)")
                .doesNotContain(held(objection));
    }

    @Test
    void nobody_is_told_that_the_exemption_from_a_vendor_ends_which_the_list_names_no_more() {
        String cem = customer("gone");
        LocalDate until = today().plusDays(60);
        String objection = exempted(announced("Goneline"), cem, until);
        advance("P31D");
        remove("Goneline");

        until(until.plusDays(2));

        assertThat(letters(objection, "Your exemption from")).isEmpty();
    }

    @Test
    void an_exemption_holds_when_its_change_is_withdrawn_and_proposed_again() {
        String dea = customer("anew");
        String first = announced("Anewline");
        String objection = exempted(first, dea, null);
        as("counsel").post("/api/v1/changes/" + first + "/withdrawal", Map.of("reason", "Not yet"));
        settle();
        assertThat(state(first)).isEqualTo("WITHDRAWN");

        String second = announced("Anewline");

        assertThat(mail(second, "notice of a change")).contains(agreed("Anewline", objection));
        advance("P31D");
        assertThat(clearance("anew", "Anewline")).startsWith("false: ").endsWith("(" + objection + ")");
    }

    @Test
    void an_exemption_holds_when_another_name_of_the_same_legal_entity_takes_the_place_of_its_vendor() {
        String eli = customer("renamed");
        String objection = exempted(announced("Oldname"), eli, null);
        advance("P31D");

        String second = announced("REPLACE", "Newname", "Oldname, B.V.", Map.of("replaces", "Oldname"));

        assertThat(mail(second, "notice of a change")).contains(agreed("Newname", objection));
        advance("P31D");
        assertThat(isListed(REGISTER, "Oldname")).isFalse();
        assertThat(clearance("renamed", "Newname")).startsWith("false: ").endsWith("(" + objection + ")");
    }

    @Test
    void an_exemption_from_one_service_says_nothing_of_another_that_stands_beside_it() {
        String fay = customer("beside");
        exempted(announced("Beside Mail"), fay, null);
        advance("P31D");

        String second = announced("ADD", "Beside Maps", "Beside Mail B.V.", Map.of());

        assertThat(mail(second, "notice of a change")).doesNotContain("You agreed on an exemption");
        advance("P31D");
        assertThat(clearance("beside", "Beside Maps")).startsWith("true: ");
        assertThat(clearance("beside", "Beside Mail")).startsWith("false: ");
    }

    @Test
    void an_exemption_holds_for_another_service_of_its_legal_entity_once_the_exempted_one_is_gone() {
        String hal = customer("alone");
        String objection = exempted(announced("Firstgone"), hal, null);
        advance("P31D");
        String second = announced("ADD", "Staysalone", "Firstgone B.V.", Map.of());
        advance("P31D");
        assertThat(clearance("alone", "Staysalone")).startsWith("true: ");

        remove("Firstgone");

        String held = "false: It was agreed that the vendor is not used for this customer. (" + objection + ")";
        assertThat(clearance("alone", "Staysalone")).isEqualTo(held);
        assertThat(page(noticeLink(second, hal)))
                .contains(agreed("Staysalone", objection))
                .doesNotContain("may be used for your data", "In effect since", "??");
        announced("Firstgone");
        advance("P31D");
        assertThat(isListed(REGISTER, "Firstgone")).isTrue();
        assertThat(clearance("alone", "Staysalone"))
                .as("it came back, which takes nothing from the customer")
                .isEqualTo(held);
    }

    @Test
    void an_exemption_until_a_day_ends_for_the_service_that_stayed() {
        String ida = customer("stayed");
        LocalDate until = today().plusDays(100);
        String objection = exempted(announced("Datedgone"), ida, until);
        advance("P31D");
        String second = announced("ADD", "Staysdated", "Datedgone B.V.", Map.of());
        advance("P31D");
        remove("Datedgone");
        assertThat(clearance("stayed", "Staysdated"))
                .isEqualTo("false: It was agreed that the vendor is not used for this customer until the end of "
                        + DAY.format(until) + " (UTC). (" + objection + ")");

        until(until.plusDays(2));

        assertThat(letter(objection, "ends at the end of"))
                .contains("In effect for others since: "
                        + DAY.format(LocalDate.parse(
                                change(second).get("publishedAt").asText().substring(0, 10))))
                .doesNotContain("??", "{{");
        assertThat(clearance("stayed", "Staysdated")).startsWith("true: ");
    }

    @Test
    void an_exemption_says_nothing_of_a_service_that_its_customer_had_notice_of_when_it_agreed() {
        String jan = customer("known");
        String first = announced("Knownone");
        advance("P2D");
        announced("ADD", "Knowntwo", "Knownone B.V.", Map.of());
        exempted(first, jan, null);
        advance("P31D");

        remove("Knownone");

        assertThat(clearance("known", "Knowntwo")).startsWith("true: ");
    }

    @Test
    void what_was_agreed_last_about_a_vendor_counts() {
        String gus = customer("last");
        String one = exempted(announced("Lastline"), gus, null);
        advance("P31D");
        remove("Lastline");
        String second = announced("Lastline");
        String two = file(second, gus);
        assertThat(page(noticeLink(second, gus))).contains("The exemption you agreed to before still holds");
        complete("counsel", two, Map.of("outcome", "admit"));
        complete("counsel", two, Map.of("outcome", "offer", "cure", "SAFEGUARD", "comment", "We mask"));
        assertThat(letter(two, "makes you the offer below"))
                .contains("It takes the place of the exemption you agreed to in " + one + ".");
        accept(two, gus);
        advance("P31D");
        assertThat(clearance("last", "Lastline")).startsWith("true: ");
        remove("Lastline");

        String third = announced("Lastline");

        assertThat(mail(third, "notice of a change")).doesNotContain("You agreed on an exemption");
        advance("P31D");
        assertThat(clearance("last", "Lastline")).startsWith("true: ");
    }

    private static String agreed(String vendor, String objection) {
        return "You agreed on an open-ended exemption: " + vendor + " is not used for your data. " + held(objection);
    }

    private static String held(String objection) {
        return "You agreed on it in objection " + objection
                + ", to an earlier change, and it holds for this change too: you need not object.";
    }

    private static String keeps(String vendor) {
        return "Your exemption holds, whatever OpsTicket decides about an objection to this change: while it runs, "
                + vendor + " is not used for your data under this change, unless you agree to something else.";
    }

    /** @return the address of its only contact */
    private String customer(String id) {
        String email = "privacy@" + id + ".example.com";
        customers(REGISTER, customer(id, "enterprise", contact(email, "PRIVACY")));
        return email;
    }

    private String mail(String change, String subject) {
        return mails(change, subject).get(0).get("text").asText().replaceAll("\\s+", " ");
    }

    private String clearance(String customer, String vendor) {
        JsonNode clearance = as("legal")
                .get("/api/v1/registers/" + REGISTER + "/clearances?customer=" + customer + "&subprocessor="
                        + vendor.replace(' ', '+'));
        return clearance.get("cleared").asBoolean() + ": "
                + clearance.get("reason").asText();
    }

    /** As it reads, without its tags; links and cells keep theirs. */
    private String page(String link) {
        return visitor().page(link).replaceAll("\\s+", " ").replaceAll("</span> <span>", " ");
    }

    private String announced(String vendor) {
        return announced("ADD", vendor, vendor + " B.V.", Map.of());
    }

    private String announced(String kind, String vendor, String legalEntity, Map<String, Object> more) {
        Map<String, Object> whole = new HashMap<>(more);
        whole.put("subprocessor.legalEntity", legalEntity);
        whole.put("subprocessor.category", "data");
        String change = propose(REGISTER, kind, vendor, whole);
        approve("counsel", change);
        return change;
    }

    private void remove(String vendor) {
        approve("counsel", propose(REGISTER, "REMOVE", vendor, Map.of()));
        assertThat(isListed(REGISTER, vendor)).isFalse();
    }

    /** @param until null for an open-ended exemption */
    private String exempted(String change, String email, LocalDate until) {
        String objection = file(change, email);
        complete("counsel", objection, Map.of("outcome", "admit"));
        Map<String, Object> offer =
                new HashMap<>(Map.of("outcome", "offer", "cure", "EXEMPTION", "comment", "We will not use it for you"));
        if (until != null) {
            offer.put("until", until.toString());
        }
        complete("counsel", objection, offer);
        accept(objection, email);
        return objection;
    }

    private void accept(String objection, String email) {
        asking.ask(objection, Act.ACCEPT, contactId(REGISTER, email), by(REGISTER, email));
        settle();
        answering.accept(objection, by(REGISTER, email), code(objection), null);
        settle();
    }
}
