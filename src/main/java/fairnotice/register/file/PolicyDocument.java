package fairnotice.register.file;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Period;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicy.Audience;
import fairnotice.register.Settlement;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The group {@code policy} of a register file as it is written: what {@link PolicyFields} reads. */
final class PolicyDocument {

    private PolicyDocument() {}

    static Map<String, Object> of(NoticePolicy policy) {
        return new Stated()
                .with("clause", policy.clause())
                .with("zone", policy.zone().getId())
                .with("holidayCalendar", policy.holidayCalendar())
                .with("language", policy.language().code())
                .with("notice", notice(policy))
                .with("objection", objection(policy))
                .with("groundsRequired", policy.groundsRequired())
                .with("remedy", policy.remedy())
                .with("expedited", expedited(policy))
                .with("audience", audience(policy.audience()))
                .with("settlement", settlement(policy.settlement()))
                .with("weakerTrack", policy.weakerTrack())
                .with(
                        "reminders",
                        policy.reminders().stream().map(Period::toString).toList())
                .with("reachWithin", policy.reachWithin())
                .with("reviewWithin", policy.reviewWithin())
                .with("escalateAfter", policy.escalateAfter())
                .with("tellInEffect", policy.tellInEffect())
                .with("listRemovedUntilNoticeEnds", policy.listRemovedUntilNoticeEnds())
                .with("noticeFor", words(policy.noticeFor()))
                .fields();
    }

    private static Map<String, Object> notice(NoticePolicy policy) {
        return new Stated()
                .with("period", policy.notice().period())
                .with("from", policy.noticeFrom())
                .with("presumedReceivedAfter", policy.presumedReceivedAfter())
                .with("clause", own(policy.notice(), policy))
                .fields();
    }

    private static Map<String, Object> objection(NoticePolicy policy) {
        return new Stated()
                .with("period", policy.objection().period())
                .with("rollsForward", policy.objection().rollsForward())
                .with("clause", own(policy.objection(), policy))
                .fields();
    }

    private static String own(CountingRule rule, NoticePolicy policy) {
        return rule.clause().equals(policy.clause()) ? null : rule.clause();
    }

    private static Map<String, Object> expedited(NoticePolicy policy) {
        return policy.expedited() == null
                ? null
                : new Stated().with("clause", policy.expedited().clause()).fields();
    }

    private static Map<String, Object> audience(Audience audience) {
        return new Stated()
                .with("told", audience.told().stream().sorted().toList())
                .with("mayObject", audience.mayObject().stream().sorted().toList())
                .with("roles", audience.roles())
                .with("otherwise", audience.otherwise())
                .with("subscribers", audience.subscribers())
                .fields();
    }

    private static Map<String, Object> settlement(Settlement settlement) {
        return new Stated()
                .with("answerWithin", settlement.answerWithin())
                .with("contestWithin", settlement.contestWithin())
                .with("cureWithin", settlement.cureWithin())
                .with("cures", words(settlement.cures()))
                .with("authority", settlement.authority())
                .with("remindBefore", settlement.remindBefore())
                .with("escalateAfter", settlement.escalateAfter())
                .with("termination", termination(settlement.termination()))
                .fields();
    }

    private static Map<String, Object> termination(Settlement.Termination termination) {
        return termination == null
                ? null
                : new Stated()
                        .with("electWithin", termination.electWithin())
                        .with("notice", termination.notice())
                        .with("atLatest", termination.atLatest())
                        .with("outstandingFeesPayable", termination.outstandingFeesPayable())
                        .with("dataAfterEnd", termination.dataAfterEnd())
                        .fields();
    }

    private static List<String> words(Collection<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(RegisterDocument::word).toList();
    }
}
