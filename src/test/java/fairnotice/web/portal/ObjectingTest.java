package fairnotice.web.portal;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.change.WithdrawingChange;
import fairnotice.customer.Contact;
import fairnotice.notice.Notice;
import fairnotice.objection.DraftingObjection;
import fairnotice.objection.Grounds;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Threads;
import fairnotice.web.Dates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

class ObjectingTest extends OwnPages {

    private static final MockMultipartFile NO_FILE =
            new MockMultipartFile("attachments", "", "application/octet-stream", new byte[0]);

    @Autowired
    Threads threads;

    @Autowired
    WithdrawingChange withdrawing;

    @Autowired
    DraftingObjection drafting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whose_orders_have_all_ended_is_offered_no_form_to_object() throws Exception {
        customerWithOrders("done", "D-7", "D-8");
        String own = own(announced("Objected Omega"), "done");
        ended("D-7");
        open(own)
                .andExpect(says("href=\"" + own + "/objection\""))
                .andExpect(saysNot("an objection would have no effect"));

        ended("D-8");

        open(own)
                .andExpect(says(
                        "According to OpsTicket, all your orders have ended, so an objection would have no effect.",
                        ">orders ended<",
                        "Your last order ended on "
                                + new Dates().day(LocalDate.now(ZoneOffset.UTC).minusDays(1))
                                + " (UTC). This notice no longer counts."))
                .andExpect(saysNot(
                        own + "/objection",
                        "If you have no objection",
                        "Your notice period is running",
                        "Last day to object",
                        "Earliest effective date"));
        open(own + "/objection").andExpect(redirectedUrl(own));
    }

    private void ended(String order) {
        jdbc.sql("update customer_order set ends = current_date - 1 where external_id = :order")
                .param("order", order)
                .update();
    }

    @Test
    void a_customer_types_checks_changes_and_files_and_reads_what_happens_next() throws Exception {
        customerWithOrders("filer", "F-1", "F-2");
        String reference = announced("Objected Alpha");
        String own = own(reference, "filer");

        open(own).andExpect(says(own + "/objection"));
        open(own + "/objection")
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("X-Robots-Tag", "noindex"))
                .andExpect(says("Customer filer", "F-2: Product of F-2", "is 15 days"))
                .andExpect(saysNot("marked late"));
        shown(submit(
                        own + "/objection",
                        "step",
                        "check",
                        "grounds",
                        "LOCATION",
                        "text",
                        "Not Bonn & <3",
                        "orders",
                        "F-2"))
                .andExpect(status().isOk())
                .andExpect(says(
                        "Nothing is submitted yet.",
                        "and a receipt goes to all contacts of your organisation by email.",
                        "Where the vendor is, or where the data goes",
                        "Not Bonn &amp; &lt;3"));
        submit(own + "/objection", "step", "change", "grounds", "LOCATION", "text", "Not Bonn", "orders", "F-2")
                .andExpect(says(">Not Bonn</textarea>", "checked=\"checked\""));
        open(own + "/objection")
                .andExpect(says(">Not Bonn &amp; &lt;3</textarea>", "value=\"F-2\" checked=\"checked\""));
        assertThat(objections.ofCustomer(of(notice(reference, "filer")).id())).isEmpty();

        sendFiles(
                        own + "/objection",
                        List.of(text("why.txt", "Because of Bonn")),
                        "step",
                        "file",
                        "grounds",
                        "LOCATION",
                        "text",
                        "Not Bonn",
                        "orders",
                        "F-2")
                .andExpect(redirectedUrl(own))
                .andExpect(flash().attribute("done", "portal.done.filed"));

