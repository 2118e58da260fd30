package fairnotice.web.workspace.objection;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.attachment.Attachment;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportingCustomers;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.notice.Notices;
import fairnotice.objection.Channel;
import fairnotice.objection.ContestingRefusal;
import fairnotice.objection.Grounds;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.objection.RecordingObjection;
import fairnotice.objection.ThreadMessage;
import fairnotice.objection.Threads;
import fairnotice.refusal.Refused;
import fairnotice.web.PageHouse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages on which legal works objections. */
class CasesTest extends PageHouse {

    private static final String MARKUP = "<script>alert(1)</script>";

    @Autowired
    private ImportingCustomers importing;

    @Autowired
    private RecordingObjection recording;

    @Autowired
    private ContestingRefusal contesting;

    @Autowired
    private CompletingTask completing;

    @Autowired
    private Objections objections;

    @Autowired
    private Threads threads;

    @Autowired
    private Customers customers;

    @Autowired
    private Notices notices;

    @Autowired
    private Clock clock;

    /** @param customer null for nobody known */
    private String objected(String change, String customer) {
        return objected(change, customer, "Customer " + change);
    }

    private String objected(String change, String customer, String organisation) {
        Objection objection = recording
                .record(
                        change,
                        new RecordingObjection.Came(
                                customer,
                                Channel.LETTER,
                                clock.instant(),
                                "Ann Sender",
                                organisation,
                                "ann@customers.example.com",
                                Grounds.LOCATION,
                                "Not in Bonn",
                                Set.of(),
                                List.of()),
                        LEGAL)
                .objection();
        await(() -> objection.isSettled() || hasTask(objection.reference()));
        return objection.reference();
    }

    private boolean hasTask(String reference) {
        try {
            task(reference);
            return true;
        } catch (IndexOutOfBoundsException none) {
            return false;
        }
    }

    private String taskPage(String reference) {
        return "/objections/" + reference + "/tasks/" + task(reference).id();
    }

    private void complete(String reference, Completion completion) {
        Task task = task(reference);
        completing.complete(task.id(), completion, COUNSEL);
    }

    private ObjectionState state(String reference) {
        return objections.getByReference(reference).state();
    }

    private String offered(String change, String customer) {
        String reference = objected(change, customer);
        complete(reference, Completion.of("admit", null));
        await(() -> hasTask(reference) && task(reference).kind().name().equals("PROPOSE_RESOLUTION"));
        return reference;
    }

