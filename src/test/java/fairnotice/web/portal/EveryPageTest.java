package fairnotice.web.portal;

import static fairnotice.web.FormToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fairnotice.EnglishSentences;
import fairnotice.access.Actor;
import fairnotice.access.AddingStaffAccount;
import fairnotice.access.ChangingStaffAccount;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.DeactivatingStaffAccount;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.PasswordLinks;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.SecondFactors;
import fairnotice.access.Staff;
import fairnotice.access.StaffAccount;
import fairnotice.access.StaffAccounts;
import fairnotice.access.TypedAccount;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.ProposingChange;
import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportingCustomers;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.Completion.Refunding;
import fairnotice.inbox.Completion.Settling;
import fairnotice.inbox.CompletionBuilder;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.mail.Mailings;
import fairnotice.notice.Notice;
import fairnotice.notice.RenewedLink;
import fairnotice.notice.RenewedLinks;
import fairnotice.objection.Channel;
import fairnotice.objection.Grounds;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.RecordingObjection;
import fairnotice.register.AddingRegister;
import fairnotice.register.ArchivingRegister;
import fairnotice.register.ChangeKind;
import fairnotice.register.DraftingRegister;
import fairnotice.register.RegisterDraft.Content;
import fairnotice.register.Registers;
import fairnotice.register.Settlement.Cure;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import fairnotice.register.TypedCategory;
import fairnotice.register.TypedPromise;
import fairnotice.register.TypedSettings;
import fairnotice.termination.TerminationState;
import fairnotice.web.Standstill;
import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * A whole course of events, from a proposal to a refund that was paid, with every page opened on the way: it answers, says everything in
 * words, leads nowhere that is empty, and reads without waiting for anybody. Here, among the pages behind a link, since it needs theirs too.
 */
