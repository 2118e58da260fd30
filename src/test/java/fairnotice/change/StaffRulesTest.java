package fairnotice.change;

import static fairnotice.change.Proposed.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.ChangeKind;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may take which step, and what a reviewer may choose. paula proposed, rita reviewed. */
class StaffRulesTest {

    private static final VendorChange CHANGE = Proposed.in(ChangeState.SECOND_APPROVAL, Track.EXPEDITED);

    /** gina and rita are of the legal group too. */
    private static final Colleagues SEVERAL = colleagues("gina", "paula", "rita");

    private interface Rule {
        void check(VendorChange change, Actor actor, Colleagues colleagues);
    }

    private record Step(String name, Rule rule, Set<Role> roles, List<String> excluded, String sentence) {}

    private static final List<Step> STEPS = List.of(
            new Step(
                    "review",
                    StaffRules::mayReview,
                    EnumSet.of(Role.LEGAL),
                    List.of("paula"),
                    "somebody else of the legal group must review it"),
            new Step(
                    "approve a second time",
                    StaffRules::mayApproveSecond,
                    EnumSet.of(Role.LEGAL, Role.ADMIN),
                    List.of("paula", "rita"),
                    "a second approval needs a third person"),
            new Step(
                    "decide the go-live",
                    StaffRules::mayDecide,
                    EnumSet.of(Role.LEGAL),
                    List.of("paula"),
                    "somebody else of the legal group must decide its go-live"));

    @Test
    void a_step_is_for_its_group_and_not_for_whoever_had_a_hand_in_it() {
        for (Step step : STEPS) {
            for (String name : List.of("paula", "rita", "gina")) {
                for (Role role : Role.values()) {
                    boolean allowed =
                            step.roles().contains(role) && !step.excluded().contains(name);
                    Actor actor = actor(name, role);
                    String situation = name + " as " + role + " wants to " + step.name();
                    if (allowed) {
                        assertThatCode(() -> step.rule().check(CHANGE, actor, SEVERAL))
                                .as(situation)
                                .doesNotThrowAnyException();
                    } else {
                        assertThatThrownBy(() -> step.rule().check(CHANGE, actor, SEVERAL))
                                .as(situation)
                                .isInstanceOfSatisfying(
                                        Refused.class,
                                        refused -> assertThat(refused.because()).isEqualTo(Refused.Because.NOT_ALLOWED))
                                .hasMessageContaining(step.roles().contains(role) ? step.sentence() : "group");
                    }
                }
            }
        }
    }

