package fairnotice.register;

import fairnotice.calendar.Period;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A promise as typed. Its names are those of a register file, where they would be the same in two places with the name of the group in
 * front. Periods are written as people write them, in any language that there is; plans and reminders with commas between them.
 *
 * @param told plans whose customers are owed a message; nothing for every plan
 * @param mayObject plans whose customers may object; nothing for every plan
 * @param exception the clause that lets a security-critical change go first; nothing where there is none
 */
@RecordBuilder
public record TypedPromise(
        String clause,
        String zone,
        String holidayCalendar,
        String language,
        String notice,
        String noticeClause,
        String noticeFrom,
        String presumedReceivedAfter,
        List<String> noticeFor,
        String objection,
        String objectionClause,
        Boolean rollsForward,
        Boolean groundsRequired,
        String told,
        String mayObject,
        List<String> roles,
        List<String> otherwise,
        Boolean subscribers,
        String exception,
        String remedy,
        String electWithin,
        String terminationNotice,
        String atLatest,
        Boolean outstandingFeesPayable,
        String dataAfterEnd,
        String answerWithin,
        String contestWithin,
        String cureWithin,
        List<String> cures,
        List<String> authority,
        String remindBefore,
        String settlementEscalateAfter,
        Boolean weakerTrack,
        String reminders,
        String reachWithin,
        String reviewWithin,
        String escalateAfter,
        Boolean tellInEffect,
        Boolean listRemovedUntilNoticeEnds) {

    public TypedPromise {
        noticeFor = kept(noticeFor);
        roles = kept(roles);
        otherwise = kept(otherwise);
        cures = kept(cures);
        authority = kept(authority);
        rollsForward = Boolean.TRUE.equals(rollsForward);
        groundsRequired = Boolean.TRUE.equals(groundsRequired);
        subscribers = Boolean.TRUE.equals(subscribers);
        outstandingFeesPayable = Boolean.TRUE.equals(outstandingFeesPayable);
        weakerTrack = Boolean.TRUE.equals(weakerTrack);
        tellInEffect = Boolean.TRUE.equals(tellInEffect);
        listRemovedUntilNoticeEnds = Boolean.TRUE.equals(listRemovedUntilNoticeEnds);
    }

    private static List<String> kept(List<String> chosen) {
        return chosen == null
                ? List.of()
                : chosen.stream().filter(each -> !Typed.isBlank(each)).toList();
    }

    /** As a form shows a promise, its periods in the language that is spoken. */
    public static TypedPromise of(NoticePolicy policy) {
        Settlement settlement = policy.settlement();
        TypedPromiseBuilder typed = TypedPromiseBuilder.builder()
                .clause(policy.clause())
                .zone(policy.zone().getId())
                .holidayCalendar(policy.holidayCalendar())
                .language(policy.language().name())
                .notice(policy.notice().period().inWords())
                .noticeClause(own(policy.notice().clause(), policy))
                .noticeFrom(policy.noticeFrom().name())
                .presumedReceivedAfter(said(policy.presumedReceivedAfter()))
                .noticeFor(names(policy.noticeFor()))
                .objection(policy.objection().period().inWords())
                .objectionClause(own(policy.objection().clause(), policy))
                .rollsForward(policy.objection().rollsForward())
                .groundsRequired(policy.groundsRequired())
                .told(plans(policy.audience().told()))
                .mayObject(plans(policy.audience().mayObject()))
                .roles(policy.audience().roles())
                .otherwise(policy.audience().otherwise())
                .subscribers(policy.audience().subscribers())
                .exception(
                        policy.expedited() == null ? null : policy.expedited().clause())
                .remedy(policy.remedy().name())
                .answerWithin(settlement.answerWithin().inWords())
                .contestWithin(settlement.contestWithin().inWords())
                .cureWithin(settlement.cureWithin().inWords())
                .cures(names(settlement.cures()))
                .authority(settlement.authority())
                .remindBefore(settlement.remindBefore().inWords())
                .settlementEscalateAfter(settlement.escalateAfter().inWords())
                .weakerTrack(policy.weakerTrack())
                .reminders(policy.reminders().stream().map(Period::inWords).collect(Collectors.joining(", ")))
                .reachWithin(policy.reachWithin().inWords())
                .reviewWithin(policy.reviewWithin().inWords())
                .escalateAfter(policy.escalateAfter().inWords())
                .tellInEffect(policy.tellInEffect())
                .listRemovedUntilNoticeEnds(policy.listRemovedUntilNoticeEnds());
        return (settlement.termination() == null ? typed : ending(typed, settlement.termination())).build();
    }

    private static TypedPromiseBuilder ending(TypedPromiseBuilder typed, Settlement.Termination termination) {
        return typed.electWithin(termination.electWithin().inWords())
                .terminationNotice(said(termination.notice()))
                .atLatest(termination.atLatest().inWords())
                .outstandingFeesPayable(termination.outstandingFeesPayable())
                .dataAfterEnd(termination.dataAfterEnd());
    }

    private static String said(Period period) {
        return period == null ? null : period.inWords();
    }

    /** The narrower clause of a period; nothing where it is that of the promise. */
    private static String own(String clause, NoticePolicy policy) {
        return clause.equals(policy.clause()) ? null : clause;
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(Enum::name).toList();
    }

    private static String plans(Collection<String> plans) {
        return plans.stream().sorted().collect(Collectors.joining(", "));
    }

    /** The same with the place, the language and the clause that were typed before: no template knows them. @param before null for nothing */
    TypedPromise in(TypedPromise before) {
        return before == null
                ? this
                : TypedPromiseBuilder.builder(this)
                        .clause(before.clause)
                        .zone(before.zone)
                        .holidayCalendar(before.holidayCalendar)
                        .language(before.language)
                        .build();
    }
}
