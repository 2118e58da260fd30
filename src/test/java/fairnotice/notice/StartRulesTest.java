package fairnotice.notice;

import static fairnotice.calendar.Almanac.BERLIN;
import static fairnotice.calendar.Almanac.after;
import static fairnotice.calendar.Almanac.days;
import static fairnotice.calendar.Almanac.midnight;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.mail.MessageState;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import fairnotice.register.StartEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What starts a customer's clock. */
class StartRulesTest {

    private static final NoticePolicy SENT = Promise.in(BERLIN).made();
    private static final NoticePolicy THREE_DAYS =
            Promise.in(BERLIN).received("3 days").made();
    private static final Instant MONDAY = Instant.parse("2026-06-01T10:00:00Z");

    @ParameterizedTest
    @EnumSource(Start.By.class)
    void only_a_clock_that_waits_or_runs_from_receipt_is_moved_by_a_proof_of_receipt(Start.By by) {
        boolean fromReceipt = by == Start.By.RECEIVED || by == Start.By.PRESUMED_RECEIVED;

        assertThat(StartRules.isMovedByReceipt(new Start(Instant.EPOCH, by))).isEqualTo(fromReceipt);
        assertThat(StartRules.isMovedByReceipt(null)).isTrue();
    }

    @Test
    void sent_is_when_the_first_contact_was_reached_whoever_else_was_not() {
        assertThat(sent(
                        outcome(1, MessageState.REFUSED, MONDAY),
                        outcome(2, MessageState.HANDED_OVER, MONDAY.plusSeconds(90)),
                        outcome(3, MessageState.HANDED_OVER, MONDAY.plusSeconds(30)),
                        outcome(4, MessageState.DEFERRED, MONDAY)))
                .contains(new Start(MONDAY.plusSeconds(30), Start.By.SENT));
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageState.class,
            names = {"HANDED_OVER", "DELIVERED"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothing_starts_while_nobody_was_reached(MessageState state) {
        assertThat(sent(outcome(1, state, MONDAY))).isEmpty();
        assertThat(received(null, outcome(1, state, MONDAY))).isEmpty();
    }

    @Test
    void where_sending_starts_the_clock_an_acknowledgement_moves_nothing_and_alone_proves_receipt() {
        Instant clicked = MONDAY.plus(Duration.ofDays(31));

        assertThat(start(SENT, clicked, outcome(1, MessageState.HANDED_OVER, MONDAY)))
                .contains(new Start(MONDAY, Start.By.SENT));
        assertThat(start(SENT, clicked, outcome(1, MessageState.BOUNCED, MONDAY)))
                .contains(new Start(clicked, Start.By.RECEIVED));
    }

    @Test
    void a_delivery_report_moves_nothing_where_sending_starts_the_clock() {
        ContactOutcome standing = outcome(1, MessageState.HANDED_OVER, MONDAY)
                .then(outcome(1, MessageState.DELIVERED, MONDAY.plus(Duration.ofDays(2))));

        assertThat(standing.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(standing.at()).isEqualTo(MONDAY.plus(Duration.ofDays(2)));
        assertThat(sent(standing)).contains(new Start(MONDAY, Start.By.SENT));
    }

    @Test
    void a_bounce_takes_back_what_was_sent_and_a_first_hand_over_counts_from_its_own_time() {
        Instant later = MONDAY.plus(Duration.ofDays(1));
        ContactOutcome handedOver = outcome(1, MessageState.HANDED_OVER, MONDAY);

        assertThat(sent(handedOver.then(outcome(1, MessageState.BOUNCED, later))))
                .isEmpty();
        assertThat(sent(outcome(1, MessageState.DEFERRED, MONDAY).then(outcome(1, MessageState.HANDED_OVER, later))))
                .contains(new Start(later, Start.By.SENT));
    }

    @Test
    void a_message_sent_again_after_it_bounced_counts_from_its_second_hand_over() {
        Instant later = MONDAY.plus(Duration.ofDays(3));
        ContactOutcome bounced = outcome(1, MessageState.HANDED_OVER, MONDAY)
                .then(outcome(1, MessageState.BOUNCED, MONDAY.plus(Duration.ofDays(1))));

        ContactOutcome again = bounced.then(outcome(1, MessageState.HANDED_OVER, later));

        assertThat(sent(again)).contains(new Start(later, Start.By.SENT));
    }

    @Test
    void a_delivery_report_is_the_receipt_where_receipt_starts_the_clock_unless_it_was_presumed_before() {
        Instant reported = MONDAY.plusSeconds(20);
        Instant readLate = MONDAY.plus(Duration.ofDays(20));
        ContactOutcome handedOver = outcome(1, MessageState.HANDED_OVER, MONDAY);

        assertThat(received(null, handedOver.then(outcome(1, MessageState.DELIVERED, reported))))
                .contains(new Start(reported, Start.By.RECEIVED));
        assertThat(received(null, handedOver.then(outcome(1, MessageState.DELIVERED, readLate))))
                .contains(new Start(Instant.parse("2026-06-04T10:00:00Z"), Start.By.PRESUMED_RECEIVED));
    }

    @Test
    void where_publication_starts_the_clock_nothing_that_becomes_of_a_message_moves_it() {
        NoticePolicy published = Promise.in(BERLIN).from(StartEvent.PUBLISHED).made();
        Start page = StartRules.expected(published, Holidays.NONE, true, MONDAY);
        Notice notice = notice(page, MONDAY.plusSeconds(5));

        assertThat(page).isEqualTo(new Start(MONDAY, Start.By.PUBLISHED));
        for (MessageState state : MessageState.values()) {
            assertThat(StartRules.start(published, Holidays.NONE, notice, List.of(outcome(1, state, MONDAY))))
                    .as("%s", state)
                    .contains(page);
        }
    }

    @Test
    void a_notice_from_before_the_page_started_every_clock_starts_when_it_was_given() {
        NoticePolicy published = Promise.in(BERLIN).from(StartEvent.PUBLISHED).made();
        Instant later = MONDAY.plus(Duration.ofDays(2));

        for (MessageState state : MessageState.values()) {
            assertThat(start(published, later, outcome(1, state, later)))
                    .as("%s", state)
                    .contains(new Start(MONDAY, Start.By.PUBLISHED));
        }
    }

    @Test
    void what_is_expected_before_anything_was_sent_follows_the_promise() {
        assertThat(StartRules.expected(SENT, Holidays.NONE, true, MONDAY)).isEqualTo(new Start(MONDAY, Start.By.SENT));
        assertThat(StartRules.expected(SENT, Holidays.NONE, false, MONDAY))
                .isEqualTo(new Start(MONDAY, Start.By.PUBLISHED));
        assertThat(StartRules.expected(THREE_DAYS, Holidays.NONE, true, MONDAY))
                .isEqualTo(new Start(Instant.parse("2026-06-04T10:00:00Z"), Start.By.PRESUMED_RECEIVED));
        assertThat(StartRules.expected(THREE_DAYS, Holidays.NONE, false, MONDAY))
                .isEqualTo(new Start(MONDAY, Start.By.PUBLISHED));
    }

    @Test
    void without_a_report_receipt_is_presumed_so_many_days_after_sending_at_the_same_hour() {
        days(2027, 2028).forEach(day -> {
            Instant noon = midnight(day, BERLIN).plus(Duration.ofHours(12));

            Optional<Start> start = received(null, outcome(1, MessageState.HANDED_OVER, noon));

            LocalDate presumed = LocalDate.ofInstant(start.orElseThrow().at(), BERLIN);
            assertThat(presumed).as("sent on %s", day).isEqualTo(after(day, 3));
            assertThat(start.orElseThrow().by()).isEqualTo(Start.By.PRESUMED_RECEIVED);
        });
    }

    /** 5 June 2026 is a Friday, and the Monday after it is made a holiday here. */
    @ParameterizedTest
    @CsvSource({
        "2 business days, 2026-06-05, 2026-06-10",
        "1 business day, 2026-06-04, 2026-06-05",
        "1 week, 2026-06-05, 2026-06-12",
        "1 month, 2026-01-31, 2026-02-28",
        "2 days, 2026-06-05, 2026-06-07",
    })
    void a_presumption_is_counted_in_what_it_is_stated_in(String period, LocalDate sent, LocalDate presumed) {
        NoticePolicy policy = Promise.in(BERLIN).received(period).made();
        Holidays holidays = Set.of(LocalDate.parse("2026-06-08"))::contains;

        Optional<Start> start = StartRules.start(
                policy,
                holidays,
                notice(null, null),
                List.of(outcome(
                        1, MessageState.HANDED_OVER, midnight(sent, BERLIN).plusSeconds(36_000))));

        assertThat(LocalDate.ofInstant(start.orElseThrow().at(), BERLIN)).isEqualTo(presumed);
    }

    @Test
    void an_acknowledgement_makes_the_receipt_earlier_and_never_later() {
        ContactOutcome handedOver = outcome(1, MessageState.HANDED_OVER, MONDAY);
        Instant presumed = Instant.parse("2026-06-04T10:00:00Z");

        for (int hours = 0; hours <= 24 * 40; hours++) {
            Instant acknowledged = MONDAY.plus(Duration.ofHours(hours));

            Start start = received(acknowledged, handedOver).orElseThrow();

            assertThat(start.at())
                    .as("acknowledged %d hours after it was sent", hours)
                    .isEqualTo(hours <= 72 ? acknowledged : presumed);
        }
    }

    @Test
    void nothing_is_received_before_it_is_given() {
        Instant before = MONDAY.minus(Duration.ofDays(20));

        assertThat(received(before, outcome(1, MessageState.HANDED_OVER, MONDAY)))
                .contains(new Start(MONDAY, Start.By.RECEIVED));
        assertThat(start(SENT, before, outcome(1, MessageState.BOUNCED, MONDAY)))
                .contains(new Start(MONDAY, Start.By.RECEIVED));
    }

    @Test
    void an_objection_answers_the_notice_of_its_round_from_the_minute_in_which_that_was_given() {
        Instant minute = Instant.parse("2026-06-01T10:00:00Z");
        Notice notice = notice(null, null, minute.plusSeconds(40));

        assertThat(notice.isAnsweredBy(1, minute)).isTrue();
        assertThat(notice.isAnsweredBy(1, minute.minusSeconds(1))).isFalse();
        assertThat(notice.isAnsweredBy(2, minute.plusSeconds(90))).isFalse();
    }

    @Test
    void an_acknowledgement_after_a_delivery_report_changes_nothing() {
        ContactOutcome delivered = outcome(1, MessageState.DELIVERED, MONDAY);

        assertThat(received(MONDAY.plusSeconds(1), delivered)).contains(new Start(MONDAY, Start.By.RECEIVED));
    }

    @Test
    void an_acknowledgement_alone_proves_receipt_even_where_the_message_bounced() {
        assertThat(received(MONDAY, outcome(1, MessageState.BOUNCED, MONDAY)))
                .contains(new Start(MONDAY, Start.By.RECEIVED));
    }

    @Test
    void the_first_contact_that_has_it_counts_reported_or_presumed() {
        ContactOutcome quietly = outcome(1, MessageState.HANDED_OVER, MONDAY);
        ContactOutcome reported = outcome(2, MessageState.DELIVERED, MONDAY.plus(Duration.ofDays(5)));

        assertThat(received(null, quietly, reported))
                .contains(new Start(Instant.parse("2026-06-04T10:00:00Z"), Start.By.PRESUMED_RECEIVED));
    }

    @Test
    void a_message_may_still_arrive_while_it_is_unsent_or_deferred() {
        Set<MessageState> open = EnumSet.of(MessageState.PENDING, MessageState.DEFERRED);

        for (MessageState state : MessageState.values()) {
            assertThat(StartRules.mayStillArrive(
                            List.of(outcome(1, MessageState.REFUSED, MONDAY), outcome(2, state, MONDAY))))
                    .as("%s", state)
                    .isEqualTo(open.contains(state));
        }
    }

    private static Optional<Start> sent(ContactOutcome... contacts) {
        return start(SENT, null, contacts);
    }

    private static Optional<Start> received(Instant acknowledged, ContactOutcome... contacts) {
        return start(THREE_DAYS, acknowledged, contacts);
    }

    private static Optional<Start> start(NoticePolicy policy, Instant acknowledged, ContactOutcome... contacts) {
        return StartRules.start(policy, Holidays.NONE, notice(null, acknowledged), List.of(contacts));
    }

    private static Notice notice(Start start, Instant acknowledged) {
        return notice(start, acknowledged, MONDAY);
    }

    private static Notice notice(Start start, Instant acknowledged, Instant given) {
        return NoticeBuilder.builder()
                .id(7)
                .reference("OPSTICKET-2026-0007")
                .round(1)
                .register("opsticket")
                .policyVersion(1)
                .customer(1)
                .told(true)
                .mayObject(true)
                .givenAt(given)
                .start(start)
                .acknowledgedAt(acknowledged)
                .build();
    }

    private static ContactOutcome outcome(long contact, MessageState state, Instant at) {
        return new ContactOutcome(7, contact, state, at, state == MessageState.HANDED_OVER ? at : null);
    }
}
