package fairnotice.notice;

import static fairnotice.calendar.Almanac.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.change.ChangeState;
import fairnotice.change.Classification;
import fairnotice.change.Review;
import fairnotice.change.Round;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChangeBuilder;
import fairnotice.customer.Terms;
import fairnotice.notice.NoticeStanding.Objections;
import fairnotice.notice.NoticeStanding.State;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one customer reads of its notice. Announced and sent on 1 June 2026: thirty days end on 1 July, fifteen on 16 June. */
class NoticeStandingTest {

    private static final NoticePolicy POLICY = Promise.in(BERLIN).made();
    private static final Instant SENT = Instant.parse("2026-06-01T10:00:00Z");
    private static final NoticeDates STANDARD = NoticeDates.standard(POLICY, SENT, Holidays.NONE);
    private static final VendorChange CHANGE = Announced.at("2026-06-01T10:00:00Z");

    @Test
    void its_own_dates_are_shown_until_the_last_second_of_their_last_day_in_the_registers_zone() {
        NoticeStanding last = standing(own(Terms.NONE), CHANGE, "2026-07-01T21:59:59Z");
        NoticeStanding over = standing(own(Terms.NONE), CHANGE, "2026-07-01T22:00:00Z");

        assertThat(last.state()).isEqualTo(State.RUNNING);
        assertThat(over.state()).isEqualTo(State.OVER);
        assertThat(last.earliestUse()).isEqualTo("2026-07-02");
        assertThat(over.earliestUse()).isEqualTo("2026-07-02");
    }

    @Test
    void a_day_that_is_past_is_no_earliest_use_however_long_others_keep_the_change_back() {
        assertThat(standing(own(Terms.NONE), CHANGE, "2026-07-02T21:59:59Z").earliestUse())
                .isEqualTo("2026-07-02");
        assertThat(standing(own(Terms.NONE), CHANGE, "2026-07-02T22:00:00Z").earliestUse())
                .isNull();
        assertThat(standing(own(Terms.NONE), CHANGE, "2026-07-02T22:00:00Z").allowedFrom())
                .isEqualTo("2026-07-02");
    }

    @Test
    void a_window_is_open_to_the_last_second_of_its_last_day_and_late_after_it() {
        assertThat(standing(own(Terms.NONE), CHANGE, "2026-06-16T21:59:59Z").objections())
                .isEqualTo(Objections.IN_TIME);
        assertThat(standing(own(Terms.NONE), CHANGE, "2026-06-16T22:00:00Z").objections())
                .isEqualTo(Objections.LATE);
    }

    @Test
    void a_window_that_outlasts_the_notice_stays_open_once_the_change_is_in_effect() {
        Notice wide = own(new Terms(null, Period.days(60), null, null));
        VendorChange live = published("2026-07-02T00:00:00Z", ChangeState.PUBLISHED);

        NoticeStanding after = standing(wide, live, "2026-07-03T10:00:00Z");

        assertThat(after.state()).isEqualTo(State.IN_EFFECT);
        assertThat(after.allowedFrom())
                .as("what an agreement is counted with, in effect or not")
                .isEqualTo("2026-07-02");
        assertThat(after.objections()).isEqualTo(Objections.IN_TIME);
        assertThat(standing(wide, live, "2026-07-31T22:00:00Z").objections()).isEqualTo(Objections.LATE);
    }

    @Test
    void what_is_in_use_has_no_earliest_use() {
        NoticeStanding expedited = standing(
                own(Terms.NONE), published("2026-06-01T09:59:00Z", ChangeState.IN_NOTICE), "2026-06-02T10:00:00Z");

        assertThat(expedited.state()).isEqualTo(State.IN_EFFECT_RUNNING);
        assertThat(expedited.earliestUse()).isNull();
        assertThat(expedited.inUseSince()).isEqualTo("2026-06-01T09:59:00Z");
        assertThat(expedited.objections()).isEqualTo(Objections.IN_TIME);
    }

    @Test
    void what_went_first_is_in_use_for_whom_no_message_reached_only_once_one_did() {
        VendorChange live = VendorChangeBuilder.builder(CHANGE)
                .state(ChangeState.IN_NOTICE)
                .round(expedited())
                .publishedAt(Instant.parse("2026-06-01T09:59:00Z"))
                .build();
        Instant missed = Instant.parse("2026-06-01T10:05:00Z");
        Notice unreached = own(Terms.NONE).unreached(missed);

        assertThat(ifStarted(own(Terms.NONE).waiting(), live, "2026-06-01T10:04:00Z")
                        .state())
                .as("a message is on its way")
                .isEqualTo(State.IN_EFFECT_RUNNING);
        for (Notice notice : List.of(unreached, unreached.waiting())) {
            NoticeStanding untold = ifStarted(notice, live, "2026-06-09T10:00:00Z");
            assertThat(untold.state()).isEqualTo(State.UNREACHED);
            assertThat(untold.inUseSince()).isNull();
            assertThat(untold.earliestUse()).isNull();
        }
        Start served = new Start(Instant.parse("2026-06-09T10:00:00Z"), Start.By.SERVED);
        Notice reached =
                unreached.started(served, NoticeDates.counted(unreached.terms(), POLICY, served, Holidays.NONE));

        NoticeStanding told = standing(reached, live, "2026-06-09T11:00:00Z");

        assertThat(told.state()).isEqualTo(State.IN_EFFECT_RUNNING);
        assertThat(told.inUseSince()).isEqualTo("2026-06-09T10:00:00Z");
        assertThat(told.wasInEffectAt(Instant.parse("2026-06-09T10:00:00Z"), BERLIN))
                .as("an objection that reached it, and stopped at once")
                .isFalse();
        assertThat(told.wasInEffectAt(Instant.parse("2026-06-09T10:00:01Z"), BERLIN))
                .isTrue();
    }

