package fairnotice.inbox;

import static fairnotice.calendar.Almanac.BERLIN;
import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.calendar.Almanac.after;
import static fairnotice.calendar.Almanac.days;
import static fairnotice.calendar.Almanac.midnight;
import static fairnotice.calendar.Almanac.next;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.inbox.TaskReminders.Stage;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a task is due, and when staff are reminded of it. */
class ReminderRulesTest {

    private static final Instant REVIEW_ESCALATES = Instant.parse("2027-01-01T00:00:00Z");

    private static final Set<LocalDate> HOLIDAYS =
            Set.of(LocalDate.parse("2027-12-27"), LocalDate.parse("2027-12-31"), LocalDate.parse("2028-05-01"));

    @Test
    void a_task_without_a_date_is_due_when_the_time_for_a_review_is_over() {
        NoticePolicy policy =
                Promise.in(TORONTO).review("3 business days", "1 month").made();
        days(2027, 2028).forEach(day -> {
            Instant came = midnight(day, TORONTO).plus(Duration.ofHours(22));

            Instant due = DueDates.due(came, policy, HOLIDAYS::contains);

            assertThat(due).as("came up on %s", day).isEqualTo(midnight(next(worked(day, 3)), TORONTO));
        });
    }

    @Test
    void it_is_near_three_whole_days_before_its_last_day_and_overdue_after_that() {
        ReminderRules rules = rules("3 days", "5 days", Holidays.NONE);
        days(2027, 2028).forEach(first -> {
            Instant due = midnight(after(first, 4), BERLIN);

            assertTurns(rules, Stage.SOON, due, midnight(first, BERLIN), due);
            assertTurns(rules, Stage.OVERDUE, due, due, null);
        });
    }

    @Test
    void the_administrators_hear_of_it_when_it_was_overdue_for_five_whole_days() {
        ReminderRules rules = rules("3 days", "5 days", Holidays.NONE);
        days(2027, 2028)
                .forEach(day -> assertTurns(
                        rules, Stage.ESCALATED, midnight(day, BERLIN), midnight(after(day, 5), BERLIN), null));
    }

    @Test
    void what_is_stated_in_business_days_is_counted_in_business_days_both_ways() {
        ReminderRules rules = rules("2 business days", "2 business days", HOLIDAYS::contains);
        days(2027, 2028).filter(day -> isWorked(day)).forEach(workday -> {
            LocalDate two = worked(workday, 2);
            Instant due = midnight(next(two), BERLIN);

            assertTurns(rules, Stage.SOON, due, midnight(workday, BERLIN), due);
            assertTurns(rules, Stage.ESCALATED, midnight(next(workday), BERLIN), midnight(next(two), BERLIN), null);
        });
    }

    /** Missed on Friday 8 January 2027: Monday and Tuesday are the two business days, and Wednesday is after them. */
    @Test
    void what_was_missed_before_a_weekend_is_not_escalated_before_its_business_days_are_over() {
        ReminderRules rules = rules("2 business days", "2 business days", Holidays.NONE);
        Instant due = midnight(LocalDate.parse("2027-01-09"), BERLIN);

        assertTurns(rules, Stage.ESCALATED, due, midnight(LocalDate.parse("2027-01-13"), BERLIN), null);
        assertTurns(rules, Stage.SOON, due, midnight(LocalDate.parse("2027-01-06"), BERLIN), due);
    }

    @Test
    void weeks_and_months_are_those_of_the_calendar() {
        Instant due = midnight(LocalDate.parse("2028-04-01"), BERLIN);

        assertTurns(
                rules("1 month", "2 weeks", Holidays.NONE),
                Stage.SOON,
                due,
                midnight(LocalDate.parse("2028-02-29"), BERLIN),
                due);
        assertTurns(
                rules("1 month", "2 weeks", Holidays.NONE),
                Stage.ESCALATED,
                due,
                midnight(LocalDate.parse("2028-04-15"), BERLIN),
                null);
    }

    @Test
    void a_review_goes_to_the_administrators_when_its_own_time_is_over() {
        ReminderRules rules = rules("3 days", "5 days", Holidays.NONE);
        Instant due = midnight(LocalDate.parse("2026-06-10"), BERLIN);
        Task review = task(TaskKind.REVIEW_CHANGE, due);

        assertThat(rules.isRipe(review, Stage.OVERDUE, due.minusSeconds(1))).isFalse();
        assertThat(rules.isRipe(review, Stage.OVERDUE, due)).isTrue();
        assertThat(rules.isRipe(review, Stage.ESCALATED, REVIEW_ESCALATES.minusSeconds(1)))
                .isFalse();
        assertThat(rules.isRipe(review, Stage.ESCALATED, REVIEW_ESCALATES)).isTrue();
        assertThat(rules.isRipe(task(TaskKind.PAY_REFUND, due), Stage.ESCALATED, due.plus(Duration.ofDays(30))))
                .as("days after the missed one, whatever a review has")
                .isTrue();
    }

    @Test
    void a_task_that_is_due_when_a_day_ends_is_in_time_on_that_day_and_one_without_a_date_is_never_late() {
        ReminderRules rules = rules("3 days", "5 days", Holidays.NONE);

        assertThat(rules.deadline(task(TaskKind.PAY_REFUND, midnight(LocalDate.parse("2027-01-01"), BERLIN)))
                        .lastDay())
                .isEqualTo("2026-12-31");
        assertThat(Stage.values())
                .noneMatch(stage -> rules.isRipe(task(TaskKind.PAY_REFUND, null), stage, Instant.MAX));
    }

    /** @param until when it is no longer so; null for never */
    private static void assertTurns(ReminderRules rules, Stage stage, Instant due, Instant from, Instant until) {
        Task task = task(TaskKind.ASSESS_GROUNDS, due);
        assertThat(rules.isRipe(task, stage, from.minusNanos(1)))
                .as("%s of what is due %s, before %s", stage, due, from)
                .isFalse();
        assertThat(rules.isRipe(task, stage, from))
                .as("%s of what is due %s, at %s", stage, due, from)
                .isTrue();
        Instant later = until == null ? from.plus(Duration.ofDays(1_000)) : until;
        assertThat(rules.isRipe(task, stage, later))
                .as("%s of what is due %s, at %s", stage, due, later)
                .isEqualTo(until == null);
    }

    private static LocalDate worked(LocalDate day, int workdays) {
        LocalDate last = day;
        for (int counted = 0; counted < workdays; counted += isWorked(last) ? 1 : 0) {
            last = next(last);
        }
        return last;
    }

    private static boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !HOLIDAYS.contains(day);
    }

    private static ReminderRules rules(String remindBefore, String escalateAfter, Holidays holidays) {
        return new ReminderRules(
                Promise.in(BERLIN).staff(remindBefore, escalateAfter).made(), holidays, REVIEW_ESCALATES);
    }

    private static Task task(TaskKind kind, Instant due) {
        return new Task("t-1", kind, "OBJ-2026-0003", "opsticket", "OBJ-2026-0003", Instant.EPOCH, due, null);
    }
}
