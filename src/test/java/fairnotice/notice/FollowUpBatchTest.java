package fairnotice.notice;

import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.customer.ContactFixture.contact;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Holidays;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.ContactRole;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.EndedLine;
import fairnotice.customer.Order;
import fairnotice.customer.Terms;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.mail.Mailings;
import fairnotice.mail.MessageState;
import fairnotice.mail.Outgoing;
import fairnotice.notice.EffectOnCustomer.Outcome;
import fairnotice.notice.EffectOnCustomer.Use;
import fairnotice.register.Promise;
import fairnotice.register.Registers;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is written to again, and at which contacts. */
class FollowUpBatchTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"IN_EFFECT, false, true", "IN_EFFECT, true, true", "REMINDER, true, false", "WITHDRAWAL, true, true"})
    void who_is_left_out_is_not_reminded_and_hears_of_a_withdrawal_and_of_what_is_in_effect_for_it(
            Occasion occasion, boolean leftOut, boolean concerned) {
        Notice notice = notice(leftOut ? NOW.minusSeconds(60) : null, null);

        assertThat(FollowUpBatch.concerns(occasion, notice, NOW)).isEqualTo(concerned);
    }

    @Test
    void a_customer_whose_last_order_has_ended_is_not_told_that_the_change_is_in_effect() {
        assertThat(FollowUpBatch.concerns(Occasion.IN_EFFECT, notice(null, NOW), NOW))
                .isFalse();
        assertThat(FollowUpBatch.concerns(Occasion.IN_EFFECT, notice(null, NOW.plusSeconds(1)), NOW))
                .isTrue();
    }

    /** Olga was reached by the notice; Paul, of the same customer, gets the letters of its case as well. */
    @ParameterizedTest
    @CsvSource({
        "true, , olga@acme.example.com",
        "true, OBJ-2026-0003, olga@acme.example.com paul@acme.example.com",
        "false, , ''",
        "false, OBJ-2026-0003, olga@acme.example.com paul@acme.example.com"
    })
    void whoever_gets_the_letters_of_a_case_is_told_that_the_change_is_in_effect(
            boolean told, String objection, String addresses) {
        EffectOnCustomer effect = new EffectOnCustomer(
                Use.IN_EFFECT, LocalDate.parse("2026-06-01"), null, null, objection, Outcome.LAPSED);

        assertThat(inEffect(told, effect)).isEqualTo(addresses);
    }

    /** One person has put Eve in Olga's place, who was reached; and taken away Bea, who was not. Nobody else confirmed. */
    @ParameterizedTest
    @CsvSource({"REMINDER", "WITHDRAWAL", "IN_EFFECT", "AMENDMENT"})
    void what_is_written_about_a_notice_goes_to_the_contacts_before_a_change_that_waits_as_well(Occasion occasion) {
        assertThat(written(occasion, MessageState.HANDED_OVER, List.of()))
                .isEqualTo("eve@evil.example.com olga@acme.example.com");
        assertThat(written(occasion, MessageState.DELIVERED, List.of()))
                .isEqualTo("eve@evil.example.com olga@acme.example.com");
    }

    @ParameterizedTest
    @CsvSource({"REMINDER", "WITHDRAWAL", "AMENDMENT"})
    void an_address_that_mail_was_refused_by_or_came_back_from_is_not_written_to_again(Occasion occasion) {
        for (MessageState failed : List.of(MessageState.BOUNCED, MessageState.REFUSED)) {
            assertThat(written(occasion, failed, List.of()))
                    .as("nobody was reached")
                    .isEmpty();
        }
    }

    @Test
    void a_contact_of_before_that_is_there_again_is_written_to_once_and_one_added_since_as_well() {
        for (Occasion occasion :
                List.of(Occasion.REMINDER, Occasion.WITHDRAWAL, Occasion.IN_EFFECT, Occasion.AMENDMENT)) {
            assertThat(written(occasion, MessageState.DELIVERED, List.of(OLGA)))
                    .isEqualTo("olga@acme.example.com eve@evil.example.com");
        }
    }

    private static final Contact OLGA = contact(70, "Olga", "olga@acme.example.com", ContactRole.PRIVACY);

    /** @param stayed of the contacts before */
    private static String written(Occasion occasion, MessageState olgas, List<Contact> stayed) {
        Contact bea = contact(72, "Bea", "bea@acme.example.com", ContactRole.OWNER);
        Contact eve = contact(71, "Eve", "eve@evil.example.com", ContactRole.PRIVACY);
        List<Contact> today = Stream.concat(stayed.stream(), Stream.of(eve)).toList();
        Customer acme =
                new Customer(7, "demo", "C-1", "Acme", "enterprise", today, List.of(), Terms.NONE, Set.of(), NOW, 1);
        UnconfirmedChange change = new UnconfirmedChange(
                7, 1, List.of(OLGA, bea), List.of(), null, Set.of("contacts/70"), Set.of("ada"), NOW);
        NoticeDates dates = new NoticeDates(
                Deadline.on(LocalDate.parse("2026-06-30"), TORONTO),
                Deadline.on(LocalDate.parse("2026-06-15"), TORONTO));
        Notice notice = notice(true, dates, null, null);
        EffectOnCustomer effect =
                new EffectOnCustomer(Use.IN_EFFECT, LocalDate.parse("2026-06-01"), null, null, null, Outcome.LAPSED);
        List<ContactOutcome> outcomes = List.of(new ContactOutcome(1, OLGA.id(), olgas, NOW, null));
        return cut(occasion, acme, Map.of(7L, change), notice, outcomes, effect);
    }

    /** Its notice ends on 30 June, its last order on the 20th: what it terminated, or what simply runs out and may be renewed. */
    @Test
    void whoever_terminated_its_last_order_is_reminded_of_no_day_that_comes_after_it() {
        EndedLine terminated = new EndedLine("O-1", "", LocalDate.parse("2026-06-20"), "TRM-2026-0001");

        assertThat(reminded(order("2027-01-31", List.of(terminated)))).isEmpty();
        assertThat(reminded(order("2026-06-20", List.of()))).isEqualTo("olga@acme.example.com");
        assertThat(reminded(order("2027-01-31", List.of(terminated)), order("2027-01-31", List.of())))
                .isEqualTo("olga@acme.example.com");
    }

    @Test
    void a_notice_whose_last_order_ends_first_says_so_and_promises_no_email() {
        assertThat(fields(order("2026-06-20", List.of())))
                .containsEntry("ordersEnd", "20 June 2026 (America/Toronto)")
                .containsEntry("endsFirst", "yes")
                .containsEntry("goesOn", "");
        assertThat(fields(order("2026-07-01", List.of())))
                .containsEntry("endsFirst", "")
                .containsEntry("goesOn", "yes");
    }

    @Test
    void a_reminder_names_the_day_of_its_notice() {
        assertThat(PersonalFields.givenOn(
                                PersonalFields.message(
                                        1,
                                        having(order("2027-01-31", List.of())),
                                        OLGA,
                                        true,
                                        untilTheEndOfJune(),
                                        LocalDate.parse("2026-07-01"),
                                        false,
                                        null,
                                        NOW),
                                LocalDate.parse("2026-05-25"))
                        .fields())
                .containsEntry("noticeDate", "25 May 2026");
    }

    private static Order order(String ends, List<EndedLine> ended) {
        return new Order(
                ended.isEmpty() ? "O-2" : "O-1",
                "Suite",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse(ends),
                BigDecimal.TEN,
                "EUR",
                List.of(),
                ended);
    }

    private static Customer having(Order... orders) {
        return new Customer(
                7, "demo", "C-1", "Acme", "enterprise", List.of(OLGA), List.of(orders), Terms.NONE, Set.of(), NOW, 1);
    }

    private static NoticeDates untilTheEndOfJune() {
        return new NoticeDates(
                Deadline.on(LocalDate.parse("2026-06-30"), TORONTO),
                Deadline.on(LocalDate.parse("2026-06-15"), TORONTO));
    }

    private static String reminded(Order... orders) {
        return cut(
                Occasion.REMINDER,
                having(orders),
                Map.of(),
                notice(true, untilTheEndOfJune(), null, null),
                List.of(new ContactOutcome(1, OLGA.id(), MessageState.HANDED_OVER, NOW, NOW)),
                null);
    }

    private static Map<String, String> fields(Order order) {
        return PersonalFields.message(
                        1,
                        having(order),
                        OLGA,
                        true,
                        untilTheEndOfJune(),
                        LocalDate.parse("2026-07-01"),
                        false,
                        null,
                        NOW)
                .fields();
    }

    /** The addresses that the page of that one customer's notice is cut into. */
    private static String inEffect(boolean told, EffectOnCustomer effect) {
        Contact olga = contact(70, "Olga", "olga@acme.example.com", ContactRole.PRIVACY);
        Contact paul = contact(71, "Paul", "paul@acme.example.com", ContactRole.OWNER);
        Customer acme = new Customer(
                7, "demo", "C-1", "Acme", "enterprise", List.of(olga, paul), List.of(), Terms.NONE, Set.of(), NOW, 1);
        NoticeDates dates = new NoticeDates(
                Deadline.on(LocalDate.parse("2026-05-31"), TORONTO),
                Deadline.on(LocalDate.parse("2026-05-16"), TORONTO));
        Notice notice = notice(told, dates, null, null);
        return cut(
                Occasion.IN_EFFECT,
                acme,
                Map.of(),
                notice,
                List.of(new ContactOutcome(1, olga.id(), MessageState.HANDED_OVER, NOW, NOW)),
                effect);
    }

    private static String cut(
            Occasion occasion,
            Customer acme,
            Map<Long, UnconfirmedChange> unconfirmed,
            Notice notice,
            List<ContactOutcome> outcomes,
            EffectOnCustomer effect) {
        List<String> written = new ArrayList<>();
        FollowUpBatch pages = new FollowUpBatch(
                answering(
                        VendorChanges.class,
                        Map.of(
                                "getByReference",
                                asked -> occasion == Occasion.IN_EFFECT
                                        ? Announced.inEffect("2026-05-01T10:00:00Z")
                                        : Announced.at("2026-05-01T10:00:00Z"))),
                answering(
                        Registers.class,
                        Map.of("policy", asked -> Promise.in(TORONTO).made())),
                new NoticeContacts(
                        answering(Customers.class, Map.of("byIds", asked -> Map.of(7L, acme))),
                        answering(UnconfirmedChanges.class, Map.of("of", asked -> unconfirmed)),
                        (reference, customers) -> Map.of()),
                answering(
                        Notices.class,
                        Map.of(
                                "given",
                                asked -> List.of(notice),
                                "told",
                                asked -> List.of(notice),
                                "contacts",
                                asked -> outcomes)),
                answering(Mailings.class, Map.of("append", asked -> {
                    ((List<?>) asked[1]).forEach(message -> written.add(((Outgoing) message).address()));
                    return null;
                })),
                new StandardDates(country -> Holidays.NONE),
                (reference, customers) -> Set.of(),
                (change, customers, notices) -> effect == null ? Map.of() : Map.of(7L, effect),
                (change, customers) -> Map.of());
        pages.cut(new Dispatch(1, Announced.REFERENCE, 1, occasion, 0, "opsticket", 1, 9, null, 0, null), NOW);
        return String.join(" ", written);
    }

    /** A port that answers these of its methods and no others. */
    private static <T> T answering(Class<T> port, Map<String, Function<Object[], Object>> methods) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, asked) -> methods.get(method.getName()).apply(asked)));
    }

    private static Notice notice(Instant leftOutAt, Instant boundUntil) {
        return notice(true, null, leftOutAt, boundUntil);
    }

    private static Notice notice(boolean told, NoticeDates dates, Instant leftOutAt, Instant boundUntil) {
        return NoticeBuilder.builder()
                .id(1)
                .reference(Announced.REFERENCE)
                .round(1)
                .register("opsticket")
                .policyVersion(1)
                .customer(7)
                .givenAt(NOW.minusSeconds(604_800))
                .told(told)
                .mayObject(true)
                .dates(dates)
                .boundUntil(boundUntil)
                .leftOutAt(leftOutAt)
                .build();
    }
}
