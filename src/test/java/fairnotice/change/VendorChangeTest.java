package fairnotice.change;

import static fairnotice.change.ChangeState.ANNOUNCING;
import static fairnotice.change.ChangeState.DECIDING;
import static fairnotice.change.ChangeState.IN_NOTICE;
import static fairnotice.change.ChangeState.IN_REVIEW;
import static fairnotice.change.ChangeState.POSTPONED;
import static fairnotice.change.ChangeState.PUBLISHED;
import static fairnotice.change.ChangeState.REJECTED;
import static fairnotice.change.ChangeState.RETURNED;
import static fairnotice.change.ChangeState.SCHEDULED;
import static fairnotice.change.ChangeState.SECOND_APPROVAL;
import static fairnotice.change.ChangeState.UNLISTED;
import static fairnotice.change.ChangeState.WITHDRAWN;
import static fairnotice.change.Proposed.AT;
import static fairnotice.change.Proposed.in;
import static fairnotice.change.Proposed.wishing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Where each move leads, and that every other is refused with a sentence that says where the change stands. */
class VendorChangeTest {

    private static final LocalDate LATER = LocalDate.parse("2026-09-01");

    /** @param done ends the sentence "cannot be …"; @param leads from each state in which it is allowed to where it leads */
    private record Move(String done, UnaryOperator<VendorChange> verb, Map<ChangeState, ChangeState> leads) {}

    private static final List<Move> MOVES = List.of(
            new Move(
                    "classified",
                    change -> change.classified(new Classification(Track.NOTICE, "", List.of())),
                    Map.of(IN_REVIEW, IN_REVIEW)),
            new Move("returned", VendorChange::returned, Map.of(IN_REVIEW, RETURNED, SECOND_APPROVAL, RETURNED)),
            new Move("rejected", change -> change.rejected(AT), Map.of(IN_REVIEW, REJECTED)),
            new Move("revised", change -> change.revised(wishing(null)), Map.of(RETURNED, IN_REVIEW)),
            new Move(
                    "approved",
                    change -> change.approved(Proposed.review(Track.NOTICE, null)),
                    Map.of(IN_REVIEW, SCHEDULED)),
            new Move(
                    "approved a second time",
                    change -> change.approvedAgain("gina"),
                    Map.of(SECOND_APPROVAL, SCHEDULED)),
            new Move("announced", change -> change.announced(AT), Map.of(SCHEDULED, ANNOUNCING)),
            new Move(
                    "followed through its notice period",
                    VendorChange::inNotice,
                    all(IN_NOTICE, ANNOUNCING, IN_NOTICE, DECIDING, POSTPONED)),
            new Move("put to a decision", VendorChange::putToDecision, all(DECIDING, IN_NOTICE, DECIDING, POSTPONED)),
            new Move(
                    "postponed",
                    change -> change.postponed(LATER, AT),
                    Map.of(
                            SCHEDULED, SCHEDULED,
                            ANNOUNCING, ANNOUNCING,
                            IN_NOTICE, IN_NOTICE,
                            DECIDING, POSTPONED,
                            POSTPONED, POSTPONED)),
            new Move(
                    "published",
                    change -> change.published(AT),
                    all(PUBLISHED, SCHEDULED, IN_NOTICE, DECIDING, POSTPONED)),
            new Move("closed", VendorChange::closed, all(PUBLISHED, IN_NOTICE, DECIDING, POSTPONED, PUBLISHED)),
            new Move(
                    "recorded without being listed",
                    change -> change.recordedUnlisted(AT),
                    Map.of(SCHEDULED, UNLISTED)),
            new Move(
                    "withdrawn",
                    change -> change.withdrawn(AT),
                    all(
                            WITHDRAWN,
                            IN_REVIEW,
                            SECOND_APPROVAL,
                            RETURNED,
                            SCHEDULED,
                            ANNOUNCING,
                            IN_NOTICE,
                            DECIDING,
                            POSTPONED)),
            new Move(
                    "amended",
                    change -> change.amended(wishing(null), "anna", AT),
                    all(
                            IN_REVIEW,
                            IN_REVIEW,
                            SECOND_APPROVAL,
                            RETURNED,
                            SCHEDULED,
                            ANNOUNCING,
                            IN_NOTICE,
                            DECIDING,
                            POSTPONED)));

