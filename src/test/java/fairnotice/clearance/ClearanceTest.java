package fairnotice.clearance;

import static fairnotice.clearance.ClearanceRoom.FOUNDED;
import static fairnotice.clearance.ClearanceRoom.Told.open;
import static fairnotice.clearance.ClearanceRoom.Told.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fairnotice.change.ChangeState;
import fairnotice.change.Track;
import fairnotice.clearance.ClearanceRoom.Told;
import fairnotice.clearance.HeldBack.Reason;
import fairnotice.customer.Customer;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.notice.EffectOnCustomer;
import fairnotice.notice.EffectOnCustomer.Outcome;
import fairnotice.notice.EffectOnCustomer.TerminatedOrder;
import fairnotice.notice.EffectOnCustomer.Use;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.RefusalReason;
import fairnotice.refusal.Refused;
import fairnotice.register.ChangeKind;
import fairnotice.register.Settlement.Cure;
import fairnotice.termination.Election;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** May this vendor process this customer's data now? Days end in Toronto, four or five hours after the server's. */
class ClearanceTest {

    private static final String ANNOUNCED = "2026-05-01T12:00:00Z";
    private static final String LIVE = "2026-06-01T12:00:00Z";
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Instant SETTLED = Instant.parse("2026-06-01T13:00:00Z");

    private static final Map<String, Told> OUTCOMES = Map.of(
            "NOT_AGREED", settled(ObjectionState.NOT_AGREED, SETTLED),
            "LAPSED", settled(ObjectionState.LAPSED, SETTLED),
            "REFUSED", settled(ObjectionState.REFUSED, SETTLED).refusedFor(RefusalReason.LATE),
            "RESOLVED", settled(ObjectionState.RESOLVED, SETTLED).offering(Cure.SAFEGUARD, null),
            "EXEMPTED", settled(ObjectionState.EXEMPTED, SETTLED).offering(Cure.EXEMPTION, null),
            "WITHDRAWN", settled(ObjectionState.WITHDRAWN, SETTLED),
            "TERMINATED", settled(ObjectionState.TERMINATED, SETTLED).leaving(Instant.parse("2026-08-01T04:00:00Z")));

    private static ClearanceRoom room;

    private String id;
    private String vendor;
    private Customer customer;

    @BeforeEach
    void a_customer_before_anything_is_announced() {
        room = room == null ? new ClearanceRoom() : room;
        id = "c" + NAMES.incrementAndGet();
        vendor = "Vendor " + id;
        room.at("2026-02-01T12:00:00Z");
        room.policy(true, 1);
        customer = room.customer(id);
    }

    /** Announced in May with notice to that day, and live on 1 June. */
    private String live(Track track, String noticeLast, String windowLast) {
        room.at(ANNOUNCED);
        String change = room.pending(ChangeKind.ADD, vendor, track);
        room.notice(change, customer);
        room.started(change, customer, noticeLast, windowLast);
        room.at(LIVE);
        room.publish(change);
        return change;
    }

    private String liveAfterNotice() {
        return live(Track.NOTICE, "2026-05-31", "2026-05-16");
    }

    private Clearance now() {
        return room.of(id, vendor);
    }

    private void assertCleared(String since) {
        Clearance clearance = now();
        assertThat(clearance.cleared()).as(clearance.reason().english()).isTrue();
        assertThat(clearance.since()).isEqualTo(Instant.parse(since));
    }

    private void assertNotCleared(String reason) {
        Clearance clearance = now();
        assertThat(clearance.cleared()).as(clearance.reason().english()).isFalse();
        assertThat(clearance.since()).isNull();
        assertThat(clearance.reason().english()).contains(reason);
    }

    // ---- exemptions from a vendor that comes back

    /** Removed, announced again with a notice to 30 September, and live on 1 October. */
    private String broughtAgain(String announced) {
        room.live(ChangeKind.REMOVE, vendor, Track.UNANNOUNCED);
        room.at(announced);
        String change = room.pending(ChangeKind.ADD, vendor, Track.NOTICE);
        room.notice(change, customer);
        room.started(change, customer, "2026-09-30", "2026-09-15");
        room.at("2026-10-01T12:00:00Z");
        room.publish(change);
        return change;
    }

    @Test
    void an_exemption_counts_for_the_change_that_brings_its_vendor_again() {
        Objection exempted = room.objection(liveAfterNotice(), customer, OUTCOMES.get("EXEMPTED"));

        String change = broughtAgain("2026-08-31T12:00:00Z");

        assertNotCleared("It was agreed that the vendor is not used for this customer. (" + exempted.reference() + ")");
        assertThat(room.effect(change, customer).get(customer.id()))
                .isEqualTo(new EffectOnCustomer(Use.EXEMPTED, null, null, null, null, null)
                        .agreedIn(exempted.reference()));
    }

    @Test
    void an_exemption_that_ended_before_its_vendor_was_announced_again_counts_for_nothing() {
        room.objection(
                liveAfterNotice(),
                customer,
                settled(ObjectionState.EXEMPTED, SETTLED).offering(Cure.EXEMPTION, "2026-08-30"));

        broughtAgain("2026-08-31T12:00:00Z");

        assertCleared("2026-10-01T12:00:00Z");
        assertThat(now().reason().english()).doesNotContain("exemption");
    }

