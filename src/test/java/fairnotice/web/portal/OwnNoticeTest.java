package fairnotice.web.portal;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.access.Actor;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.Role;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.Track;
import fairnotice.change.WithdrawingChange;
import fairnotice.inbox.ReadingInbox;
import fairnotice.notice.Notice;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryFact;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import fairnotice.web.Dates;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.HtmlUtils;

class OwnNoticeTest extends OwnPages {

    private static final Actor GC = new Actor("gc", Set.of(Role.LEGAL));

    @Autowired
    private ReadingInbox inbox;

    @Autowired
    WithdrawingChange withdrawing;

    @Autowired
    RegisterVersions versions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_customer_reads_its_own_dates_and_no_cache_keeps_them() throws Exception {
        customer("reader");
        Notice notice = notice(announced("Iota"), "reader");

        open("/n/" + token(notice, LinkPurpose.NOTICE, 0))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(says(
                        "Customer reader",
                        "Iota Ltd",
                        "Secret addendum reader",
                        "legal@opsticket.example",
                        "An objection that arrives later is kept, marked late",
                        "If you object, Iota may not be used for your data under this change while"
                                + " your objection is open. OpsTicket answers your objection within 10 days."
                                + " OpsTicket has set this time; it is counted from the day your objection counts"
                                + " as received, and that day does not count. If OpsTicket misses its last day, that"
                                + " never counts against you: your objection stays open until it is answered.",
                        "Not before your notice period and the standard one have ended, and not before this day. The"
                                + " change may take effect later.",
                        "Once your notice period and the standard one have ended, the change may take"
                                + " effect, and the list then shows it.",
                        "DPA §05 (OpsTicket&#39;s notice terms, as recorded here in version 1)"))
                .andExpect(saysNot("day possible", "may be used for your data again"));
    }

    @Test
    void what_comes_next_says_so_while_the_window_to_object_outlasts_the_notice() throws Exception {
        customer("patient-reader");
        String reference = announced("Digamma");
        ended(reference, "notice_last_day");
        String own = own(reference, "patient-reader");

        assertThat(read(own))
                .contains("notice period over", "You can still object until the end of", "you need not do anything");

        ended(reference, "objection_last_day");
        assertThat(read(own))
                .doesNotContain("You can still object until the end of", "you need not do anything")
                .contains("The change takes effect once every condition for it is met, which may take a while yet.")
                .doesNotContain("at any time");
    }

    private void ended(String reference, String column) {
        jdbc.sql("update notice set " + column + " = current_date - 2 where reference = :reference")
                .param("reference", reference)
                .update();
    }

    @Test
    void what_a_modification_changes_stands_before_and_after_on_every_page_and_in_the_mail() throws Exception {
        customer("comparer");
        Subprocessor listed = versions.current("opsticket").entry("Cloudflare").orElseThrow();
        String reference = approved(
                new Proposal(
                        ChangeKind.MODIFY, null, true, true, false, null, "It moves", at(listed, "Iceland & beyond")),
                ChangeState.IN_NOTICE);
        String own = own(reference, "comparer");

        List<String> shown =
                List.of(read(own), read("/r/opsticket/changes/" + reference), staff("/changes/" + reference));
        assertThat(shown)
                .allSatisfy(page -> assertThat(page)
                        .contains(">Iceland &amp; beyond</ins>")
                        .doesNotContain("Iceland & beyond", "??")
                        .containsPattern("(?s)Location</th>.{0,200}not stated.{0,400}Iceland"));
        JsonNode mail = mail("comparer@customers.example.com", reference);
        assertThat(mail.path("text").textValue().replace("\r", ""))
                .contains("Location\n  before: not stated\n  after:  Iceland & beyond\n");
        assertThat(mail.path("html").textValue())
                .containsPattern("(?s)Location</th>.{0,100}not stated</td>.{0,100}Iceland &amp; beyond</td>");

        Subprocessor vendor = changes.getByReference(reference).proposal().subprocessor();
        assertThat(vendor.posture()).isNotNull();
        assertThat(List.of(
                        shown.get(0),
                        mail.path("html").textValue(),
                        mail.path("text").textValue()))
                .allSatisfy(told ->
                        assertThat(HtmlUtils.htmlUnescape(told)).contains(values(EntryFact.forCustomers(vendor))));
        assertThat(HtmlUtils.htmlUnescape(shown.get(1))).contains(values(EntryFact.inPublic(vendor)));

        assertThat(shown.get(0))
                .contains(
                        "If you object, the change to Cloudflare may not apply to your data while your objection is open, and"
                                + " the use of Cloudflare as before the change goes on.")
                .doesNotContain("may not be used");
        submit(own + "/objection", "step", "file", "grounds", "LOCATION", "text", "Not there")
                .andExpect(status().isFound());
        assertThat(read(own))
                .contains(
                        "The change to Cloudflare may not apply to your data, as things stand. The use of Cloudflare as before"
                                + " the change goes on.",
                        "OpsTicket examines your objection. Meanwhile the change to Cloudflare may not apply to your data, and"
                                + " the use of Cloudflare as before the change goes on.")
                .doesNotContain("may not be used", "??");

        withdrawing.withdraw(reference, "Not needed", LEGAL);
        assertThat(read(own)).contains("Iceland &amp; beyond</ins>");
    }