class EveryPageTest extends OwnPages {

    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN));
    private static final Actor THIRD = new Actor("admin", Set.of(Role.FINANCE));

    /**
     * Opened by SettlingStoryTest, since its day comes only when the clock moves on, by WithoutDemoTest, since the demo has a start page of its own,
     * by SetupTest, since there are staff here, and by AccountPagesTest, since they show a secret once or follow a password.
     */
    private static final Set<String> ELSEWHERE = Set.of(
            "workspace/task-go-live",
            "site/registers",
            "setup",
            "login-code",
            "workspace/account-recovery-codes",
            "workspace/account-token");

    private static final Pattern EMPTY_PARAMETER = Pattern.compile("href=\"[^\"]*[?&](?:amp;)?\\w+=?(?:\"|&amp;)");

    /** What Java writes of records, maps, empty lists and instants, and ids instead of names. */
    private static final Pattern UNTOLD =
            Pattern.compile("\\w+\\[\\w+=[^\n]{0,40}|\\{\\w+=|\\[\\]|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:|"
                    + "(?:Customer|Confirmed by|Contact|Customers left out): #?\\d+\\b");

    private static final Pattern LINK = Pattern.compile("/(?:filings|subscriptions)/[A-Za-z0-9_.~-]+");

    /** What was sent to contacts who read English is shown as it was sent. */
    private static final String LETTERS = "/mail(ings|box)(/.*)?";

    private record Visit(String who, String path) {}

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private SpringTemplateEngine templateEngine;

    @Autowired
    private DataSource database;

    @Autowired
    private ProposingChange proposing;

    @Autowired
    private ImportingCustomers importing;

    @Autowired
    private ConfirmingCustomerChange confirming;

    @Autowired
    private Customers customers;

    @Autowired
    private ReadingInbox inbox;

    @Autowired
    private CompletingTask completing;

    @Autowired
    private RecordingObjection recording;

    @Autowired
    private Mailings mailings;

    @Autowired
    private RenewedLinks renewed;

    @Autowired
    private Clock clock;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private CreatingStaffAccount hiring;

    @Autowired
    private AddingStaffAccount adding;

    @Autowired
    private ChangingStaffAccount changing;

    @Autowired
    private DeactivatingStaffAccount deactivating;

    @Autowired
    private PasswordLinks passwordLinks;

    @Autowired
    private DraftingRegister drafting;

    @Autowired
    private AddingRegister addingRegister;

    @Autowired
    private ArchivingRegister archiving;

    @Autowired
    private Registers registers;

    @Autowired
    private SecondFactors factors;

    private final Map<Visit, String> seen = new LinkedHashMap<>();
    private final Set<String> addresses = new TreeSet<>();
    private final Set<String> wrong = new TreeSet<>();
    private final EnglishSentences english = new EnglishSentences();

    /** Templates and those they take fragments of; the engine forgets the older ones, so they are noted page by page. */
    private final Set<String> rendered = new TreeSet<>();

    @Test
    void every_page_opens_in_every_state_of_a_whole_course_and_says_everything_in_words() throws Exception {
        templateEngine.clearTemplateCache();
        whatIsThereBefore();
        customersChangedTogether();
        String reviewed = reviews();
        String expedited = whatGoesFirst();
        customerWithOrders("course-leaver", "CL-1", "CL-2");
        customerWithOrders("course-reader", "CR-1");
        customerWithOrders("course-mute");
        String change = announced("Course Vendor");
        announcement(change);
        String objection = settling(change);
        String termination = leaving(change, objection);
        strangers(change);
        unreached(change);
        whatIsThereAfter(change);
        ledgerOf("opsticket", reviewed, expedited, change, objection, termination, "STAFF-legal");

        assertThat(wrong).isEmpty();
        assertThat(unopened()).isEmpty();
        assertThat(untouchedTemplates()).isEmpty();
        nothingIsWaitedFor(List.of(reviewed, expedited, change, objection));
    }

    private void whatIsThereBefore() throws Exception {
        for (String path : List.of(
                "/",
                "/login",
                "/login/link",
                "/login/password",
                "/r/opsticket",
                "/r/securicom",
                "/r/opsticket/versions",
                "/r/opsticket/versions/1",
                "/r/opsticket/compare",
                "/r/opsticket/subscribe",
                "/mailbox")) {
            visit(null, path);
        }
        for (String path : List.of(
                "/inbox",
                "/overdue",
                "/changes",
                "/changes?register=securicom",
                "/objections",
                "/objections?all=true",
                "/terminations",
                "/registers",
                "/registers/opsticket",
                "/registers/securicom",
                "/customers",
                "/customers?register=securicom",
                "/mailings",
                "/account",
                "/account/password",
                "/account/second-factor",
                "/account/second-factor/new",
                "/account/tokens",
                "/account/tokens/new",
                "/demo")) {
            forStaff(path);
        }
        visit("admin", "/incidents");
        visit("auditor", "/incidents");
        accountsOfStaff();
        registersInTheBrowser();
        for (String path : List.of(
                "/changes/new",
                "/changes/new?register=opsticket",
                "/changes/new?register=opsticket&kind=ADD",
                "/changes/new?register=opsticket&kind=MODIFY&name=Stripe",
                "/changes/new?register=opsticket&kind=REPLACE&name=Stripe",
                "/changes/new?register=opsticket&kind=REMOVE&name=Stripe")) {
            visit("legal", path);
        }
    }

    /** Asked for and inactive, of others and the own. */
    private void accountsOfStaff() throws Exception {
        Map<Role, Scope> held = Map.of(Role.LEGAL, Scope.of("opsticket"), Role.AUDITOR, Scope.ALL);
        adding.add(new TypedAccount("course-new", "Course New", "new@staff.example.com", held), ADMIN);
        for (String name : List.of("course-more", "course-back", "course-gone")) {
            hiring.hire(new Staff(name, "Course", name + "@staff.example.com", held), "{noop}demo", Actor.SYSTEM);
        }
        StaffAccount more = accounts.find("course-more").orElseThrow();
        Map<Role, Scope> wanted = Map.of(Role.LEGAL, Scope.ALL, Role.FINANCE, Scope.of("securicom"));
        changing.change(
                new TypedAccount(more.username(), "Course", "more@new.example.com", wanted), more.epoch(), ADMIN);
        deactivating.dismiss("course-back", ADMIN);
        changing.activate("course-back", ADMIN);
        deactivating.dismiss("course-gone", ADMIN);
        for (String path : List.of(
                "/staff",
                "/staff/accounts/course-new",
                "/staff/accounts/course-more",
                "/staff/accounts/course-back",
                "/staff/accounts/course-gone",
                "/staff/accounts/admin",
                "/staff/accounts/legal")) {
            visit("admin", path);
            visit("auditor", path);
        }
        visit("admin", "/staff/new");
        for (String page : List.of(
                "/settings", "/settings/publisher", "/customers/new?register=opsticket", "/staff/absences/finance")) {
            visit("admin", page);
        }
        for (String page : List.of("/settings/mail", "/settings/mail/relay", "/settings/mail/mailbox")) {
            visit("admin", page);
        }
        visit("auditor", "/settings/mail");
        factors.add("finance", "sealed", 0, List.of("a".repeat(64)));
        for (String path :
                List.of("/account/second-factor", "/account/second-factor/codes", "/account/second-factor/off")) {
            visit("finance:finance", path);
        }
        visit("admin", "/staff/accounts/finance");
        factors.remove("finance");
        seen(open("/login/code").andReturn());
        visit("admin", "/ledger?subject=STAFF-course-new");
        visit("admin", "/ledger?subject=STAFF-course-more");
        visit("admin", "/ledger?subject=STAFF-course-back");
        visit(
                null,
                "/login/password/"
                        + passwordLinks.forgotten(
                                accounts.find("legal").orElseThrow().staff(), clock.instant()));
        refused(404, open("/login/password/nothing").andReturn());
    }

    /** A draft in every step, and a register that was published from it, changed, and archived. */
    private void registersInTheBrowser() throws Exception {
        String blank = "/registers/new/" + drafting.begin(Content.blank(), ADMIN);
        TypedSettings settings = new TypedSettings(
                "course",
                "Course",
                "COURSE",
                "Vendors",
                "What stands here.",
                "CATEGORIES",
                List.of(new TypedCategory("all", "All", "Everything.")),
                "course@course.example",
                "legal@course.example",
                null,
                "#112233");
        TypedPromise promise = TypedPromise.of(registers.getById("securicom").policy());
        Content whole = new Content(
                settings,
                "Vendor;Role;Region\nAcme;Hosting;Bonn",
                List.of(vendor("Listed", "Bonn").under("all")),
                List.of(),
                promise);
        long draft = drafting.begin(whole, ADMIN);
        String filled = "/registers/new/" + draft;
        visit("admin", "/registers/new");
        for (String step : List.of("/settings", "/list", "/list/0", "/promise", "/check")) {
            visit("admin", blank + step);
            visit("admin", filled + step);
        }
        visit("admin", filled + "/table");
        visit("admin", filled + "/list/1");
        for (String moved : List.of(filled, filled + "/list/1/removal", filled + "/promise/template")) {
            refused(302, asked("admin", moved));
        }
        addingRegister.add(draft, drafting.draft(draft, ADMIN).epoch(), ADMIN);
        archiving.archive("course", ADMIN);
        visit(null, "/r/course");
        for (String register : List.of("/registers/course", "/registers/opsticket")) {
            forStaff(register);
            forStaff(register + "/history");
            visit("admin", register + "/settings");
            visit("admin", register + "/promise");
            refused(302, asked("admin", register + "/steps/archive"));
        }
    }

    /** As an import does it; confirmed in the end. */
    private void customersChangedTogether() throws Exception {
        for (String name : List.of("Course", "Other Course")) {
            importing.importInto(
                    "opsticket",
                    List.of("course-import-1", "course-import-2").stream()
                            .map(id -> new ImportedCustomer(
                                    id,
                                    "Imported " + id,
                                    "team",
                                    List.of(new ImportedContact(
                                            "Ida", name.replace(' ', '-') + id + "@example.com", List.of("OWNER"))),
                                    List.of(),
                                    null))
                            .toList(),
                    new Actor("ada", Set.of(Role.ADMIN)));
        }
        UnconfirmedChanges.Together together = confirming.together(ADMIN).stream()
                .filter(each -> each.changedBy().equals(Set.of("ada")))
                .findFirst()
                .orElseThrow();
        visit("admin", "/inbox");
        visit("admin", "/confirmations?register=opsticket&by=ada&at=" + together.changedAt());
        confirming.confirmTogether(together, ADMIN);
    }

    /** In review, returned, revised, waiting for a second person, amended, rejected, withdrawn. */
    private String reviews() throws Exception {
        String reference = proposed("Course Draft");
        change(reference);
        task("counsel", COUNSEL, reference);
        complete(COUNSEL, reference, Completion.of("return", "Say more"));
        change(reference);
        task("legal", LEGAL, reference);
        complete(
                LEGAL,
                reference,
                CompletionBuilder.builder()
                        .outcome("submit")
                        .proposal(addition("Course Draft", "Delft"))
                        .build());
        complete(COUNSEL, reference, Completion.of("reject", "Not needed"));
        change(reference);
        String given = proposed("Course Withdrawn");
        for (String step : List.of("/withdrawal", "/amendment")) {
            visit("legal", "/changes/" + given + step);
        }
        send("legal", "/changes/" + given + "/withdrawal", "reason", "Given up");
        change(given);
        return reference;
    }

    /** Of Securicom, whose policy lets it: approved by two, in use first, and one customer to be reached by hand. */
    private String whatGoesFirst() throws Exception {
        importing.importInto(
                "securicom",
                List.of(
                        new ImportedCustomer(
                                "course-silent",
                                "Silent Course",
                                "team",
                                List.of(new ImportedContact("Bo Bill", "bo@refused.example.net", List.of("OWNER"))),
                                List.of(),
                                null),
                        new ImportedCustomer(
                                "course-org",
                                "Course Org",
                                "team",
                                List.of(new ImportedContact("Eve Org", "eve@course-org.example.com", List.of("OWNER"))),
                                List.of(),
                                null)),
                ADMIN);
        Subprocessor vendor = vendor("Course Quickfix", "Bonn");
        Proposal proposal = new Proposal(
                ChangeKind.ADD, null, true, true, true, LocalDate.now().plusDays(1), "A flaw", uncategorised(vendor));
        String reference = proposing.propose("securicom", proposal, LEGAL).reference();
        complete(COUNSEL, reference, Completion.of("approve", "At once"));
        await(() -> changes.getByReference(reference).state() == ChangeState.SECOND_APPROVAL);
        change(reference);
        task("admin", ADMIN, reference);
        complete(ADMIN, reference, Completion.of("approve", "At once, yes"));
        await(() -> changes.getByReference(reference).state() == ChangeState.IN_NOTICE);
        change(reference);
        task("counsel", COUNSEL, reference);
        return reference;
    }

    private static Subprocessor uncategorised(Subprocessor vendor) {
        return SubprocessorBuilder.builder()
                .name(vendor.name())
                .legalEntity(vendor.legalEntity())
                .purpose(vendor.purpose())
                .location(vendor.location())
                .dataCategories(vendor.dataCategories())
                .build();
    }

    private void announcement(String change) throws Exception {
        change(change);
        visit("legal", "/changes/" + change + "/postponement");
        visit("legal", "/changes/" + change + "/objections/new");
        visit(null, "/r/opsticket/changes/" + change);
        visit(null, "/r/opsticket/changes/" + change + "/object");
        visit(null, own(change, "course-reader"));
        submit(own(change, "course-reader") + "/acknowledge");
        visit(null, own(change, "course-reader"));
        visit(null, own(change, "course-reader") + "/objection");
        forStaff("/customers/" + of(notice(change, "course-leaver")).id());
    }

    /** Filed, assessed, refused, contested, offered, answered, and no agreement found; and one from nobody known. */
    private String settling(String change) throws Exception {
        String own = own(change, "course-leaver");
        submit(own + "/objection", "step", "check", "grounds", "LOCATION", "text", "Not there");
        visit(null, own + "/objection?step=check");
        submit(own + "/objection", "step", "file", "grounds", "LOCATION", "text", "Not there", "orders", "CL-1");
        String objection = newest(change, "course-leaver").reference();
        await(() -> !inbox.tasksAbout(objection, LEGAL).isEmpty());
        objection(objection);
        task("counsel", COUNSEL, objection);
        work(objection, COUNSEL, Completion.of("refuse", "We think it is fine"));
        objection(objection);
        visit(null, own);
        submit(own + "/reply", "action", "contest", "text", "Look again");
        await(() -> newest(change, "course-leaver").state() == ObjectionState.CONTESTED);
        task("legal", LEGAL, objection);
        work(objection, LEGAL, Completion.of("admit", null));
        task("legal", LEGAL, objection);
        work(objection, LEGAL, offer());
        visit(null, own);
        visit(null, own + "/code?action=accept");
        objection(objection);
        submit(own + "/reply", "action", "reply", "text", "That is not enough");
        work(objection, LEGAL, Completion.of("give-up", "We cannot"));
        await(() -> newest(change, "course-leaver").state() == ObjectionState.TERMINATION_OFFERED);
        objection(objection);
        unmatched(change);
        return objection;
    }

    private static Completion offer() {
        return CompletionBuilder.builder()
                .outcome("offer")
                .comment("It stays in the EU")
                .settling(new Settling(Cure.EXPLANATION, null, null))
                .build();
    }

    private void unmatched(String change) throws Exception {
        String reference = recording
                .record(
                        change,
                        new RecordingObjection.Came(
                                null,
                                Channel.LETTER,
                                clock.instant(),
                                "Nora Nobody",
                                "Course Org",
                                "nora@nobody.example.com",
                                Grounds.NOT_GIVEN,
                                "No",
                                Set.of(),
                                List.of()),
                        LEGAL)
                .objection()
                .reference();
        task("counsel", COUNSEL, reference);
        objection(reference);
        complete(COUNSEL, reference, Completion.of("decline", "Nobody we know"));
        objection(reference);
    }

    /** Chosen, altered, agreed with, paid, confirmed, disputed, answered. */
    private String leaving(String change, String objection) throws Exception {
        String own = own(change, "course-leaver");
        String end = LocalDate.now().plusDays(20).toString();
        visit(null, own + "/termination");
        visit(null, own + "/termination?orders=CL-1&lastDay[CL-1]=" + end);
        String ann = contactTokens.of(contact(notice(change, "course-leaver")).id());
        submit(own + "/termination", "step", "code", "orders", "CL-1", "lastDay[CL-1]", end, "contact", ann);
        String code = code("course-leaver@customers.example.com", 1);
        submit(own + "/termination", "step", "confirm", "orders", "CL-1", "lastDay[CL-1]", end, "code", code);
        String reference = terminations.of(objection).orElseThrow().reference();
        refund(reference, FINANCE, altered());
        refund(reference, CFO, Completion.of("approve", "Fair"));
        refund(reference, THIRD, paid(reference));
        await(() -> terminations.getByReference(reference).state() == TerminationState.CONFIRMED);
        forStaff("/terminations/" + reference);
        forStaff("/terminations");
        forStaff("/customers/" + of(notice(change, "course-leaver")).id());
        objection(objection);
        visit(null, own);
        submit(own + "/reply", "action", "dispute", "text", "Why so little?");
        task("legal", LEGAL, objection);
        complete(LEGAL, objection, Completion.of("answer", "Since it is round"));
        objection(objection);
        visit(null, own);
        return reference;
    }

    private static Completion altered() {
        return Completion.of("alter", "A round sum")
                .refunding(new Refunding(Map.of("EUR", new BigDecimal("100.00")), List.of()));
    }

    private void refund(String reference, Actor by, Completion completion) throws Exception {
        await(() -> !inbox.tasksAbout(reference, by).isEmpty());
        String task = inbox.tasksAbout(reference, by).get(0).id();
        visit("finance:" + by.id(), "/terminations/" + reference + "/tasks/" + task);
        forStaff("/terminations/" + reference);
        completing.complete(task, completion, by);
    }

    /** An objection and a subscription from the public pages, each confirmed by a link. */
    private void strangers(String change) throws Exception {
        seen(submit(
                        "/r/opsticket/changes/" + change + "/object",
                        "name",
                        "Rita Roe",
                        "organisation",
                        "Course Org",
                        "email",
                        "rita@course.example.com",
                        "grounds",
                        "LOCATION",
                        "text",
                        "Not there")
                .andReturn());
        visit(null, "/r/opsticket/changes/" + change + "/object/asked");
        visit(null, linkTo("rita@course.example.com"));
        submit("/r/opsticket/subscribe", "email", "sub@course.example.com");
        visit(null, "/r/opsticket/subscribe/asked");
        visit(null, linkTo("sub@course.example.com"));
    }

    /** An offer that reaches nobody, since the only address it could go to is dead by then. */
    private void unreached(String change) throws Exception {
        submit(own(change, "course-mute") + "/objection", "step", "file", "grounds", "LOCATION", "text", "Not there");
        String objection = newest(change, "course-mute").reference();
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        "course-mute",
                        "Mute Course",
                        "enterprise",
                        List.of(new ImportedContact("Mia Mute", "mia@refused.example.net", List.of("PRIVACY"))),
                        List.of(),
                        null)),
                ADMIN);
        Customer mute = customers.find("opsticket", "course-mute").orElseThrow();
        visit("admin", "/customers/" + mute.id());
        visit("auditor", "/customers/" + mute.id());
        refused(403, open(own(change, "course-mute")).andReturn());
        confirming.confirm(mute.id(), mute.revision(), new Actor("ada", Set.of(Role.ADMIN)));
        visit("admin", "/customers/" + mute.id());
        work(objection, LEGAL, Completion.of("admit", null));
        work(objection, LEGAL, offer());
        await(() -> !inbox.tasksAbout(objection, LEGAL).isEmpty());
        task("legal", LEGAL, objection);
        objection(objection);
        String own = own(change, "course-mute");
        visit(null, own);
        assertThat(open(own).andReturn().getResponse().getContentAsString()).contains("Your time has not started yet");
        assertThat(open("legal", "/inbox").andReturn().getResponse().getContentAsString())
                .contains("Reach Mute Course", "Reach Silent Course");
    }

    private String linkTo(String address) throws Exception {
        String[] found = new String[1];
        await(() -> {
            Matcher link = LINK.matcher(mailTo(address));
            found[0] = link.find() ? link.group() : null;
            return found[0] != null;
        });
        return found[0];
    }

    private String mailTo(String address) {
        try {
            return open("/api/v1/demo/mailbox?to=" + address)
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void whatIsThereAfter(String change) throws Exception {
        for (String path : List.of(
                "/inbox",
                "/overdue",
                "/changes",
                "/objections",
                "/objections?all=true",
                "/objections?change=" + change,
                "/terminations",
                "/customers",
                "/mailings",
                "/changes?page=2",
                "/objections?all=true&page=2",
                "/terminations?page=2")) {
            forStaff(path);
        }
        forStaff("/mailings/" + mailings.recent(Scope.ALL, 1).get(0).id());
        forStaff("/mailings/" + mailings.about(change).get(0).id());
        forStaff("/mailings/" + mailings.about(change).get(0).id() + "/again");
        String mailbox = text("visitor", "/mailbox");
        List<String> messages = Pattern.compile("href=\"/mailbox/([^\"?]+)\"")
                .matcher(mailbox)
                .results()
                .map(message -> message.group(1))
                .toList();
        visit(null, "/mailbox/" + messages.get(0));
        visit(null, "/mailbox?mailing=" + messages.get(messages.size() - 1));
        refusals(change);
    }

    private void refusals(String change) throws Exception {
        refused(404, open("/n/nothing").andReturn());
        refused(410, open("/n/" + endedLink(notice(change, "course-reader"))).andReturn());
        visit(null, "/n/nothing/renewal");
        refused(
                400,
                send("legal", "/changes/new?register=opsticket", "personalData", "perhaps")
                        .andReturn());
        refused(404, open("legal", "/changes/NOWHERE-2026-0001").andReturn());
        refused(
                403,
                send("auditor", "/objections/OBJ-0/messages", "text", "x", "to", "staff")
                        .andReturn());
        refused(
                404,
                pages.perform(get("/error")
                                .accept(MediaType.TEXT_HTML)
                                .with(user("legal").roles("LEGAL"))
                                .requestAttr("jakarta.servlet.error.status_code", 404))
                        .andReturn());
        refused(
                403,
                pages.perform(post("/n/nothing/objection")
                                .header("Sec-Fetch-Site", "same-origin")
                                .param("text", "Words"))
                        .andReturn());
        refused(404, open("/login/link/nothing").andReturn());
        refused(404, open("/setup").andReturn());
        Cookie session = pages.perform(post("/login")
                        .with(csrf())
                        .param("username", "legal")
                        .param("password", "demo")
                        .param("kept-address", "/changes")
                        .param("kept:comment", "Words")
                        .param("kept-file", "files"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
        refused(200, pages.perform(get("/login/kept").cookie(session)).andReturn());
        refused(
                302,
                send("finance", "/changes/" + change + "/tasks/none", "outcome", "approve")
                        .andReturn());
    }

    private String endedLink(Notice notice) {
        Contact contact = contact(notice);
        RenewedLink ended = renewed.add(notice.id(), contact.id(), Instant.EPOCH, Instant.EPOCH);
        return links.sign(new Link(LinkPurpose.RENEWED_NOTICE, ended.id(), contact.id(), contact.epoch()));
    }

    private void refused(int status, MvcResult result) throws Exception {
        String asked =
                result.getRequest().getMethod() + " " + result.getRequest().getRequestURI();
        assertThat(result.getResponse().getStatus()).as(asked).isEqualTo(status);
        String page = seen(result).getResponse().getContentAsString();
        assertThat(page).as(asked).doesNotContain("??");
        assertThat(found(UNTOLD, page.replaceAll("<[^>]+>", ""))).as(asked).isEmpty();
    }

    private void ledgerOf(String... subjects) throws Exception {
        visit("admin", "/ledger/erasure");
        for (String subject : subjects) {
            for (String who : List.of("admin", "auditor")) {
                visit(who, "/ledger?verify=true&subject=" + subject);
            }
        }
    }

    private void change(String reference) throws Exception {
        forStaff("/changes/" + reference);
    }

    private void objection(String reference) throws Exception {
        forStaff("/objections/" + reference);
    }

    private void task(String who, Actor actor, String reference) throws Exception {
        await(() -> !inbox.tasksAbout(reference, actor).isEmpty());
        Task task = inbox.tasksAbout(reference, actor).get(0);
        String kind = reference.startsWith("OBJ-") ? "/objections/" : "/changes/";
        visit(who, kind + reference + "/tasks/" + task.id());
        visit(who, "/inbox");
    }

    private void complete(Actor by, String reference, Completion completion) {
        await(() -> !inbox.tasksAbout(reference, by).isEmpty());
        completing.complete(inbox.tasksAbout(reference, by).get(0).id(), completion, by);
    }

    /** As somebody who works and as the auditor, who reads everything. */
    private void forStaff(String path) throws Exception {
        for (String who : List.of("legal", "admin", "finance:finance", "auditor")) {
            visit(who, path);
        }
    }

    private void visit(String who, String path) throws Exception {
        MockHttpServletResponse answer = asked(who, path).getResponse();
        String page = answer.getContentAsString();
        if (answer.getStatus() != 200 || !page.contains("<main")) {
            wrong.add(who + " at " + path + " is answered " + answer.getStatus());
        }
        if (page.contains("??")) {
            wrong.add(who + " at " + path + " has no word for something");
        }
        found(EMPTY_PARAMETER, page).forEach(link -> wrong.add(who + " at " + path + " is led to " + link));
        if (who != null) {
            String text = page.replaceAll("(?s)<textarea.*?</textarea>", " ").replaceAll("<[^>]+>", "");
            found(UNTOLD, text).forEach(raw -> wrong.add(who + " at " + path + " reads " + raw));
        }
        if (!path.matches(LETTERS)) {
            english.on(germanAt(who, path))
                    .forEach(said -> wrong.add(who + " at " + path + " reads in English " + said));
        }
        seen.put(new Visit(who, path), page);
    }

    private String germanAt(String who, String path) throws Exception {
        return pages.perform(request(who, path).header("Accept-Language", "de"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String text(String who, String path) throws Exception {
        return asked(who.equals("visitor") ? null : who, path).getResponse().getContentAsString();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group()).toList();
    }

    private MvcResult asked(String who, String path) throws Exception {
        return seen(pages.perform(request(who, path)).andReturn());
    }

    private static MockHttpServletRequestBuilder request(String who, String path) {
        MockHttpServletRequestBuilder request =
                get(URI.create(path.replace("[", "%5B").replace("]", "%5D")));
        if (who != null) {
            String role = who.startsWith("finance")
                    ? "FINANCE"
                    : who.equals("admin") || who.equals("auditor") ? who : "legal";
            String name = who.replace("finance:", "");
            request = request.with(user(name).roles(role.toUpperCase(Locale.ROOT)));
        }
        return request;
    }

    private MvcResult seen(MvcResult result) {
        templateEngine.getCacheManager().getTemplateCache().keySet().forEach(key -> rendered.add(key.getTemplate()));
        Object pattern = result.getRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null && result.getRequest().getMethod().equals("GET")) {
            addresses.add(pattern.toString());
        }
        return result;
    }

    /** Addresses of pages that nobody opened: a new page is to be opened here too. */
    private Set<String> unopened() {
        Set<String> all = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(each -> isPage(each.getKey(), each.getValue()))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(all).hasSizeGreaterThan(40);
        all.removeAll(addresses);
        return all;
    }

    private static boolean isPage(RequestMappingInfo info, HandlerMethod method) {
        return info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && method.getMethod().getReturnType() == String.class
                && !method.getBeanType().getPackageName().endsWith(".api")
                && method.getMethodAnnotation(org.springframework.web.bind.annotation.ResponseBody.class) == null;
    }

    private Set<String> untouchedTemplates() throws Exception {
        Path folder = Path.of("src/main/resources/templates");
        Set<String> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(file -> file.toString().endsWith(".html"))
                    .map(file -> folder.relativize(file).toString().replace(".html", ""))
                    .filter(name -> !name.startsWith("mail/") && !name.startsWith("statement/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(all).hasSizeGreaterThan(50);
        all.removeAll(rendered);
        all.removeAll(ELSEWHERE);
        return all;
    }

    /** Every page once more, while nobody can change anything. */
    private void nothingIsWaitedFor(List<String> cases) throws Exception {
        List<Visit> over = new ArrayList<>(seen.keySet());
        try (Standstill standstill = Standstill.of(database, cases)) {
            for (Visit each : over) {
                int status = standstill.read(
                        () -> asked(each.who(), each.path()).getResponse().getStatus());
                assertThat(status).as("%s", each).isLessThan(500);
            }
        }
    }
}
