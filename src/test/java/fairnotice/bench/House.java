package fairnotice.bench;

import fairnotice.Fairnotice;
import fairnotice.MainOnly;
import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportingCustomers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

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

    @Override
    public void close() {
        context.close();
    }
}