    /** The page of this list states no location, so that every change of an entry has to state one for the first time. */
    @Test
    void a_location_stated_for_the_first_time_asks_for_a_notice_or_for_two_who_certify_that_it_is_no_news()
            throws Exception {
        String reference = proposed(certified("Railway", "Oregon"));
        assertThat(changes.getByReference(reference).round().track()).isEqualTo(Track.NOTICE);
        String task = "/changes/" + reference + "/tasks/" + task(reference).id();

        assertThat(staff("counsel", task))
                .contains("Certify as a correction", "So since")
                .doesNotContain("??");
        assertThat(sent(send(
                        "counsel", task, "outcome", "approve", "comment", "In the contract", "soSince", "2024-02-29")))
                .contains("The day since which it is so belongs to a correction");
        assertThat(changes.getByReference(reference).state()).isEqualTo(ChangeState.IN_REVIEW);
        assertThat(sent(send(
                        "counsel", task, "outcome", "correct", "comment", "In the contract", "soSince", "2090-01-01")))
                .contains("Railway has been listed since");
        send("counsel", task, "outcome", "correct", "comment", "In the contract", "soSince", "2024-02-29")
                .andExpect(status().isFound());
        await(() -> !inbox.tasksAbout(reference, GC).isEmpty());
        assertThat(inbox.tasksAbout(reference, ADMIN)).isEmpty();
        String second = "/changes/" + reference + "/tasks/"
                + inbox.tasksAbout(reference, GC).get(0).id();
        assertThat(staff("gc", second))
                .contains("has been so since 29 February 2024")
                .doesNotContain("??");
        send("gc", second, "outcome", "approve", "comment", "I read it too").andExpect(status().isFound());
        await(() -> changes.getByReference(reference).state() == ChangeState.PUBLISHED);

        assertThat(read("/r/opsticket/changes/" + reference))
                .contains("Correction: so since 29 February 2024", ">ISO 27001</ins>")
                .contains("attestation in progress; GDPR DPA available</del>")
                .doesNotContain("??");
        assertThat(read("/r/opsticket"))
                .contains("correction", "Correction: so since 29 February 2024. Railway: Certified");
        assertThat(read("/r/opsticket/feed.atom"))
                .contains("Correction: so since 29 February 2024. Railway: Certified");
        assertThat(read("/r/opsticket.json")).contains("CORRECTED", "Correction: so since 29 February 2024");
        assertThat(staff("counsel", "/changes/" + reference))
                .contains(
                        "It was certified as a correction",
                        "A second person certified the correction",
                        "29 February 2024");
    }