    private String now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .withNano(0)
                .toString();
    }

    // ---- seeing

    @Test
    void an_administrator_finds_what_another_changed_of_a_customer_with_an_open_case_and_confirms_it()
            throws Exception {
        customer("confirm-me");
        objected(announced("Confirmline"), "confirm-me");
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        "confirm-me",
                        "Customer confirm-me",
                        "enterprise",
                        List.of(new ImportedContact("Mallory", "mallory@example.net", List.of("OWNER"))),
                        List.of(),
                        null)),
                new Actor("ada", Set.of(Role.ADMIN)));
        Customer changed = customers.find("opsticket", "confirm-me").orElseThrow();
        String place = "/customers/" + changed.id();

        open("legal", "/inbox").andExpect(saysNot(place));
        open("admin", "/inbox").andExpect(says("Confirm changes to customer data (", place + "\">Customer confirm-me"));
        open("admin", place)
                .andExpect(content()
                        .string(allOf(
                                containsString("Contact Mallory"),
                                containsString("Mallory &lt;mallory@example.net&gt;, owner"),
                                not(matchesPattern("(?s).*[^/]contacts/.*")),
                                not(containsString("??")))));
        send("admin", place + "/confirmation", "revision", Long.toString(changed.revision()));
        open("admin", "/inbox").andExpect(saysNot(place));
    }

    @Test
    void the_page_of_a_customer_says_how_one_of_two_administrators_who_changed_its_contacts_may_confirm()
            throws Exception {
        Actor ada = new Actor("ada", Set.of(Role.ADMIN));
        Actor admin = new Actor("admin", Set.of(Role.ADMIN));
        ImportedContact mallory = new ImportedContact("Mallory", "mallory@both.example.net", List.of("OWNER"));
        ImportedContact bea = new ImportedContact("Bea", "bea@both.example.net", List.of("OWNER"));
        reachedAt(List.of(new ImportedContact("Ann", "ann@both.example.net", List.of("OWNER"))), ada);
        reachedAt(List.of(mallory), ada);
        reachedAt(List.of(mallory, bea), admin);
        String place = "/customers/"
                + customers.find("opsticket", "both-wrote").orElseThrow().id();
        String back = "Whoever changes their own values back can confirm what others changed.";

        open("admin", place)
                .andExpect(says("ada, Noor van Dijk (admin) changed the contacts of this customer. Until", back))
                .andExpect(saysNot("action=\"" + place + "/confirmation"));
        reachedAt(List.of(mallory), admin);
        open("admin", place)
                .andExpect(says(
                        "<p class=\"note\">ada changed the contacts of this customer. Until",
                        "action=\"" + place + "/confirmation"))
                .andExpect(saysNot(back));
    }

    private void reachedAt(List<ImportedContact> contacts, Actor by) {
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        "both-wrote", "Customer both-wrote", "enterprise", contacts, List.of(), null)),
                by);
    }

    @Test
    void a_case_says_who_when_why_whose_turn_it_is_and_what_was_said() throws Exception {
        customer("seen-case");
        String change = announced("Caseview");
        String reference = objected(change, "seen-case");
        threads.say(
                objections.getByReference(reference).id(),
                clock.instant(),
                "legal",
                ThreadMessage.Kind.NOTE,
                true,
                "Between us " + MARKUP,
                List.of(new Attachment("a<b>.txt", "text/plain;charset=UTF-8", new byte[] {65})));

        for (String page : List.of(
                "/objections/" + reference,
                "/objections",
                "/objections?all=true&change=" + change,
                "/changes/" + change,
                "/customers/"
                        + customers.find("opsticket", "seen-case").orElseThrow().id())) {
            open("auditor", page)
                    .andExpect(status().isOk())
                    .andExpect(says(reference))
                    .andExpect(saysNot(MARKUP));
        }
        open("counsel", "/objections/" + reference)
                .andExpect(says(
                        "Customer seen-case",
                        "Not in Bonn",
                        "Legal: admit or refuse it.",
                        "In time: the last day to object is",
                        "internal: only staff see it",
                        "written down by",
                        "The objection was submitted.",
                        taskPage(reference)));
        open("counsel", "/inbox").andExpect(says(taskPage(reference)));
        open("auditor", "/objections/" + reference).andExpect(saysNot("/objections/" + reference + "/messages"));
    }

    @Test
    void an_attachment_is_saved_and_never_shown() throws Exception {
        customer("file-case");
        String reference = objected(announced("Fileview"), "file-case");
        long objection = objections.getByReference(reference).id();
        threads.say(
                objection,
                clock.instant(),
                "customer:1",
                ThreadMessage.Kind.ADDED,
                false,
                "See",
                List.of(new Attachment("page.txt", "text/plain;charset=UTF-8", MARKUP.getBytes())));
        int id = threads.attachments(objection).get(0).number();

        open("auditor", "/objections/" + reference + "/attachments/" + id)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        open("auditor", "/objections/" + reference + "/attachments/999999").andExpect(status().isNotFound());
        open("/objections/" + reference + "/attachments/" + id).andExpect(status().is3xxRedirection());
    }

    @Test
    void what_is_overdue_has_a_page_and_what_does_not_exist_has_none() throws Exception {
        open("auditor", "/overdue").andExpect(status().isOk()).andExpect(says("Overdue"));
        open("legal", "/objections/OBJ-1999-0001").andExpect(status().isNotFound());
        open("legal", "/objections?change=NOBODY-1").andExpect(status().isNotFound());
        open("legal", "/objections/OBJ-1999-0001/tasks/1").andExpect(status().isNotFound());
    }

    // ---- writing down

    @Test
    void an_objection_is_written_down_with_the_time_it_came_in_the_registers_zone() throws Exception {
        customer("written");
        String change = announced("Writeline");
        String form = "/changes/" + change + "/objections/new";

        open("legal", form).andExpect(says("UTC", "Before you name a customer: may the sender act for it?"));
        String place = send(
                        "legal",
                        form,
                        "channel",
                        "TELEPHONE",
                        "receivedAt",
                        now(),
                        "sender",
                        "Ann",
                        "customer",
                        "written",
                        "grounds",
                        "OTHER",
                        "text",
                        "We object")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        open("legal", place).andExpect(says("We object"));
    }

    @ParameterizedTest
    @CsvSource({
        "sender, '', sender",
        "sender, '<script>alert(1)</script>', sender",
        "channel, 'LINK', channel",
        "receivedAt, '', receivedAt",
        "receivedAt, 'yesterday', receivedAt",
        "receivedAt, '2999-01-01T00:00', receivedAt",
        "receivedAt, '2001-01-01T00:00', receivedAt",
        "customer, 'nobody', customer",
        "email, 'no address', email",
        "orders, 'O-of-somebody-else', orders"
    })
    void what_cannot_be_used_comes_back_beside_its_field_with_what_was_typed(String field, String value, String wrong)
            throws Exception {
        Map<String, String> typed = new LinkedHashMap<>(
                java.util.Map.of("channel", "EMAIL", "receivedAt", now(), "sender", "Ann", "text", "Typed before"));
        typed.put(field, value);
        String[] fields = typed.entrySet().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);

        send("legal", "/changes/" + badInput() + "/objections/new", fields)
                .andExpect(status().isOk())
                .andExpect(says("id=\"" + wrong + "-error\"", "Typed before"))
                .andExpect(saysNot(MARKUP));
    }

    private static String bad;

    private String badInput() {
        bad = bad == null ? announced("Badpages") : bad;
        return bad;
    }

    @Test
    void an_enormous_text_is_refused_and_an_auditor_writes_nothing() throws Exception {
        String form = "/changes/" + badInput() + "/objections/new";

        send("legal", form, "channel", "EMAIL", "receivedAt", now(), "sender", "Ann", "text", "x".repeat(5_000))
                .andExpect(says("id=\"text-error\""));
        send("auditor", form, "channel", "EMAIL", "receivedAt", now(), "sender", "Ann")
                .andExpect(status().isForbidden());
    }

    // ---- deciding

    @Test
    void matching_shows_who_it_could_be_and_refuses_who_is_unknown() throws Exception {
        customer("like");
        customer("alike");
        String change = announced("Matchview");
        String reference = objected(change, null, "customer LIKE");
        String task = taskPage(reference);

        open("counsel", task + "?customer=like")
                .andExpect(content()
                        .string(allOf(
                                containsString("same domain"),
                                containsString("Customer like"),
                                containsString("value=\"like\""),
                                not(matchesPattern("(?s).*Customer alike.*Customer like.*")),
                                not(containsString("??")))));
        send("counsel", task, "outcome", "match", "customer", "nobody")
                .andExpect(says("id=\"customer-error\"", "value=\"nobody\""));
        send("counsel", task, "outcome", "match", "customer", "").andExpect(says("id=\"customer-error\""));
        send("counsel", task, "outcome", "decline", "comment", " ").andExpect(says("id=\"comment-error\""));
        send("counsel", task, "outcome", "").andExpect(says("Please choose what you decide."));
        send("counsel", task, "outcome", "match", "customer", "like")
                .andExpect(redirectedUrl("/objections/" + reference));
        open("counsel", task)
                .andExpect(says(
                        "assigned it to Customer like (like) on ",
                        "This does not count yet: somebody else of the legal group"));
        send("gc", task, "outcome", "match", "customer", "like").andExpect(redirectedUrl("/objections/" + reference));
        assertThat(objections.getByReference(reference).state()).isEqualTo(ObjectionState.ASSESSMENT);
        open("counsel", "/objections/" + reference).andExpect(says("Take up again"));
        String again = send("counsel", "/objections/" + reference + "/again")
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(again).isNotEqualTo("/objections/" + reference);
        assertThat(objections
                        .getByReference(again.substring("/objections/".length()))
                        .state())
                .isEqualTo(ObjectionState.UNMATCHED);
        open("counsel", again).andExpect(saysNot("Take up again"));
    }

    @Test
    void a_refusal_needs_reasons_and_a_contested_one_somebody_else() throws Exception {
        customer("twice");
        String reference = objected(announced("Twiceview"), "twice");
        String task = taskPage(reference);

        open("counsel", task)
                .andExpect(says(
                        "A refusal because of the sender does not end the customer&#39;s time to object",
                        "The sender is not entitled to object"));
        send("counsel", task, "outcome", "refuse", "comment", "").andExpect(says("id=\"comment-error\""));
        send("counsel", task, "outcome", "refuse", "comment", MARKUP)
                .andExpect(says("id=\"comment-error\""))
                .andExpect(saysNot(MARKUP));
        send("counsel", task, "outcome", "refuse", "comment", "Bonn is fine").andExpect(status().is3xxRedirection());
        send("legal", task, "outcome", "admit", "comment", "Bonn is <not> fine")
                .andExpect(status().isConflict())
                .andExpect(says(
                        "completed already, by Marcus Oyelaran (counsel), with “Not admissible: refuse with reasons”.",
                        "Bonn is &lt;not&gt; fine</dd>",
                        ">Bonn is &lt;not&gt; fine</textarea>",
                        "Add as a note"));
        send("legal", "/objections/" + reference + "/messages", "to", "staff", "text", "Bonn is not fine")
                .andExpect(status().is3xxRedirection());
        send("legal", task, "outcome", "admit")
                .andExpect(redirectedUrl("/objections/" + reference))
                .andExpect(flash().attribute(
                                "sentence", containsString("completed already, by Marcus Oyelaran (counsel)")));

        await(() -> {
            try {
                contesting.contest(
                        reference,
                        Actor.contact(objections.getByReference(reference).customer(), 1)
                                .id(),
                        "It is not",
                        List.of());
                return true;
            } catch (Refused notYet) {
                return false;
            }
        });
        await(() -> hasTaskOf("legal", reference));
        String again = "/objections/" + reference + "/tasks/" + taskOf("legal", reference);
        open("legal", again)
                .andExpect(says(
                        "Bonn is fine",
                        "It is not",
                        "If you refuse again, that is final",
                        "the objection is the customer&#39;s own, whoever submitted it first"))
                .andExpect(saysNot("The sender is not entitled to object", "A refusal because of the sender"));
        open("counsel", again).andExpect(status().is3xxRedirection());
        send("counsel", again, "outcome", "admit")
                .andExpect(redirectedUrl("/objections/" + reference))
                .andExpect(flash().attribute("sentence", containsString("You refused this objection")));
        send("legal", again, "outcome", "admit").andExpect(status().is3xxRedirection());
        open("auditor", "/objections/" + reference)
                .andExpect(says(
                        "Refused by Marcus Oyelaran (counsel).",
                        "The customer appealed. Lena Hartmann (legal) admitted it on appeal."));
    }

    private boolean hasTaskOf(String who, String reference) {
        return taskOf(who, reference) != null;
    }

    @Autowired
    private ReadingInbox inbox;

    private String taskOf(String who, String reference) {
        return inbox.tasksAbout(reference, who.equals("legal") ? LEGAL : COUNSEL).stream()
                .map(Task::id)
                .findFirst()
                .orElse(null);
    }

    @Test
    void an_offer_must_be_one_of_the_policys_and_lie_ahead() throws Exception {
        customer("cure");
        String change = announced("Cureview");
        String reference = offered(change, "cure");
        String task = taskPage(reference);

        open("counsel", task)
                .andExpect(
                        says("value=\"SAFEGUARD\"", "value=\"give-up\"", "href=\"/changes/" + change + "/withdrawal\""))
                .andExpect(saysNot("value=\"EXEMPTION\"", "value=\"WITHDRAWAL\"", "value=\"withdraw-change\""));
        send("counsel", task, "outcome", "offer", "cure", "BRIBE", "comment", "Take it")
                .andExpect(says("id=\"cure-error\"", "Take it"));
        send("counsel", task, "outcome", "offer", "cure", "EXEMPTION", "comment", "x", "until", "2001-01-01")
                .andExpect(says("id=\"until-error\"", "id=\"cure-error\""));
        send("counsel", task, "outcome", "offer", "cure", "SAFEGUARD", "comment", "x", "until", "soon")
                .andExpect(says("id=\"until-error\""));
        send("counsel", task, "outcome", "offer", "cure", "SAFEGUARD", "comment", "")
                .andExpect(says("id=\"comment-error\""));
        send("counsel", task, "outcome", "withdraw-change", "comment", "").andExpect(says("error-summary"));
        send("counsel", task, "outcome", "offer", "cure", "SAFEGUARD", "comment", "We encrypt")
                .andExpect(status().is3xxRedirection());
        open("counsel", "/objections/" + reference)
                .andExpect(says("We encrypt", "Offer 1", "The customer: answer the offer."));
    }

    @Test
    void staff_write_to_the_customer_or_among_themselves() throws Exception {
        customer("words");
        String reference = objected(announced("Wordview"), "words");
        String place = "/objections/" + reference;

        send("counsel", place + "/messages", "text", "Why?").andExpect(says("id=\"to-error\"", "Why?"));
        send("counsel", place + "/messages", "text", "", "to", "customer").andExpect(says("id=\"text-error\""));
        send("counsel", place + "/messages", "text", "Which law?", "to", "customer")
                .andExpect(redirectedUrl(place));
        send("counsel", place + "/messages", "text", "A big one", "to", "staff").andExpect(redirectedUrl(place));
        send("auditor", place + "/messages", "text", "x", "to", "staff").andExpect(status().isForbidden());
        send("admin", place + "/messages", "text", "x", "to", "staff").andExpect(says("worked by the legal group"));

        open("counsel", place).andExpect(says("Which law?", "A big one"));
    }

    @Test
    void a_step_taken_when_the_change_was_given_up_meanwhile_says_what_happened() throws Exception {
        customer("gone");
        String change = announced("Goneview");
        String reference = objected(change, "gone");
        String task = taskPage(reference);
        long reached = notices.countReached(change, 1);
        assertThat(reached).isPositive();
        open("legal", "/changes/" + change + "/withdrawal")
                .andExpect(says(
                        reached == 1
                                ? "1 customer was reached by a notice"
                                : reached + " customers were reached by a notice",
                        "1 open objection becomes moot, and its customer is told:",
                        "href=\"/objections/" + reference + "\""))
                .andExpect(saysNot("elected already", "is in use already"));
        send("legal", "/changes/" + change + "/withdrawal", "reason", "Not needed");
        open("legal", "/changes/" + change + "/withdrawal")
                .andExpect(says("withdrawn"))
                .andExpect(saysNot("reached by a notice", "name=\"reason\""));
        await(() -> state(reference) == ObjectionState.MOOT && !hasTask(reference));

        send("counsel", task, "outcome", "admit")
                .andExpect(redirectedUrl("/objections/" + reference))
                .andExpect(flash().attribute("sentence", containsString("what it was about has moved on")));
        send("counsel", task, "outcome", "refuse", "comment", "Long reasons")
                .andExpect(status().isConflict())
                .andExpect(says("what it was about has moved on", "Latest entry", "Long reasons</dd>"));
        open("counsel", "/objections/" + reference).andExpect(says("moot"));
        send(
                        "legal",
                        "/changes/" + change + "/objections/new",
                        "channel",
                        "EMAIL",
                        "receivedAt",
                        now(),
                        "sender",
                        "Ann")
                .andExpect(says("was withdrawn"));
    }
}
