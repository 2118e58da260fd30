package fairnotice.objection;

import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.calendar.Almanac.midnight;
import static fairnotice.objection.CustomerStep.ACCEPT;
import static fairnotice.objection.CustomerStep.CONTEST;
import static fairnotice.objection.CustomerStep.ELECT;
import static fairnotice.objection.CustomerStep.REJECT;
import static fairnotice.objection.CustomerStep.REPLY;
import static fairnotice.objection.CustomerStep.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.calendar.Holidays;
import fairnotice.mail.MessageState;
import fairnotice.refusal.Refused;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** In time or late is computed from the date. Days end in Toronto, four or five hours after the server's; no timer fires here. */
class ElapsedDatesTest {

    private static final NoticePolicy WITHOUT_REMEDY = Promise.in(TORONTO).made();
    private static final NoticePolicy WITH_REMEDY =
            Promise.in(TORONTO).terminating("30 days").made();

    /** 8 March 2026 has 23 hours there, 1 November 25; 2028 has a 29 February. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-08, 2026-03-09T04:00:00Z",
        "2026-11-01, 2026-11-02T05:00:00Z",
        "2028-02-29, 2028-03-01T05:00:00Z"
    })
    void an_offer_can_be_answered_until_the_last_second_of_its_last_day_and_not_after_it(LocalDate last, Instant end) {
        Objection offered = Cases.waiting(ObjectionState.OFFERED, midnight(last.plusDays(1), TORONTO));
        assertThat(offered.dueAt()).isEqualTo(end);

        Objection inTime = elapsed(WITH_REMEDY).at(end.minusSeconds(1), offered);
        Objection late = elapsed(WITH_REMEDY).at(end, offered);

        assertThat(inTime.steps()).isEqualTo(Set.of(REPLY, ACCEPT, REJECT, WITHDRAW));
        assertThat(late.state()).isEqualTo(ObjectionState.TERMINATION_OFFERED);
        assertThat(late.steps()).isEqualTo(Set.of(REPLY, ELECT, WITHDRAW));
        assertThat(late.dueAt()).isEqualTo(midnight(last.plusDays(31), TORONTO));
    }

    @ParameterizedTest
    @EnumSource(
            value = CustomerStep.class,
            names = {"REPLY", "ACCEPT", "REJECT", "WITHDRAW"})
    void a_late_answer_is_refused_with_the_last_day(CustomerStep step) {
        Objection offered = Cases.waiting(ObjectionState.OFFERED, Instant.parse("2026-03-09T04:00:00Z"));
        ElapsedDates elapsed = elapsed(WITHOUT_REMEDY);

        assertThat(elapsed.at(Instant.parse("2026-03-09T03:59:59Z"), offered, step))
                .isSameAs(offered);
        assertThatThrownBy(() -> elapsed.at(Instant.parse("2026-03-09T04:00:00Z"), offered, step))
                .isInstanceOf(Refused.class)
                .hasMessage("The last day to " + step.words().english() + " was 8 March 2026 (America/Toronto).");
    }

    @Test
    void without_a_remedy_an_unanswered_offer_ends_without_an_agreement() {
        Objection offered = Cases.waiting(ObjectionState.OFFERED, Instant.parse("2026-03-09T04:00:00Z"));

        Objection late = elapsed(WITHOUT_REMEDY).at(Instant.parse("2026-03-09T04:00:00Z"), offered);

        assertThat(late.state()).isEqualTo(ObjectionState.NOT_AGREED);
        assertThat(late.steps()).isEmpty();
    }

    @Test
    void a_refusal_is_final_and_a_termination_offered_lapses_after_the_last_day() {
        Instant end = Instant.parse("2028-03-01T05:00:00Z");
        Objection refused = Cases.waiting(ObjectionState.REFUSED, end);
        Objection offered = Cases.waiting(ObjectionState.TERMINATION_OFFERED, end);
        ElapsedDates elapsed = elapsed(WITH_REMEDY);

        assertThat(elapsed.at(end.minusNanos(1), refused).steps()).isEqualTo(Set.of(REPLY, CONTEST, WITHDRAW));
        assertThat(elapsed.at(end, refused).isSettled()).isTrue();
        assertThat(elapsed.at(end.minusNanos(1), offered).steps()).isEqualTo(Set.of(REPLY, ELECT, WITHDRAW));
        assertThat(elapsed.at(end, offered).state()).isEqualTo(ObjectionState.LAPSED);
        assertThatThrownBy(() -> elapsed.at(end, offered, ELECT))
                .hasMessage("The last day to terminate orders was 29 February 2028 (America/Toronto).");
    }

    /** An offer due on 12 March, and thirty days after it: the customer may leave from 12 April on. */
    @Test
    void the_publisher_may_be_late_with_its_offer_and_its_silence_ends_the_search_later() {
        Objection due = Cases.waiting(ObjectionState.AWAITING_OFFER, Instant.parse("2026-03-13T04:00:00Z"));
        ElapsedDates elapsed = elapsed(WITH_REMEDY);

        assertThat(elapsed.at(Instant.parse("2026-04-12T03:59:59Z"), due)).isSameAs(due);
        assertThat(elapsed.at(Instant.parse("2026-04-12T04:00:00Z"), due).state())
                .isEqualTo(ObjectionState.TERMINATION_OFFERED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionState.class,
            names = {"UNMATCHED", "ASSESSMENT", "CONTESTED", "TERMINATING"})
    void nothing_moves_by_itself_while_the_publisher_has_the_turn(ObjectionState state) {
        Objection waiting = Cases.waiting(state, Instant.parse("2026-03-09T04:00:00Z"));

        assertThat(elapsed(WITH_REMEDY).at(Instant.parse("2030-01-01T00:00:00Z"), waiting))
                .isSameAs(waiting);
    }

    /** The letter was deferred until after the day it states: the customer has not had it, and its time has not begun. */
    @ParameterizedTest
    @CsvSource({
        "OFFERED, OFFER, 1, ACCEPT",
        "REFUSED, REFUSED, 0, CONTEST",
        "TERMINATION_OFFERED, TERMINATION_OFFER, 0, ELECT"
    })
    void nothing_ends_before_the_letter_that_starts_the_time_has_reached_anybody(
            ObjectionState state, ObjectionEmail letter, int number, CustomerStep step) {
        Instant end = Instant.parse("2026-03-09T04:00:00Z");
        Objection waiting = Cases.waiting(state, end);
        EmailKey key = new EmailKey(waiting.reference(), letter, number);
        KeptLetters written = new KeptLetters();
        ElapsedDates elapsed =
                new ElapsedDates(Cases.contexts(WITH_REMEDY), written, new SettlementDates(id -> Holidays.NONE));

        written.save(new WrittenEmail(key, end.minusSeconds(1), end, 0, null, null, List.of()));
        written.saveContacts(key, List.of(new ContactReached(1, MessageState.DEFERRED, end)));
        assertThat(elapsed.at(end, waiting)).isSameAs(waiting);
        assertThat(elapsed.at(end, waiting, step)).isSameAs(waiting);

        written.saveContacts(key, List.of(new ContactReached(1, MessageState.HANDED_OVER, end)));
        assertThat(elapsed.at(end, waiting)).isNotSameAs(waiting);
    }

    private static ElapsedDates elapsed(NoticePolicy policy) {
        return new ElapsedDates(Cases.contexts(policy), new KeptLetters(), new SettlementDates(id -> Holidays.NONE));
    }
}
