package fairnotice.register.file;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.refusal.Language;
import fairnotice.register.ChangeKind;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicy.Audience;
import fairnotice.register.NoticePolicy.Expedited;
import fairnotice.register.NoticePolicy.Remedy;
import fairnotice.register.Settlement;
import fairnotice.register.StartEvent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the promise: the group {@code policy} of a register file. */
final class PolicyFields {

    private static final int NOT_NUMBERED_YET = 0;

    private final HolidayCalendars calendars;

    PolicyFields(HolidayCalendars calendars) {
        this.calendars = calendars;
    }

    NoticePolicy read(Fields policy) {
        ZoneId zone = policy.read("zone", PolicyFields::zone);
        String clause = policy.text("clause");
        Fields notice = policy.group("notice");
        Remedy remedy = policy.oneOf("remedy", Remedy.class);
        NoticePolicy read = new NoticePolicy(
                NOT_NUMBERED_YET,
                zone,
                policy.optional("holidayCalendar", this::calendar),
                clause,
                noticeRule(notice, zone, clause),
                notice.oneOf("from", StartEvent.class),
                notice.optional("presumedReceivedAfter", Period::parse),
                objectionRule(policy.group("objection"), zone, clause),
                policy.flag("groundsRequired"),
                remedy,
                settlement(policy.group("settlement"), remedy),
                audience(policy.group("audience")),
                expedited(policy.optionalGroup("expedited")),
                policy.flag("weakerTrack"),
                policy.list("reminders", Period::parse),
                policy.read("reachWithin", Period::parse),
                policy.read("reviewWithin", Period::parse),
                policy.read("escalateAfter", Period::parse),
                policy.flag("tellInEffect"),
                policy.flag("listRemovedUntilNoticeEnds"),
                noticeFor(policy),
                policy.optional("language", PolicyFields::language));
        notice.nothingElse();
        policy.nothingElse();
        if (read.noticeFor().contains(ChangeKind.REMOVE)) {
            throw policy.bad("noticeFor", "must leave out remove, which \"listRemovedUntilNoticeEnds\" rules");
        }
        if (read.noticeFrom() == StartEvent.RECEIVED && read.presumedReceivedAfter() == null) {
            throw notice.bad("presumedReceivedAfter", "is missing, which a notice counted from receipt needs");
        }
        return read;
    }

    private static Language language(String code) {
        return Language.known(code)
                .orElseThrow(() -> new IllegalArgumentException("must be one of " + Language.codes()));
    }

    private static Set<ChangeKind> noticeFor(Fields policy) {
        List<ChangeKind> stated =
                policy.optionalList("noticeFor", written -> Fields.constant(written, ChangeKind.class));
        return stated == null ? null : Set.copyOf(stated);
    }

    /** Counted back from use, so it never rolls forward. */
    private static CountingRule noticeRule(Fields notice, ZoneId zone, String clause) {
        return new CountingRule(notice.read("period", Period::parse), zone, false, own(notice, clause));
    }

    private static CountingRule objectionRule(Fields objection, ZoneId zone, String clause) {
        CountingRule rule = new CountingRule(
                objection.read("period", Period::parse), zone, objection.flag("rollsForward"), own(objection, clause));
        objection.nothingElse();
        return rule;
    }

    private static String own(Fields rule, String clause) {
        String stated = rule.optionalText("clause");
        return stated == null ? clause : stated;
    }

    private static Settlement settlement(Fields settlement, Remedy remedy) {
        Fields termination = settlement.optionalGroup("termination");
        if ((termination == null) != (remedy == Remedy.NONE)) {
            throw settlement.bad(
                    "termination",
                    remedy == Remedy.NONE
                            ? "must be left out where the remedy is none"
                            : "is missing, which the remedy \"terminate order\" needs");
        }
        Settlement read = new Settlement(
                settlement.read("answerWithin", Period::parse),
                settlement.read("contestWithin", Period::parse),
                settlement.read("cureWithin", Period::parse),
                Set.copyOf(settlement.list("cures", written -> Fields.constant(written, Settlement.Cure.class))),
                settlement.list("authority", PolicyFields::role),
                settlement.read("remindBefore", Period::parse),
                settlement.read("escalateAfter", Period::parse),
                termination == null ? null : termination(termination, remedy));
        settlement.nothingElse();
        return read;
    }

    private static Settlement.Termination termination(Fields termination, Remedy remedy) {
        Settlement.Termination read = new Settlement.Termination(
                termination.read("electWithin", Period::parse),
                termination.optional("notice", Period::parse),
                termination.read("atLatest", Period::parse),
                remedy == Remedy.TERMINATE_ORDER_WITH_REFUND,
                termination.flag("outstandingFeesPayable"),
                termination.optionalText("dataAfterEnd"));
        termination.nothingElse();
        if (read.notice() != null && isLonger(read.notice(), read.atLatest())) {
            throw termination.bad("atLatest", "must not be before the earliest end, which \"notice\" sets");
        }
        return read;
    }

    /** Counted from a day that makes months long and has no holidays. */
    private static boolean isLonger(Period one, Period other) {
        LocalDate day = LocalDate.of(2026, 7, 1);
        return one.countedFrom(day, Holidays.NONE).isAfter(other.countedFrom(day, Holidays.NONE));
    }

    private static Audience audience(Fields audience) {
        Audience read = new Audience(
                Set.copyOf(audience.list("told", UnaryOperator.identity())),
                Set.copyOf(audience.list("mayObject", UnaryOperator.identity())),
                audience.list("roles", PolicyFields::role),
                audience.list("otherwise", PolicyFields::role),
                audience.flag("subscribers"));
        audience.nothingElse();
        if (read.roles().isEmpty()) {
            throw audience.bad("roles", "must name at least one contact role");
        }
        return read;
    }

    /** The names of {@code customer.ContactRole}, which this room may not see. */
    private static String role(String written) {
        List<String> roles = List.of("OWNER", "PRIVACY", "LEGAL", "SECURITY", "BILLING");
        if (!roles.contains(written)) {
            throw new IllegalArgumentException("\"" + written + "\" is not one of " + String.join(", ", roles));
        }
        return written;
    }

    private static Expedited expedited(Fields expedited) {
        if (expedited == null) {
            return null;
        }
        Expedited read = new Expedited(expedited.text("clause"));
        expedited.nothingElse();
        return read;
    }

    private static ZoneId zone(String written) {
        try {
            return ZoneId.of(written);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "\"" + written + "\" is not a time zone; write it like \"Europe/Berlin\" or \"UTC\"", unknown);
        }
    }

    private String calendar(String id) {
        calendars.getById(id);
        return id;
    }
}
