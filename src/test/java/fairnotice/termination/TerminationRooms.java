package fairnotice.termination;

import fairnotice.RealTables;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.change.Round;
import fairnotice.change.VendorChanges;
import fairnotice.customer.ContactsConfirmed;
import fairnotice.customer.EarlierContacts;
import fairnotice.customer.OpenObjections;
import fairnotice.customer.PromisedTerms;
import fairnotice.customer.RunningNotices;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.mail.MailHouse;
import fairnotice.mail.smtp.SenderSettings;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import fairnotice.objection.Cases;
import fairnotice.objection.DisputingSettlement;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContexts;
import fairnotice.objection.ObjectionDays;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.objection.ReadingDispute;
import fairnotice.register.RegisterActivity;
import fairnotice.register.RegisterDatabase;
import fairnotice.timekeeping.AgreeingClocks;
import fairnotice.timekeeping.NodeClock;
import fairnotice.web.MessagesInWords;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Terminations with their customers, registers and letters on a real database; no engine, and no objections: who chooses is told to them. Bears no stereotype, so that no other scan finds it. */
@ImportAutoConfiguration(PropertyPlaceholderAutoConfiguration.class)
@ComponentScan(
        basePackages = {
            "fairnotice.customer",
            "fairnotice.mail.jdbc",
            "fairnotice.mail.thymeleaf",
            "fairnotice.register",
            "fairnotice.termination"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "fairnotice\\.(register\\.RegisterDatabase|customer\\.CustomerTests|termination\\.ElectingTermination).*"))
class TerminationRooms extends RealTables {

    /** The day of the election, at noon in the register's zone, which is UTC. */
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** The ledger is another room's; here it is a list. */
    static final class KindsOfEntries implements Ledger {

        final List<String> kinds = new ArrayList<>();

        /** As they were handed over, like {@code kinds}. */
        final List<Entry> entries = new ArrayList<>();

        /** What is known of the customer. */
        final List<Recorded> known = new ArrayList<>();

        @Override
        public void record(Entry entry) {
            kinds.add(entry.kind());
            entries.add(entry);
        }

        @Override
        public List<Recorded> about(String subject) {
            return known;
        }
    }

    /** Who is of finance; the staff's tables are another room's. */
    static final class Finance {

        List<String> active = List.of();

        private List<Staff> staff() {
            return active.stream()
                    .map(name -> new Staff(name, "Ms " + name, name + "@example.com", Set.of(Role.FINANCE)))
                    .toList();
        }
    }

    /** Whose objections are open; they are another room's too. */
    static final class InCase implements OpenObjections {

        final Set<Long> open = new HashSet<>();

        @Override
        public Set<Long> among(Collection<Long> customers) {
            Set<Long> among = new HashSet<>(customers);
            among.retainAll(open);
            return among;
        }
    }

    @Bean
    InCase openCases() {
        return new InCase();
    }

    /** No notice runs here. */
    @Bean
    RunningNotices runningNotices() {
        return (customers, now) -> Set.of();
    }

    @Bean
    EarlierContacts earlierContacts() {
        return (register, told, at) -> {};
    }

    /** No notice was written here. */
    @Bean
    ContactsConfirmed contactsConfirmed() {
        return customers -> {};
    }

    /** Nobody negotiated anything here. */
    @Bean
    PromisedTerms promisedTerms() {
        return (register, now) -> terms -> terms;
    }

    @Bean
    Finance finance() {
        return new Finance();
    }

    @Bean
    StaffDirectory staffDirectory(Finance finance) {
        return (StaffDirectory) Proxy.newProxyInstance(
                StaffDirectory.class.getClassLoader(),
                new Class<?>[] {StaffDirectory.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "all" -> finance.staff();
                    case "colleagues" -> new Colleagues(finance.staff());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Bean
    NodeClock nodeClock() {
        return AgreeingClocks.nodeClock();
    }

    @Bean
    KindsOfEntries ledger() {
        return new KindsOfEntries();
    }

    /** Objections are another room's; here every one is the same, and is only asked for when a letter joins the thread of its case. */
    @Bean
    Objections objections() {
        Objection one = Cases.waiting(ObjectionState.TERMINATION_OFFERED, NOON);
        return (Objections) Proxy.newProxyInstance(
                Objections.class.getClassLoader(),
                new Class<?>[] {Objections.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getByReference" -> one;
                    case "find" -> Optional.of(one);
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == given[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Bean
    ReadingDispute disputes() {
        return Cases.noDispute();
    }

    /** Changes are another room's as well: the one objected to was proposed on the day of the election. */
    @Bean
    VendorChanges vendorChanges() {
        return (VendorChanges) Proxy.newProxyInstance(
                VendorChanges.class.getClassLoader(),
                new Class<?>[] {VendorChanges.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "rounds" -> List.of(new Round(1, null, "paula", NOON, null, null));
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == given[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Bean
    ObjectionContexts objectionContexts() {
        return Cases.contexts(Leaving.policy(Leaving.terms(true, false)));
    }

    @Bean
    ObjectionDays caseDays() {
        return Cases.noDays();
    }

    @Bean
    DisputingSettlement disputingSettlement() {
        return Cases.undisputed();
    }

    /** Notices of other changes that its customer was given. */
    static List<Notice> others = List.of();

    /** Nobody was given a notice here, so that no letter has a link. */
    @Bean
    Notices notices() {
        return (Notices) Proxy.newProxyInstance(
                Notices.class.getClassLoader(),
                new Class<?>[] {Notices.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "lastOf" -> Map.of();
                    case "ofCustomer" -> others;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == given[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Bean
    MessageSource messageSource() {
        return new MessagesInWords(
                "messages/mail", "messages/objection-letters", "messages/phrases", "messages/refund");
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    /** Nothing is under way here. */
    @Bean
    RegisterActivity registerActivity() {
        return new RegisterDatabase.SaidActivity();
    }

    @Bean
    HolidayCalendars holidayCalendars() {
        return id -> Holidays.NONE;
    }

    @Bean
    SenderSettings senderSettings() {
        return MailHouse.settings(1, 500, Duration.ofSeconds(10));
    }
}
