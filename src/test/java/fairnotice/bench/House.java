package fairnotice.bench;

import fairnotice.Fairnotice;
import fairnotice.MainOnly;
import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.ProposingChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportingCustomers;
import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole house in this process, on a data folder of its own, with a relay that accepts everything. */
final class House implements AutoCloseable {

    static final Actor LEGAL = new Actor("legal", Set.of(Role.LEGAL));
    static final Actor COUNSEL = new Actor("counsel", Set.of(Role.LEGAL));
    private static final int PAGE = 1_000;

    private final ConfigurableApplicationContext context;

    /** @param relay port of the SMTP server on loopback */
    House(int relay) throws java.io.IOException {
        context = new SpringApplicationBuilder(Fairnotice.class)
                .initializers(new MainOnly())
                .run(
                        "--fairnotice.data=" + Files.createTempDirectory("fairnotice-bench"),
                        "--fairnotice.demo=off",
                        "--server.port=0",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + relay,
                        "--logging.level.root=error",
                        "--spring.main.banner-mode=off");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    /** Enterprise customers of OpsTicket with one privacy contact each, a page at a time. */
    void customers(int from, int to) {
        for (int first = from; first < to; first += PAGE) {
            List<ImportedCustomer> page = new ArrayList<>();
            for (int n = first; n < Math.min(first + PAGE, to); n++) {
                ImportedContact contact =
                        new ImportedContact("Contact " + n, "privacy@c" + n + ".example.com", List.of("privacy"));
                page.add(new ImportedCustomer(
                        "c" + n, "Customer " + n, "enterprise", List.of(contact), List.of(), null));
            }
            bean(ImportingCustomers.class).importInto("opsticket", page, Actor.SYSTEM);
        }
    }

    /** A change of OpsTicket's register, waiting for its review. @return its reference */
    String proposed(String name) {
        Subprocessor vendor = new Subprocessor(
                name,
                "Bench B.V.",
                null,
                null,
                "Backups",
                "Netherlands",
                null,
                "Names",
                null,
                null,
                null,
                "data",
                false,
                null);
        Proposal proposal = new Proposal(ChangeKind.ADD, null, true, true, false, null, "To be measured", vendor);
        return bean(ProposingChange.class).propose("opsticket", proposal, LEGAL).reference();
    }

    void awaitNotice(String reference) throws InterruptedException {
        VendorChanges changes = bean(VendorChanges.class);
        while (changes.named(reference).state() != ChangeState.IN_NOTICE) {
            Thread.sleep(20);
        }
    }

    /** One-row updates a second, each committed, by one client: what the benches are measured by. */
    double commits(int n) {
        JdbcClient jdbc = bean(JdbcClient.class);
        long first = jdbc.sql("select min(id) from customer").query(Long.class).single();
        long start = System.nanoTime();
        for (int i = 0; i < n; i++) {
            jdbc.sql("update customer set name = name where id = :id")
                    .param("id", first + i)
                    .update();
        }
        return n / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() {
        context.close();
    }
}
