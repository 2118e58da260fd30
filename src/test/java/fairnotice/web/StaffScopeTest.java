package fairnotice.web;

import static fairnotice.web.FormToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.attachment.Attachment;
import fairnotice.customer.Customers;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.mail.Mailings;
import fairnotice.objection.Channel;
import fairnotice.objection.Grounds;
import fairnotice.objection.Objection;
import fairnotice.objection.RecordingObjection;
import fairnotice.objection.ThreadMessage;
import fairnotice.objection.Threads;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What is of OpsTicket exists for whoever holds a role there, and for nobody else, at every address of the staff. The addresses are those
 * that Spring knows: one without a line here fails.
 */
class StaffScopeTest extends PageHouse {

    private static final String VENDOR = "Scopeline";
    private static final String CUSTOMER = "scope-customer";

    /** One with every role for OpsTicket, and one with every role for Securicom. */
    private static final Staff HERE = holding("here", "opsticket");

    private static final Staff ELSEWHERE = holding("elsewhere", "securicom");

    /** One whose register is not there, as none is before the first is loaded. */
    private static final Staff NOWHERE = holding("nowhere", "nowhere");

    private static Things there;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private RecordingObjection recording;

    @Autowired
    private Threads threads;

    @Autowired
    private Customers customers;

    @Autowired
    private Mailings mailings;

    @Autowired
    private ReadingInbox inbox;

    @Autowired
    private CompletingTask completing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    /** What there is of OpsTicket. */
    private record Things(
            String change,
            String review,
            String reviewTask,
            String endedTask,
            String objection,
            String task,
            long attachment,
            String termination,
            long customer,
            long mailing) {}

    /**
     * A line of the table.
     *
     * @param shown what the answer to who belongs here holds and the other's does not; null where the address names one thing, which does
     *     not exist for the other
     */
    private record Line(String address, String shown, Function<Things, MockHttpServletRequestBuilder> request) {}

    private static Staff holding(String name, String register) {
        Map<Role, Scope> held =
                Arrays.stream(Role.values()).collect(Collectors.toMap(role -> role, role -> Scope.of(register)));
        return new Staff(name, name, name + "@staff.example.com", held);
    }

    private static Line thing(String address, Function<Things, MockHttpServletRequestBuilder> request) {
        return new Line(address, null, request);
    }

    private static Line list(String address, String shown, Function<Things, MockHttpServletRequestBuilder> request) {
        return new Line(address, shown, request);
    }

    private static MockHttpServletRequestBuilder get(String path, Object... values) {
        return MockMvcRequestBuilders.get(path, values);
    }

    /** A form that is refused where it is not filled in, so that nothing is done. */
    private static MockHttpServletRequestBuilder post(String path, Object... values) {
        return MockMvcRequestBuilders.post(path, values).with(csrf());
    }

