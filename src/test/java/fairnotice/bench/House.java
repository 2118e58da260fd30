package fairnotice.bench;

import fairnotice.BuildFolder;
import fairnotice.Fairnotice;
import fairnotice.MainOnly;
import fairnotice.TestedRelay;
import fairnotice.access.Actor;
import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.Role;
import fairnotice.access.SignedLinks;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.ProposingChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportingCustomers;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.ReadingInbox;
import fairnotice.mailserver.Proofs;
import fairnotice.mailserver.ServersInForce;
import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
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
    House(int relay) {
        this(relay, "");
    }

    /** @param registers folder with more register files; empty for none */
    House(int relay, String registers) {
        this(relay, List.of("--fairnotice.data=" + BuildFolder.fresh("bench"), "--fairnotice.registers=" + registers));
    }

    /** @param settings more than those that every house has */
    House(int relay, List<String> settings) {
        List<String> all = new ArrayList<>(List.of(
                "--fairnotice.demo=off",
                "--fairnotice.built-in-registers=on",
                "--server.port=0",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + relay,
                "--logging.level.root=error",
                "--spring.main.banner-mode=off"));
        all.addAll(settings);
        context = new SpringApplicationBuilder(Fairnotice.class)
                .initializers(new MainOnly())
                .run(all.toArray(String[]::new));
        TestedRelay.of(bean(ServersInForce.class), bean(Proofs.class));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    /** Enterprise customers of OpsTicket with one privacy contact each, a page at a time. */
    void customers(int from, int to) {
        customers("opsticket", from, to);
    }

    void customers(String register, int from, int to) {
        for (int first = from; first < to; first += PAGE) {
            List<ImportedCustomer> page = new ArrayList<>();
            for (int n = first; n < Math.min(first + PAGE, to); n++) {
                ImportedContact contact =
                        new ImportedContact("Contact " + n, "privacy@c" + n + ".example.com", List.of("privacy"));
                page.add(new ImportedCustomer(
                        "c" + n, "Customer " + n, "enterprise", List.of(contact), List.of(), null));
            }
            bean(ImportingCustomers.class).importInto(register, page, Actor.SYSTEM);
        }
    }

    /** A change of OpsTicket's register, waiting for its review. @return its reference */
    String proposed(String name) {
        return proposed("opsticket", name);
    }

    String proposed(String register, String name) {
        Subprocessor vendor = SubprocessorBuilder.builder()
                .name(name)
                .legalEntity("Bench B.V.")
                .purpose("Backups")
                .location("Netherlands")
                .dataCategories("Names")
                .category("data")
                .build();
        Proposal proposal = new Proposal(ChangeKind.ADD, null, true, true, false, null, "To be measured", vendor);
        return bean(ProposingChange.class).propose(register, proposal, LEGAL).reference();
    }

    /** Approves a proposed change and waits until its notices run. */
    void announce(String reference) throws InterruptedException {
        String task =
                bean(ReadingInbox.class).tasksAbout(reference, COUNSEL).get(0).id();
        bean(CompletingTask.class).complete(task, Completion.of("approve", "In order"), COUNSEL);
        awaitNotice(reference);
    }

    /** Of each notice of a change, in the order of the notices: the link in its message. */
    List<String> links(String change) {
        SignedLinks links = bean(SignedLinks.class);
        return bean(JdbcClient.class)
                .sql("""
                        select n.id as notice, c.id as contact, c.epoch
                          from notice n join contact c on c.customer = n.customer where n.reference = :change order by n.id""")
                .param("change", change)
                .query((row, number) -> new Link(
                        LinkPurpose.NOTICE, row.getLong("notice"), row.getLong("contact"), row.getInt("epoch")))
                .list()
                .stream()
                .map(links::sign)
                .toList();
    }

    /** Until nothing waits: nothing filed for its process, no clock, no letter, no job that is due. */
    void awaitQuiet() throws InterruptedException {
        boolean quiet = false;
        while (!quiet) {
            Thread.sleep(200);
            quiet = bean(JdbcClient.class).sql("""
                            select not exists (select from objection where begun_at is null)
                               and not exists (select from moved_clock)
                               and not exists (select from mail_batch where done_at is null or reported_at is null)
                               and not exists (select from act_ru_job where duedate_ is null or duedate_ < now())""").query(Boolean.class).single();
        }
    }

    void awaitNotice(String reference) throws InterruptedException {
        VendorChanges changes = bean(VendorChanges.class);
        while (changes.getByReference(reference).state() != ChangeState.IN_NOTICE) {
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
