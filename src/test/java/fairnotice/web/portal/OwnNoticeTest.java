package fairnotice.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.change.WithdrawingChange;
import fairnotice.notice.Notice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnNoticeTest extends OwnPages {

    @Autowired
    WithdrawingChange withdrawing;

    @Test
    void a_customer_reads_its_own_dates_and_no_cache_keeps_them() throws Exception {
        customer("reader");
        Notice notice = notice(announced("Iota"), "reader");

        open("/n/" + token(notice, LinkPurpose.NOTICE, 0))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Customer reader"),
                                containsString("Iota Ltd"),
                                containsString("Secret addendum reader"),
                                containsString("legal@opsticket.example"),
                                containsString("An objection that arrives later, but by the end of "),
                                not(containsString("??")))));
    }

    @Test
    void opening_acknowledges_nothing_and_a_second_acknowledgement_says_when_the_first_was() throws Exception {
        customer("acker");
        Notice notice = notice(announced("Kappa"), "acker");
        String place = "/n/" + token(notice, LinkPurpose.NOTICE, 0);

        open(place).andExpect(content().string(containsString("Acknowledge receipt")));
        open(place + "/acknowledge").andExpect(status().is4xxClientError());
        assertThat(notices.find(notice.id()).orElseThrow().acknowledgedAt()).isNull();

        pages.perform(post(place + "/acknowledge")).andExpect(status().isForbidden());
        pages.perform(post(place + "/acknowledge").with(csrf())).andExpect(redirectedUrl(place));
        var first = notices.find(notice.id()).orElseThrow().acknowledgedAt();
        assertThat(first).isNotNull();
        pages.perform(post(place + "/acknowledge").with(csrf())).andExpect(redirectedUrl(place));
        assertThat(notices.find(notice.id()).orElseThrow().acknowledgedAt()).isEqualTo(first);
        open(place).andExpect(content().string(containsString("Receipt was acknowledged on")));
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
                .andExpect(content()
                        .string(allOf(
                                containsString("The change was withdrawn."),
                                not(containsString("Acknowledge receipt")),
                                not(containsString("??")))));
    }

    private String answer(String path) throws Exception {
        return open(path)
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
