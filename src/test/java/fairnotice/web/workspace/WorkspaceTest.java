package fairnotice.web.workspace;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.change.AmendingChange;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.Round;
import fairnotice.change.Track;
import fairnotice.change.WithdrawingChange;
import fairnotice.customer.Customers;
import fairnotice.inbox.ReadingInbox;
import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import fairnotice.web.PageHouse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class WorkspaceTest extends PageHouse {

    private static final String MARKUP = "\"/><script>alert(1)</script>";

    @Autowired
    private Customers customers;

    @Autowired
    private AmendingChange amending;

    @Autowired
    private WithdrawingChange withdrawing;

    @Autowired
    private ReadingInbox inbox;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inbox",
                "/overdue",
                "/objections",
                "/objections?all=true",
                "/changes",
                "/changes?register=opsticket",
                "/changes/new",
                "/changes/new?register=opsticket",
                "/changes/new?register=opsticket&kind=ADD",
                "/changes/new?register=opsticket&kind=MODIFY&name=Stripe",
                "/changes/new?register=securicom&kind=REPLACE&name=Postmark",
                "/changes/new?register=opsticket&kind=REMOVE&name=Stripe",
                "/registers",
                "/registers/opsticket",
                "/registers/securicom",
                "/customers",
                "/mailings",
                "/ledger?subject=opsticket&verify=true"
            })
    void every_page_opens_and_has_a_word_for_everything(String path) throws Exception {
        open("admin", path).andExpect(status().isOk()).andExpect(saysNot("??"));
    }

    /** As the page shows it to which the redirect leads. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proposed | The change is proposed. Somebody else of the legal group reviews it.",
                "withdrawn | The change is withdrawn.",
                "postponed | The change is postponed.",
                "amended | The change is amended and goes into review again.",
                "retried | The step is tried again now.",
                "sent-again | The messages are being sent again.",
                "task | Your decision is recorded.",
                "task-over | This task is done, or somebody else has to complete it.",
                "recorded | The objection is written down. Its sender gets a receipt if there is an address.",
                "added | This customer has a live objection to the change already; what you wrote down was added to it.",
                "written-to-customer | Your message is in the thread and is mailed.",
                "written-to-staff | Your note is in the thread. Only staff see it.",
                "customer-confirmed | Confirmed. The data count from now on. A refund already calculated stays as it is until finance calculates it again.",
                "language | From now on this contact is written to in that language.",
                "customers-confirmed | The changes of these customers are confirmed.",
            })
    void after_a_step_staff_read_what_came_of_it(String done, String sentence) throws Exception {
        pages.perform(get("/inbox").with(user("admin").roles("ADMIN")).requestAttr("done", "workspace.done." + done))
                .andExpect(says("<p class=\"note\" role=\"status\">" + sentence + "</p>"));
    }

    @Test
    void whoever_has_proposed_withdrawn_or_postponed_a_change_is_told_so() throws Exception {
        send("legal", "/changes/new?register=opsticket", form("Doneline"))
                .andExpect(flash().attribute("done", "workspace.done.proposed"));
        String reference = announced("Donepost");
        String later = LocalDate.now(ZoneOffset.UTC).plusDays(90).toString();
        send("counsel", "/changes/" + reference + "/postponement", "to", later, "reason", "Not ready")
                .andExpect(flash().attribute("done", "workspace.done.postponed"));
        send("counsel", "/changes/" + reference + "/withdrawal", "reason", "Not needed")
                .andExpect(flash().attribute("done", "workspace.done.withdrawn"));
    }

    @Test
    void whoever_proposes_a_modification_is_asked_how_a_customer_does_without_the_change() throws Exception {
        String asked = "How a customer does without this change";
        String hint =
                "Speak of this change and not of the vendor, whose use as before the change goes on for such a customer.";
        open("admin", "/changes/new?register=opsticket&kind=MODIFY&name=Stripe")
                .andExpect(says(asked, hint, "A customer can be left out of this change"))
                .andExpect(saysNot("How a customer is left out"));
        open("admin", "/changes/new?register=opsticket&kind=ADD")
                .andExpect(says("How a customer is left out"))
                .andExpect(saysNot(asked, hint));
    }

    @Test
    void from_the_changes_of_all_registers_one_comes_to_choose_whose_list_is_to_change() throws Exception {
        open("legal", "/changes").andExpect(says("href=\"/changes/new\""));
        open("legal", "/changes?register=opsticket").andExpect(says("href=\"/changes/new?register=opsticket\""));
    }

    @Test
    void an_empty_inbox_says_what_to_do_next() throws Exception {
        open("admin", "/inbox")
                .andExpect(says("There is nothing for you to do."))
                .andExpect(says("Tasks appear here when changes to customer data are to be confirmed"));
    }

    @Test
    void whoever_is_not_signed_in_is_sent_to_sign_in() throws Exception {
        open("/inbox")
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", containsString("/login")));
    }

    @Test
    void a_proposal_with_errors_comes_back_with_each_beside_its_field_and_what_was_typed() throws Exception {
        send("legal", "/changes/new?register=opsticket", form("Alpha", "subprocessor.location", ""))
                .andExpect(status().isOk())
                .andExpect(says(
                        "<a href=\"#subprocessor.location\">",
                        "id=\"subprocessor.location-error\">Please state where the vendor processes data.",
                        "value=\"Alpha\"",
                        "autofocus"));
    }

    @Test
    void a_day_that_cannot_be_read_is_said_beside_its_field() throws Exception {
        for (String unfit : List.of("soon", "+999999999-12-31", "9999-12-31", "0001-01-01")) {
            send("legal", "/changes/new?register=opsticket", form("Alpha", "goLiveAt", unfit))
                    .andExpect(says("id=\"goLiveAt-error\">Please write the day"))
                    .andExpect(says("value=\"" + unfit + "\""));
        }
    }

    @Test
    void a_day_too_far_ahead_to_be_planned_is_said_beside_its_field() throws Exception {
        send("legal", "/changes/new?register=opsticket", form("Alpha", "goLiveAt", "2199-12-31"))
                .andExpect(says("id=\"goLiveAt-error\">A day more than 5 years ahead is no plan"));
    }

    @Test
    void a_form_that_is_none_is_refused_as_a_bad_request() throws Exception {
        send("legal", "/changes/new?register=opsticket", "kind", "ADD", "material", "perhaps")
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_proposed_change_leads_to_its_page_which_says_what_comes_next() throws Exception {
        String place = send("legal", "/changes/new?register=opsticket", form("Beta"))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", startsWith("/changes/OPSTICKET-")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        open("legal", place).andExpect(says("Add Beta", "Review due", "The change was proposed."));
    }

    @Test
    void a_vendor_whose_entry_leaves_something_unstated_can_be_removed() throws Exception {
        send(
                        "legal",
                        "/changes/new?register=opsticket",
                        "kind",
                        "REMOVE",
                        "subprocessor.name",
                        "Sentry",
                        "personalData",
                        "true",
                        "reason",
                        "No longer used")
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void a_review_asks_about_a_transfer_to_a_new_third_country() throws Exception {
        String reference = proposed(addition("Upsilon", "Singapore"));

        open("counsel", "/changes/" + reference + "/tasks/" + task(reference).id())
                .andExpect(says("names Singapore", "GDPR art. 28(3)(a)"));
    }

    @Test
    void a_review_shows_what_the_list_says_of_the_category() throws Exception {
        String reference = proposed(addition("Sectionary", "Ireland"));

        open("counsel", "/changes/" + reference + "/tasks/" + task(reference).id())
                .andExpect(says("The list says of “AI processing”: “Scores come from Anthropic, whose models"
                        + " are never trained on customer data.” Check that this stays true with the change."));
    }

    @Test
    void nothing_that_is_typed_reaches_a_page_unescaped() throws Exception {
        send("legal", "/changes/new?register=opsticket", form("Alpha", "subprocessor.tag", MARKUP))
                .andExpect(status().isOk())
                .andExpect(saysNot("<script>alert"));
    }

    @Test
    void the_reviewer_sees_who_will_be_told_and_the_proposer_is_not_asked() throws Exception {
        customer("seen");
        String reference = proposed("Gamma");
        String task = "/changes/" + reference + "/tasks/" + task(reference).id();

        open("counsel", task)
                .andExpect(status().isOk())
                .andExpect(says(
                        "Customer seen",
                        "seen@customers.example.com",
                        "Secret addendum seen",
                        "Recommended: notice first, use after"));
        open("legal", task).andExpect(status().is3xxRedirection());
    }

    @Test
    void the_page_of_a_customer_says_in_words_which_vendors_are_cleared_for_it_and_why() throws Exception {
        customer("cleared");
        long id = customers.find("opsticket", "cleared").orElseThrow().id();

        open("auditor", "/customers/" + id)
                .andExpect(status().isOk())
                .andExpect(says(
                        "Clearances", ">cleared</span>", "It was on the list when the register was first published."));
    }

    @Test
    void a_return_without_a_reason_is_refused_beside_the_comment_and_with_one_goes_back() throws Exception {
        String reference = proposed("Delta");
        String task = "/changes/" + reference + "/tasks/" + task(reference).id();

        send("counsel", task, "outcome", "return", "comment", "").andExpect(says("id=\"comment-error\""));
        send("counsel", task, "outcome", "return", "comment", "Say where").andExpect(status().is3xxRedirection());

        open("legal", "/changes/" + reference).andExpect(says("Revise change"));
    }

    @Test
    void who_decides_second_keeps_what_was_typed_and_reads_who_was_first() throws Exception {
        String reference = proposed("Second");
        String task = "/changes/" + reference + "/tasks/" + task(reference).id();
        send("counsel", task, "outcome", "return", "comment", "Say which voices")
                .andExpect(status().is3xxRedirection());

        for (String late : new String[] {task, task + "/revision"}) {
            send("gc", late, "outcome", "reject", "comment", "Two pages of reasons", "subprocessor.purpose", "Speech")
                    .andExpect(status().isConflict())
                    .andExpect(says(
                            "completed already, by Marcus Oyelaran (counsel), with “Return to the proposer”.",
                            "Two pages of reasons</dd>",
                            "Speech</dd>",
                            "/changes/" + reference + "\""))
                    .andExpect(saysNot("Add as a note", "<dt>Outcome</dt>"));
        }
        send("gc", task, "outcome", "approve")
                .andExpect(redirectedUrl("/changes/" + reference))
                .andExpect(flash().attribute(
                                "sentence", containsString("completed already, by Marcus Oyelaran (counsel)")));
        pages.perform(as("gc", post(task).with(csrf()).param("outcome", "approve"))
                        .header("Accept-Language", "de"))
                .andExpect(flash().attribute(
                                "sentence", containsString("schon erledigt, durch Marcus Oyelaran (counsel)")));
    }

    @Test
    void a_change_is_withdrawn_once_and_the_second_time_says_how_it_stands() throws Exception {
        String reference = proposed("Epsilon");
        String withdrawal = "/changes/" + reference + "/withdrawal";

        send("legal", withdrawal, "reason", "").andExpect(says("id=\"reason-error\""));
        send("legal", withdrawal, "reason", "Not needed").andExpect(status().is3xxRedirection());
        send("legal", withdrawal, "reason", "Not needed").andExpect(says("withdrawn by now"));
    }

    @Test
    void an_amendment_that_takes_an_announced_change_off_the_list_needs_a_reason_and_a_third_person() throws Exception {
        String reference = announced("Zircon");
        Proposal told = changes.getByReference(reference).proposal();
        Proposal silent =
                new Proposal(ChangeKind.ADD, null, false, true, false, null, told.reason(), told.subprocessor());
        amending.amend(reference, silent, "It gets no personal data", LEGAL);
        comesToReview(reference);
        String review = "/changes/" + reference + "/tasks/" + task(reference).id();
        String before = "Customers were told before: notice first, use after.";

        open("counsel", review).andExpect(says(before));
        send("counsel", review, "outcome", "approve", "track", "")
                .andExpect(says("Please state why a shorter procedure than the one announced is right."));
        send("counsel", review, "outcome", "approve", "track", "", "comment", "Checked with engineering")
                .andExpect(status().is3xxRedirection());

        assertThat(changes.getByReference(reference).round().track()).isEqualTo(Track.UNLISTED);
        assertThat(changes.getByReference(reference).state()).isEqualTo(ChangeState.SECOND_APPROVAL);
        assertThat(changes.rounds(reference)).extracting(Round::announcedTrack).containsExactly(null, Track.NOTICE);
        open("gc", "/changes/" + reference).andExpect(says(before, "Announced before as"));
        String second = "/changes/" + reference + "/tasks/"
                + inbox.tasksAbout(reference, new Actor("gc", Set.of(Role.LEGAL)))
                        .get(0)
                        .id();
        open("gc", second).andExpect(says(before));
        send("counsel", second, "outcome", "approve", "comment", "I said so")
                .andExpect(says("You proposed, amended or reviewed this change"));
        send("gc", second, "outcome", "approve", "comment", "I checked it too").andExpect(status().is3xxRedirection());
        await(() -> changes.getByReference(reference).state() == ChangeState.UNLISTED);
    }

    @Test
    void an_announced_change_that_is_withdrawn_and_proposed_anew_off_the_list_needs_a_reason_and_a_third_person()
            throws Exception {
        String told = announced("Kobalt");
        withdrawing.withdraw(told, "Not now", LEGAL);
        await(() -> changes.getByReference(told).state() == ChangeState.WITHDRAWN);
        Subprocessor vendor = changes.getByReference(told).proposal().subprocessor();
        Subprocessor renamed = SubprocessorBuilder.builder(vendor)
                .name("Kobold")
                .legalEntity(vendor.legalEntity().toUpperCase(java.util.Locale.ROOT))
                .build();

        for (Subprocessor again : List.of(vendor, renamed)) {
            String silent = proposed(new Proposal(ChangeKind.ADD, null, false, true, false, null, "Logs only", again));
            String review = "/changes/" + silent + "/tasks/" + task(silent).id();

            open("counsel", review).andExpect(says("Customers were told before: notice first, use after."));
            send("counsel", review, "outcome", "approve", "track", "")
                    .andExpect(says("Please state why a shorter procedure than the one announced is right."));
            send("counsel", review, "outcome", "approve", "track", "", "comment", "Checked with engineering")
                    .andExpect(status().is3xxRedirection());
            assertThat(changes.getByReference(silent).state()).as(again.name()).isEqualTo(ChangeState.SECOND_APPROVAL);
            assertThat(changes.rounds(silent)).extracting(Round::announcedTrack).containsExactly(Track.NOTICE);
            withdrawing.withdraw(silent, "Not so either", LEGAL);
        }
        String other = approved(
                new Proposal(ChangeKind.ADD, null, false, true, false, null, "Logs only", vendor("Nickel", "Bonn")),
                ChangeState.UNLISTED);
        assertThat(changes.rounds(other)).extracting(Round::announcedTrack).containsOnlyNulls();
    }

    @Test
    void an_amendment_asks_for_its_own_reason() throws Exception {
        String amendment = "/changes/" + proposed("Zeta") + "/amendment";

        open("legal", amendment).andExpect(says("value=\"Zeta\""));
        send("legal", amendment, form("Zeta")).andExpect(says("id=\"comment-error\""));
        send("legal", amendment, with(form("Zeta", "comment", "It moved"), "subprocessor.location", "Delft"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void an_announced_change_names_the_customer_whose_notice_binds_last() throws Exception {
        customer("long");
        String reference = announced("Eta");

        // of all customers here, that have the same terms each, whichever was sent its notice last
        open("legal", "/changes/" + reference)
                .andExpect(content()
                        .string(allOf(
                                matchesPattern(
                                        "(?s).*Customer ([\\w-]+): 60 calendar days \\(Secret addendum \\1\\).*"),
                                containsString("Notices end"),
                                not(containsString("??")))));
    }

    @Test
    void an_auditor_reads_and_changes_nothing() throws Exception {
        String reference = proposed("Theta");

        open("auditor", "/changes/" + reference).andExpect(status().isOk()).andExpect(saysNot("/withdrawal"));
        open("auditor", "/inbox").andExpect(says("You read everything; there are no tasks for you."));
        open("auditor", "/changes/new")
                .andExpect(says("You cannot propose changes."))
                .andExpect(saysNot("is loaded"));
        send("auditor", "/changes/" + reference + "/withdrawal", "reason", "x").andExpect(status().isForbidden());
    }

    @Test
    void what_does_not_exist_is_not_found() throws Exception {
        open("legal", "/changes/OPSTICKET-1999-0001").andExpect(status().isNotFound());
        open("legal", "/customers/999999").andExpect(status().isNotFound());
        open("legal", "/mailings/999999").andExpect(status().isNotFound());
        open("legal", "/registers/nobody").andExpect(status().isNotFound());
    }

    private static String[] form(String name, String... other) {
        String[] whole = {
            "kind", "ADD",
            "reason", "Because",
            "subprocessor.name", name,
            "subprocessor.legalEntity", name + " Ltd",
            "subprocessor.purpose", "Transcribes",
            "subprocessor.location", "Bonn",
            "subprocessor.dataCategories", "Voices",
            "subprocessor.category", "ai",
            "personalData", "true",
            "material", "true"
        };
        return other.length == 0 ? whole : with(whole, other[0], other[1]);
    }

    private static String[] with(String[] fields, String name, String value) {
        java.util.Map<String, String> named = new java.util.LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put(fields[i], fields[i + 1]);
        }
        named.put(name, value);
        return named.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }
}
