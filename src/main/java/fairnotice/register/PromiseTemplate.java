package fairnotice.register;

import static fairnotice.calendar.Unit.BUSINESS_DAYS;
import static fairnotice.calendar.Unit.DAYS;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Period;
import fairnotice.register.NoticePolicy.Audience;
import fairnotice.register.NoticePolicy.Remedy;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Promises that many agreements make, to begin with. Each states what its name says; the rest are operating settings that no agreement
 * states, and every one can be altered. The clause is left to the publisher: nobody else knows it.
 */
public enum PromiseTemplate {
    /** The commonest: thirty days before use, half of it to object on reasonable grounds, and the way out with the money back. */
    NOTICE_30_OBJECT_15_REFUND(days(30), StartEvent.SENT, days(15), true, Remedy.TERMINATE_ORDER_WITH_REFUND),
    /** An objection is in time as long as the notice runs. */
    NOTICE_30_OBJECT_30(days(30), StartEvent.SENT, days(30), true, Remedy.TERMINATE_ORDER_WITHOUT_REFUND),
    /** A short notice, and no grounds asked. */
    NOTICE_14_OBJECT_14(days(14), StartEvent.SENT, days(14), false, Remedy.TERMINATE_ORDER_WITH_REFUND),
    /** Counted in business days, and from receipt. */
    RECEIVED_20_OBJECT_10(
            new Period(20, BUSINESS_DAYS),
            StartEvent.RECEIVED,
            new Period(10, BUSINESS_DAYS),
            true,
            Remedy.TERMINATE_ORDER_WITH_REFUND),
    /** The text of clause 7.7 of the standard contractual clauses 2021/915, option 2, with its periods filled in; it states no remedy. */
    GENERAL_AUTHORISATION(days(30), StartEvent.SENT, days(30), false, Remedy.NONE),
    /** Notice of additions and replacements alone, as art. 28(2) GDPR asks for. */
    ADDITIONS_AND_REPLACEMENTS(days(30), StartEvent.SENT, days(30), false, Remedy.NONE);

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Period notice;
    private final StartEvent from;
    private final Period objection;
    private final boolean grounds;
    private final Remedy remedy;

    PromiseTemplate(Period notice, StartEvent from, Period objection, boolean grounds, Remedy remedy) {
        this.notice = notice;
        this.from = from;
        this.objection = objection;
        this.grounds = grounds;
        this.remedy = remedy;
    }

    private static Period days(int amount) {
        return new Period(amount, DAYS);
    }

    /** As a form shows it, with the place, the language and the clause that were typed before. @param before null for nothing */
    public TypedPromise typed(TypedPromise before) {
        return TypedPromise.of(policy()).in(before);
    }

    private NoticePolicy policy() {
        return new NoticePolicy(
                0,
                UTC,
                null,
                "",
                new CountingRule(notice, UTC, false, ""),
                from,
                from == StartEvent.RECEIVED ? new Period(2, BUSINESS_DAYS) : null,
                new CountingRule(objection, UTC, false, ""),
                grounds,
                remedy,
                settlement(),
                new Audience(Set.of(), Set.of(), List.of("PRIVACY"), List.of("LEGAL", "OWNER"), true),
                null,
                false,
                List.of(days(7), days(21)),
                days(14),
                days(5),
                days(10),
                true,
                false,
                this == ADDITIONS_AND_REPLACEMENTS ? Set.of(ChangeKind.ADD, ChangeKind.REPLACE) : null,
                null);
    }

    private Settlement settlement() {
        return new Settlement(
                days(10),
                days(10),
                days(30),
                Set.of(Settlement.Cure.values()),
                List.of("OWNER", "LEGAL", "PRIVACY"),
                days(3),
                days(5),
                remedy == Remedy.NONE
                        ? null
                        : new Settlement.Termination(
                                days(30), null, days(90), remedy == Remedy.TERMINATE_ORDER_WITH_REFUND, false, null));
    }
}