    private static MockHttpServletRequestBuilder json(HttpMethod method, String body, String path, Object... values) {
        return MockMvcRequestBuilders.request(method, path, values)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static final String API = "/api/v1";

    private static final List<Line> TABLE = List.of(
            // pages: lists
            list("GET /inbox", VENDOR, t -> get("/inbox")),
            list("GET /overdue", VENDOR, t -> get("/overdue")),
            list("GET /changes", VENDOR, t -> get("/changes")),
            list("GET /objections", VENDOR, t -> get("/objections")),
            list("GET /terminations", "TRM-2001-0001", t -> get("/terminations")),
            list("GET /registers", "OpsTicket", t -> get("/registers")),
            list(
                    "GET /customers",
                    "Customer " + CUSTOMER,
                    t -> get("/customers").param("after", t.customer() - 1 + "")),
            list("GET /mailings", VENDOR, t -> get("/mailings")),
            list("GET /incidents", "", t -> get("/incidents")),
            list("POST /incidents/retry", "", t -> post("/incidents/retry").param("id", "none")),
            list("GET /ledger", "The change was proposed.", t -> get("/ledger").param("subject", t.change())),
            list("GET /changes/new", "", t -> get("/changes/new")),
            // pages: things
            thing("GET /changes/{reference}", t -> get("/changes/{r}", t.change())),
            thing("GET /changes/{reference}/withdrawal", t -> get("/changes/{r}/withdrawal", t.change())),
            thing("POST /changes/{reference}/withdrawal", t -> post("/changes/{r}/withdrawal", t.change())),
            thing("GET /changes/{reference}/postponement", t -> get("/changes/{r}/postponement", t.change())),
            thing("POST /changes/{reference}/postponement", t -> post("/changes/{r}/postponement", t.change())),
            thing("GET /changes/{reference}/amendment", t -> get("/changes/{r}/amendment", t.change())),
            thing("POST /changes/{reference}/amendment", t -> post("/changes/{r}/amendment", t.change())),
            thing("GET /changes/{reference}/objections/new", t -> get("/changes/{r}/objections/new", t.change())),
            thing("POST /changes/{reference}/objections/new", t -> post("/changes/{r}/objections/new", t.change())),
            thing(
                    "GET /changes/{reference}/tasks/{id}",
                    t -> get("/changes/{r}/tasks/{id}", t.review(), t.reviewTask())),
            thing(
                    "POST /changes/{reference}/tasks/{id}",
                    t -> post("/changes/{r}/tasks/{id}", t.review(), t.reviewTask())),
            thing(
                    "GET /changes/{reference}/tasks/{id}/revision",
                    t -> get("/changes/{r}/tasks/{id}/revision", t.review(), t.reviewTask())),
            thing(
                    "POST /changes/{reference}/tasks/{id}/revision",
                    t -> post("/changes/{r}/tasks/{id}/revision", t.review(), t.reviewTask())),
            thing(
                    "GET /changes/new [register && register!= && kind && kind!=]",
                    t -> get("/changes/new").param("register", "opsticket").param("kind", "ADD")),
            thing("POST /changes/new", t -> post("/changes/new").param("register", "opsticket")),
            thing("GET /objections/{reference}", t -> get("/objections/{r}", t.objection())),
            thing("GET /objections/{reference}/messages", t -> get("/objections/{r}/messages", t.objection())),
            thing("POST /objections/{reference}/again", t -> post("/objections/{r}/again", t.objection())),
            thing("POST /objections/{reference}/messages", t -> post("/objections/{r}/messages", t.objection())),
            thing(
                    "GET /objections/{reference}/attachments/{number}",
                    t -> get("/objections/{r}/attachments/{number}", t.objection(), t.attachment())),
            thing(
                    "GET /objections/{reference}/tasks/{id}",
                    t -> get("/objections/{r}/tasks/{id}", t.objection(), t.task())),
            thing(
                    "POST /objections/{reference}/tasks/{id}",
                    t -> post("/objections/{r}/tasks/{id}", t.objection(), t.task())),
            thing("GET /terminations/{reference}", t -> get("/terminations/{r}", t.termination())),
            thing("GET /terminations/{reference}/statement", t -> get("/terminations/{r}/statement", t.termination())),
            thing("GET /terminations/{reference}/tasks/{id}", t -> get("/terminations/{r}/tasks/1", t.termination())),
            thing("POST /terminations/{reference}/tasks/{id}", t -> post("/terminations/{r}/tasks/1", t.termination())),
            thing("GET /registers/{register}", t -> get("/registers/opsticket")),
            thing("GET /registers/{register}/history", t -> get("/registers/opsticket/history")),
            thing("GET /registers/{register}/file", t -> get("/registers/opsticket/file")),
            thing("GET /registers/{register}/settings", t -> get("/registers/opsticket/settings")),
            thing("POST /registers/{register}/settings", t -> post("/registers/opsticket/settings")),
            thing("GET /registers/{register}/promise", t -> get("/registers/opsticket/promise")),
            thing("POST /registers/{register}/promise", t -> post("/registers/opsticket/promise")),
            thing("GET /registers/{register}/steps/{step}", t -> get("/registers/opsticket/steps/archive")),
            thing("POST /registers/{register}/steps/archive", t -> post("/registers/opsticket/steps/archive")),
            thing("POST /registers/{register}/steps/return", t -> post("/registers/opsticket/steps/return")),
            thing(
                    "POST /registers/{register}/steps/confirmation",
                    t -> post("/registers/opsticket/steps/confirmation")),
            thing("POST /registers/{register}/steps/refusal", t -> post("/registers/opsticket/steps/refusal")),
            thing("GET /customers/new", t -> get("/customers/new").param("register", "opsticket")),
            thing("POST /customers/new", t -> post("/customers/new").param("register", "opsticket")),
            thing("GET /customers/{id}", t -> get("/customers/{id}", t.customer())),
            thing("GET /customers/{id}/confirmation", t -> get("/customers/{id}/confirmation", t.customer())),
            thing(
                    "POST /customers/{id}/confirmation",
                    t -> post("/customers/{id}/confirmation", t.customer()).param("revision", "1")),
            thing(
                    "POST /customers/{id}/contacts/{contact}/language",
                    t -> post("/customers/{id}/contacts/1/language", t.customer())
                            .param("language", "DE")),
            thing("GET /confirmations", t -> together(get("/confirmations"))),
            thing("POST /confirmations", t -> together(post("/confirmations"))),
            thing("GET /mailings/{id}", t -> get("/mailings/{id}", t.mailing())),
            thing("GET /mailings/{id}/again", t -> get("/mailings/{id}/again", t.mailing())),
            thing("POST /mailings/{id}/again", t -> post("/mailings/{id}/again", t.mailing())),
            // API: lists
            list("GET /api/v1/changes", VENDOR, t -> get(API + "/changes")),
            list("GET /api/v1/objections", "OPSTICKET-", t -> get(API + "/objections")),
            list("GET /api/v1/terminations", "TRM-2001-0001", t -> get(API + "/terminations")),
            list("GET /api/v1/tasks", "OPSTICKET-", t -> get(API + "/tasks")),
            // API: things
            thing(
                    "POST /api/v1/registers/{register}/changes",
                    t -> json(HttpMethod.POST, "{}", API + "/registers/opsticket/changes")),
            thing(
                    "POST /api/v1/registers/{register}/simulations",
                    t -> json(HttpMethod.POST, "{}", API + "/registers/opsticket/simulations")),
            thing("GET /api/v1/registers/{register}/customers", t -> get(API + "/registers/opsticket/customers")),
            thing(
                    "PUT /api/v1/registers/{register}/customers",
                    t -> json(HttpMethod.PUT, "[{}]", API + "/registers/opsticket/customers")),
            thing(
                    "GET /api/v1/registers/{register}/clearances",
                    t -> get(API + "/registers/opsticket/clearances").param("customer", CUSTOMER)),
            thing("GET /api/v1/changes/{reference}", t -> get(API + "/changes/{r}", t.change())),
            thing("GET /api/v1/changes/{reference}/ledger", t -> get(API + "/changes/{r}/ledger", t.change())),
            thing(
                    "POST /api/v1/changes/{reference}/withdrawal",
                    t -> json(HttpMethod.POST, "{}", API + "/changes/{r}/withdrawal", t.change())),
            thing(
                    "POST /api/v1/changes/{reference}/amendment",
                    t -> json(HttpMethod.POST, "{}", API + "/changes/{r}/amendment", t.change())),
            thing(
                    "POST /api/v1/changes/{reference}/postponement",
                    t -> json(HttpMethod.POST, "{}", API + "/changes/{r}/postponement", t.change())),
            thing(
                    "POST /api/v1/changes/{reference}/objections",
                    t -> json(HttpMethod.POST, "{}", API + "/changes/{r}/objections", t.change())),
            thing("GET /api/v1/objections/{reference}", t -> get(API + "/objections/{r}", t.objection())),
            thing(
                    "GET /api/v1/objections/{reference}/attachments/{number}",
                    t -> get(API + "/objections/{r}/attachments/{number}", t.objection(), t.attachment())),
            thing(
                    "POST /api/v1/objections/{reference}/again",
                    t -> json(HttpMethod.POST, "{}", API + "/objections/{r}/again", t.objection())),
            thing(
                    "POST /api/v1/objections/{reference}/messages",
                    t -> json(HttpMethod.POST, "{}", API + "/objections/{r}/messages", t.objection())),
            thing("GET /api/v1/terminations/{reference}", t -> get(API + "/terminations/{r}", t.termination())),
            thing(
                    "GET /api/v1/terminations/{reference}/statement",
                    t -> get(API + "/terminations/{r}/statement", t.termination())),
            thing(
                    "POST /api/v1/tasks/{id}/complete",
                    t -> json(HttpMethod.POST, "{}", API + "/tasks/{id}/complete", t.task())));

    /** Of no register, or not yet, or of all: the chain is one, and so are the staff. */
    private static final Set<String> FOR_ALL_REGISTERS = Set.of(
            "GET /api/v1/ledger/verification",
            "GET /ledger/erasure",
            "POST /ledger/erasure",
            "GET /registers/new",
            "POST /registers/new",
            "GET /registers/new/file",
            "POST /registers/new/file",
            "GET /registers/new/{draft}",
            "POST /registers/new/{draft}/end",
            "GET /registers/new/{draft}/settings",
            "POST /registers/new/{draft}/settings",
            "GET /registers/new/{draft}/list",
            "POST /registers/new/{draft}/list",
            "GET /registers/new/{draft}/list/{number}",
            "POST /registers/new/{draft}/list/{number}",
            "GET /registers/new/{draft}/list/{number}/removal",
            "POST /registers/new/{draft}/list/{number}/removal",
            "GET /registers/new/{draft}/table",
            "POST /registers/new/{draft}/table",
            "GET /registers/new/{draft}/promise",
            "POST /registers/new/{draft}/promise",
            "GET /registers/new/{draft}/promise/template",
            "POST /registers/new/{draft}/promise/template",
            "GET /registers/new/{draft}/check",
            "POST /registers/new/{draft}/check",
            "POST /registers/{register}/steps/takeover",
            "GET /staff",
            "GET /staff/new",
            "POST /staff/new",
            "GET /staff/accounts/{username}",
            "POST /staff/accounts/{username}",
            "GET /staff/accounts/{username}/{step}",
            "POST /staff/accounts/{username}/deactivation",
            "POST /staff/accounts/{username}/activation",
            "POST /staff/accounts/{username}/invitation",
            "POST /staff/accounts/{username}/confirmation",
            "POST /staff/accounts/{username}/refusal",
            "POST /staff/accounts/{username}/sessions/end",
            "POST /staff/accounts/{username}/sessions/end-all",
            "GET /staff/accounts/{username}/sessions/{step}",
            "POST /staff/accounts/{username}/tokens/revoke",
            "POST /staff/accounts/{username}/tokens/revoke-all",
            "GET /staff/accounts/{username}/tokens/{step}",
            "POST /staff/accounts/{username}/second-factor/reset",
            "GET /staff/accounts/{username}/second-factor/{step}",
            "GET /staff/absences/{username}",
            "POST /staff/absences/{username}",
            "POST /staff/absences/{username}/end",
            "POST /staff/absences/{username}/confirmation",
            "GET /staff/absences/{username}/{step}",
            "GET /settings",
            "GET /settings/publisher",
            "POST /settings/publisher",
            "POST /settings/publisher/confirmation",
            "POST /settings/publisher/refusal",
            "GET /settings/publisher/{step}",
            "GET /settings/mail",
            "GET /settings/mail/test",
            "POST /settings/mail/test",
            "GET /settings/mail/{part:relay|mailbox}",
            "POST /settings/mail/{part:relay|mailbox}",
            "POST /settings/mail/{part:relay|mailbox}/confirmation",
            "POST /settings/mail/{part:relay|mailbox}/refusal",
            "POST /settings/mail/{part:relay|mailbox}/removal",
            "GET /settings/mail/{part:relay|mailbox}/{step}");

    /** Of no register: the own account. */
    private static final Set<String> OWN = Set.of(
            "GET /account",
            "GET /account/password",
            "POST /account/password",
            "GET /account/second-factor",
            "GET /account/second-factor/new",
            "POST /account/second-factor/new",
            "GET /account/second-factor/codes",
            "POST /account/second-factor/codes",
            "GET /account/second-factor/off",
            "POST /account/second-factor/off",
            "POST /account/sessions/end",
            "POST /account/sessions/end-others",
            "GET /account/sessions/{step}",
            "GET /account/tokens",
            "GET /account/tokens/new",
            "POST /account/tokens/new",
            "GET /account/tokens/revoke",
            "POST /account/tokens/revoke");

    @BeforeEach
    void thereIsSomething() {
        if (there == null) {
            customer(CUSTOMER);
            String change = announced(VENDOR);
            String review = proposed(VENDOR + " Later");
            long customer = customers.find("opsticket", CUSTOMER).orElseThrow().id();
            Objection objection = objected(change);
            threads.say(
                    objection.id(),
                    clock.instant(),
                    "customer:" + customer,
                    ThreadMessage.Kind.ADDED,
                    false,
                    "See",
                    List.of(new Attachment("page.txt", "text/plain;charset=UTF-8", "Not in Bonn".getBytes())));
            await(() -> !inbox.tasksAbout(objection.reference(), COUNSEL).isEmpty());
            Task assess = task(objection.reference());
            overdue(assess);
            there = new Things(
                    change,
                    review,
                    task(review).id(),
                    endedTask(),
                    objection.reference(),
                    assess.id(),
                    threads.attachments(objection.id()).get(0).number(),
                    terminated(change, customer),
                    customer,
                    mailings.about(change).get(0).id());
        }
    }

    private Objection objected(String change) {
        return recording
                .record(
                        change,
                        new RecordingObjection.Came(
                                CUSTOMER,
                                Channel.LETTER,
                                clock.instant(),
                                "Ann Sender",
                                "Customer " + CUSTOMER,
                                "ann@customers.example.com",
                                Grounds.LOCATION,
                                "Not in Bonn",
                                Set.of(),
                                List.of()),
                        LEGAL)
                .objection();
    }

    private void overdue(Task task) {
        jdbc.sql("update objection set due_at = received_at - interval '1 day' where reference = :reference")
                .param("reference", task.reference())
                .update();
    }

    private String endedTask() {
        String rejected = proposed(VENDOR + " Rejected");
        String task = task(rejected).id();
        completing.complete(task, Completion.of("reject", "Not needed"), COUNSEL);
        return task;
    }

    /** One that is over, with its statement; nothing conducts it. */
    private String terminated(String change, long customer) {
        jdbc.sql("""
                        insert into termination (reference, objection, change, register, customer, policy_version, elected_by,
                                                 elected_at, worksheet, state, confirmed_at)
                        values ('TRM-2001-0001', 'OBJ-2001-0001', :change, 'opsticket', :customer, 1, 1, now(), :worksheet::jsonb,
                                'CONFIRMED', now())""")
                .param("change", change)
                .param("customer", customer)
                .param("worksheet", """
                        {"register": "opsticket", "policyVersion": 1, "clause": "DPA §05", "zone": "UTC", "customer": 1,
                         "electedAt": "2026-03-02T09:00:00Z", "electedOn": "2026-03-02", "refundOwed": true,
                         "outstandingFeesPayable": false, "lines": [], "creditNotes": [], "outstanding": [], "totals": [],
                         "remark": null, "elections": [{"order": "A", "lines": [], "lastDay": "2026-06-30"}]}""")
                .update();
        jdbc.sql("insert into refund_statement (reference, pdf, made_at) values ('TRM-2001-0001', :pdf, now())")
                .param("pdf", new byte[] {1})
                .update();
        return "TRM-2001-0001";
    }

    private MockHttpServletResponse answer(Staff who, MockHttpServletRequestBuilder request) throws Exception {
        return pages.perform(request.with(as(who))).andReturn().getResponse();
    }

    private static UserRequestPostProcessor as(Staff who) {
        return user(who.username()).authorities(SecurityRoles.authorities(who));
    }

    @Test
    void every_address_of_the_staff_has_a_line() {
        Set<String> known = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (ScopeOfAddresses.isOfStaff(handler)) {
                known.addAll(addresses(mapping));
            }
        });
        Set<String> listed = TABLE.stream().map(Line::address).collect(Collectors.toCollection(TreeSet::new));
        listed.addAll(FOR_ALL_REGISTERS);
        listed.addAll(OWN);

