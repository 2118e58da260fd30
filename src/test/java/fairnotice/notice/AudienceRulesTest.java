package fairnotice.notice;

import static fairnotice.calendar.Almanac.BERLIN;
import static fairnotice.calendar.Almanac.after;
import static fairnotice.calendar.Almanac.days;
import static fairnotice.calendar.Almanac.midnight;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.customer.Contact;
import fairnotice.customer.ContactFixture;
import fairnotice.customer.ContactRole;
import fairnotice.customer.Customer;
import fairnotice.customer.Entitlement;
import fairnotice.customer.Order;
import fairnotice.customer.Terms;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told, who may object, whom a notice is written to, and how long it keeps the change back. */
class AudienceRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final NoticePolicy POLICY = Promise.in(BERLIN)
            .audience(
                    Set.of("enterprise"),
                    Set.of("enterprise", "recruiter"),
                    List.of("privacy"),
                    List.of("LEGAL", "OWNER"))
            .made();

    private static final Contact OLGA = contact(1, "olga@example.com", ContactRole.OWNER);
    private static final Contact PIA = contact(2, "pia@example.com", ContactRole.PRIVACY);
    private static final Contact PAUL = contact(3, "paul@example.com", ContactRole.PRIVACY, ContactRole.BILLING);
    private static final Contact LENA = contact(4, "lena@example.com", ContactRole.LEGAL);
    private static final Contact BILL = contact(5, "bill@example.com", ContactRole.BILLING);

    @ParameterizedTest
    @CsvSource({"enterprise, true, true, true", "recruiter, true, false, true", "free, false, false, false"})
    void to_be_told_and_to_object_are_two_things(String plan, boolean entitled, boolean told, boolean mayObject) {
        Customer customer = customer(plan, Set.of(), Terms.NONE, List.of(PIA));

        assertThat(AudienceRules.isEntitled(customer, POLICY, Announced.REFERENCE, TODAY))
                .isEqualTo(entitled);
        assertThat(AudienceRules.isTold(customer, POLICY)).isEqualTo(told);
        assertThat(AudienceRules.mayObject(customer, POLICY)).isEqualTo(mayObject);
    }

    @Test
    void a_promise_that_names_no_plan_is_made_to_everybody() {
        NoticePolicy all = Promise.in(BERLIN)
                .audience(Set.of(), Set.of(), List.of(), List.of())
                .made();

        assertThat(AudienceRules.isEntitled(
                        customer("free", Set.of(), Terms.NONE, List.of()), all, Announced.REFERENCE, TODAY))
                .isTrue();
    }

    @Test
    void whoever_was_shown_the_change_before_signing_gets_no_notice_of_it() {
        Customer shown = customer("enterprise", Set.of(Announced.REFERENCE), Terms.NONE, List.of(PIA));

        assertThat(AudienceRules.isEntitled(shown, POLICY, Announced.REFERENCE, TODAY))
                .isFalse();
        assertThat(AudienceRules.isEntitled(shown, POLICY, "OPSTICKET-2026-0008", TODAY))
                .isTrue();
    }

    @Test
    void while_a_change_of_a_customer_waits_it_is_given_notice_by_the_better_of_both() {
        Terms ten = new Terms(Period.days(10), Period.days(20), null, "now");
        Terms sixty = new Terms(Period.days(60), Period.days(5), null, "before");
        Customer now = customer("free", Set.of(Announced.REFERENCE), ten, List.of(PIA), "2026-05-31");
        Customer before = customer("enterprise", Set.of(), sixty, List.of(), "2026-12-31");
        Customer waiting = new Customer(
                17,
                "opsticket",
                "C-17",
                "Acme",
                now.plan(),
                now.contacts(),
                now.orders(),
                now.terms(),
                now.shown(),
                Instant.EPOCH,
                new Entitlement(before.plan(), before.terms(), before.shown(), before.orders()),
                1);

        NoticeFactory giving = giving(midnight(TODAY, BERLIN));

        assertThat(giving.isEntitled(now)).isFalse();
        assertThat(giving.isEntitled(waiting)).isTrue();
        assertThat(giving.isTold(waiting)).isTrue();
        assertThat(giving.notice(waiting, null).mayObject()).isTrue();
        assertThat(giving.notice(waiting, null).terms())
                .isEqualTo(new FrozenTerms(Period.days(60), "before", Period.days(20), "now"));
        assertThat(giving.boundUntil(waiting)).isEqualTo(midnight(LocalDate.parse("2027-01-01"), BERLIN));
    }

    /** One administrator has put Eve in Pia's place, and taken the role from Paul. */
    @Test
    void while_a_change_of_contacts_waits_notices_go_to_those_of_before_as_well() {
        Contact eve = contact(90, "eve@evil.example.com", ContactRole.PRIVACY);
        Contact paulNow = contact(PAUL.id(), "paul@example.com", ContactRole.BILLING);
        UnconfirmedChange waits = new UnconfirmedChange(
                17, 1, List.of(PIA, PAUL), null, null, Set.of("contacts"), Set.of("ada"), Instant.EPOCH);
        Customer now = customer("enterprise", Set.of(), Terms.NONE, List.of(eve, paulNow));
        NoticeFactory giving = giving(midnight(TODAY, BERLIN));

        assertThat(giving.contacts(now, null)).containsExactly(eve);
        assertThat(giving.contacts(now, waits)).containsExactly(eve, PIA, paulNow);
        assertThat(giving.notice(now, waits).contacts())
                .containsExactly(
                        new Recipient(90, eve.epoch()), new Recipient(PIA.id(), null), new Recipient(PAUL.id(), null));
    }

    @Test
    void a_customer_is_one_until_the_last_day_of_its_last_order() {
        Customer customer = customer("enterprise", Set.of(), Terms.NONE, List.of(PIA), "2026-05-31", "2026-06-01");

        assertThat(AudienceRules.isEntitled(customer, POLICY, Announced.REFERENCE, TODAY))
                .isTrue();
        assertThat(AudienceRules.isEntitled(customer, POLICY, Announced.REFERENCE, after(TODAY, 1)))
                .isFalse();
    }

    @Test
    void every_contact_with_a_designated_role_is_written_to_once_for_each_address() {
        Contact again = contact(6, "PIA@Example.com", ContactRole.PRIVACY);

        assertThat(first(OLGA, PIA, again, PAUL)).containsExactly(PIA, PAUL);
    }

    @Test
    void without_one_the_first_of_the_next_role_is_and_without_any_role_the_first_contact() {
        assertThat(first(OLGA, BILL, LENA)).containsExactly(LENA);
        assertThat(first(BILL, OLGA)).containsExactly(OLGA);
        assertThat(first(BILL)).containsExactly(BILL);
        assertThat(first()).isEmpty();
    }

    @Test
    void those_who_cannot_be_reached_are_followed_by_the_next_until_nobody_is_left() {
        Contact sameAddress = contact(6, "Paul@example.com", ContactRole.LEGAL);
        Customer customer = customer("enterprise", Set.of(), Terms.NONE, List.of(BILL, sameAddress, OLGA, PAUL, LENA));

        assertThat(AudienceRules.next(customer, POLICY, Set.of(3L))).contains(LENA);
        assertThat(AudienceRules.next(customer, POLICY, Set.of(3L, 4L))).contains(OLGA);
        assertThat(AudienceRules.next(customer, POLICY, Set.of(3L, 4L, 1L))).contains(BILL);
        assertThat(AudienceRules.next(customer, POLICY, Set.of(3L, 4L, 1L, 5L))).isEmpty();
    }

    @Test
    void who_is_owed_no_message_has_a_clock_from_the_page_and_nobody_to_write_to() {
        Instant now = midnight(TODAY, BERLIN).plusSeconds(3_600);

        NewNotice onPage = giving(now).notice(customer("recruiter", Set.of(), Terms.NONE, List.of(PIA)), null);
        NewNotice told = giving(now).notice(customer("enterprise", Set.of(), Terms.NONE, List.of(PIA, PAUL)), null);

        assertThat(onPage.start()).isEqualTo(new Start(now, Start.By.PUBLISHED));
        assertThat(onPage.dates().noticeEnds().dayAfter()).isEqualTo("2026-07-02");
        assertThat(onPage.contacts()).isEmpty();
        assertThat(told.start()).as("not before a message was sent").isNull();
        assertThat(told.dates()).isNull();
        assertThat(told.contacts()).containsExactly(new Recipient(2, null), new Recipient(3, null));
    }

    @Test
    void a_notice_keeps_the_change_back_until_it_ends_or_the_last_order_does_whichever_is_earlier() {
        days(2028, 2028).forEach(ends -> {
            Instant now = midnight(LocalDate.parse("2028-01-01"), BERLIN);
            Customer customer = customer(
                    "enterprise",
                    Set.of(),
                    new Terms(Period.days(60), null, null, null),
                    List.of(PIA),
                    ends.toString());
            NoticeFactory giving = giving(now);
            NoticeDates dates = giving.dates(FrozenTerms.of(POLICY, customer.terms()), new Start(now, Start.By.SENT));

            Instant binds = giving.bindsUntil(customer, dates);

            LocalDate over =
                    ends.isBefore(LocalDate.parse("2028-03-01")) ? after(ends, 1) : LocalDate.parse("2028-03-02");
            assertThat(binds).as("the last order ends on %s", ends).isEqualTo(midnight(over, BERLIN));
        });
    }

    @Test
    void a_customer_without_orders_is_bound_without_end() {
        Instant now = midnight(TODAY, BERLIN);
        Customer customer = customer("enterprise", Set.of(), Terms.NONE, List.of(PIA));
        NoticeFactory giving = giving(now);

        NoticeDates dates = giving.dates(FrozenTerms.of(POLICY, Terms.NONE), new Start(now, Start.By.SENT));

        assertThat(giving.boundUntil(customer)).isNull();
        assertThat(giving.bindsUntil(customer, dates)).isEqualTo(midnight(LocalDate.parse("2026-07-02"), BERLIN));
    }

    @Test
    void a_notice_runs_until_its_end_its_bound_or_a_decision_and_an_unstarted_one_until_then() {
        Instant now = midnight(TODAY, BERLIN);
        NoticeDates dates = giving(now).dates(FrozenTerms.of(POLICY, Terms.NONE), new Start(now, Start.By.SENT));
        Instant ends = midnight(LocalDate.parse("2026-07-02"), BERLIN);
        Instant bound = midnight(LocalDate.parse("2026-06-20"), BERLIN);

        assertThat(notice(dates, null, null, null).runsAt(ends.minusNanos(1))).isTrue();
        assertThat(notice(dates, null, null, null).runsAt(ends)).isFalse();
        assertThat(notice(dates, bound, null, null).runsAt(bound.minusNanos(1))).isTrue();
        assertThat(notice(dates, bound, null, null).runsAt(bound)).isFalse();
        assertThat(notice(null, null, null, null).runsAt(ends)).as("unstarted").isTrue();
        assertThat(notice(null, bound, null, null).runsAt(bound))
                .as("unstarted")
                .isFalse();
        assertThat(notice(dates, null, now, null).runsAt(now)).as("left out").isFalse();
        assertThat(notice(dates, null, null, now).runsAt(now)).as("superseded").isFalse();
    }

    private static Notice notice(NoticeDates dates, Instant bound, Instant leftOut, Instant superseded) {
        Start start = dates == null ? null : new Start(Instant.EPOCH, Start.By.SENT);
        return NoticeBuilder.builder()
                .id(7)
                .reference(Announced.REFERENCE)
                .round(1)
                .register("opsticket")
                .policyVersion(1)
                .customer(17)
                .told(true)
                .mayObject(true)
                .givenAt(Instant.EPOCH)
                .start(start)
                .dates(dates)
                .boundUntil(bound)
                .leftOutAt(leftOut)
                .supersededAt(superseded)
                .build();
    }

    private static NoticeFactory giving(Instant now) {
        return NoticeFactory.of(Announced.at(now.toString()), POLICY, Holidays.NONE, now);
    }

    private static List<Contact> first(Contact... contacts) {
        return AudienceRules.first(customer("enterprise", Set.of(), Terms.NONE, List.of(contacts)), POLICY);
    }

    private static Customer customer(
            String plan, Set<String> shown, Terms terms, List<Contact> contacts, String... lastDays) {
        List<Order> orders = Arrays.stream(lastDays)
                .map(LocalDate::parse)
                .map(last -> new Order("O-" + last, "Suite", LocalDate.of(2020, 1, 1), last, BigDecimal.ZERO, "EUR"))
                .toList();
        return new Customer(17, "opsticket", "C-17", "Acme", plan, contacts, orders, terms, shown, Instant.EPOCH, 1);
    }

    private static Contact contact(long id, String email, ContactRole... roles) {
        return ContactFixture.contact(id, "Contact " + id, email, roles);
    }
}