    private static NoticeStanding ifStarted(Notice notice, VendorChange change, String now) {
        NoticeDates dates = NoticeDates.counted(
                notice.terms(), POLICY, new Start(Instant.parse(now), Start.By.SENT), Holidays.NONE);
        return NoticeStanding.of(notice, change, dates, STANDARD, false, Instant.parse(now));
    }

    private static Round expedited() {
        return new Round(
                1,
                CHANGE.round().proposal(),
                "legal",
                SENT,
                new Classification(Track.EXPEDITED, "the table", List.of()),
                new Review("counsel", SENT, Track.EXPEDITED, null, null, "gc", null));
    }

    @Test
    void who_was_left_out_reads_its_own_day_of_use_and_not_since_when_others_use_the_vendor() {
        Notice leftOut = NoticeBuilder.builder(own(Terms.NONE))
                .leftOutAt(Instant.parse("2026-06-20T10:00:00Z"))
                .build();
        VendorChange live = published("2026-06-20T10:00:00Z", ChangeState.PUBLISHED);

        NoticeStanding without = standing(leftOut, live, "2026-06-21T10:00:00Z");

        assertThat(without.state()).isEqualTo(State.LEFT_OUT);
        assertThat(without.inUseSince()).isNull();
        assertThat(without.earliestUse()).isEqualTo("2026-07-02");
        NoticeStanding after = standing(leftOut, live, "2026-07-02T10:00:00Z");
        assertThat(after.state()).isEqualTo(State.IN_EFFECT);
        assertThat(after.wasInEffectAt(Instant.parse("2026-07-01T21:59:59Z"), BERLIN))
                .isFalse();
        assertThat(after.wasInEffectAt(Instant.parse("2026-07-01T22:00:00Z"), BERLIN))
                .isTrue();
        assertThat(without.wasInEffectAt(Instant.parse("2026-06-20T12:00:00Z"), BERLIN))
                .isFalse();
    }

    @Test
    void who_allows_no_expedited_change_waits_for_notice_and_window_whichever_ends_later() {
        VendorChange live = published("2026-06-01T09:59:00Z", ChangeState.IN_NOTICE);

        NoticeStanding plain = waiting(own(Terms.NONE), live, "2026-07-01T21:59:59Z");
        NoticeStanding wide = waiting(own(new Terms(null, Period.days(60), null, null)), live, "2026-07-31T21:59:59Z");

        assertThat(plain.state()).isEqualTo(State.FOR_OTHERS);
        assertThat(plain.inUseSince()).isNull();
        assertThat(plain.earliestUse()).isEqualTo("2026-07-02");
        assertThat(wide.state()).isEqualTo(State.FOR_OTHERS);
        assertThat(wide.earliestUse()).isEqualTo("2026-08-01");
        assertThat(waiting(own(Terms.NONE), live, "2026-07-01T22:00:00Z").state())
                .isEqualTo(State.IN_EFFECT);
    }

    private static NoticeStanding waiting(Notice notice, VendorChange change, String now) {
        return NoticeStanding.of(notice, change, notice.dates(), STANDARD, true, Instant.parse(now));
    }

    @Test
    void a_postponed_day_of_use_is_everybodys() {
        VendorChange postponed = Announced.at("2026-06-01T10:00:00Z", null, LocalDate.parse("2026-08-20"));

        assertThat(standing(own(Terms.NONE), postponed, "2026-06-02T10:00:00Z").earliestUse())
                .isEqualTo("2026-08-20");
    }

    private static NoticeStanding standing(Notice notice, VendorChange change, String now) {
        return NoticeStanding.of(notice, change, notice.dates(), STANDARD, false, Instant.parse(now));
    }

    private static Notice own(Terms terms) {
        Start start = new Start(SENT, Start.By.SENT);
        FrozenTerms frozen = FrozenTerms.of(POLICY, terms);
        NoticeDates dates = NoticeDates.counted(frozen, POLICY, start, Holidays.NONE);
        return NoticeBuilder.builder()
                .id(7)
                .reference(Announced.REFERENCE)
                .round(1)
                .register("opsticket")
                .policyVersion(1)
                .customer(1)
                .told(true)
                .mayObject(true)
                .terms(frozen)
                .givenAt(SENT)
                .start(start)
                .dates(dates)
                .build();
    }

    private static VendorChange published(String at, ChangeState state) {
        return VendorChangeBuilder.builder(CHANGE)
                .state(state)
                .publishedAt(Instant.parse(at))
                .build();
    }
}
