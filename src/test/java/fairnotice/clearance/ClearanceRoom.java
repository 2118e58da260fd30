package fairnotice.clearance;

import fairnotice.RealDatabase;
import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Period;
import fairnotice.change.ChangeState;
import fairnotice.change.Classification;
import fairnotice.change.Proposal;
import fairnotice.change.Review;
import fairnotice.change.Round;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChangeBuilder;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.EndedLine;
import fairnotice.customer.EndedLines;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import fairnotice.customer.ImportedCustomers;
import fairnotice.notice.EffectOnCustomer;
import fairnotice.notice.EffectOnCustomers;
import fairnotice.notice.Notices;
import fairnotice.objection.Channel;
import fairnotice.objection.Grounds;
import fairnotice.objection.HeldExemptions;
import fairnotice.objection.NewObjection;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionBuilder;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.objection.Offer;
import fairnotice.objection.RefusalReason;
import fairnotice.objection.Submission;
import fairnotice.objection.ThreadMessage;
import fairnotice.objection.Threads;
import fairnotice.refusal.Language;
import fairnotice.register.ChangeKind;
import fairnotice.register.ListStyle;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicyBuilder;
import fairnotice.register.Origin;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Settlement;
import fairnotice.register.StartEvent;
import fairnotice.register.StoredRegisters;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import fairnotice.termination.Election;
import fairnotice.termination.TerminationBuilder;
import fairnotice.termination.TerminationState;
import fairnotice.termination.Terminations;
import fairnotice.termination.Worksheet;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The room on a real database of its own, with one register in a zone other than the server's, and what lies below it as a test tells it. */
final class ClearanceRoom {

    static final ZoneId ZONE = ZoneId.of("America/Toronto");
    static final String REGISTER = "demo";

    /** When the register was first published. */
    static final Instant FOUNDED = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicInteger statements = new AtomicInteger();
    private final JdbcClient jdbc;
    private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();
    private Instant now = FOUNDED;
    private int numbers;

    ClearanceRoom() {
        DataSource database = counting(RealDatabase.fresh());
        jdbc = RealDatabase.client(database);
        room.registerBean(DataSource.class, () -> database);
        room.registerBean(JdbcClient.class, () -> jdbc);
        room.registerBean(Clock.class, this::clock);
        room.registerBean(HeldExemptions.class);
        room.scan(
                "fairnotice.register.jdbc",
                "fairnotice.customer.jdbc",
                "fairnotice.change.jdbc",
                "fairnotice.notice.jdbc",
                "fairnotice.objection.jdbc",
                "fairnotice.termination.jdbc",
                "fairnotice.clearance");
        room.refresh();
        room.getBean(StoredRegisters.class).add(register(policy(1, true)), Origin.FILE, FOUNDED);
        versions().add(new RegisterVersion(REGISTER, 1, FOUNDED, List.of(vendor("Oldhand")), List.of(), null));
    }

    // ---- time and reading

    void at(String instant) {
        now = Instant.parse(instant);
    }

    Instant now() {
        return now;
    }

    Clearance of(String customer, String vendor) {
        return room.getBean(ReadingClearance.class).clearance(REGISTER, customer, vendor);
    }

    List<EntryClearance> list(String customer) {
        return room.getBean(ReadingClearance.class).clearances(REGISTER, customer);
    }

    Optional<HeldBack> heldBack(Customer customer, String change) {
        return room.getBean(ReadingClearance.class).heldBack(customer, changes().getByReference(change));
    }

    List<PastUse> usedBefore(Customer customer, String change) {
        return room.getBean(ReadingClearance.class)
                .usedBefore(customer, changes().getByReference(change));
    }

    /** What a change in effect means for those who have a notice of it, by customer. */
    Map<Long, EffectOnCustomer> effect(String change, Customer... page) {
        List<Long> ids = Stream.of(page).map(Customer::id).toList();
        return room.getBean(EffectOnCustomers.class)
                .of(
                        changes().getByReference(change),
                        List.copyOf(room.getBean(Customers.class).byIds(ids).values()),
                        room.getBean(Notices.class).told(change, 1, 0, 100, false));
    }