    @Test
    void every_move_leads_where_it_should_or_is_refused_with_a_sentence() {
        for (Move move : MOVES) {
            for (ChangeState state : ChangeState.values()) {
                VendorChange change = in(state);
                ChangeState next = move.leads().get(state);
                if (next == null) {
                    assertThatThrownBy(() -> move.verb().apply(change))
                            .as("%s when %s", move.done(), state)
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    refused -> assertThat(refused.because()).isEqualTo(Refused.Because.CONFLICT))
                            .hasMessageContaining(Proposed.REFERENCE)
                            .hasMessageContaining("cannot be " + move.done() + " ")
                            .hasMessageContaining(inWords(state));
                } else {
                    assertThat(move.verb().apply(change).state())
                            .as("%s when %s", move.done(), state)
                            .isEqualTo(next);
                }
            }
        }
    }

    @Test
    void an_ended_change_takes_no_move_but_being_closed_again() {
        assertThat(Arrays.stream(ChangeState.values()).filter(ChangeState::isEnded))
                .containsExactlyInAnyOrder(REJECTED, PUBLISHED, UNLISTED, WITHDRAWN)
                .allSatisfy(ended -> assertThat(MOVES.stream()
                                .filter(move -> move.leads().containsKey(ended))
                                .map(Move::done))
                        .isEqualTo(ended == PUBLISHED ? List.of("closed") : List.of()));
    }

    @Test
    void an_expedited_change_is_in_use_first_and_goes_on_to_be_announced() {
        Instant announced = AT.plusSeconds(60);

        VendorChange inUse = in(SCHEDULED, Track.EXPEDITED).published(AT);
        VendorChange told = inUse.announced(announced).inNotice();

        assertThat(inUse.state()).isEqualTo(SCHEDULED);
        assertThat(inUse.isPublished()).isTrue();
        assertThat(told.publishedAt()).isEqualTo(AT);
        assertThat(told.announcedAt()).isEqualTo(announced);
        assertThat(told.closed().state()).isEqualTo(PUBLISHED);
    }

    @Test
    void what_is_in_use_is_not_published_again() {
        VendorChange inUse = in(SCHEDULED, Track.EXPEDITED).published(AT);
        VendorChange told = inUse.announced(AT).inNotice();

        for (VendorChange published : List.of(inUse, told, told.putToDecision())) {
            assertThatThrownBy(() -> published.published(AT.plusSeconds(1)))
                    .as("%s", published.state())
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("cannot be published");
        }
    }

    @Test
    void expedited_and_weakened_tracks_wait_for_a_second_approval_and_no_other() {
        for (Track given : Track.values()) {
            for (Track chosen : Track.values()) {
                VendorChange classified = in(IN_REVIEW, null).classified(new Classification(given, "", List.of()));

                ChangeState next =
                        classified.approved(Proposed.review(chosen, null)).state();

                boolean two = chosen == Track.EXPEDITED || chosen.ordinal() < given.ordinal();
                assertThat(next)
                        .as("%s chosen where the table said %s", chosen, given)
                        .isEqualTo(two ? SECOND_APPROVAL : SCHEDULED);
            }
        }
        assertThat(Track.values())
                .as("from the weakest promise to the strongest")
                .containsExactly(Track.UNLISTED, Track.UNANNOUNCED, Track.EXPEDITED, Track.NOTICE);
    }

    @Test
    void an_amendment_that_weakens_the_track_announced_waits_for_a_second_approval() {
        VendorChange told = in(SCHEDULED).announced(AT).inNotice();
        VendorChange planned = in(SCHEDULED);
        for (Track given : Track.values()) {
            Review review = Proposed.review(given, null);
            VendorChange again = amended(told, given);

            assertThat(again.approved(review).state())
                    .as("%s after a notice", given)
                    .isEqualTo(given == Track.NOTICE ? SCHEDULED : SECOND_APPROVAL);
            assertThat(amended(amended(told, given), given).approved(review).state())
                    .as("%s in the next amendment, before a review of the first", given)
                    .isEqualTo(given == Track.NOTICE ? SCHEDULED : SECOND_APPROVAL);
            assertThat(amended(again.approved(review), given).approved(review).state())
                    .as("%s in the next amendment, after a review of the first", given)
                    .isEqualTo(given == Track.NOTICE ? SCHEDULED : SECOND_APPROVAL);
            assertThat(amended(planned, given).approved(review).state())
                    .as("%s where nobody was told", given)
                    .isEqualTo(given == Track.EXPEDITED ? SECOND_APPROVAL : SCHEDULED);
        }
        VendorChange returned = amended(told, Track.UNLISTED).returned().revised(wishing(LATER));
        assertThat(returned.classified(new Classification(Track.UNLISTED, "", List.of()))
                        .approved(Proposed.review(Track.UNLISTED, null))
                        .state())
                .as("returned and handed in again")
                .isEqualTo(SECOND_APPROVAL);
    }

    private static VendorChange amended(VendorChange change, Track given) {
        return change.amended(wishing(LATER), "anna", AT).classified(new Classification(given, "", List.of()));
    }

    @Test
    void a_second_approval_leaves_the_first_as_it_was() {
        Review first = Proposed.review(Track.EXPEDITED, LATER);
        VendorChange waiting = in(IN_REVIEW, null).approved(first);

        Review both = waiting.approvedAgain("gina").round().review();

        assertThat(both).isEqualTo(new Review(first.reviewer(), AT, Track.EXPEDITED, LATER, null, "gina", null));
    }

    @Test
    void an_amendment_opens_the_next_round_unreviewed_unannounced_and_not_postponed() {
        VendorChange running = in(SCHEDULED).announced(AT).inNotice().postponed(LATER, AT);

        VendorChange amended = running.amended(wishing(LATER), "anna", AT.plus(Duration.ofDays(3)));

        assertThat(amended.round().number()).isEqualTo(2);
        assertThat(amended.round().proposedBy()).isEqualTo("anna");
        assertThat(amended.round().review()).isNull();
        assertThat(amended.round().track()).isNull();
        assertThat(amended.announcedAt()).isNull();
        assertThat(amended.postponedTo()).isNull();
    }

    @Test
    void what_it_says_to_everybody_changes_with_each_public_move_and_with_no_other() {
        VendorChange announced = in(SCHEDULED).announced(AT).inNotice();
        Instant later = AT.plus(Duration.ofDays(3));

        assertThat(List.of(
                        announced.postponed(LATER, later),
                        announced.withdrawn(later),
                        announced.published(later),
                        announced.amended(wishing(null), "anna", later),
                        announced.amended(wishing(null), "anna", AT).rejected(later)))
                .extracting(VendorChange::updatedAt)
                .containsOnly(later);
        assertThat(announced.putToDecision().updatedAt()).isEqualTo(AT);
        assertThat(in(SCHEDULED, Track.UNANNOUNCED).published(later).updatedAt())
                .isEqualTo(later);
    }

    @Test
    void a_change_nobody_outside_has_heard_of_says_nothing_to_everybody() {
        assertThat(List.of(
                        in(SCHEDULED).postponed(LATER, AT),
                        in(SCHEDULED).withdrawn(AT),
                        in(SCHEDULED).recordedUnlisted(AT),
                        in(IN_REVIEW).rejected(AT),
                        in(IN_REVIEW).amended(wishing(null), "anna", AT)))
                .extracting(VendorChange::updatedAt)
                .containsOnlyNulls();
    }

    @Test
    void a_revised_proposal_is_classified_and_reviewed_anew() {
        VendorChange revised = in(IN_REVIEW).returned().revised(wishing(LATER));

        assertThat(revised.round().number()).isEqualTo(1);
        assertThat(revised.round().track()).isNull();
        assertThat(revised.proposal().goLiveAt()).isEqualTo(LATER);
    }

    @Test
    void the_reviewers_track_counts_and_the_tables_while_there_is_none() {
        assertThat(in(IN_REVIEW, null).round().track()).isEqualTo(Track.NOTICE);
        assertThat(in(SCHEDULED, Track.UNANNOUNCED).round().track()).isEqualTo(Track.UNANNOUNCED);
    }

    @Test
    void a_step_of_the_process_that_is_taken_twice_changes_nothing_the_second_time() {
        Map<Step, VendorChange> before = new EnumMap<>(Map.of(
                Step.ANNOUNCED, in(SCHEDULED),
                Step.IN_NOTICE, in(ANNOUNCING),
                Step.PUT_TO_DECISION, in(IN_NOTICE),
                Step.CLOSED, in(IN_NOTICE, Track.EXPEDITED),
                Step.RECORDED_UNLISTED, in(SCHEDULED, Track.UNLISTED)));

        assertThat(before).containsOnlyKeys(Step.values());
        before.forEach((step, change) -> {
            VendorChange once = AdvancingChange.taken(change, step, AT);
            VendorChange twice = AdvancingChange.taken(once, step, AT.plusSeconds(60));
            assertThat(once.state()).as("%s", step).isNotEqualTo(change.state());
            assertThat(twice).as("%s", step).isEqualTo(once);
        });
    }

    @Test
    void a_postponed_change_waits_as_one_although_its_clocks_are_read_again() {
        assertThat(AdvancingChange.taken(in(POSTPONED), Step.IN_NOTICE, AT).state())
                .isEqualTo(POSTPONED);
        assertThat(AdvancingChange.taken(in(PUBLISHED), Step.IN_NOTICE, AT).state())
                .isEqualTo(PUBLISHED);
    }

    private static Map<ChangeState, ChangeState> all(ChangeState leadTo, ChangeState... from) {
        Map<ChangeState, ChangeState> leads = new EnumMap<>(ChangeState.class);
        Arrays.stream(from).forEach(state -> leads.put(state, leadTo));
        return leads;
    }

    private static String inWords(ChangeState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
