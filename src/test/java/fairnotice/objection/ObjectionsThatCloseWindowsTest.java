package fairnotice.objection;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.notice.WindowClosing;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each way a case can stand makes of the last day to object. */
class ObjectionsThatCloseWindowsTest {

    private static final Instant SETTLED = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void an_open_case_closes_it_with_the_objection() {
        assertThat(Stream.of(
                                ObjectionState.ASSESSMENT,
                                ObjectionState.AWAITING_OFFER,
                                ObjectionState.OFFERED,
                                ObjectionState.REFUSED,
                                ObjectionState.CONTESTED,
                                ObjectionState.TERMINATION_OFFERED)
                        .map(state -> ObjectionsThatCloseWindows.closing(Cases.other(3, state, null))))
                .containsOnly(WindowClosing.OBJECTION);
    }

    @Test
    void a_case_that_ended_closes_it_with_its_end() {
        Map<ObjectionState, WindowClosing> closings = new EnumMap<>(ObjectionState.class);
        List.of(
                        ObjectionState.REFUSED,
                        ObjectionState.RESOLVED,
                        ObjectionState.EXEMPTED,
                        ObjectionState.LAPSED,
                        ObjectionState.NOT_AGREED,
                        ObjectionState.MOOT,
                        ObjectionState.TERMINATED)
                .forEach(state ->
                        closings.put(state, ObjectionsThatCloseWindows.closing(Cases.settled(state, SETTLED))));

        assertThat(closings)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ObjectionState.REFUSED, WindowClosing.REFUSAL,
                        ObjectionState.RESOLVED, WindowClosing.SETTLEMENT,
                        ObjectionState.EXEMPTED, WindowClosing.SETTLEMENT,
                        ObjectionState.LAPSED, WindowClosing.LAPSE,
                        ObjectionState.NOT_AGREED, WindowClosing.NO_AGREEMENT,
                        ObjectionState.MOOT, WindowClosing.WITHDRAWAL,
                        ObjectionState.TERMINATED, WindowClosing.TERMINATION));
        assertThat(ObjectionsThatCloseWindows.closing(Cases.other(3, ObjectionState.TERMINATING, null)))
                .isEqualTo(WindowClosing.TERMINATION);
    }

    @Test
    void a_refusal_because_of_the_sender_closes_nothing() {
        Objection refused = Cases.filedBy("ann@example.com", "<1@example.com>")
                .refused(RefusalReason.NOT_ENTITLED, "Unknown", "counsel", SETTLED, SETTLED);

        assertThat(ObjectionsThatCloseWindows.closing(refused)).isNull();
        assertThat(ObjectionsThatCloseWindows.closing(refused.refusedForGood(SETTLED)))
                .isNull();
        assertThat(refused.refusedForGood(SETTLED).isFollowedOnceAdmitted(1)).isFalse();
    }

    @Test
    void what_nobody_at_the_customer_made_its_own_closes_nothing() {
        Objection written = Cases.filedBy("office@advice.example.net", "<1@advice.example.net>");
        Objection refused = written.refused(RefusalReason.GROUNDS, "In the EU", "counsel", SETTLED, SETTLED);

        assertThat(ObjectionsThatCloseWindows.closing(written))
                .as("an objection of the customer's own joins it")
                .isNull();
        assertThat(ObjectionsThatCloseWindows.closing(written.adoptedByItsCustomer()))
                .isEqualTo(WindowClosing.OBJECTION);
        assertThat(ObjectionsThatCloseWindows.closing(refused)).isNull();
        assertThat(ObjectionsThatCloseWindows.closing(refused.adoptedByItsCustomer()))
                .as("what is written after a refusal is no appeal")
                .isNull();
        assertThat(ObjectionsThatCloseWindows.closing(refused.refusedForGood(SETTLED)))
                .isNull();
        assertThat(refused.refusedForGood(SETTLED).isFollowedOnceAdmitted(1)).isFalse();
        assertThat(ObjectionsThatCloseWindows.closing(ObjectionBuilder.builder(written)
                        .state(ObjectionState.NOT_AGREED)
                        .settledAt(SETTLED)
                        .build()))
                .isNull();
        assertThat(ObjectionsThatCloseWindows.closing(ObjectionBuilder.builder(written)
                        .state(ObjectionState.LAPSED)
                        .settledAt(SETTLED)
                        .build()))
                .isNull();
    }

    @Test
    void what_a_contact_answered_in_or_appealed_closes_it_as_one_that_a_contact_filed() {
        Objection written = Cases.filedBy("office@advice.example.net", "<1@advice.example.net>");
        Objection answered =
                written.adoptedByItsCustomer().refused(RefusalReason.GROUNDS, "In the EU", "counsel", SETTLED, SETTLED);
        Objection appealed = written.refused(RefusalReason.GROUNDS, "In the EU", "counsel", SETTLED, SETTLED)
                .contested(SETTLED)
                .refused(RefusalReason.GROUNDS, "In the EU", "gc", SETTLED, SETTLED);

        assertThat(ObjectionsThatCloseWindows.closing(answered)).isEqualTo(WindowClosing.OBJECTION);
        assertThat(ObjectionsThatCloseWindows.closing(answered.refusedForGood(SETTLED)))
                .isEqualTo(WindowClosing.REFUSAL);
        assertThat(answered.refusedForGood(SETTLED).isFollowedOnceAdmitted(1)).isTrue();
        assertThat(ObjectionsThatCloseWindows.closing(appealed)).isEqualTo(WindowClosing.REFUSAL);
        assertThat(appealed.isFollowedOnceAdmitted(1)).isTrue();
    }

    @Test
    void it_counts_on_after_a_comment_an_objection_taken_back_and_one_that_came_late() {
        assertThat(ObjectionsThatCloseWindows.closing(Cases.settled(ObjectionState.COMMENT, SETTLED)))
                .isNull();
        assertThat(ObjectionsThatCloseWindows.closing(Cases.settled(ObjectionState.WITHDRAWN, SETTLED)))
                .isNull();
        assertThat(ObjectionsThatCloseWindows.closing(Cases.filed(true))).isNull();
    }

    @Test
    void an_objection_taken_back_opens_no_window_again_that_ended_meanwhile() {
        Objection taken = Cases.settled(ObjectionState.WITHDRAWN, SETTLED);

        assertThat(ObjectionsThatCloseWindows.closing(windowUntil(taken, SETTLED.plusSeconds(1))))
                .isNull();
        assertThat(ObjectionsThatCloseWindows.closing(windowUntil(taken, SETTLED)))
                .isEqualTo(WindowClosing.OBJECTION_WITHDRAWN);
    }

    private static Objection windowUntil(Objection objection, Instant closes) {
        return ObjectionBuilder.builder(objection).windowClosesAt(closes).build();
    }
}