    Objections objections() {
        return room.getBean(Objections.class);
    }

    int statementsOf(Runnable asked) {
        statements.set(0);
        asked.run();
        return statements.get();
    }

    // ---- the register and its customers

    void policy(boolean exception, int version) {
        room.getBean(StoredRegisters.class).change(register(policy(version, exception)), now);
    }

    Customer customer(String id) {
        return customer(id, "enterprise", null, Set.of());
    }

    Customer customer(String id, String plan, Boolean expedited, Set<String> shown, ImportedOrder... orders) {
        room.getBean(ImportedCustomers.class)
                .put(
                        REGISTER,
                        List.of(new ImportedCustomer(
                                id,
                                "Customer " + id,
                                plan,
                                List.of(new ImportedContact("Ann", id + "@example.com", List.of("OWNER"))),
                                List.of(orders),
                                new ImportedTerms(null, null, expedited, null),
                                List.copyOf(shown))),
                        now,
                        Language.EN);
        return room.getBean(Customers.class).find(REGISTER, id).orElseThrow();
    }

    static ImportedOrder order(String id, String begins, String ends) {
        return new ImportedOrder(id, "Suite", LocalDate.parse(begins), LocalDate.parse(ends), BigDecimal.TEN, "EUR");
    }

    // ---- changes

    /** A change that is announced and not in effect. @return its reference */
    String pending(ChangeKind kind, String vendor, Track track) {
        String reference = "DEMO-2026-%04d".formatted(++numbers);
        Subprocessor entry = kind == ChangeKind.MODIFY ? moved(vendor) : vendor(vendor);
        Round round = new Round(
                1,
                new Proposal(kind, null, true, true, track == Track.EXPEDITED, null, "Better", entry),
                "legal",
                now,
                new Classification(track, "the table", List.of()),
                new Review("counsel", now, track, null, null, "gc", null));
        VendorChange change =
                new VendorChange(reference, REGISTER, ChangeState.IN_NOTICE, round, now, null, null, now, 0);
        changes().add(change);
        changes().save(change);
        return reference;
    }

    /** It goes live now; one that went first is still under way. */
    void publish(String reference) {
        VendorChange change = changes().getByReference(reference);
        boolean first = change.round().track() == Track.EXPEDITED;
        keep(change, first ? ChangeState.IN_NOTICE : ChangeState.PUBLISHED, now);
        List<Subprocessor> entries =
                new ArrayList<>(versions().current(REGISTER).entries());
        entries.removeIf(entry -> RegisterVersion.sameName(
                entry.name(), change.proposal().subprocessor().name()));
        if (change.proposal().kind() != ChangeKind.REMOVE) {
            entries.add(change.proposal().subprocessor());
        }
        versions()
                .add(new RegisterVersion(
                        REGISTER, versions().current(REGISTER).number() + 1, now, entries, List.of(), reference));
    }

    void state(String reference, ChangeState state) {
        VendorChange change = changes().getByReference(reference);
        keep(change, state, change.publishedAt());
    }

    /** A change of an entry that is in effect now. */
    String live(ChangeKind kind, String vendor, Track track) {
        String reference = pending(kind, vendor, track);
        publish(reference);
        return reference;
    }

    private void keep(VendorChange change, ChangeState state, Instant published) {
        changes()
                .save(VendorChangeBuilder.builder(change)
                        .state(state)
                        .publishedAt(published)
                        .postponedTo(null)
                        .build());
    }

    // ---- notices

    /** One that has not started. */
    void notice(String reference, Customer customer) {
        jdbc.sql("""
                        insert into notice (reference, round, register, policy_version, customer, told, may_object, notice_period,
                                            notice_clause, objection_period, objection_clause, created_at)
                        values (:reference, 1, 'demo', 1, :customer, true, true, '30 days', 'c', '15 days', 'c', :at)""")
                .param("reference", reference)
                .param("customer", customer.id())
                .param("at", Timestamp.from(now))
                .update();
    }

