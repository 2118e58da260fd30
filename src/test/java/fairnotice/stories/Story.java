package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fairnotice.BuildFolder;
import fairnotice.MainOnly;
import fairnotice.access.Actor;
import fairnotice.access.IssuedTokens;
import fairnotice.access.IssuingToken;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.Role;
import fairnotice.access.SignedLinks;
import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import fairnotice.objection.Grounds;
import fairnotice.objection.ObjectionStatement;
import fairnotice.objection.SubmittedObjection;
import fairnotice.objection.SubmittingObjection;
import fairnotice.web.site.PublicPagesNow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A story about the whole system as its users meet it: everything real, told over HTTP, read from the mailbox, moved through time by the
 * demo clock. All stories share one running house, which is years ahead at their end: each class keeps to a register of its own.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "fairnotice.demo=true",
            "fairnotice.demonstration.data=false",
            "fairnotice.process.collect-tasks=1h",
            "logging.level.root=warn"
        })
@ContextConfiguration(initializers = MainOnly.class)
@Tag("story")
abstract class Story {

    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{8})\\s*$");
    private static final Pattern LINK = Pattern.compile("/n/([A-Za-z0-9_.~-]+)");

    private static final Path DATA = BuildFolder.fresh("story");
    private static final Map<String, Api> PEOPLE = new ConcurrentHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory house;

    @Autowired
    private ConfirmingCustomerChange confirming;

    @Autowired
    private IssuingToken issuing;

    @Autowired
    private SubmittingObjection filing;

    @Autowired
    private Notices notices;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SignedLinks links;

    /** A port known before the start, since the links in mails carry it. */
    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            registry.add("server.port", () -> port);
        }
    }

    @DynamicPropertySource
    static void ownFolders(DynamicPropertyRegistry registry) {
        registry.add("fairnotice.data", DATA::toString);
        registry.add("fairnotice.registers", () -> StoryRegister.files().toString());
    }

    /** The stories before are told, and reading their mail again and again would take the longer the more they were. */
    @BeforeEach
    void throwAwayWhatOthersReceived() {
        Path mailbox = DATA.resolve("mailbox");
        try (Stream<Path> received = Files.list(mailbox)) {
            received.filter(file -> file.toString().endsWith(".eml"))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Api as(String staff) {
        return PEOPLE.computeIfAbsent(staff, who -> Api.withToken(port, issued(who)));
    }

    /** A new token of a member of staff. */
    String issued(String staff) {
        return IssuedTokens.issue(issuing, staff).text();
    }

    /** Somebody who comes for the first time, without a cookie. */
    Api visitor() {
        return Api.visitor(port);
    }

    /** The address of the house. */
    String base() {
        return "http://localhost:" + port;
    }

    private Api anyone() {
        return PEOPLE.computeIfAbsent("", nobody -> visitor());
    }

    // ---- the publisher's side

    /** Customers as {@code PUT /api/v1/registers/{register}/customers} takes them. */
    void customers(String register, Object... customers) {
        as("admin").put("/api/v1/registers/" + register + "/customers", List.of(customers));
        settle();
    }

    /** Another administrator confirms what waits of a customer. */
    void confirm(String register, String customer) {
        Customer found = customers.find(register, customer).orElseThrow();
        confirming.confirm(found.id(), found.revision(), new Actor("ada", Set.of(Role.ADMIN)));
        settle();
    }

    static Map<String, Object> customer(String id, String plan, Object... contacts) {
        return Map.of(
                "id", id, "name", "Customer " + id, "plan", plan, "contacts", List.of(contacts), "orders", List.of());
    }

    static Map<String, Object> contact(String email, String role) {
        return Map.of("name", "Contact " + email.split("@")[0], "email", email, "roles", List.of(role));
    }

    /** An ADD by {@code legal} with everything a notice must carry. @return its reference */
    String add(String register, String vendor, Map<String, Object> more) {
        return propose(register, "ADD", vendor, more);
    }

    String propose(String register, String kind, String vendor, Map<String, Object> more) {
        JsonNode change = as("legal")
                .post(
                        "/api/v1/registers/" + register + "/changes",
                        proposal(kind, vendor, listed(register, kind, more)));
        return change.get("reference").asText();
    }

    /** A register that groups its list by category asks an ADD for one. */
    private static Map<String, Object> listed(String register, String kind, Map<String, Object> more) {
        Map<String, Object> whole = new java.util.HashMap<>(more);
        if (StoryRegister.publisher(register).equals("opsticket") && kind.equals("ADD")) {
            whole.putIfAbsent("subprocessor.category", "data");
        }
        return whole;
    }

    static Map<String, Object> proposal(String kind, String vendor, Map<String, Object> more) {
        Map<String, Object> subprocessor = new java.util.HashMap<>(Map.of(
                "name", vendor,
                "legalEntity", vendor + " B.V.",
                "purpose", "Keeps backups",
                "location", "Netherlands",
                "dataCategories", "Names and email addresses",
                "excludable", true,
                "exclusion", "Backups of this customer stay with the present vendor"));
        Map<String, Object> proposal = new java.util.HashMap<>(Map.of("kind", kind, "reason", "Better backups"));
        more.forEach((name, value) -> (name.startsWith("subprocessor.") ? subprocessor : proposal)
                .put(name.replace("subprocessor.", ""), value));
        proposal.put("subprocessor", subprocessor);
        return proposal;
    }

    JsonNode change(String reference) {
        return as("legal").get("/api/v1/changes/" + reference);
    }

    String state(String reference) {
        return change(reference).get("state").asText();
    }

    /** The one task about a change that this person may complete. */
    JsonNode task(String staff, String reference) {
        List<JsonNode> found = tasks(staff, reference);
        assertThat(found).as("tasks of %s about %s", staff, reference).hasSize(1);
        return found.get(0);
    }

    List<JsonNode> tasks(String staff, String reference) {
        List<JsonNode> found = new ArrayList<>();
        as(staff).get("/api/v1/tasks").forEach(task -> {
            if (task.at("/subject/reference").asText().equals(reference)) {
                found.add(task);
            }
        });
        return found;
    }

    void complete(String staff, String reference, Map<String, Object> completion) {
        complete(staff, task(staff, reference), completion);
    }

    void complete(String staff, JsonNode task, Map<String, Object> completion) {
        as(staff).post("/api/v1/tasks/" + task.get("id").asText() + "/complete", completion);
        settle();
    }

    void approve(String staff, String reference) {
        complete(staff, reference, Map.of("outcome", "approve", "comment", "In order"));
    }

    /** An ADD that counsel has approved. @return its reference */
    String announced(String register, String vendor) {
        String change = add(register, vendor, Map.of());
        approve("counsel", change);
        return change;
    }

    /** Its vendor moves to Norway, and counsel approves that. */
    void amend(String change) {
        as("legal")
                .post(
                        "/api/v1/changes/" + change + "/amendment",
                        Map.of("reason", "It moved", "subprocessor", Map.of("location", "Norway", "transfer", "EEA")));
        settle();
        approve("counsel", change);
        settle();
    }

    void withdraw(String change) {
        as("legal").post("/api/v1/changes/" + change + "/withdrawal", Map.of("reason", "No longer needed"));
        settle();
    }

    JsonNode objection(String reference) {
        return as("auditor").get("/api/v1/objections/" + reference);
    }

    /** How many objections to a change are open. */
    long open(String change) {
        return change(change).at("/objections/open").asLong();
    }

    // ---- time

    /** Until engine and mail are quiet and the public pages have followed, without moving the day. */
    Instant settle() {
        return advance("PT1S");
    }

    Instant advance(String period) {
        Instant now = Instant.parse(as("legal")
                .post("/api/v1/demo/clock", Map.of("advance", period))
                .get("now")
                .asText());
        PublicPagesNow.follow(house);
        return now;
    }

    /** To the first moment of a day, in UTC, which both registers here count in. */
    void until(LocalDate day) {
        Instant now = settle();
        advance(java.time.Duration.between(
                        now, day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60))
                .toString());
    }

    LocalDate today() {
        return LocalDate.ofInstant(settle(), ZoneOffset.UTC);
    }

    // ---- what people got and see

    /** Who got a message about the change whose subject begins so after the publisher's name. */
    Set<String> recipients(String reference, String subject) {
        Set<String> recipients = new TreeSet<>();
        mails(reference, subject)
                .forEach(mail -> recipients.add(mail.get("to").asText().replaceAll(".*<|>.*", "")));
        return recipients;
    }

    List<JsonNode> mails(String reference, String subject) {
        List<JsonNode> found = new ArrayList<>();
        anyone().get("/api/v1/demo/mailbox").forEach(mail -> {
            String line = mail.get("subject").asText();
            if (line.contains(reference) && line.contains(subject)) {
                found.add(mail);
            }
        });
        return found;
    }

    /** Who got a letter about the objection that says so; all letters of a case have one subject. */
    Set<String> recipientsOf(String objection, String words) {
        Set<String> recipients = new TreeSet<>();
        letters(objection, words)
                .forEach(mail -> recipients.add(mail.get("to").asText().replaceAll(".*<|>.*", "")));
        return recipients;
    }

    /** Letters about the objection that say so, the newest first. */
    List<JsonNode> letters(String objection, String words) {
        return mails(objection, "").stream()
                .filter(mail -> mail.get("text").asText().contains(words))
                .toList();
    }

    /** The newest letter about the objection that says so. */
    String letter(String objection, String words) {
        return letters(objection, words).get(0).get("text").asText();
    }

    /** The path of the notice page in the newest message about the change to that address. */
    String noticeLink(String reference, String to) {
        for (JsonNode mail : anyone().get("/api/v1/demo/mailbox?to=" + to)) {
            Matcher link = LINK.matcher(mail.get("text").asText());
            if (mail.get("subject").asText().contains(reference) && link.find()) {
                return "/n/" + link.group(1);
            }
        }
        throw new AssertionError("No message about " + reference + " with a link came to " + to);
    }

    /** The token of a customer's own page, whether or not a message has brought it. @param customer its name, with one contact */
    String link(String change, String customer) {
        return database.sql("""
                        select n.id as notice, k.id as contact, k.epoch from notice n
                          join customer c on c.id = n.customer join contact k on k.customer = c.id
                         where n.reference = :change and c.name = :name""")
                .param("change", change)
                .param("name", customer)
                .query((row, number) -> links.sign(new Link(
                        LinkPurpose.NOTICE, row.getLong("notice"), row.getLong("contact"), row.getInt("epoch"))))
                .single();
    }

    /** An objection through the link in this contact's notice. @return its reference, once its process stands still */
    String file(String change, String email) {
        String reference = fileOnly(change, email, "Not there").objection().reference();
        settle();
        return reference;
    }

    SubmittedObjection fileOnly(String change, String email, String text) {
        Map<String, Object> row = database.sql("""
                        select n.id as notice, c.id as contact from notice n join contact c on c.customer = n.customer
                         where n.reference = :change and c.email = :email order by n.round desc limit 1""")
                .param("change", change)
                .param("email", email)
                .query()
                .singleRow();
        Notice notice = notices.find((Long) row.get("notice")).orElseThrow();
        return filing.file(
                notice,
                customers.find(notice.customer()).orElseThrow(),
                (Long) row.get("contact"),
                new ObjectionStatement(Grounds.LOCATION, text, Set.of(), List.of()),
                null);
    }

    /** The code for one step that was mailed last about an objection. */
    String code(String objection) {
        settle();
        Matcher code = mails(objection, "").stream()
                .map(mail -> CODE.matcher(mail.get("text").asText()))
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow();
        return code.group(1);
    }

    long contactId(String register, String email) {
        return (long) contactRow(register, email).get("id");
    }

    /** A contact as the author of what it does. */
    String by(String register, String email) {
        Map<String, Object> contact = contactRow(register, email);
        return Actor.contact((long) contact.get("customer"), (long) contact.get("id"))
                .id();
    }

    private Map<String, Object> contactRow(String register, String email) {
        return database.sql("""
                        select n.id, n.customer from contact n join customer c on c.id = n.customer
                         where c.register = :register and n.email = :email""")
                .param("register", register)
                .param("email", email)
                .query()
                .singleRow();
    }

    boolean isListed(String register, String vendor) {
        for (JsonNode entry : anyone().get("/api/v1/registers/" + register).get("entries")) {
            if (entry.get("name").asText().equals(vendor)) {
                return true;
            }
        }
        return false;
    }

    void theLedgerIsWhole() {
        assertThat(as("admin").get("/api/v1/ledger/verification").toString()).contains("\"intact\":true");
    }
}
