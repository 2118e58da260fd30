package fairnotice.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.calendar.Unit;
import fairnotice.refusal.Language;
import fairnotice.refusal.Refused;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypedPromiseTest {

    private static final HolidayCalendars CALENDARS = id -> {
        if (id != null && !"DE-BY".equals(id)) {
            throw new IllegalArgumentException(id);
        }
        return Holidays.NONE;
    };

    @ParameterizedTest
    @EnumSource(PromiseTemplate.class)
    void every_template_needs_nothing_but_its_clause(PromiseTemplate template) {
        TypedPromise typed = template.typed(null);

        assertThatThrownBy(() -> PromiseReader.read(typed, CALENDARS)).hasMessage("Please state the contract clause.");

        assertThat(PromiseReader.read(in("DPA §5", typed), CALENDARS).clause()).isEqualTo("DPA §5");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_a_form_shows_of_a_promise_reads_as_that_promise(Language language) {
        NoticePolicy policy =
                PromiseReader.read(in("DPA §5", PromiseTemplate.RECEIVED_20_OBJECT_10.typed(null)), CALENDARS);

        TypedPromise shown = language.speak(() -> TypedPromise.of(policy));

        assertThat(PromiseReader.read(shown, CALENDARS)).isEqualTo(policy);
        assertThat(policy.notice().period()).isEqualTo(new Period(20, Unit.BUSINESS_DAYS));
        assertThat(policy.presumedReceivedAfter()).isEqualTo(new Period(2, Unit.BUSINESS_DAYS));
    }

    @Test
    void a_template_keeps_the_place_and_the_clause_that_were_typed() {
        TypedPromise german = in("AVV § 5", PromiseTemplate.NOTICE_14_OBJECT_14.typed(null));

        TypedPromise other = PromiseTemplate.ADDITIONS_AND_REPLACEMENTS.typed(german);

        assertThat(other.clause()).isEqualTo("AVV § 5");
        assertThat(other.zone()).isEqualTo("Europe/Berlin");
        assertThat(PromiseReader.read(other, CALENDARS).noticeFor())
                .isEqualTo(Set.of(ChangeKind.ADD, ChangeKind.REPLACE));
    }

    @Test
    void every_field_that_cannot_be_read_is_told() {
        TypedPromise wrong = TypedPromiseBuilder.builder()
                .clause("DPA §5")
                .zone("Mars/Olympus")
                .holidayCalendar("XX")
                .language("FR")
                .notice("soon")
                .objection("6 years")
                .noticeFrom("DREAMT")
                .remedy("NONE")
                .build();

        assertThatThrownBy(() -> PromiseReader.read(wrong, CALENDARS))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.field())
                                .contains(
                                        "zone",
                                        "holidayCalendar",
                                        "language",
                                        "notice",
                                        "objection",
                                        "noticeFrom",
                                        "noticeFor",
                                        "roles")
                                .doesNotContain("clause", "remedy", "electWithin"));
    }

    @Test
    void periods_are_read_in_any_language_and_are_whole() {
        assertThat(Typed.period("30 days")).contains(Period.days(30));
        assertThat(Typed.period(" 1 Monat ")).contains(new Period(1, Unit.MONTHS));
        assertThat(Typed.period("10 Arbeitstage")).contains(new Period(10, Unit.BUSINESS_DAYS));
        assertThat(Typed.period("-1 days")).isEmpty();
        assertThat(Typed.period("30")).isEmpty();
        assertThat(Typed.period("1.5 days")).isEmpty();
    }

    /** With a clause, in Berlin. */
    private static TypedPromise in(String clause, TypedPromise typed) {
        return TypedPromiseBuilder.builder(typed)
                .clause(clause)
                .zone("Europe/Berlin")
                .build();
    }
}