    /** It starts now, and ends with these last days. */
    void started(String reference, Customer customer, String noticeLast, String windowLast) {
        jdbc.sql("""
                        update notice set started_at = :at, started_by = 'SENT', unreached_since = null,
                               notice_last_day = :notice::date, notice_ends_at = (:notice::date + 1)::timestamp at time zone 'America/Toronto',
                               notice_explanation = 'n', objection_last_day = :closes::date,
                               objections_close_at = (:closes::date + 1)::timestamp at time zone 'America/Toronto',
                               objection_explanation = 'o'
                         where reference = :reference and customer = :customer""")
                .param("at", Timestamp.from(now))
                .param("notice", noticeLast)
                .param("closes", windowLast)
                .param("reference", reference)
                .param("customer", customer.id())
                .update();
    }

    void unreached(String reference, Customer customer) {
        mark("unreached_since", reference, customer);
        mark("missed_at", reference, customer);
    }

    /** A message to it is on its way once more. */
    void writtenAgain(String reference, Customer customer) {
        jdbc.sql("update notice set unreached_since = null where reference = :reference and customer = :customer")
                .param("reference", reference)
                .param("customer", customer.id())
                .update();
    }

    void leftOut(String reference, Customer customer) {
        mark("left_out_at", reference, customer);
    }

    private void mark(String column, String reference, Customer customer) {
        jdbc.sql("update notice set " + column + " = :at where reference = :reference and customer = :customer")
                .param("at", Timestamp.from(now))
                .param("reference", reference)
                .param("customer", customer.id())
                .update();
    }

    // ---- objections

    /** How an objection is told; what is not told is as it is most often. */
    @RecordBuilder
    record Told(
            ObjectionState state,
            Instant settledAt,
            Offer offer,
            Instant leavesAt,
            Instant leftOutAt,
            boolean late,
            Set<String> orders,
            String email,
            RefusalReason refusedFor,
            boolean again,
            boolean nobodysOwn,
            Instant mayObjectUntil) {

        static Told open(ObjectionState state) {
            return new Told(
                    state, null, null, null, null, false, Set.of(), "someone@example.org", null, false, false, null);
        }

        static Told settled(ObjectionState state, Instant at) {
            return open(state).settledAt(at);
        }

        private ClearanceRoomToldBuilder edit() {
            return ClearanceRoomToldBuilder.builder(this);
        }

        Told settledAt(Instant at) {
            return edit().settledAt(at).build();
        }

        Told offering(Settlement.Cure cure, String until) {
            Offer made =
                    new Offer(1, cure, "Take this", until == null ? null : LocalDate.parse(until), FOUNDED, "counsel");
            return edit().offer(made).build();
        }

        Told leaving(Instant at) {
            return edit().leavesAt(at).build();
        }

        Told leftOut(Instant at) {
            return edit().leftOutAt(at).build();
        }

        Told tooLate() {
            return edit().late(true).build();
        }

        Told of(String... affected) {
            return edit().orders(Set.of(affected)).build();
        }

        Told refusedFor(RefusalReason reason) {
            return edit().refusedFor(reason).build();
        }

        Told filedAgain() {
            return edit().again(true).build();
        }

        Told unadopted() {
            return edit().nobodysOwn(true).build();
        }

        Told mayObjectUntil(Instant end) {
            return edit().mayObjectUntil(end).build();
        }

        Told from(String sender) {
            return edit().email(sender).build();
        }
    }

    /** @param customer null for one to be assigned */
    Objection objection(String change, Customer customer, Told told) {
        Submission filing = new Submission(
                Channel.EMAIL,
                null,
                "Somebody",
                null,
                told.email(),
                Grounds.LOCATION,
                told.orders(),
                null,
                "legal",
                now);
        Objection kept = objections()
                .add(new NewObjection(
                        change,
                        REGISTER,
                        1,
                        1,
                        customer == null ? null : customer.id(),
                        told.state(),
                        filing,
                        now,
                        told.late(),
                        told.again(),
                        null,
                        now,
                        now,
                        told.settledAt()));
        return keep(kept, told);
    }

