package fairnotice.web.site;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.SignedLinks;
import fairnotice.change.WithdrawingChange;
import fairnotice.embedded.Mailbox;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.web.PageHouse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class PublicObjectionTest extends PageHouse {

    private static final Pattern LINK = Pattern.compile("(/filings/[A-Za-z0-9_.~-]+)");

    @Autowired
    Objections objections;

    @Autowired
    Mailbox mailbox;

    @Autowired
    SignedLinks links;

    @Autowired
    WithdrawingChange withdrawing;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_customer_without_its_link_objects_and_it_counts_from_the_filing_once_confirmed() throws Exception {
        customer("linkless");
        String reference = announced("Ypsilon");
        open("/r/opsticket/changes/" + reference).andExpect(says(form(reference) + "\""));
        open(form(reference)).andExpect(saysNot("??"));

        ask(reference, "Ann", "Customer linkless", "LINKLESS@customers.example.com", "Not there, please")
                .andExpect(redirectedUrl(form(reference) + "/asked"));
        assertThat(objections.recent(reference, false, 0, 10)).isEmpty();

        String link = link("linkless@customers.example.com");
        open(link).andExpect(says("Did you object"));
        assertThat(objections.recent(reference, false, 0, 10)).isEmpty();
        pages.perform(post(link)).andExpect(status().isForbidden());
        for (int click = 0; click < 2; click++) {
            pages.perform(post(link).with(csrf())).andExpect(redirectedUrl(link));
        }

        List<Objection> all = objections.recent(reference, false, 0, 10);
        assertThat(all).hasSize(1);
        assertThat(all.get(0).state()).isEqualTo(ObjectionState.ASSESSMENT);
        open(link).andExpect(says(all.get(0).reference())).andExpect(saysNot("Secret addendum"));
    }

    @Test
    void beyond_a_limit_the_objection_is_kept_and_only_its_mail_waits() throws Exception {
        customer("patient");
        String reference = announced("Stigmapage");
        for (int n = 0; n < 20; n++) {
            ask("2001:db8:5::" + n, reference, "stranger" + n + "@elsewhere.example.com", "No")
                    .andExpect(redirectedUrl(form(reference) + "/asked"));
        }

        String address = "patient@customers.example.com";
        ask("2001:db8:5::ffff", reference, address, "Not there")
                .andExpect(redirectedUrl(form(reference) + "/asked?later"));
        ask("2001:db8:5::ffff", reference, address, "Not there")
                .andExpect(redirectedUrl(form(reference) + "/asked?later"));
        open(form(reference) + "/asked?later").andExpect(says("Your objection is on record", "and state " + reference));
        assertThat(mailbox.to(address))
                .noneMatch(mail -> LINK.matcher(mail.text()).find());
        assertThat(kept(address)).as("the same twice is kept once").isEqualTo(1);

        jdbc.sql("update objection_unconfirmed set mail_at = now() where email = :address")
                .param("address", address)
                .update();
        String link = link(address);
        pages.perform(post(link).with(csrf())).andExpect(redirectedUrl(link));
        assertThat(objections.recent(reference, false, 0, 10))
                .extracting(Objection::state)
                .containsExactly(ObjectionState.ASSESSMENT);
    }

    @Test
    void a_link_past_its_seven_days_says_so_at_once_and_offers_nothing_to_press() throws Exception {
        String reference = announced("Elapsed");
        String address = "elapsed@elsewhere.example.com";
        ask("2001:db8:6::1", reference, address, "Not there").andExpect(redirectedUrl(form(reference) + "/asked"));
        String link = link(address);
        jdbc.sql("update objection_unconfirmed set mailed_at = mailed_at - interval '8 days' where email = :address")
                .param("address", address)
                .update();

        open(link)
                .andExpect(says("within seven days of the mail", "object again on the page of the change"))
                .andExpect(saysNot("Yes, that was me", "Did you object"));
        pages.perform(post(link).with(csrf())).andExpect(says("within seven days of the mail"));
        assertThat(objections.recent(reference, false, 0, 10)).isEmpty();
    }

    @Test
    void one_mailbox_gets_five_mails_a_day_and_one_of_them_opens_all_it_sent() throws Exception {
        String reference = announced("Taupage");
        for (int n = 0; n < 5; n++) {
            ask("192.0.2." + n, reference, "v.ic.tim+" + n + "@elsewhere.example.com", "Forged " + n)
                    .andExpect(redirectedUrl(form(reference) + "/asked"));
        }
        ask("192.0.2.9", reference, "victim@elsewhere.example.com", "My own")
                .andExpect(redirectedUrl(form(reference) + "/asked?later"));
        ask("192.0.2.9", reference, "V.ic.tim+4@elsewhere.example.com", "My own too")
                .andExpect(redirectedUrl(form(reference) + "/asked?later"));

        String link = link("v.ic.tim+4@elsewhere.example.com");
        long own = id("V.ic.tim+4@elsewhere.example.com");
        open(link).andExpect(says("value=\"" + own + "\""));
        pages.perform(post(link).with(csrf()).param("filing", String.valueOf(id("victim@elsewhere.example.com"))))
                .andExpect(says("There is no such objection."));
        pages.perform(post(link).with(csrf()).param("filing", "x")).andExpect(says("There is no such objection."));
        pages.perform(post(link).with(csrf()).param("filing", String.valueOf(own)))
                .andExpect(redirectedUrl(link));
        assertThat(objections.recent(reference, false, 0, 10)).hasSize(1);
    }

    private int kept(String address) {
        return jdbc.sql("select count(*) from objection_unconfirmed where email = :address")
                .param("address", address)
                .query(Integer.class)
                .single();
    }

    private long id(String address) {
        return jdbc.sql("select id from objection_unconfirmed where email = :address")
                .param("address", address)
                .query(Long.class)
                .single();
    }

    @Test
    void a_stranger_gets_the_same_answers_as_a_customer() throws Exception {
        customer("known");
        String reference = announced("Phi");
        ask(reference, "Ann", "Org", "known@customers.example.com", "No").andExpect(status().isFound());
        ask(reference, "Ann", "Org", "stranger@elsewhere.example.com", "No").andExpect(status().isFound());

        String ofCustomer = confirmed(link("known@customers.example.com"));
        String ofStranger = confirmed(link("stranger@elsewhere.example.com"));

        List<Objection> all = objections.recent(reference, false, 0, 10);
        assertThat(all)
                .extracting(Objection::state)
                .containsExactlyInAnyOrder(ObjectionState.ASSESSMENT, ObjectionState.UNMATCHED);
        assertThat(ofCustomer).isEqualTo(ofStranger);
    }

    @Test
    void whoever_objects_on_a_german_page_is_written_to_in_german_until_it_is_matched() throws Exception {
        String reference = announced("Upsilonpage");
        pages.perform(post(form(reference))
                .with(csrf())
                .header("Accept-Language", "de")
                .param("name", "Eva")
                .param("organisation", "Org")
                .param("email", "eva@elsewhere.example.com")
                .param("text", "Nein"));
        confirmed(link("eva@elsewhere.example.com"));

        await(() -> mailbox.to("eva@elsewhere.example.com").stream()
                .anyMatch(mail -> mail.text().startsWith("Ihr Einspruch ist eingegangen")));
    }

    @Test
    void bad_input_comes_back_with_sentences_and_nothing_is_kept() throws Exception {
        String reference = announced("Chi");

        ask(reference, "", "", "", "")
                .andExpect(
                        says("error-summary", "Please state your name.", "href=\"#organisation\"", "name@example.com"));
        ask(reference, "<img src=x>", "O".repeat(201), "a\r\nBcc: b@c.example", "x".repeat(4001))
                .andExpect(says(
                        "looks like markup",
                        "&lt;img src=x",
                        "201 characters",
                        "Please shorten the explanation: it has 4,001 characters"))
                .andExpect(saysNot("<img src=x"));
        pages.perform(post(form(reference)).with(csrf()).param("grounds", "none of these"))
                .andExpect(
                        says(
                                "Please choose one of the grounds shown.",
                                "Your agreement asks for grounds. If you give none yet, please add them by the last day to object;"))
                .andExpect(saysNot("they may follow"));
        assertThat(jdbc.sql("select count(*) from objection_unconfirmed where change_reference = :r")
                        .param("r", reference)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_change_that_is_not_announced_takes_no_objection_and_does_not_exist() throws Exception {
        String reference = proposed("Psi");
        open(form(reference)).andExpect(status().isNotFound());
        ask(reference, "Ann", "Org", "a@b.example.com", "No").andExpect(status().isNotFound());
        open("/r/securicom/changes/" + announced("Psi two") + "/object").andExpect(status().isNotFound());
    }

    @Test
    void a_withdrawn_change_says_that_nothing_is_left_to_object_to() throws Exception {
        String reference = announced("Omega");
        ask(reference, "Ann", "Org", "late@elsewhere.example.com", "No").andExpect(status().isFound());
        String link = link("late@elsewhere.example.com");
        withdrawing.withdraw(reference, "Not needed", LEGAL);
        ask(reference, "Ann", "Org", "later@elsewhere.example.com", "Not in <Bonn>")
                .andExpect(says("Your objection was not sent", "Not in &lt;Bonn&gt;</p>"));

        open(form(reference)).andExpect(says("nothing to object to any more"));
        ask(reference, "Ann", "Org", "late@elsewhere.example.com", "No").andExpect(status().isOk());
        pages.perform(post(link).with(csrf())).andExpect(says("was withdrawn: there is nothing to object to"));
        open("/r/opsticket/changes/" + reference).andExpect(saysNot("/object\""));
    }

    @Test
    void links_that_confirm_nothing_all_get_the_same_answer() throws Exception {
        String nothing = page("/filings/garbage");
        for (LinkPurpose purpose : LinkPurpose.values()) {
            String link = "/filings/" + links.sign(new Link(purpose, 999_999, 999_999, 0));
            assertThat(page(link)).isEqualTo(nothing);
            pages.perform(post(link).with(csrf())).andExpect(status().isNotFound());
        }
    }

    private String page(String path) throws Exception {
        return open(path)
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** The page after the confirmation, without what differs from case to case. */
    private String confirmed(String link) throws Exception {
        pages.perform(post(link).with(csrf())).andExpect(redirectedUrl(link));
        return open(link)
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("OBJ-\\d+-\\d+", "OBJ")
                .replaceAll("\\d\\d:\\d\\d \\(", "(");
    }

    private String link(String address) {
        await(() -> mailbox.to(address).stream()
                .anyMatch(mail -> LINK.matcher(mail.text()).find()));
        return mailbox.to(address).stream()
                .map(mail -> LINK.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** @param client address it comes from */
    private ResultActions ask(String client, String reference, String email, String text) throws Exception {
        return pages.perform(post(form(reference))
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(client);
                    return request;
                })
                .param("name", "Ann")
                .param("organisation", "Org")
                .param("email", email)
                .param("text", text));
    }

    private ResultActions ask(String reference, String name, String organisation, String email, String text)
            throws Exception {
        MockHttpServletRequestBuilder request = post(form(reference))
                .with(csrf())
                .param("name", name)
                .param("organisation", organisation)
                .param("email", email)
                .param("grounds", "OTHER")
                .param("text", text);
        return pages.perform(request);
    }

    private static String form(String reference) {
        return "/r/opsticket/changes/" + reference + "/object";
    }
}