    @Test
    void an_exemption_that_ends_after_the_go_live_counts_until_then() {
        room.objection(
                liveAfterNotice(),
                customer,
                settled(ObjectionState.EXEMPTED, SETTLED).offering(Cure.EXEMPTION, "2026-10-31"));

        broughtAgain("2026-08-31T12:00:00Z");

        assertNotCleared("until the end of 31 October 2026 (America/Toronto)");
        room.at("2026-11-01T04:00:00Z");
        assertCleared("2026-11-01T04:00:00Z");
    }

    @Test
    void of_two_agreements_about_a_vendor_the_one_made_last_counts_whichever_objection_is_older() {
        String first = liveAfterNotice();
        Objection exempted = room.objection(
                first,
                customer,
                settled(ObjectionState.EXEMPTED, Instant.parse("2026-10-03T12:00:00Z"))
                        .offering(Cure.EXEMPTION, null));
        String second = broughtAgain("2026-08-31T12:00:00Z");
        room.objection(
                second,
                customer,
                settled(ObjectionState.RESOLVED, Instant.parse("2026-10-02T12:00:00Z"))
                        .offering(Cure.SAFEGUARD, null));
        assertNotCleared(exempted.reference());

        room.objection(
                second,
                customer,
                settled(ObjectionState.RESOLVED, Instant.parse("2026-10-04T12:00:00Z"))
                        .offering(Cure.SAFEGUARD, null));

        assertCleared("2026-10-04T12:00:00Z");
    }

    @Test
    void a_refusal_of_the_earlier_change_counts_for_nothing_and_an_exemption_outlasts_one_of_the_later() {
        room.objection(liveAfterNotice(), customer, OUTCOMES.get("REFUSED"));
        String second = broughtAgain("2026-08-31T12:00:00Z");
        assertCleared("2026-10-01T12:00:00Z");
        Objection exempted = room.objection(second, customer, OUTCOMES.get("EXEMPTED"));

        String third = broughtAgain("2026-08-31T12:00:00Z");
        room.objection(
                third, customer, settled(ObjectionState.REFUSED, room.now()).refusedFor(RefusalReason.LATE));

        assertNotCleared(exempted.reference());
    }

    // ---- the list

    @Test
    void what_came_with_the_register_is_cleared_since_the_customer_came() {
        Clearance clearance = room.of(id, " oldhand ");

        assertThat(clearance.cleared()).isTrue();
        assertThat(clearance.since()).isEqualTo(customer.since()).isAfter(FOUNDED);
    }

    @Test
    void what_is_not_on_the_list_yet_is_not_cleared_however_long_ago_the_notice_ended() {
        room.at(ANNOUNCED);
        String change = room.pending(ChangeKind.ADD, vendor, Track.NOTICE);
        room.notice(change, customer);
        room.started(change, customer, "2026-05-31", "2026-05-16");
        room.at("2026-08-01T12:00:00Z");

        assertNotCleared("not on the published list.");
    }

    @Test
    void what_was_removed_is_not_cleared_any_more() {
        liveAfterNotice();
        assertThat(now().cleared()).isTrue();

        room.live(ChangeKind.REMOVE, vendor, Track.UNANNOUNCED);

        assertNotCleared("any more");
        assertThat(room.list(id)).noneMatch(entry -> entry.subprocessor().equals(vendor));
    }

