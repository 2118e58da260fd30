package fairnotice.web;

import static fairnotice.web.FormToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fairnotice.BuildFolder;
import fairnotice.Fairnotice;
import fairnotice.MainOnly;
import fairnotice.RealDatabase;
import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.ProposingChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import fairnotice.customer.ImportingCustomers;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The whole house behind its pages: real database, engine and mailbox; both registers, and whom a test brings along. */
@SpringBootTest(
        classes = Fairnotice.class,
        properties = {"fairnotice.demo=true", "fairnotice.demonstration.data=false", "logging.level.root=warn"})
@ContextConfiguration(initializers = MainOnly.class)
@AutoConfigureMockMvc
public abstract class PageHouse {

    protected static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN));
    protected static final Actor LEGAL = new Actor("legal", Set.of(Role.LEGAL));
    protected static final Actor COUNSEL = new Actor("counsel", Set.of(Role.LEGAL));

    private static final String DATABASE = RealDatabase.freshUrl();

    @Autowired
    protected MockMvc pages;

    @Autowired
    protected VendorChanges changes;

    @Autowired
    private ProposingChange proposing;

    @Autowired
    private ReadingInbox inbox;

    @Autowired
    private CompletingTask completing;

    @Autowired
    private ImportingCustomers importing;

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry properties) {
        Path data = BuildFolder.fresh("pages");
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("fairnotice.data", data::toString);
    }

    /**
     * All tests share the house. Of customers of earlier ones nothing waits to be confirmed, they are told of no change that comes, and what
     * was announced before is told to nobody who comes: else every test would write to the customers, and of the changes, of all before it.
     */
    @BeforeEach
    void keepToItself(@Autowired JdbcClient database) {
        database.sql("delete from customer_unconfirmed").update();
        database.sql("update customer set plan = 'left' where register = 'opsticket'")
                .update();
        database.sql("update telling set cursor = 9223372036854775807").update();
    }

    protected ResultActions open(String path) throws Exception {
        return pages.perform(get(path));
    }

    protected ResultActions open(String who, String path) throws Exception {
        return pages.perform(as(who, get(path)));
    }

    /** @param fields names and values, one after the other */
    protected ResultActions send(String who, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return pages.perform(as(who, request));
    }

    protected static MockHttpServletRequestBuilder as(String who, MockHttpServletRequestBuilder request) {
        String role = switch (who) {
            case "auditor" -> "AUDITOR";
            case "finance" -> "FINANCE";
            default -> who.endsWith("admin") ? "ADMIN" : "LEGAL";
        };
        return request.with(user(who).roles(role));
    }

    /** An enterprise customer with 60 days of notice and a privacy contact. */
    protected void customer(String id) {
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        id,
                        "Customer " + id,
                        "enterprise",
                        List.of(new ImportedContact("Ann of " + id, id + "@customers.example.com", List.of("PRIVACY"))),
                        List.of(),
                        new ImportedTerms("60 days", null, null, "Secret addendum " + id))),
                ADMIN);
    }

    protected static Subprocessor vendor(String name, String location) {
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity(name + " Ltd")
                .purpose("Transcribes")
                .location(location)
                .dataCategories("Voices")
                .category("ai")
                .build();
    }

    protected static Proposal addition(String name, String location) {
        return new Proposal(ChangeKind.ADD, null, true, true, false, null, "We need " + name, vendor(name, location));
    }

    /** @return the reference of a change that legal has proposed and that is in review */
    protected String proposed(String name) {
        return proposed(addition(name, "Bonn"));
    }

    protected String proposed(Proposal proposal) {
        String reference = proposing.propose("opsticket", proposal, LEGAL).reference();
        comesToReview(reference);
        return reference;
    }

    protected void comesToReview(String reference) {
        await(() -> !inbox.tasksAbout(reference, COUNSEL).isEmpty());
    }

    /** @return the reference of a change that counsel has approved and whose mailing has settled */
    protected String announced(String name) {
        return approved(addition(name, "Bonn"), ChangeState.IN_NOTICE);
    }

    /** @return the reference of a change that counsel has approved and that has come to that state by itself */
    protected String approved(Proposal proposal, ChangeState state) {
        String reference = proposed(proposal);
        completing.complete(task(reference).id(), Completion.of("approve", null), COUNSEL);
        await(() -> changes.getByReference(reference).state() == state);
        return reference;
    }

    protected Task task(String reference) {
        return inbox.tasksAbout(reference, COUNSEL).get(0);
    }

    protected static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("It did not come to that within a minute.");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
