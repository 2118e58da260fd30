package fairnotice.register.file;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
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
                notice.optional("presumedReceivedAfter", PolicyFields::period),
                objectionRule(policy.group("objection"), zone, clause),
                policy.flag("groundsRequired"),
                remedy,
                settlement(policy.group("settlement"), remedy),
                audience(policy.group("audience")),
                expedited(policy.optionalGroup("expedited")),
                policy.flag("weakerTrack"),
                policy.list("reminders", PolicyFields::period),
                policy.read("reachWithin", PolicyFields::period),
                policy.read("reviewWithin", PolicyFields::period),
                policy.read("escalateAfter", PolicyFields::period),
                policy.flag("tellInEffect"),
                policy.flag("listRemovedUntilNoticeEnds"),
                noticeFor(policy),
                policy.optional("language", PolicyFields::language));
        notice.nothingElse();
        policy.nothingElse();
        if (read.noticeFor().contains(ChangeKind.REMOVE)) {
            throw policy.bad("noticeFor", Phrase.of("refused.register-file.removals"));
        }
        if (read.noticeFrom() == StartEvent.RECEIVED && read.presumedReceivedAfter() == null) {
            throw notice.bad("presumedReceivedAfter", Phrase.of("refused.register-file.presumed"));
        }
        return read;
    }

    private static Language language(String code) {
        return Language.known(code)
                .orElseThrow(() -> new UnfitValue(Phrase.of("refused.register-file.one-of", Language.codes())));
    }

    private static Set<ChangeKind> noticeFor(Fields policy) {
        List<ChangeKind> stated =
                policy.optionalList("noticeFor", written -> Fields.constant(written, ChangeKind.class));
        return stated == null ? null : Set.copyOf(stated);
    }

    /** Counted back from use, so it never rolls forward. */
    private static CountingRule noticeRule(Fields notice, ZoneId zone, String clause) {
        return new CountingRule(notice.read("period", PolicyFields::period), zone, false, own(notice, clause));
    }

    private static CountingRule objectionRule(Fields objection, ZoneId zone, String clause) {
        CountingRule rule = new CountingRule(
                objection.read("period", PolicyFields::period),
                zone,
                objection.flag("rollsForward"),
                own(objection, clause));
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
                    Phrase.of(
                            remedy == Remedy.NONE
                                    ? "refused.register-file.no-termination"
                                    : "refused.register-file.termination"));
        }
        Settlement read = new Settlement(
                settlement.read("answerWithin", PolicyFields::period),
                settlement.read("contestWithin", PolicyFields::period),
                settlement.read("cureWithin", PolicyFields::period),
                Set.copyOf(settlement.list("cures", written -> Fields.constant(written, Settlement.Cure.class))),
                settlement.list("authority", PolicyFields::role),
                settlement.read("remindBefore", PolicyFields::period),
                settlement.read("escalateAfter", PolicyFields::period),
                termination == null ? null : termination(termination, remedy));
        settlement.nothingElse();
        return read;
    }

    private static Settlement.Termination termination(Fields termination, Remedy remedy) {
        Settlement.Termination read = new Settlement.Termination(
                termination.read("electWithin", PolicyFields::period),
                termination.optional("notice", PolicyFields::period),
                termination.read("atLatest", PolicyFields::period),
                remedy == Remedy.TERMINATE_ORDER_WITH_REFUND,
                termination.flag("outstandingFeesPayable"),
                termination.optionalText("dataAfterEnd"));
        termination.nothingElse();
        if (read.notice() != null && isLonger(read.notice(), read.atLatest())) {
            throw termination.bad("atLatest", Phrase.of("refused.register-file.at-latest"));
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
            throw audience.bad("roles", Phrase.of("refused.register-file.roles"));
        }
        return read;
    }

    /** The names of {@code customer.ContactRole}, which this room may not see. */
    private static String role(String written) {
        List<String> roles = List.of("OWNER", "PRIVACY", "LEGAL", "SECURITY", "BILLING");
        if (!roles.contains(written)) {
            throw UnfitValue.of("refused.register-file.role", written, String.join(", ", roles));
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
            throw UnfitValue.of("refused.register-file.zone", written);
        }
    }

    private static Period period(String written) {
        try {
            return Period.parse(written);
        } catch (IllegalArgumentException none) {
            throw UnfitValue.of("refused.register-file.period", written);
        }
    }

    private String calendar(String id) {
        try {
            calendars.getById(id);
        } catch (IllegalArgumentException unknown) {
            throw UnfitValue.of("refused.register-file.calendar", id);
        }
        return id;
    }
}
