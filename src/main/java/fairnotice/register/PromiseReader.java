package fairnotice.register;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.refusal.Language;
import fairnotice.refusal.TextRules;
import fairnotice.register.NoticePolicy.Audience;
import fairnotice.register.NoticePolicy.Expedited;
import fairnotice.register.NoticePolicy.Remedy;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a promise of what was typed, without a version; every problem is told beside its field. */
final class PromiseReader {

    private static final int NOT_NUMBERED_YET = 0;
    private static final int MOST_YEARS = 5;
    private static final int MOST_REMINDERS = 10;

    /** The names of {@code customer.ContactRole}, which this room may not see. */
    private static final List<String> ROLES = List.of("OWNER", "PRIVACY", "LEGAL", "SECURITY", "BILLING");

    private final TypedPromise typed;
    private final HolidayCalendars calendars;
    private final TextRules rules = new TextRules();

    private PromiseReader(TypedPromise typed, HolidayCalendars calendars) {
        this.typed = typed;
        this.calendars = calendars;
    }

    /** @throws fairnotice.refusal.Refused with every problem */
    static NoticePolicy read(TypedPromise typed, HolidayCalendars calendars) {
        return new PromiseReader(typed, calendars).policy();
    }

    private NoticePolicy policy() {
        String clause = Typed.text(typed.clause());
        rules.line("clause", "refused.name.clause", clause);
        ZoneId zone = zone();
        String calendar = calendar();
        Language language = choice("language", typed.language(), Language.class);
        Period notice = period("notice", typed.notice());
        StartEvent from = choice("noticeFrom", typed.noticeFrom(), StartEvent.class);
        Period presumed = from == StartEvent.RECEIVED
                ? period("presumedReceivedAfter", typed.presumedReceivedAfter())
                : optional("presumedReceivedAfter", typed.presumedReceivedAfter());
        Set<ChangeKind> kinds = several("noticeFor", typed.noticeFor(), ChangeKind.class);
        rules.refuseIf(
                kinds.isEmpty() || !NoticePolicy.EVERY_KIND.containsAll(kinds), "noticeFor", "refused.promise.kinds");
        Period objection = period("objection", typed.objection());
        Remedy remedy = choice("remedy", typed.remedy(), Remedy.class);
        Settlement settlement = settlement(remedy);
        Audience audience = audience();
        String exception = line("exception", "refused.name.exception-clause", typed.exception());
        List<Period> reminders = reminders();
        Period reach = period("reachWithin", typed.reachWithin());
        Period review = period("reviewWithin", typed.reviewWithin());
        Period escalate = period("escalateAfter", typed.escalateAfter());
        String noticeClause = line("noticeClause", "refused.name.clause", typed.noticeClause());
        String objectionClause = line("objectionClause", "refused.name.clause", typed.objectionClause());
        rules.orRefuse();
        return new NoticePolicy(
                NOT_NUMBERED_YET,
                zone,
                calendar,
                clause,
                // counted back from use, so it never rolls forward
                new CountingRule(notice, zone, false, noticeClause == null ? clause : noticeClause),
                from,
                presumed,
                new CountingRule(
                        objection, zone, typed.rollsForward(), objectionClause == null ? clause : objectionClause),
                typed.groundsRequired(),
                remedy,
                settlement,
                audience,
                exception == null ? null : new Expedited(exception),
                typed.weakerTrack(),
                reminders,
                reach,
                review,
                escalate,
                typed.tellInEffect(),
                typed.listRemovedUntilNoticeEnds(),
                kinds,
                language);
    }

    private Settlement settlement(Remedy remedy) {
        return new Settlement(
                period("answerWithin", typed.answerWithin()),
                period("contestWithin", typed.contestWithin()),
                period("cureWithin", typed.cureWithin()),
                several("cures", typed.cures(), Settlement.Cure.class),
                roles("authority", typed.authority()),
                period("remindBefore", typed.remindBefore()),
                period("settlementEscalateAfter", typed.settlementEscalateAfter()),
                remedy == null || remedy == Remedy.NONE ? null : termination(remedy));
    }

