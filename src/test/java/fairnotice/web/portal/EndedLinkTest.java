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

import fairnotice.access.LinkPurpose;
import fairnotice.change.WithdrawingChange;
import fairnotice.ledger.Ledger;
import fairnotice.notice.Notice;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** A link ends, and a new one goes to the address on file and nowhere else. */
class EndedLinkTest extends OwnPages {

    private static final Pattern LINK = Pattern.compile("/n/([A-Za-z0-9_-]{52})");
    private static final String NEW_LINK = "Here is a new link to the notice";

    @Autowired
    private WithdrawingChange withdrawing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ledger ledger;

    @Test
    void an_ended_link_opens_nothing_takes_nothing_and_offers_a_new_one() throws Exception {
        customer("ended");
        String reference = announced("Stigma");
        String own = own(reference, "ended");
        open(own).andExpect(status().isOk()).andExpect(saysNot("This link opens this page"));
        withdrawing.withdraw(reference, "Not needed", LEGAL);
        open(own).andExpect(says("This link opens this page until the end of"));
        daysAgo(reference, 91);

        for (String page : List.of(
                "",
                "/calendar.ics",
                "/objection",
                "/objection?step=check",
                "/code?action=accept",
                "/termination",
                "/attachments/1",
                "/statement")) {
            open(own + page)
                    .andExpect(status().isGone())
                    .andExpect(header().string("Cache-Control", "no-store"))
                    .andExpect(says("Send a new link"))
                    .andExpect(says("This link has expired – OpsTicket"))
                    .andExpect(saysNot("Stigma"))
                    .andExpect(saysNot("??"));
        }
        for (String step : List.of("/acknowledge", "/objection", "/reply", "/appeal", "/code", "/termination")) {
            submit(own + step, "action", "accept", "step", "file", "grounds", "LOCATION", "text", "No", "code", "1")
                    .andExpect(status().isGone());
        }
        pages.perform(head(own)).andExpect(status().isGone());
        Notice notice = notice(reference, "ended");
        assertThat(notice.acknowledgedAt()).isNull();
        assertThat(objections.newest(reference, notice.customer())).isEmpty();
    }

    @Test
    void the_last_day_counts_whole() throws Exception {
        customer("lastday");
        String reference = announced("Koppa");
        withdrawing.withdraw(reference, "Not needed", LEGAL);
        daysAgo(reference, 90);

        open(own(reference, "lastday")).andExpect(status().isOk());
    }

    @Test
    void a_new_link_goes_to_the_address_on_file_and_opens_the_notice_for_a_while() throws Exception {
        customer("renewing");
        String reference = announced("San");
        String own = own(reference, "renewing");
        withdrawing.withdraw(reference, "Not needed", LEGAL);
        daysAgo(reference, 91);

        renew(own).andExpect(redirectedUrl(own + "/renewal"));

        await(() -> !mails("renewing@customers.example.com", NEW_LINK).isEmpty());
        String fresh = link(mails("renewing@customers.example.com", NEW_LINK).get(0));
        open(fresh)
                .andExpect(status().isOk())
                .andExpect(says("San"))
                .andExpect(says("This link opens this page until the end of"));
        open(own).andExpect(status().isGone());
        assertThat(ledger.about(reference))
                .anySatisfy(entry -> assertThat(entry.kind()).isEqualTo("notice.link-renewed"));

        jdbc.sql("update renewed_link set ends_at = ends_at - interval '31 days' where notice = :notice")
                .param("notice", notice(reference, "renewing").id())
                .update();

        open(fresh).andExpect(status().isGone());
    }

    @Test
    void the_answer_is_the_same_whatever_the_link_was_and_however_often_it_is_asked_for() throws Exception {
        customer("asking");
        customer("asked");
        String reference = announced("Sampi");
        Notice notice = notice(reference, "asking");
        String own = own(reference, "asking");
        String live = own(announced("Sho"), "asked");
        withdrawing.withdraw(reference, "Not needed", LEGAL);
        daysAgo(reference, 91);
        String sent = open(own + "/renewal").andReturn().getResponse().getContentAsString();

        for (String other : List.of(
                "/n/garbage",
                live,
                "/n/" + token(notice, LinkPurpose.NOTICE, 1),
                "/n/" + token(notice, LinkPurpose.RENEWED_NOTICE, 0),
                "/n/" + token(notice, LinkPurpose.SUBSCRIPTION, 0))) {
            renew(other).andExpect(redirectedUrl(other + "/renewal"));
            assertThat(open(other + "/renewal").andReturn().getResponse().getContentAsString())
                    .isEqualTo(sent);
        }
        for (int i = 0; i < 7; i++) {
            renew(own).andExpect(redirectedUrl(own + "/renewal"));
        }

        await(() -> mails("asking@customers.example.com", NEW_LINK).size() == 5);
        assertThat(mails("asked@customers.example.com", NEW_LINK)).isEmpty();
        assertThat(jdbc.sql("select count(*) from renewed_link where notice = :notice")
                        .param("notice", notice.id())
                        .query(Long.class)
                        .single())
                .as("five to one mailbox in a day")
                .isEqualTo(5);
    }

    /** From a network of its own, so that no other test's limit is used up. */
    private ResultActions renew(String own) throws Exception {
        return pages.perform(post(own + "/renewal").with(csrf()).with(request -> {
            request.setRemoteAddr("203.0.113.9");
            return request;
        }));
    }

    /** As if everything about the change had happened so many days earlier. */
    private void daysAgo(String reference, int days) {
        for (String earlier : List.of(
                "vendor_change set announced_at = announced_at - :days * interval '1 day', updated_at = updated_at - :days * interval '1 day'",
                "notice set created_at = created_at - :days * interval '1 day'")) {
            jdbc.sql("update " + earlier + " where reference = :reference")
                    .param("days", days)
                    .param("reference", reference)
                    .update();
        }
    }

    private static String link(String mail) {
        Matcher link = LINK.matcher(mail);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