        Objection filed = newest(reference, "filer");
        assertThat(filed.filing().grounds()).isEqualTo(Grounds.LOCATION);
        assertThat(filed.filing().orders()).containsExactly("F-2");
        open(own)
                .andExpect(says(
                        filed.reference(),
                        "OpsTicket has until",
                        "We will answer by the end of "
                                + new Dates().day(LocalDate.now(ZoneOffset.UTC).plusDays(10))
                                + " (UTC): your objection",
                        "why.txt"))
                .andExpect(saysNot(own + "/objection\""));
        open(own + "/objection").andExpect(redirectedUrl(own));
        open(own + "/objection?step=check")
                .andExpect(redirectedUrl(own))
                .andExpect(flash().attribute("done", "portal.done.already"));
    }

    @Test
    void a_draft_is_its_writer_s_alone_changes_nothing_that_counts_and_is_forgotten_when_it_is_old() throws Exception {
        customerWithOrders("drafter", "D-1");
        String reference = announced("Objected Theta");
        String own = own(reference, "drafter") + "/objection";
        Notice notice = notice(reference, "drafter");
        Contact bill = of(notice).contacts().get(1);
        String colleague =
                "/n/" + links.sign(new Link(LinkPurpose.NOTICE, notice.id(), bill.id(), bill.epoch())) + "/objection";
        open(own + "?step=check").andExpect(redirectedUrl(own));

        submit(own, "step", "check", "grounds", "OTHER", "text", "My own words", "after", "")
                .andExpect(redirectedUrl(own + "?step=check"));

        open(own).andExpect(says(">My own words</textarea>"));
        open(colleague).andExpect(saysNot("My own words"));
        open(colleague + "?step=check").andExpect(redirectedUrl(colleague));
        submit(own, "step", "check", "text", "x".repeat(4001)).andExpect(status().isOk());
        open(own + "?step=check").andExpect(says("My own words"));
        assertThat(objections.ofCustomer(notice.customer())).isEmpty();

        submit(colleague, "step", "file", "text", "Ours").andExpect(status().isFound());
        open(own).andExpect(redirectedUrl(own + "?step=check"));
        open(own + "?step=check").andExpect(says("My own words"));
        jdbc.sql("update objection_draft set written_at = now() - interval '14 days' where notice = :id")
                .param("id", notice.id())
                .update();
        open(own).andExpect(redirectedUrl(own.replace("/objection", "")));
        drafting.forgetOld();
        assertThat(jdbc.sql("select count(*) from objection_draft where notice = :id")
                        .param("id", notice.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** No browser sends it: the field is hidden. */
    @Test
    void a_null_character_in_the_reference_of_a_closed_case_is_kept_out_of_the_draft() throws Exception {
        customerWithOrders("nuller");
        String own = own(announced("Objected Nu"), "nuller") + "/objection";

        submit(own, "step", "check", "grounds", "OTHER", "text", "My own words", "after", "a\0b")
                .andExpect(redirectedUrl(own + "?step=check"));

        open(own + "?step=check").andExpect(says("My own words"));
    }

    @Test
    void a_bare_objection_counts_and_a_double_click_files_it_once() throws Exception {
        customerWithOrders("bare");
        String reference = announced("Objected Beta");
        String own = own(reference, "bare");

        ExecutorService clicks = Executors.newFixedThreadPool(4);
        Callable<Integer> click = () -> sendFiles(own + "/objection", List.of(NO_FILE), "step", "file", "text", "")
                .andReturn()
                .getResponse()
                .getStatus();
        List<Future<Integer>> answers = clicks.invokeAll(List.of(click, click, click, click));
        clicks.shutdown();

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(302);
        }
        List<Objection> all =
                objections.ofCustomer(of(notice(reference, "bare")).id());
        assertThat(all).hasSize(1);
        assertThat(threads.thread(all.get(0).id())).hasSize(1);
        assertThat(all.get(0).filing().grounds()).isEqualTo(Grounds.NOT_GIVEN);
    }

    @Test
    void what_cannot_be_used_comes_back_with_a_sentence_and_as_it_was_typed() throws Exception {
        customerWithOrders("clumsy-objector", "C-1");
        customerWithOrders("neighbour", "N-1");
        String reference = announced("Objected Gamma");
        String own = own(reference, "clumsy-objector") + "/objection";

        for (String step : List.of("check", "file")) {
            submit(own, "step", step, "text", "x".repeat(4001), "grounds", "OTHER")
                    .andExpect(status().isOk())
                    .andExpect(says(
                            "error-summary",
                            "href=\"#text\"",
                            "Please shorten the explanation: it has 4,001 characters, and 4,000 fit",
                            "x".repeat(4001)));
            submit(own, "step", step, "text", "<script>alert(1)</script>")
                    .andExpect(says("what looks like markup", "&lt;script&gt;alert(1)"))
                    .andExpect(saysNot("<script>alert"));
            submit(own, "step", step, "grounds", "T(java.lang.Runtime)")
                    .andExpect(says("Please choose one of the grounds shown."));
            submit(own, "step", step, "orders", "N-1")
                    .andExpect(says("one of those sent is none of yours"))
                    .andExpect(saysNot("Product of N-1"));
        }
        submit(own, "step", "nonsense").andExpect(status().isOk());
        pages.perform(post(own).param("step", "file")).andExpect(status().isForbidden());
        assertThat(objections.ofCustomer(
                        of(notice(reference, "clumsy-objector")).id()))
                .isEmpty();
    }

    @Test
    void a_file_that_is_not_what_its_name_says_is_refused_and_nothing_is_filed() throws Exception {
        customerWithOrders("attacher");
        String reference = announced("Objected Delta");
        String own = own(reference, "attacher");

        sendFiles(
                        own + "/objection",
                        List.of(new MockMultipartFile(
                                "attachments", "a.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8))),
                        "step",
                        "file",
                        "text",
                        "Kept words")
                .andExpect(status().isOk())
                .andExpect(says("a.pdf is not a PDF", "href=\"#attachments\"", "Kept words"));
        sendFiles(
                        own + "/objection",
                        List.of(
                                new MockMultipartFile("attachments", "a.txt", "text/plain", new byte[6 << 20]),
                                new MockMultipartFile("attachments", "b.txt", "text/plain", new byte[6 << 20])),
                        "step",
                        "file")
                .andExpect(says("Together the files have more than the 10 MB"));
        assertThat(objections.ofCustomer(of(notice(reference, "attacher")).id()))
                .isEmpty();
    }

    @Test
    void a_body_too_large_to_be_read_gets_a_sentence() throws Exception {
        pages.perform(post("/n/any/objection")
                        .with(csrf())
                        .contentType("application/x-www-form-urlencoded")
                        .content(new byte[(2 << 20) + 1]))
                .andExpect(status().is(413));
        pages.perform(post("/n/any/objection")
                        .with(csrf())
                        .contentType("multipart/form-data; boundary=x")
                        .content(new byte[(32 << 20) + 1]))
                .andExpect(status().is(413));
    }

    @Test
    void a_customer_that_may_not_object_is_told_that_it_becomes_a_comment_and_makes_one() throws Exception {
        customerWithOrders("commenter");
        String reference = announced("Objected Epsilon");
        jdbc.sql("update notice set may_object = false where id = :id")
                .param("id", notice(reference, "commenter").id())
                .update();
        String own = own(reference, "commenter");

        open(own).andExpect(says("is kept as a comment"));
        open(own + "/objection").andExpect(says("is kept as a comment")).andExpect(saysNot("Last day to object"));
        for (int click = 0; click < 2; click++) {
            submit(own + "/objection", "step", "file", "text", "I do not like it")
                    .andExpect(flash().attribute("done", "portal.done.comment"));
        }

        List<Objection> all =
                objections.ofCustomer(of(notice(reference, "commenter")).id());
        assertThat(all).hasSize(1);
        assertThat(all.get(0).state()).isEqualTo(ObjectionState.COMMENT);
        open(own).andExpect(says("I do not like it"));
    }

    @Test
    void a_withdrawn_change_takes_no_objection_and_says_why() throws Exception {
        customerWithOrders("tardy");
        String reference = announced("Objected Zeta");
        String own = own(reference, "tardy");
        withdrawing.withdraw(reference, "Not needed", LEGAL);

        open(own + "/objection").andExpect(redirectedUrl(own));
        submit(own + "/objection", "step", "file", "text", "Too late")
                .andExpect(says("was withdrawn: there is nothing to object to any more"));
        assertThat(objections.ofCustomer(of(notice(reference, "tardy")).id())).isEmpty();
    }

    @Test
    void a_link_of_another_purpose_objects_to_nothing() throws Exception {
        customerWithOrders("linked");
        String reference = announced("Objected Eta");
        for (LinkPurpose purpose : List.of(LinkPurpose.SUBSCRIPTION, LinkPurpose.CONFIRM_OBJECTION)) {
            String own = "/n/" + token(notice(reference, "linked"), purpose, 0);
            open(own + "/objection").andExpect(status().isNotFound());
            submit(own + "/objection", "step", "file").andExpect(status().isNotFound());
            submit(own + "/reply", "action", "reply", "text", "x").andExpect(status().isNotFound());
            submit(own + "/code", "action", "withdraw").andExpect(status().isNotFound());
        }
        String revoked = "/n/" + token(notice(reference, "linked"), LinkPurpose.NOTICE, 1);
        submit(revoked + "/objection", "step", "file").andExpect(status().isNotFound());
        assertThat(objections.ofCustomer(of(notice(reference, "linked")).id())).isEmpty();
    }

    private static MockMultipartFile text(String name, String content) {
        return new MockMultipartFile("attachments", name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }
}