    private static String sent(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private String staff(String who, String path) throws Exception {
        return sent(open(who, path).andExpect(status().isOk()));
    }

    private Proposal certified(String name, String location) {
        Subprocessor listed = versions.current("opsticket").entry(name).orElseThrow();
        return new Proposal(
                ChangeKind.MODIFY,
                null,
                true,
                false,
                false,
                null,
                "Certified",
                SubprocessorBuilder.builder()
                        .name(listed.name())
                        .legalEntity("Railway Corporation")
                        .purpose(listed.purpose())
                        .location(location)
                        .dataCategories(listed.dataCategories())
                        .posture("ISO 27001")
                        .category(listed.category())
                        .build());
    }

    @Test
    void a_replacement_names_the_entry_it_takes_the_place_of_and_its_company() throws Exception {
        customer("stripe-user");
        String reference = approved(
                new Proposal(ChangeKind.REPLACE, "Stripe", true, true, false, null, "Cheaper", vendor("Tau", "Bonn")),
                ChangeState.IN_NOTICE);
        String entity =
                versions.current("opsticket").entry("Stripe").orElseThrow().legalEntity();

        assertThat(read(own(reference, "stripe-user"))).contains("Stripe", entity);
        assertThat(read("/r/opsticket/changes/" + reference)).contains("Stripe", entity);
        assertThat(mail("stripe-user@customers.example.com", reference)
                        .path("text")
                        .textValue())
                .contains("Tau is to replace Stripe (" + entity + ") as a sub-processor of OpsTicket.");
        withdrawing.withdraw(reference, "Not needed", LEGAL);
    }

    @Test
    void opening_acknowledges_nothing_and_a_second_acknowledgement_says_when_the_first_was() throws Exception {
        customer("acker");
        Notice notice = notice(announced("Kappa"), "acker");
        String place = "/n/" + token(notice, LinkPurpose.NOTICE, 0);

        open(place).andExpect(says("Acknowledge receipt"));
        pages.perform(head(place)).andExpect(status().isOk());
        open(place + "/acknowledge").andExpect(status().is4xxClientError());
        assertThat(notices.find(notice.id()).orElseThrow().acknowledgedAt()).isNull();

        pages.perform(post(place + "/acknowledge")).andExpect(status().isForbidden());
        pages.perform(post(place + "/acknowledge").with(csrf())).andExpect(redirectedUrl(place));
        var first = notices.find(notice.id()).orElseThrow().acknowledgedAt();
        assertThat(first).isNotNull();
        pages.perform(post(place + "/acknowledge").with(csrf())).andExpect(redirectedUrl(place));
        assertThat(notices.find(notice.id()).orElseThrow().acknowledgedAt()).isEqualTo(first);
        open(place).andExpect(says("Receipt was acknowledged on"));
    }

    @Test
    void every_link_that_opens_nothing_gets_the_same_answer() throws Exception {
        customer("closed");
        customer("other");
        String reference = announced("Lambda");
        Notice notice = notice(reference, "closed");
        String good = token(notice, LinkPurpose.NOTICE, 0);
        String altered = (good.charAt(20) == 'A' ? good.substring(0, 20) + "B" : good.substring(0, 20) + "A")
                + good.substring(21);
        String revoked = token(notice, LinkPurpose.NOTICE, 1);
        String ofAnotherPurpose = token(notice, LinkPurpose.SUBSCRIPTION, 0);
        String ofAnotherCustomer = links.sign(new Link(
                LinkPurpose.NOTICE,
                notice.id(),
                contact(notice(reference, "other")).id(),
                0));

        String nothing = answer("/n/garbage");
        for (String token : new String[] {altered, revoked, ofAnotherPurpose, ofAnotherCustomer}) {
            assertThat(answer("/n/" + token)).isEqualTo(nothing);
            pages.perform(post("/n/" + token + "/acknowledge").with(csrf())).andExpect(status().isNotFound());
        }
    }

    @Test
    void a_withdrawn_change_tells_the_customer_that_nothing_is_left_to_do() throws Exception {
        customer("relieved");
        String reference = announced("Mu");
        Notice notice = notice(reference, "relieved");
        withdrawing.withdraw(reference, "Not needed", LEGAL);

        open("/n/" + token(notice, LinkPurpose.NOTICE, 0))
                .andExpect(says("The change was withdrawn on " + new Dates().day(LocalDate.now(ZoneOffset.UTC))
                        + " (UTC). It will not take effect, and you need not do anything."))
                .andExpect(saysNot("Acknowledge receipt"));
    }

    private static Subprocessor at(Subprocessor listed, String location) {
        return SubprocessorBuilder.builder()
                .name(listed.name())
                .legalEntity(listed.legalEntity())
                .purpose(listed.purpose())
                .location(location)
                .dataCategories(listed.dataCategories())
                .posture(listed.posture())
                .category(listed.category())
                .build();
    }

    private static List<String> values(List<EntryFact> facts) {
        return facts.stream().map(EntryFact::value).filter(Objects::nonNull).toList();
    }

    private String read(String path) throws Exception {
        return open(path).andReturn().getResponse().getContentAsString();
    }

    private String staff(String path) throws Exception {
        return open("counsel", path).andReturn().getResponse().getContentAsString();
    }

    /** The notice of this change: a customer that arrives is told of every change that runs, in any order. */
    private JsonNode mail(String to, String reference) throws Exception {
        for (JsonNode mail : new ObjectMapper().readTree(read("/api/v1/demo/mailbox?to=" + to))) {
            if (mail.path("subject").textValue().contains(reference)) {
                return mail;
            }
        }
        throw new AssertionError("No mail about " + reference + " came to " + to);
    }

    private String answer(String path) throws Exception {
        return open(path)
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