    /** The same objection in another state. */
    Objection keep(Objection kept, Told told) {
        Objection whole = ObjectionBuilder.builder(kept)
                .state(told.state())
                .late(told.late())
                .dueAt(null)
                .refusedFor(told.refusedFor())
                .again(told.again())
                .contested(told.state() == ObjectionState.CONTESTED)
                .adopted(!told.nobodysOwn())
                .offer(told.offer())
                .offers(told.offer() == null ? 0 : 1)
                .mayObjectUntil(told.mayObjectUntil())
                .leavesAt(told.leavesAt())
                .leftOutAt(told.leftOutAt())
                .settledAt(told.settledAt())
                .build();
        objections().save(whole);
        return objections().getByReference(kept.reference());
    }

    /** Legal said so in its thread. */
    void admits(Objection objection) {
        room.getBean(Threads.class)
                .say(objection.id(), now, "legal", ThreadMessage.Kind.ADMITTED, false, "", List.of());
    }

    void admitted(Objection objection) {
        jdbc.sql("update objection set state = 'AWAITING_OFFER' where id = :id")
                .param("id", objection.id())
                .update();
    }

    /** The customer, having terminated orders as a whole. */
    Customer terminated(Customer customer, LocalDate lastDay, String... orders) {
        room.getBean(EndedLines.class)
                .add(
                        customer.id(),
                        Stream.of(orders)
                                .map(order -> new EndedLine(order, "", lastDay, "TRM-2026-0001"))
                                .toList());
        return room.getBean(Customers.class).find(customer.id()).orElseThrow();
    }

    /** What its customer chose to terminate because of an objection. */
    void elected(Objection objection, Election... ended) {
        Worksheet sheet = new Worksheet(
                REGISTER,
                1,
                "c",
                ZONE.getId(),
                objection.customer(),
                0,
                now,
                LocalDate.ofInstant(now, ZONE),
                false,
                false,
                List.of(ended),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "None.",
                List.of());
        Terminations all = room.getBean(Terminations.class);
        all.add(TerminationBuilder.builder()
                .reference(all.nextReference(2026))
                .objection(objection.reference())
                .change(objection.change())
                .register(REGISTER)
                .customer(objection.customer())
                .policyVersion(1)
                .electedBy(1)
                .electedAt(now)
                .worksheet(sheet)
                .state(TerminationState.NOTHING_DUE)
                .payouts(List.of())
                .build());
    }

    // ---- what it rests on

    private VendorChanges changes() {
        return room.getBean(VendorChanges.class);
    }

    private RegisterVersions versions() {
        return room.getBean(RegisterVersions.class);
    }

    static Subprocessor vendor(String name) {
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity(name + " Inc")
                .purpose("Hosts")
                .location("Canada")
                .dataCategories("Names")
                .excludable(true)
                .exclusion("By hand")
                .build();
    }

    private static Subprocessor moved(String name) {
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity(name + " Inc")
                .purpose("Hosts")
                .location("Peru")
                .dataCategories("Names")
                .excludable(true)
                .exclusion("By hand")
                .build();
    }

    private static Register register(NoticePolicy policy) {
        return new Register(
                REGISTER,
                "Demo",
                "DEMO",
                "List",
                List.of(),
                ListStyle.CARDS,
                List.of(),
                "a@example.com",
                "b@example.com",
                null,
                "#000000",
                policy);
    }

    static NoticePolicy policy(int version, boolean exception) {
        Period days = Period.parse("30 days");
        return NoticePolicyBuilder.builder()
                .version(version)
                .zone(ZONE)
                .clause("DPA")
                .notice(new CountingRule(days, ZONE, false, "DPA"))
                .noticeFrom(StartEvent.SENT)
                .objection(new CountingRule(Period.parse("15 days"), ZONE, false, "DPA"))
                .remedy(NoticePolicy.Remedy.NONE)
                .settlement(
                        new Settlement(days, days, days, Set.of(Settlement.Cure.values()), List.of(), days, days, null))
                .audience(new NoticePolicy.Audience(
                        Set.of("enterprise"), Set.of("enterprise"), List.of("OWNER"), List.of(), false))
                .expedited(exception ? new NoticePolicy.Expedited("DPA 6") : null)
                .reminders(List.of())
                .reachWithin(days)
                .reviewWithin(days)
                .escalateAfter(days)
                .listRemovedUntilNoticeEnds(true)
                .build();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private DataSource counting(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                statements.incrementAndGet();
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
    }
}