        assertThat(known).hasSizeGreaterThan(50).isEqualTo(listed);
    }

    private static MockHttpServletRequestBuilder together(MockHttpServletRequestBuilder request) {
        return request.param("register", "opsticket").param("by", "admin").param("at", "2026-03-02T09:00:00Z");
    }

    private static List<String> addresses(RequestMappingInfo mapping) {
        String params = mapping.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .collect(Collectors.joining(" && ", " [", "]"));
        return mapping.getPatternValues().stream()
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + path + (params.equals(" []") ? "" : params)))
                .toList();
    }

    @Test
    void who_holds_a_role_here_opens_every_address() throws Exception {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Line line : TABLE) {
            MockHttpServletResponse answer = answer(HERE, line.request().apply(there));
            boolean opened = answer.getStatus() < 500 && !Set.of(403, 404).contains(answer.getStatus());
            if (!opened || line.shown() != null && !answer.getContentAsString().contains(line.shown())) {
                wrong.put(line.address(), answer.getStatus() + " " + answer.getContentAsString());
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void for_who_holds_a_role_elsewhere_nothing_of_it_exists() throws Exception {
        Map<String, String> leaks = new LinkedHashMap<>();
        for (Line line : TABLE) {
            MockHttpServletResponse answer = answer(ELSEWHERE, line.request().apply(there));
            String said = answer.getContentAsString();
            boolean hidden = line.shown() == null ? answer.getStatus() == 404 : answer.getStatus() < 400;
            if (!hidden || said.contains(VENDOR) || said.contains("Customer " + CUSTOMER) || shows(line, said)) {
                leaks.put(line.address(), answer.getStatus() + " " + said);
            }
        }

        assertThat(leaks).isEmpty();
    }

    /** The reference that was asked for may be repeated, as any other would be. */
    private static boolean shows(Line line, String said) {
        return line.shown() != null
                && !line.shown().isEmpty()
                && said.replace(there.change(), "").contains(line.shown());
    }

    @Test
    void lists_open_while_there_is_no_register() throws Exception {
        Map<String, String> broken = new LinkedHashMap<>();
        for (Line line : TABLE.stream().filter(each -> each.shown() != null).toList()) {
            MockHttpServletResponse answer = answer(NOWHERE, line.request().apply(there));
            if (answer.getStatus() >= 400) {
                broken.put(line.address(), answer.getStatus() + " " + answer.getContentAsString());
            }
        }

        assertThat(broken).isEmpty();
        assertThat(answer(NOWHERE, get("/changes/new")).getContentAsString()).contains("There is no register yet.");
    }

    @Test
    void it_is_answered_in_the_words_for_what_never_was() throws Exception {
        Things nothing = new Things(
                "OPSTICKET-1999-0001",
                "OPSTICKET-1999-0001",
                "nobodys",
                "nobodys",
                "OBJ-1999-0001",
                "nobodys",
                99_999_999,
                "TRM-1999-0001",
                99_999_999,
                99_999_999);
        Map<String, String> different = new LinkedHashMap<>();
        for (Line line : TABLE) {
            if (line.shown() == null) {
                MockHttpServletResponse foreign =
                        answer(ELSEWHERE, line.request().apply(there));
                MockHttpServletResponse unknown =
                        answer(ELSEWHERE, line.request().apply(nothing));
                if (!without(there, foreign).equals(without(nothing, unknown))) {
                    different.put(line.address(), without(there, foreign) + " | " + without(nothing, unknown));
                }
            }
        }

        assertThat(different).isEmpty();
    }

    private static String without(Things named, MockHttpServletResponse answer) throws Exception {
        String said = answer.getStatus() + " " + answer.getContentType() + " " + answer.getContentAsString();
        for (String name : List.of(
                named.change(),
                named.review(),
                named.reviewTask(),
                named.objection(),
                named.task(),
                named.termination())) {
            said = said.replace(name, "it");
        }
        return said;
    }

    @Test
    void a_task_that_is_over_is_told_to_who_could_have_had_it() throws Exception {
        String complete = API + "/tasks/{id}/complete";
        String decision = "{\"outcome\": \"approve\"}";

        MockHttpServletResponse here = answer(HERE, json(HttpMethod.POST, decision, complete, there.endedTask()));
        MockHttpServletResponse elsewhere =
                answer(ELSEWHERE, json(HttpMethod.POST, decision, complete, there.endedTask()));

        assertThat(here.getStatus()).isEqualTo(409);
        assertThat(here.getContentAsString()).contains("counsel");
        assertThat(elsewhere.getStatus()).isEqualTo(404);
        assertThat(elsewhere.getContentAsString()).doesNotContain("counsel");
    }

    @Test
    void what_a_list_is_asked_about_in_its_address_is_not_told_either() throws Exception {
        for (MockHttpServletRequestBuilder asked : List.of(
                get("/changes").param("register", "opsticket"),
                get("/customers").param("register", "opsticket"),
                get("/changes/new").param("register", "opsticket"),
                get("/objections").param("change", there.change()),
                get(API + "/changes").param("register", "opsticket"),
                get(API + "/objections").param("change", there.change()))) {
            assertThat(answer(ELSEWHERE, asked).getStatus()).isEqualTo(404);
        }
        assertThat(answer(ELSEWHERE, get(API + "/tasks").param("reference", there.objection()))
                        .getContentAsString())
                .isEqualTo("[]");
    }

    @Test
    void counts_and_pages_of_the_inbox_are_of_the_registers_of_who_reads_it() {
        assertThat(inbox.counts(HERE.actor())).isNotEmpty();
        assertThat(inbox.counts(ELSEWHERE.actor()).values())
                .as("tasks of Securicom alone")
                .allSatisfy(count -> assertThat(count).isLessThan(total()));
        assertThat(inbox.tasks(ELSEWHERE.actor(), (Role) null, 0, 100).tasks())
                .allSatisfy(task -> assertThat(task.register()).isEqualTo("securicom"));
        assertThat(inbox.tasks(HERE.actor(), (Role) null, 0, 100).tasks())
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.register()).isEqualTo("opsticket"));
    }

    private long total() {
        return inbox.counts(COUNSEL).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void whoever_only_reads_here_and_works_elsewhere_decides_nothing_here() throws Exception {
        Staff reader = new Staff(
                "reader",
                "Reader",
                "reader@staff.example.com",
                Map.of(Role.LEGAL, Scope.of("securicom"), Role.AUDITOR, Scope.of("opsticket")));

        MockHttpServletResponse page = answer(reader, get("/changes/{r}", there.change()));
        MockHttpServletResponse withdrawn = answer(
                reader, json(HttpMethod.POST, "{\"reason\": \"No\"}", API + "/changes/{r}/withdrawal", there.change()));

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).doesNotContain("/withdrawal", "/objections/new");
        assertThat(withdrawn.getStatus()).isEqualTo(403);
        assertThat(inbox.tasksAbout(there.objection(), reader.actor())).isEmpty();
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                Refused.class,
                                () -> completing.complete(there.task(), Completion.of("admit", null), reader.actor()))
                        .because())
                .isEqualTo(Refused.Because.NOT_ALLOWED);
    }

    @Test
    void the_whole_chain_is_verified_by_who_reads_all_registers() throws Exception {
        Staff auditor = new Staff("auditor", "Auditor", "auditor@staff.example.com", Set.of(Role.AUDITOR));

        assertThat(answer(HERE, get(API + "/ledger/verification")).getStatus()).isEqualTo(403);
        assertThat(answer(HERE, get("/ledger").param("verify", "true")).getStatus())
                .isEqualTo(403);
        assertThat(answer(HERE, get("/ledger")).getContentAsString()).doesNotContain("name=\"verify\"");
        assertThat(answer(auditor, get(API + "/ledger/verification")).getStatus())
                .isEqualTo(200);
        assertThat(answer(auditor, get("/ledger")).getContentAsString()).contains("name=\"verify\"");
        assertThat(answer(HERE, get("/ledger").param("subject", "STAFF-here")).getContentAsString())
                .contains("STAFF-here");
    }

    @Test
    void the_published_list_is_everybodys() throws Exception {
        assertThat(answer(ELSEWHERE, get(API + "/registers/opsticket")).getStatus())
                .isEqualTo(200);
        assertThat(answer(ELSEWHERE, get("/r/opsticket")).getStatus()).isEqualTo(200);
    }
}
