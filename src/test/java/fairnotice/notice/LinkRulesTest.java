package fairnotice.notice;

import static fairnotice.calendar.Almanac.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChangeBuilder;
import fairnotice.customer.Terms;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sent on 1 June 2026 from Berlin: thirty days of notice end on 1 July, fifteen to object on 16 June; in use from the first minute of 2 July. */
class LinkRulesTest {

    private static final NoticePolicy POLICY = Promise.in(BERLIN).made();
    private static final Instant SENT = Instant.parse("2026-06-01T10:00:00Z");
    private static final VendorChange PUBLISHED = ended(ChangeState.PUBLISHED, "2026-07-01T22:00:00Z");
    private static final List<Optional<Instant>> NO_CASE = List.of();

    @Test
    void a_customer_that_never_objected_has_its_link_for_90_days_after_the_change_took_effect() {
        Deadline end = end(own(Terms.NONE), PUBLISHED, NO_CASE).orElseThrow();

        assertThat(end.lastDay()).isEqualTo("2026-09-30");
        assertThat(end.isOverAt(Instant.parse("2026-09-30T21:59:59Z"))).isFalse();
        assertThat(end.isOverAt(Instant.parse("2026-09-30T22:00:00Z"))).isTrue();
    }

    @Test
    void while_the_change_is_under_way_no_link_ends() {
        assertThat(end(own(Terms.NONE), Announced.at("2026-06-01T10:00:00Z"), NO_CASE))
                .isEmpty();
    }

    @Test
    void a_window_that_outlasts_the_change_is_waited_for() {
        Notice wide = own(new Terms(null, Period.days(60), null, null));

        assertThat(end(wide, PUBLISHED, NO_CASE).orElseThrow().lastDay())
                .as("90 days after 31 July")
                .isEqualTo("2026-10-29");
    }

    @Test
    void the_last_case_to_close_counts_and_while_one_is_open_no_link_ends() {
        Optional<Instant> refused = Optional.of(Instant.parse("2026-07-20T10:00:00Z"));
        Optional<Instant> exempted = Optional.of(Instant.parse("2026-12-31T23:30:00Z"));

        assertThat(end(own(Terms.NONE), PUBLISHED, List.of(exempted, refused))
                        .orElseThrow()
                        .lastDay())
                .as("90 days after 1 January, which it was in Berlin")
                .isEqualTo("2027-04-01");
        assertThat(end(own(Terms.NONE), PUBLISHED, List.of(refused, Optional.empty())))
                .isEmpty();
    }

    @Test
    void of_a_withdrawn_change_nothing_runs_any_more() {
        VendorChange withdrawn = ended(ChangeState.WITHDRAWN, "2026-06-10T10:00:00Z");

        assertThat(end(own(Terms.NONE), withdrawn, NO_CASE).orElseThrow().lastDay())
                .isEqualTo("2026-09-08");
    }

    @Test
    void whom_nobody_reached_keeps_its_link_until_its_orders_have_ended() {
        Notice unreached = own(Terms.NONE).unreached(SENT);

        assertThat(end(unreached, PUBLISHED, NO_CASE)).isEmpty();
        assertThat(end(bound(unreached, "2026-07-31T22:00:00Z"), PUBLISHED, NO_CASE)
                        .orElseThrow()
                        .lastDay())
                .as("90 days after 1 August")
                .isEqualTo("2026-10-30");
    }

    @Test
    void a_new_link_lasts_thirty_days() {
        assertThat(LinkRules.renewed(Instant.parse("2026-12-31T22:59:59Z"), BERLIN)
                        .lastDay())
                .isEqualTo("2027-01-30");
    }

    private static Optional<Deadline> end(Notice notice, VendorChange change, List<Optional<Instant>> cases) {
        return LinkRules.end(notice, change, cases, BERLIN);
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

    private static Notice bound(Notice notice, String until) {
        return NoticeBuilder.builder(notice).boundUntil(Instant.parse(until)).build();
    }

    private static VendorChange ended(ChangeState state, String at) {
        VendorChange change = Announced.at("2026-06-01T10:00:00Z");
        return VendorChangeBuilder.builder(change)
                .state(state)
                .publishedAt(state == ChangeState.PUBLISHED ? Instant.parse(at) : null)
                .updatedAt(Instant.parse(at))
                .build();
    }
}