    @Test
    void whoever_and_whatever_is_unknown_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> room.of("nobody", "Oldhand")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> room.of(id, "Neverheard")).isInstanceOf(Refused.class);
    }

    // ---- notices

    @Test
    void a_customer_is_cleared_when_the_change_is_live_and_its_own_notice_has_ended() {
        liveAfterNotice();

        assertCleared(LIVE);
    }

    @Test
    void a_notice_ends_at_midnight_in_the_policys_zone_and_not_in_the_servers() {
        live(Track.NOTICE, "2026-06-30", "2026-06-15");

        room.at("2026-07-01T03:59:59Z");
        assertNotCleared("runs until the end of 30 June 2026 (America/Toronto)");
        room.at("2026-07-01T04:00:00Z");
        assertCleared("2026-07-01T04:00:00Z");
    }

    @Test
    void a_window_that_is_open_after_going_live_does_not_unclear() {
        live(Track.NOTICE, "2026-05-31", "2026-07-31");

        assertCleared(LIVE);
    }

    @Test
    void who_was_left_out_stays_uncleared_until_its_own_notice_has_ended() {
        room.at(ANNOUNCED);
        String change = room.pending(ChangeKind.ADD, vendor, Track.NOTICE);
        room.notice(change, customer);
        room.unreached(change, customer);
        room.leftOut(change, customer);
        room.at(LIVE);
        room.publish(change);
        assertNotCleared("went live without this customer");

        room.started(change, customer, "2026-07-01", "2026-06-16");
        assertNotCleared("runs until the end of 1 July 2026");
        room.at("2026-07-02T04:00:00Z");
        assertCleared("2026-07-02T04:00:00Z");
    }

    @Test
    void a_customer_that_is_neither_told_nor_may_object_is_cleared_with_the_change() {
        room.at("2026-02-01T12:00:00Z");
        customer = room.customer(id, "free", null, Set.of());
        room.at(LIVE);
        room.live(ChangeKind.ADD, vendor, Track.NOTICE);

        assertCleared(LIVE);
    }

    @Test
    void a_customer_that_came_after_going_live_is_cleared_since_it_came() {
        room.at(LIVE);
        room.live(ChangeKind.ADD, vendor, Track.NOTICE);
        room.at("2026-06-20T12:00:00Z");
        id = id + "-later";
        room.customer(id);

        assertCleared("2026-06-20T12:00:00Z");
        assertThat(now().reason().english()).contains("became a customer after");
    }

    @Test
    void a_customer_that_was_shown_the_change_before_it_signed_is_cleared_with_the_change() {
        room.at(ANNOUNCED);
        String change = room.pending(ChangeKind.ADD, vendor, Track.NOTICE);
        id = id + "-shown";
        room.customer(id, "enterprise", null, Set.of(change));
        room.at(LIVE);
        room.publish(change);

        assertCleared(LIVE);
        assertThat(now().reason().english()).contains("shown");
    }

    // ---- changes that went first

    @Test
    void terms_that_say_nothing_leave_the_policys_word_which_lets_a_security_critical_change_go_first() {
        live(Track.EXPEDITED, "2026-07-01", "2026-07-01");

        assertCleared(LIVE);
    }

    @Test
    void the_word_is_that_of_the_policy_the_notice_rests_on() {
        live(Track.EXPEDITED, "2026-07-01", "2026-07-01");

        room.policy(false, 2);

        assertCleared(LIVE);
    }

    @Test
    void a_customer_whose_terms_let_nothing_go_first_waits_for_its_notice_and_window_in_full() {
        room.at("2026-02-01T12:00:00Z");
        customer = room.customer(id, "enterprise", false, Set.of());
        live(Track.EXPEDITED, "2026-07-01", "2026-07-15");

        room.at("2026-07-16T03:59:59Z");
        assertNotCleared("time to object run until the end of 15 July 2026");
        room.at("2026-07-16T04:00:00Z");
        assertCleared("2026-07-16T04:00:00Z");
    }

    @Test
    void before_anybody_has_a_notice_only_those_whose_terms_allow_it_are_cleared() {
        room.at("2026-02-01T12:00:00Z");
        room.customer(id, "enterprise", false, Set.of());
        room.customer(id + "-allows", "enterprise", true, Set.of());
        room.at(LIVE);
        room.live(ChangeKind.ADD, vendor, Track.EXPEDITED);

        assertNotCleared("had no notice yet");
        assertThat(room.of(id + "-allows", vendor).cleared()).isTrue();
    }

    @Test
    void nobody_is_cleared_whom_no_message_reached_also_of_a_change_that_went_first() {
        room.at(LIVE);
        String change = room.live(ChangeKind.ADD, vendor, Track.EXPEDITED);
        room.notice(change, customer);
        assertThat(now().cleared()).as("being written to").isTrue();

        room.unreached(change, customer);

        assertNotCleared("none of its contacts could be reached");

        room.writtenAgain(change, customer);
        assertNotCleared("Its notice of the change has not started");
        room.at("2026-06-09T12:00:00Z");
        room.started(change, customer, "2026-07-09", "2026-06-24");
        assertCleared("2026-06-09T12:00:00Z");
        assertThat(effect(change).since()).isEqualTo("2026-06-09");
    }

    @Test
    void a_change_that_was_withdrawn_after_going_live_clears_nobody() {
        String change = live(Track.EXPEDITED, "2026-07-01", "2026-07-01");

        room.state(change, ChangeState.WITHDRAWN);

        assertNotCleared("withdrawn");
    }

    // ---- objections

    @ParameterizedTest
    @EnumSource(
            value = ObjectionState.class,
            names = {"ASSESSMENT", "AWAITING_OFFER", "OFFERED", "REFUSED", "CONTESTED", "TERMINATION_OFFERED"})
    void a_customer_with_an_open_objection_is_not_cleared_whatever_the_register_shows(ObjectionState state) {
        String change = liveAfterNotice();

        Objection objection = room.objection(change, customer, open(state));

        assertNotCleared(objection.reference());
    }

    @Test
    void a_late_objection_unclears_like_any_other_and_one_taken_back_clears_from_then() {
        String change = liveAfterNotice();
        room.at("2026-08-01T12:00:00Z");

        room.objection(
                change, customer, settled(ObjectionState.WITHDRAWN, room.now()).tooLate());

        assertCleared("2026-08-01T12:00:00Z");
    }

    @Test
    void an_objection_settled_before_going_live_clears_with_the_change() {
        room.at(ANNOUNCED);
        String change = liveAfterNotice();

        room.objection(change, customer, settled(ObjectionState.RESOLVED, Instant.parse(ANNOUNCED)));

        assertCleared(LIVE);
    }

    @Test
    void an_exemption_without_end_never_clears() {
        String change = liveAfterNotice();
        room.objection(
                change, customer, settled(ObjectionState.EXEMPTED, room.now()).offering(Cure.EXEMPTION, null));
        room.at("2036-01-01T00:00:00Z");

        assertNotCleared("agreed that the vendor is not used");
    }

    @Test
    void an_exemption_until_a_day_clears_from_the_day_after() {
        String change = liveAfterNotice();
        room.objection(
                change, customer, settled(ObjectionState.EXEMPTED, room.now()).offering(Cure.EXEMPTION, "2026-12-31"));

        room.at("2027-01-01T04:59:59Z");
        assertNotCleared("until the end of 31 December 2026 (America/Toronto)");
        room.at("2027-01-01T05:00:00Z");
        assertCleared("2027-01-01T05:00:00Z");
    }

    @Test
    void a_later_agreement_takes_the_place_of_an_exemption_and_anything_else_does_not() {
        String change = liveAfterNotice();
        room.objection(
                change, customer, settled(ObjectionState.EXEMPTED, room.now()).offering(Cure.EXEMPTION, null));
        room.objection(change, customer, settled(ObjectionState.WITHDRAWN, room.now()));
        assertNotCleared("agreed that the vendor is not used");

        room.at("2026-09-01T12:00:00Z");
        room.objection(
                change, customer, settled(ObjectionState.RESOLVED, room.now()).offering(Cure.SAFEGUARD, null));

        assertCleared("2026-09-01T12:00:00Z");
    }

    /** First outcome, then those of the second case that clear it, the change being in effect: all others keep the vendor away. */
    static Stream<Arguments> pairs() {
        return Stream.of(
                arguments("NOT_AGREED", Set.of("RESOLVED")),
                arguments("LAPSED", Set.of("LAPSED", "REFUSED", "RESOLVED", "WITHDRAWN")),
                arguments("REFUSED", Set.of("LAPSED", "REFUSED", "RESOLVED", "WITHDRAWN")),
                arguments("RESOLVED", Set.of("LAPSED", "REFUSED", "RESOLVED", "WITHDRAWN")),
                arguments("EXEMPTED", Set.of("RESOLVED")),
                arguments("WITHDRAWN", Set.of("LAPSED", "REFUSED", "RESOLVED", "WITHDRAWN")),
                arguments("TERMINATED", Set.of()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void of_two_objections_the_latest_agreement_counts_and_a_termination_stands_beside_it(
            String first, Set<String> clearing) {
        Set<String> cleared = new TreeSet<>();
        for (String second : OUTCOMES.keySet()) {
            a_customer_before_anything_is_announced();
            String change = liveAfterNotice();
            room.at("2026-06-02T12:00:00Z");
            room.objection(change, customer, OUTCOMES.get(first));
            room.objection(change, customer, OUTCOMES.get(second));
            assertThat(room.heldBack(customer, change).isEmpty())
                    .as(first + ", " + second)
                    .isEqualTo(now().cleared());
            if (now().cleared()) {
                cleared.add(second);
            }
        }

        assertThat(cleared).isEqualTo(clearing);
    }

    @Test
    void what_no_agreement_was_found_about_is_settled_by_a_later_agreement_from_its_day_on() {
        String change = liveAfterNotice();
        room.at("2026-06-02T12:00:00Z");
        room.objection(change, customer, settled(ObjectionState.NOT_AGREED, Instant.parse("2026-06-05T12:00:00Z")));
        room.at("2026-06-10T12:00:00Z");
        assertNotCleared("it stands");
        Objection settling = room.objection(
                change, customer, settled(ObjectionState.RESOLVED, room.now()).offering(Cure.SAFEGUARD, null));

        assertCleared("2026-06-10T12:00:00Z");
        assertThat(now().reason().english()).doesNotContain("it stands").contains(settling.reference());
        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(
                        Use.IN_EFFECT,
                        LocalDate.parse("2026-06-10"),
                        null,
                        null,
                        settling.reference(),
                        Outcome.SAFEGUARDED));
        assertThat(usedBefore(change)).containsExactly(past("2026-06-01", "2026-06-02"));
        room.at("2026-06-20T12:00:00Z");
        room.objection(change, customer, open(ObjectionState.ASSESSMENT));
        assertThat(usedBefore(change))
                .containsExactly(past("2026-06-01", "2026-06-02"), past("2026-06-10", "2026-06-20"));
    }

    @Test
    void an_exemption_holds_though_a_later_objection_ended_without_agreement_and_its_customer_is_told_so() {
        String change = liveAfterNotice();
        room.objection(
                change, customer, settled(ObjectionState.EXEMPTED, room.now()).offering(Cure.EXEMPTION, "2026-07-31"));
        Objection lapsed = room.objection(change, customer, settled(ObjectionState.LAPSED, room.now()));

        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(
                        Use.EXEMPTED_UNTIL,
                        null,
                        LocalDate.parse("2026-07-31"),
                        LocalDate.parse("2026-08-01"),
                        lapsed.reference(),
                        Outcome.LAPSED));
        room.objection(change, customer, settled(ObjectionState.NOT_AGREED, room.now()));
        assertThat(effect(change).use()).isEqualTo(Use.HELD_BACK);
    }

    @Test
    void who_ended_orders_is_not_cleared_before_they_end_and_then_for_those_that_go_on() {
        String change = withOrders("A", "B");
        Instant leaves = Instant.parse("2026-08-01T04:00:00Z");
        room.objection(
                change,
                customer,
                settled(ObjectionState.TERMINATED, room.now()).leaving(leaves).of("A"));
        room.terminated(customer, LocalDate.parse("2026-07-31"), "A");

        room.at("2026-08-01T03:59:59Z");
        assertNotCleared("run until the end of 31 July 2026 (America/Toronto) at the latest");
        room.at("2026-08-01T04:00:00Z");
        assertCleared("2026-08-01T04:00:00Z");
        room.at("2028-01-01T12:00:00Z");
        assertNotCleared("no order is left");
    }

    @Test
    void whose_refund_is_unpaid_has_left_with_the_last_day_of_its_orders_like_anybody_else() {
        String change = withOrders("A", "B");
        Instant leaves = Instant.parse("2026-08-01T04:00:00Z");
        Objection unpaid = room.objection(
                change,
                customer,
                open(ObjectionState.TERMINATING).leaving(leaves).of("A"));
        Customer left = room.terminated(customer, LocalDate.parse("2026-07-31"), "A");

        room.at("2026-08-01T03:59:59Z");
        assertNotCleared("It ended orders because of its objection, which run until the end of 31 July 2026");
        room.at("2026-08-01T04:00:00Z");
        assertCleared("2026-08-01T04:00:00Z");
        assertThat(room.heldBack(left, change)).isEmpty();
        assertThat(effect(change).use()).isEqualTo(Use.IN_EFFECT);
        assertThat(effect(change).since()).isEqualTo("2026-08-01");

        room.at("2026-09-15T12:00:00Z");
        room.keep(
                unpaid,
                settled(ObjectionState.TERMINATED, room.now()).leaving(leaves).of("A"));
        assertCleared("2026-08-01T04:00:00Z");
        assertThat(effect(change).since()).isEqualTo("2026-08-01");
    }

    @Test
    void a_case_that_was_closed_after_a_termination_is_named_although_the_refund_of_that_is_unpaid() {
        String change = withOrders("A", "B");
        room.objection(
                change,
                customer,
                open(ObjectionState.TERMINATING)
                        .leaving(Instant.parse("2026-08-01T04:00:00Z"))
                        .of("A"));
        room.terminated(customer, LocalDate.parse("2026-07-31"), "A");
        Objection later = room.objection(change, customer, settled(ObjectionState.WITHDRAWN, room.now()));

        room.at("2026-08-01T04:00:00Z");
        assertThat(effect(change).objection()).isEqualTo(later.reference());
        assertThat(effect(change).outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    void who_left_is_told_until_when_its_orders_run_and_that_they_have_ended() {
        String change = withOrders("A");
        room.objection(
                change,
                customer,
                settled(ObjectionState.TERMINATED, room.now()).leaving(Instant.parse("2026-08-01T04:00:00Z")));
        Customer left = room.terminated(customer, LocalDate.parse("2026-07-31"), "A");
        room.objection(
                change,
                customer,
                settled(ObjectionState.TERMINATED, room.now()).leaving(Instant.parse("2026-07-01T04:00:00Z")));
        LocalDate last = LocalDate.parse("2026-07-31");

        room.at("2026-08-01T03:59:59Z");
        assertThat(room.heldBack(left, change)).contains(new HeldBack(Reason.LEAVING, last, ClearanceRoom.ZONE));
        room.at("2026-08-01T04:00:00Z");
        assertThat(room.heldBack(left, change)).contains(new HeldBack(Reason.LEFT, last, ClearanceRoom.ZONE));

        room.objection(change, customer, open(ObjectionState.ASSESSMENT));
        assertThat(room.heldBack(left, change)).contains(HeldBack.BY_OBJECTION);
    }

    /** It objected for all its orders and ended one of them: the other runs, whatever the objection said. */
    @Test
    void which_orders_have_ended_is_what_was_elected_and_not_what_was_objected_for() {
        String change = withOrders("A", "B");
        room.objection(
                change,
                customer,
                settled(ObjectionState.TERMINATED, room.now()).leaving(Instant.parse("2026-08-01T04:00:00Z")));
        room.terminated(customer, LocalDate.parse("2026-07-31"), "A");

        room.at("2026-08-01T04:00:00Z");
        assertCleared("2026-08-01T04:00:00Z");
    }

    @Test
    void an_order_it_objected_for_that_was_ended_leaves_none_however_many_it_named() {
        String change = withOrders("A");
        room.objection(
                change,
                customer,
                settled(ObjectionState.TERMINATED, room.now())
                        .leaving(Instant.parse("2026-08-01T04:00:00Z"))
                        .of("Z"));
        room.terminated(customer, LocalDate.parse("2026-07-31"), "A");

        room.at("2026-08-01T04:00:00Z");
        assertNotCleared("no order is left");
    }

    private String withOrders(String... orders) {
        room.at("2026-02-01T12:00:00Z");
        customer = room.customer(
                id,
                "enterprise",
                null,
                Set.of(),
                Stream.of(orders)
                        .map(order -> ClearanceRoom.order(order, "2026-01-01", "2027-12-31"))
                        .toArray(ImportedOrder[]::new));
        return liveAfterNotice();
    }

    /** The promise here asks for no grounds. */
    @Test
    void a_final_refusal_clears_unless_it_judged_grounds_that_the_promise_does_not_ask_for() {
        String change = liveAfterNotice();
        room.objection(
                change, customer, settled(ObjectionState.REFUSED, room.now()).refusedFor(RefusalReason.GROUNDS));

        assertNotCleared("refused for its grounds, although the promise asks for none");
    }

    @Test
    void an_objection_filed_again_after_a_final_refusal_unclears_once_it_is_admitted() {
        String change = liveAfterNotice();
        room.objection(
                change, customer, settled(ObjectionState.REFUSED, room.now()).refusedFor(RefusalReason.LATE));

        Objection again =
                room.objection(change, customer, open(ObjectionState.ASSESSMENT).filedAgain());
        assertCleared(room.now().toString());
        room.admitted(again);
        assertNotCleared("it was admitted and an offer is to be made");
    }

    @Test
    void an_objector_that_was_left_out_stays_uncleared_until_its_case_ends_in_a_clearing_way() {
        String change = liveAfterNotice();

        room.objection(change, customer, open(ObjectionState.OFFERED).leftOut(room.now()));

        assertNotCleared("The change went live without this customer.");
    }

    @Test
    void an_objection_of_somebody_else_changes_nothing() {
        String change = liveAfterNotice();
        Customer other = room.customer(id + "-other");

        room.objection(change, other, open(ObjectionState.ASSESSMENT));

        assertCleared(LIVE);
    }

    @Test
    void one_to_be_matched_unclears_whoever_could_still_object_when_it_came() {
        String change = live(Track.EXPEDITED, "2026-07-01", "2026-07-01");
        room.objection(change, null, open(ObjectionState.UNMATCHED));

        assertNotCleared("still to be assigned");
    }

    @Test
    void one_to_be_matched_holds_nothing_back_on_the_page_of_whoever_withdrew_its_own() {
        String change = live(Track.EXPEDITED, "2026-07-01", "2026-07-01");
        room.objection(change, customer, settled(ObjectionState.WITHDRAWN, SETTLED));
        room.objection(change, null, open(ObjectionState.UNMATCHED));

        assertNotCleared("still to be assigned");
        assertThat(room.heldBack(customer, change)).isEmpty();
    }

    @Test
    void one_to_be_matched_that_came_after_the_window_unclears_only_whose_contact_may_have_sent_it() {
        String change = liveAfterNotice();
        room.objection(change, null, open(ObjectionState.UNMATCHED).from("stranger@elsewhere.example"));
        assertCleared(LIVE);

        room.objection(change, null, open(ObjectionState.UNMATCHED).from(id.toUpperCase() + "@example.com"));

        assertNotCleared("still to be assigned");
    }

    // ---- changes of a listed entry

    @Test
    void a_change_of_an_entry_that_is_not_in_effect_takes_nothing_away_and_its_objection_is_named() {
        liveAfterNotice();
        String change = room.pending(ChangeKind.MODIFY, vendor, Track.NOTICE);
        assertCleared(LIVE);
        assertThat(now().reason().english()).doesNotContain(change);

        room.objection(change, customer, open(ObjectionState.ASSESSMENT));

        assertCleared(LIVE);
        assertThat(now().reason().english())
                .contains("The role that the change " + change + " would give it is not cleared");
    }

    @Test
    void an_entry_is_not_cleared_in_a_changed_role_before_the_customers_notice_of_that_has_ended() {
        liveAfterNotice();
        String change = room.pending(ChangeKind.MODIFY, vendor, Track.NOTICE);
        room.notice(change, customer);
        room.leftOut(change, customer);
        room.at("2026-07-10T12:00:00Z");
        room.publish(change);

        assertNotCleared("What it was cleared for before that change stays cleared.");
        assertThat(now().reason().english()).contains(change);
    }

    @Test
    void a_new_address_of_a_listed_vendor_moves_nothing() {
        liveAfterNotice();
        room.at("2026-07-10T12:00:00Z");
        room.live(ChangeKind.MODIFY, vendor, Track.UNANNOUNCED);

        assertCleared(LIVE);
    }

    @Test
    void an_objection_to_what_brought_an_entry_holds_through_its_later_changes() {
        String origin = liveAfterNotice();
        room.objection(origin, customer, open(ObjectionState.CONTESTED));
        room.at("2026-07-10T12:00:00Z");
        room.live(ChangeKind.MODIFY, vendor, Track.UNANNOUNCED);

        assertNotCleared("another reviewer decides");
    }

    // ---- the list of all

    @Test
    void the_list_says_the_same_as_each_question_and_asks_no_more_for_more_entries() {
        liveAfterNotice();
        room.list(id);
        int few = room.statementsOf(() -> room.list(id));
        IntStream.range(0, 20).forEach(i -> room.live(ChangeKind.ADD, "More " + id + "-" + i, Track.NOTICE));

        int many = room.statementsOf(() -> room.list(id));

        assertThat(many).isEqualTo(few).isLessThan(15);
        assertThat(room.list(id))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        entry -> assertThat(room.of(id, entry.subprocessor())).isEqualTo(entry.clearance()));
    }

    // ---- what is written to customers when a change took effect

    @Test
    void it_is_in_effect_for_whoever_has_no_objection_or_one_that_clears() {
        String change = liveAfterNotice();
        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(Use.IN_EFFECT, LocalDate.parse("2026-06-01"), null, null, null, null));

        Objection lapsed = room.objection(change, customer, settled(ObjectionState.LAPSED, room.now()));
        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(
                        Use.IN_EFFECT, LocalDate.parse("2026-06-01"), null, null, lapsed.reference(), Outcome.LAPSED));
    }

    @Test
    void it_is_not_for_whoever_is_exempted_and_says_from_when_it_may_be() {
        String change = liveAfterNotice();
        Objection exempted = room.objection(
                change, customer, settled(ObjectionState.EXEMPTED, room.now()).offering(Cure.EXEMPTION, "2026-07-31"));

        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(
                        Use.EXEMPTED_UNTIL,
                        null,
                        LocalDate.parse("2026-07-31"),
                        LocalDate.parse("2026-08-01"),
                        exempted.reference(),
                        Outcome.SETTLED));
        room.at("2026-08-01T03:59:59Z");
        assertThat(effect(change).use()).isEqualTo(Use.EXEMPTED_UNTIL);
        room.at("2026-08-01T04:00:00Z");
        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(
                        Use.IN_EFFECT,
                        LocalDate.parse("2026-08-01"),
                        null,
                        null,
                        exempted.reference(),
                        Outcome.EXEMPTION_ENDED));
    }

    @Test
    void whose_objection_was_refused_for_good_is_told_that_another_waits_to_be_admitted() {
        String change = liveAfterNotice();
        Objection refused = room.objection(
                change, customer, settled(ObjectionState.REFUSED, room.now()).refusedFor(RefusalReason.LATE));

        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(
                        Use.IN_EFFECT,
                        LocalDate.parse("2026-06-01"),
                        null,
                        null,
                        refused.reference(),
                        Outcome.REFUSED,
                        List.of(),
                        true));
    }

    @Test
    void a_safeguard_that_was_agreed_is_told_as_one() {
        String change = liveAfterNotice();
        room.objection(
                change, customer, settled(ObjectionState.RESOLVED, room.now()).offering(Cure.SAFEGUARD, null));

        assertThat(effect(change).outcome()).isEqualTo(Outcome.SAFEGUARDED);
    }

    @Test
    void it_is_held_back_by_an_open_objection_also_one_filed_after_an_exemption() {
        String change = liveAfterNotice();
        room.objection(
                change, customer, settled(ObjectionState.EXEMPTED, room.now()).offering(Cure.EXEMPTION, null));
        assertThat(effect(change).use()).isEqualTo(Use.EXEMPTED);

        Objection open = room.objection(change, customer, open(ObjectionState.ASSESSMENT));
        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(Use.HELD_BACK, null, null, null, open.reference(), Outcome.OPEN));
    }

    @Test
    void who_leaves_is_told_until_when_and_who_has_left_is_told_nothing() {
        String change = liveAfterNotice();
        Instant end = Instant.parse("2026-07-01T04:00:00Z");
        Objection left = room.objection(
                change, customer, settled(ObjectionState.TERMINATED, room.now()).leaving(end));

        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(
                        Use.LEAVING,
                        null,
                        LocalDate.parse("2026-06-30"),
                        LocalDate.parse("2026-07-01"),
                        left.reference(),
                        Outcome.TERMINATED));
        room.at("2026-07-01T04:00:00Z");
        assertThat(effect(change).use()).isEqualTo(Use.LEFT);
    }

    @Test
    void who_terminated_is_told_which_orders_end_and_since_when_others_are_concerned() {
        String change = withOrders("A", "B", "C");
        Objection left = room.objection(
                change,
                customer,
                settled(ObjectionState.TERMINATED, room.now()).leaving(Instant.parse("2026-08-01T04:00:00Z")));
        room.elected(
                left,
                new Election("A", List.of(), LocalDate.parse("2026-07-31")),
                new Election("B", List.of("L-1"), LocalDate.parse("2026-06-30")));
        List<TerminatedOrder> orders = List.of(
                new TerminatedOrder("A", List.of(), LocalDate.parse("2026-07-31")),
                new TerminatedOrder("B", List.of("L-1"), LocalDate.parse("2026-06-30")));

        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(
                        Use.LEAVING,
                        null,
                        LocalDate.parse("2026-07-31"),
                        LocalDate.parse("2026-08-01"),
                        left.reference(),
                        Outcome.TERMINATED,
                        orders));
        room.at("2026-08-01T04:00:00Z");
        assertThat(effect(change))
                .isEqualTo(new EffectOnCustomer(
                        Use.IN_EFFECT,
                        LocalDate.parse("2026-08-01"),
                        null,
                        null,
                        left.reference(),
                        Outcome.TERMINATED,
                        orders));
    }

    @Test
    void an_exemption_after_a_termination_names_the_orders_that_it_is_not_about() {
        String change = withOrders("A", "B");
        Objection left = room.objection(
                change,
                customer,
                settled(ObjectionState.TERMINATED, room.now())
                        .leaving(room.now())
                        .of("A"));
        room.terminated(customer, LocalDate.parse("2026-06-01"), "A");
        room.elected(left, new Election("A", List.of(), LocalDate.parse("2026-06-01")));
        room.at("2026-06-03T12:00:00Z");
        for (String until : new String[] {null, "2026-07-31"}) {
            room.objection(
                    change,
                    customer,
                    settled(ObjectionState.EXEMPTED, room.now()).offering(Cure.EXEMPTION, until));
            assertThat(effect(change).terminated())
                    .containsExactly(new TerminatedOrder("A", List.of(), LocalDate.parse("2026-06-01")));
        }
    }

    @Test
    void whose_own_notice_still_runs_is_told_nothing_yet() {
        String change = live(Track.NOTICE, "2026-06-10", "2026-05-16");

        assertThat(effect(change).use()).isEqualTo(Use.NOT_YET);
    }

    @Test
    void an_objection_that_ended_after_going_live_says_since_when_it_applies() {
        String change = liveAfterNotice();
        room.at("2026-06-20T12:00:00Z");
        room.objection(change, customer, settled(ObjectionState.LAPSED, room.now()));

        assertThat(effect(change).since()).isEqualTo("2026-06-20");
    }

    @Test
    void what_was_in_effect_until_its_customer_objected_is_not_forgotten() {
        String change = liveAfterNotice();
        assertThat(usedBefore(change)).isEmpty();
        room.at("2026-06-02T12:00:00Z");
        Objection refused = room.objection(change, customer, open(ObjectionState.ASSESSMENT));
        assertThat(usedBefore(change)).containsExactly(past("2026-06-01", "2026-06-02"));
        room.at("2026-06-12T12:00:00Z");
        room.keep(refused, settled(ObjectionState.REFUSED, room.now()).refusedFor(RefusalReason.LATE));
        assertThat(effect(change).since()).isEqualTo("2026-06-12");
        assertThat(usedBefore(change)).containsExactly(past("2026-06-01", "2026-06-02"));

        room.at("2026-06-14T12:00:00Z");
        Objection again = room.objection(
                change,
                customer,
                settled(ObjectionState.REFUSED, room.now())
                        .refusedFor(RefusalReason.LATE)
                        .filedAgain());
        assertThat(effect(change).since())
                .as("refused without having been admitted as a new one, it kept nothing away")
                .isEqualTo("2026-06-12");
        assertThat(usedBefore(change)).containsExactly(past("2026-06-01", "2026-06-02"));

        room.at("2026-06-16T12:00:00Z");
        room.keep(again, open(ObjectionState.AWAITING_OFFER));
        room.admits(again);
        assertThat(usedBefore(change))
                .as("use went on until it was admitted")
                .containsExactly(
                        past("2026-06-01", "2026-06-02"),
                        new PastUse(
                                LocalDate.parse("2026-06-12"),
                                LocalDate.parse("2026-06-14"),
                                LocalDate.parse("2026-06-16"),
                                false,
                                ClearanceRoom.ZONE));
    }

    @Test
    void what_was_in_use_first_until_no_message_had_reached_its_customer_is_not_forgotten() {
        String change = live(Track.EXPEDITED, "2026-07-01", "2026-07-01");
        room.at("2026-06-04T12:00:00Z");
        room.unreached(change, customer);
        PastUse missed = new PastUse(
                LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-04"), null, true, ClearanceRoom.ZONE);
        assertThat(usedBefore(change)).containsExactly(missed);

        room.at("2026-06-10T12:00:00Z");
        room.started(change, customer, "2026-07-10", "2026-07-10");
        assertThat(usedBefore(change)).containsExactly(missed);
        room.at("2026-06-12T12:00:00Z");
        room.objection(change, customer, open(ObjectionState.ASSESSMENT));
        assertThat(usedBefore(change)).containsExactly(missed, past("2026-06-10", "2026-06-12"));
    }

    @Test
    void an_objection_before_the_change_took_effect_ended_no_use() {
        String change = liveAfterNotice();
        room.at(ANNOUNCED);
        room.objection(change, customer, settled(ObjectionState.RESOLVED, Instant.parse("2026-06-20T12:00:00Z")));
        room.at("2026-06-21T12:00:00Z");

        assertThat(effect(change).since()).isEqualTo("2026-06-20");
        assertThat(usedBefore(change)).isEmpty();
    }

    @Test
    void a_later_agreement_ends_what_an_exemption_kept_away() {
        String change = liveAfterNotice();
        room.at("2026-06-02T12:00:00Z");
        room.objection(
                change, customer, settled(ObjectionState.EXEMPTED, room.now()).offering(Cure.EXEMPTION, null));
        room.at("2026-06-10T12:00:00Z");
        room.objection(
                change, customer, settled(ObjectionState.RESOLVED, room.now()).offering(Cure.SAFEGUARD, null));
        room.at("2026-06-20T12:00:00Z");
        room.objection(change, customer, open(ObjectionState.ASSESSMENT));

        assertThat(usedBefore(change))
                .containsExactly(past("2026-06-01", "2026-06-02"), past("2026-06-10", "2026-06-20"));
    }

    private List<PastUse> usedBefore(String change) {
        return room.usedBefore(customer, change);
    }

    private static PastUse past(String from, String objectedOn) {
        return new PastUse(LocalDate.parse(from), LocalDate.parse(objectedOn), null, false, ClearanceRoom.ZONE);
    }

    @Test
    void it_asks_no_more_for_more_customers() {
        String change = liveAfterNotice();
        Customer other = room.customer(id + "-other");
        room.notice(change, other);
        room.started(change, other, "2026-05-31", "2026-05-16");
        room.objection(change, other, open(ObjectionState.ASSESSMENT));
        room.effect(change, customer);
        int forOne = room.statementsOf(() -> room.effect(change, customer));

        assertThat(room.statementsOf(() -> room.effect(change, customer, other)))
                .isEqualTo(forOne);
        assertThat(room.effect(change, customer, other).get(other.id()).use()).isEqualTo(Use.HELD_BACK);
    }

    private EffectOnCustomer effect(String change) {
        return room.effect(change, customer).get(customer.id());
    }
}