    private Settlement.Termination termination(Remedy remedy) {
        Period elect = period("electWithin", typed.electWithin());
        Period notice = optional("terminationNotice", typed.terminationNotice());
        Period latest = period("atLatest", typed.atLatest());
        rules.optionalParagraph("dataAfterEnd", "refused.name.data-after-end", Typed.text(typed.dataAfterEnd()));
        rules.refuseIf(
                notice != null && latest != null && isLonger(notice, latest), "atLatest", "refused.promise.at-latest");
        return new Settlement.Termination(
                elect,
                notice,
                latest,
                remedy == Remedy.TERMINATE_ORDER_WITH_REFUND,
                typed.outstandingFeesPayable(),
                Typed.text(typed.dataAfterEnd()));
    }

    /** Counted from a day that makes months long and has no holidays. */
    private static boolean isLonger(Period one, Period other) {
        LocalDate day = LocalDate.of(2026, 7, 1);
        return one.countedFrom(day, Holidays.NONE).isAfter(other.countedFrom(day, Holidays.NONE));
    }

    private Audience audience() {
        List<String> roles = roles("roles", typed.roles());
        rules.refuseIf(roles.isEmpty(), "roles", "refused.promise.roles");
        List<String> told = Typed.several(typed.told());
        List<String> mayObject = Typed.several(typed.mayObject());
        told.forEach(plan -> rules.line("told", "refused.name.plan", plan));
        mayObject.forEach(plan -> rules.line("mayObject", "refused.name.plan", plan));
        return new Audience(
                Set.copyOf(told),
                Set.copyOf(mayObject),
                roles,
                roles("otherwise", typed.otherwise()).stream()
                        .filter(role -> !roles.contains(role))
                        .toList(),
                typed.subscribers());
    }

    private List<String> roles(String field, List<String> chosen) {
        rules.refuseIf(!ROLES.containsAll(chosen), field, "refused.promise.choice");
        return chosen.stream().distinct().toList();
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(Objects.requireNonNullElse(Typed.text(typed.zone()), ""));
        } catch (DateTimeException unknown) {
            rules.refuseIf(true, "zone", "refused.promise.zone");
            return null;
        }
    }

    private String calendar() {
        String id = Typed.text(typed.holidayCalendar());
        try {
            calendars.getById(id);
        } catch (IllegalArgumentException unknown) {
            rules.refuseIf(true, "holidayCalendar", "refused.promise.calendar");
        }
        return id;
    }

    private List<Period> reminders() {
        List<String> written = Typed.several(typed.reminders());
        rules.refuseIf(
                written.size() > MOST_REMINDERS, "reminders", "refused.promise.too-many-reminders", MOST_REMINDERS);
        return written.stream()
                .map(each -> period("reminders", each))
                .filter(Objects::nonNull)
                .toList();
    }

    private String line(String field, String name, String value) {
        String text = Typed.text(value);
        rules.optionalLine(field, name, text);
        return text;
    }

    private Period optional(String field, String written) {
        return Typed.isBlank(written) ? null : period(field, written);
    }

    /** Null, with a problem told, for what is none. */
    private Period period(String field, String written) {
        Optional<Period> read = Typed.period(written);
        rules.refuseIf(read.isEmpty(), field, "refused.promise.period");
        rules.refuseIf(
                read.filter(period -> period.isLongerThanYears(MOST_YEARS)).isPresent(),
                field,
                "refused.promise.too-long",
                MOST_YEARS);
        return read.orElse(null);
    }

    private <E extends Enum<E>> E choice(String field, String name, Class<E> type) {
        Optional<E> chosen = constant(name, type);
        rules.refuseIf(chosen.isEmpty(), field, "refused.promise.choice");
        return chosen.orElse(null);
    }

    private <E extends Enum<E>> Set<E> several(String field, List<String> names, Class<E> type) {
        Set<E> chosen =
                names.stream().flatMap(name -> constant(name, type).stream()).collect(Collectors.toUnmodifiableSet());
        rules.refuseIf(chosen.size() < Set.copyOf(names).size(), field, "refused.promise.choice");
        return chosen;
    }

    private static <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