    @Test
    void whoever_wrote_any_round_decides_none_of_them() {
        VendorChange amended =
                Proposed.in(ChangeState.IN_REVIEW).amended(Proposed.wishing(null), "rita", Instant.EPOCH);

        for (String author : List.of("paula", "rita")) {
            assertThatThrownBy(() -> StaffRules.mayReview(amended, actor(author, Role.LEGAL), SEVERAL))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("You proposed or amended this change");
            assertThatThrownBy(() -> StaffRules.mayDecide(amended, actor(author, Role.LEGAL), SEVERAL))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> StaffRules.mayApproveSecond(amended, actor(author, Role.ADMIN), SEVERAL))
                    .isInstanceOf(Refused.class);
        }
        assertThatCode(() -> StaffRules.mayReview(amended, actor("gina", Role.LEGAL), SEVERAL))
                .doesNotThrowAnyException();
    }

    @Test
    void the_only_one_of_the_legal_group_reviews_single_handed_and_never_approves_a_second_time() {
        Colleagues alone = new Colleagues(colleagues("paula").active(), true);
        Actor paula = actor("paula", Role.LEGAL);

        assertThatCode(() -> StaffRules.mayReview(CHANGE, paula, alone)).doesNotThrowAnyException();
        assertThat(StaffRules.AUTHOR_AND_REVIEWER.isSingleHanded(paula, Set.of("paula"), "opsticket", alone))
                .isTrue();
        assertThat(StaffRules.AUTHOR_AND_REVIEWER.isSingleHanded(paula, Set.of("rita"), "opsticket", alone))
                .as("nothing of her own")
                .isFalse();
        assertThatThrownBy(() -> StaffRules.mayApproveSecond(CHANGE, paula, alone))
                .hasMessageContaining(
                        "It waits for another person of the legal group or the administrators: only Ms paula (paula) is"
                                + " active, who proposed, amended or reviewed this change.");
    }

    @Test
    void two_authors_who_are_all_the_legal_group_wait_for_a_third() {
        VendorChange amended =
                Proposed.in(ChangeState.IN_REVIEW).amended(Proposed.wishing(null), "rita", Instant.EPOCH);

        assertThat(StaffRules.AUTHOR_AND_REVIEWER
                        .vacancy(amended.round().authors(), "opsticket", colleagues("paula", "rita"))
                        .map(Phrase::english))
                .hasValue(
                        "It waits for another person of the legal group: only Ms paula (paula) and Ms rita (rita) are active, who proposed or"
                                + " amended this change.");
        assertThat(StaffRules.AUTHOR_AND_REVIEWER.vacancy(amended.round().authors(), "opsticket", SEVERAL))
                .isEmpty();
        assertThat(StaffRules.AUTHOR_AND_REVIEWER
                        .vacancy(Set.of("paula"), "opsticket", colleagues())
                        .map(Phrase::english))
                .hasValue("It waits for a person of the legal group: nobody of it is active.");
    }

    private static Colleagues colleagues(String... names) {
        return new Colleagues(Arrays.stream(names)
                .map(name -> new Staff(name, "Ms " + name, name + "@example.com", Set.of(Role.LEGAL)))
                .toList());
    }

    @Test
    void every_member_of_staff_but_an_auditor_proposes() {
        for (Role role : Role.values()) {
            if (role == Role.AUDITOR) {
                assertThatThrownBy(() -> StaffRules.mustBeStaff(actor("ada", role), "opsticket"))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("auditors only read");
            } else {
                assertThatCode(() -> StaffRules.mustBeStaff(actor("paula", role), "opsticket"))
                        .as("%s", role)
                        .doesNotThrowAnyException();
            }
        }
        assertThatThrownBy(() -> StaffRules.mustBeStaff(Actor.contact(17, 23), "opsticket"))
                .isInstanceOf(Refused.class);
        assertThatCode(() -> StaffRules.mustBeStaff(Actor.SYSTEM, "opsticket")).doesNotThrowAnyException();
    }

    @Test
    void a_step_is_for_who_holds_the_role_for_the_register_of_the_change() {
        for (Step step : STEPS) {
            for (Role role : step.roles()) {
                assertThatCode(() -> step.rule().check(CHANGE, scoped(role, "opsticket"), SEVERAL))
                        .as("%s here: %s", role, step.name())
                        .doesNotThrowAnyException();
                assertThatThrownBy(() -> step.rule().check(CHANGE, scoped(role, "securicom"), SEVERAL))
                        .as("%s elsewhere: %s", role, step.name())
                        .isInstanceOf(Refused.class);
            }
        }
        Actor readsHere =
                new Actor("gina", Map.of(Role.LEGAL, Scope.of("securicom"), Role.AUDITOR, Scope.of("opsticket")));
        assertThatCode(() -> StaffRules.mustBeStaff(readsHere, "securicom")).doesNotThrowAnyException();
        assertThatThrownBy(() -> StaffRules.mustBeStaff(readsHere, "opsticket")).isInstanceOf(Refused.class);
    }

    private static Actor scoped(Role role, String register) {
        return new Actor("gina", Map.of(role, Scope.of(register)));
    }

    @Test
    void a_change_is_amended_and_withdrawn_by_its_authors_and_legal_and_postponed_by_legal() {
        for (Role role : Role.values()) {
            boolean staff = role != Role.AUDITOR;
            boolean legal = role == Role.LEGAL;
            assertThat(Refused.reason(() -> StaffRules.mayAmend(CHANGE, actor("paula", role)))
                            .isEmpty())
                    .as("%s amends the own change", role)
                    .isEqualTo(staff);
            assertThat(Refused.reason(() -> StaffRules.mayWithdraw(CHANGE, actor("paula", role)))
                            .isEmpty())
                    .as("%s withdraws the own change", role)
                    .isEqualTo(staff);
            assertThat(Refused.reason(() -> StaffRules.mayAmend(CHANGE, actor("gina", role)))
                            .isEmpty())
                    .as("%s amends another's change", role)
                    .isEqualTo(legal);
            assertThat(Refused.reason(() -> StaffRules.mayWithdraw(CHANGE, actor("gina", role)))
                            .isEmpty())
                    .as("%s withdraws another's change", role)
                    .isEqualTo(legal);
            assertThat(Refused.reason(() -> StaffRules.mayPostpone(CHANGE, actor("gina", role)))
                            .isEmpty())
                    .as("%s postpones", role)
                    .isEqualTo(legal);
        }
    }

    @Test
    void a_weaker_track_needs_the_policys_leave_and_a_reason() {
        NoticePolicy strict = Promise.in(ZoneOffset.UTC).expedited("DPA §09").made();
        NoticePolicy lenient =
                Promise.in(ZoneOffset.UTC).expedited("DPA §09").weakerTrack().made();
        for (Track given : Track.values()) {
            for (Track chosen : Track.values()) {
                boolean weaker = chosen.ordinal() < given.ordinal();
                boolean possible = chosen != Track.UNLISTED || given == Track.UNLISTED;
                String situation = chosen + " where the table said " + given;

                assertThat(refused(strict, given, chosen, "It is a rename"))
                        .as("%s, without leave", situation)
                        .isEqualTo(weaker || !possible);
                assertThat(refused(lenient, given, chosen, "It is a rename"))
                        .as("%s, with leave", situation)
                        .isEqualTo(!possible);
                assertThat(refused(lenient, given, chosen, " "))
                        .as("%s, with leave and without a reason", situation)
                        .isEqualTo(weaker || !possible);
            }
        }
    }

    @Test
    void an_amendment_weaker_than_what_was_announced_is_approved_with_a_reason() {
        Round told = Proposed.in(ChangeState.IN_NOTICE)
                .amended(Proposed.wishing(null), "anna", Proposed.AT)
                .round();

        for (Track chosen : List.of(Track.UNLISTED, Track.UNANNOUNCED, Track.EXPEDITED)) {
            assertThatThrownBy(() -> ReviewRules.weakeningIsExplained(told, chosen, " "))
                    .as("%s", chosen)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("why a shorter procedure than the one announced is right");
            assertThatCode(() -> ReviewRules.weakeningIsExplained(told, chosen, "It gets no personal data"))
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> ReviewRules.weakeningIsExplained(told, Track.NOTICE, null))
                .doesNotThrowAnyException();
    }

    @Test
    void where_no_notice_is_promised_legal_may_choose_a_weaker_track_with_a_reason() {
        NoticePolicy ofAdditions =
                Promise.in(ZoneOffset.UTC).noticeFor(ChangeKind.ADD).made();

        assertThatCode(() -> ReviewRules.trackMayBeChosen(
                        ofAdditions, ChangeKind.MODIFY, Track.NOTICE, Track.UNANNOUNCED, "Told in the release notes"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ReviewRules.trackMayBeChosen(
                        ofAdditions, ChangeKind.MODIFY, Track.NOTICE, Track.UNANNOUNCED, " "))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ReviewRules.trackMayBeChosen(
                        ofAdditions, ChangeKind.ADD, Track.NOTICE, Track.UNANNOUNCED, "Told in the release notes"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not let you choose a shorter procedure");
    }

    @Test
    void use_before_notice_needs_a_promise_that_has_the_exception() {
        NoticePolicy without = Promise.in(ZoneOffset.UTC).weakerTrack().made();

        assertThatThrownBy(() -> ReviewRules.trackMayBeChosen(
                        without, ChangeKind.ADD, Track.NOTICE, Track.EXPEDITED, "It is urgent"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no exception for security-critical changes");
    }

    @Test
    void an_announcement_is_planned_for_today_or_later() {
        LocalDate today = LocalDate.parse("2028-02-29");

        assertThatCode(() -> ReviewRules.dayCanBePlanned(null, today)).doesNotThrowAnyException();
        assertThatCode(() -> ReviewRules.dayCanBePlanned(today, today)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ReviewRules.dayCanBePlanned(LocalDate.parse("2028-02-28"), today))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("lies in the past");
        assertThatThrownBy(() -> ReviewRules.dayCanBePlanned(LocalDate.parse("2033-03-01"), today))
                .hasMessageContaining("choose 28 February 2033 or an earlier day");
    }

    private static boolean refused(NoticePolicy policy, Track given, Track chosen, String comment) {
        try {
            ReviewRules.trackMayBeChosen(policy, ChangeKind.ADD, given, chosen, comment);
            return false;
        } catch (Refused refused) {
            assertThat(refused.problems()).isNotEmpty();
            return true;
        }
    }
}
