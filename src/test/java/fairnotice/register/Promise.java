package fairnotice.register;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A promise to try rules with: thirty days of notice and fifteen to object, from sending. What a test is about is said by it. */
public final class Promise {

    private final ZoneId zone;
    private Period notice = Period.days(30);
    private Period objection = Period.days(15);
    private boolean rollsForward;
    private StartEvent from = StartEvent.SENT;
    private Period presumed;
    private NoticePolicy.Audience audience =
            new NoticePolicy.Audience(Set.of("enterprise"), Set.of("enterprise"), List.of("PRIVACY"), List.of(), true);
    private NoticePolicy.Expedited expedited;
    private boolean weakerTrack;
    private Set<ChangeKind> noticeFor;
    private List<Period> reminders = List.of();
    private Period reachWithin = Period.days(14);
    private Period reviewWithin = Period.parse("5 business days");
    private Period escalateAfter = Period.parse("10 business days");
    private Period remindBefore = Period.days(3);
    private Period tellAdminsAfter = Period.days(5);
    private boolean groundsRequired = true;
    private Settlement.Termination termination;

    private Promise(ZoneId zone) {
        this.zone = zone;
    }

    public static Promise in(ZoneId zone) {
        return new Promise(zone);
    }

    public Promise notice(String period) {
        notice = Period.parse(period);
        return this;
    }

    public Promise objection(String period, boolean rolls) {
        objection = Period.parse(period);
        rollsForward = rolls;
        return this;
    }

    public Promise from(StartEvent event) {
        from = event;
        return this;
    }

    /** @param presumedAfter null for none */
    public Promise received(String presumedAfter) {
        from = StartEvent.RECEIVED;
        presumed = presumedAfter == null ? null : Period.parse(presumedAfter);
        return this;
    }

    public Promise audience(Set<String> told, Set<String> mayObject, List<String> roles, List<String> otherwise) {
        audience = new NoticePolicy.Audience(told, mayObject, roles, otherwise, true);
        return this;
    }

    public Promise expedited(String clause) {
        expedited = new NoticePolicy.Expedited(clause);
        return this;
    }

    public Promise weakerTrack() {
        weakerTrack = true;
        return this;
    }

    public Promise noticeFor(ChangeKind... kinds) {
        noticeFor = Set.of(kinds);
        return this;
    }

    public Promise reminders(String... after) {
        reminders = List.of(after).stream().map(Period::parse).toList();
        return this;
    }

    public Promise reachWithin(String period) {
        reachWithin = Period.parse(period);
        return this;
    }

    public Promise review(String within, String escalates) {
        reviewWithin = Period.parse(within);
        escalateAfter = Period.parse(escalates);
        return this;
    }

    public Promise staff(String remindedBefore, String adminsToldAfter) {
        remindBefore = Period.parse(remindedBefore);
        tellAdminsAfter = Period.parse(adminsToldAfter);
        return this;
    }

    public Promise withoutGrounds() {
        groundsRequired = false;
        return this;
    }

    /** Orders may be ended, with a refund. @param electWithin how long the customer may choose that */
    public Promise terminating(String electWithin) {
        termination = new Settlement.Termination(Period.parse(electWithin), null, null, true, false, null);
        return this;
    }

    /** What the publisher states of the data after orders were ended, where they may be. */
    public Promise dataAfterEnd(String stated) {
        termination = new Settlement.Termination(
                termination.electWithin(),
                termination.notice(),
                termination.atLatest(),
                termination.refund(),
                termination.outstandingFeesPayable(),
                stated);
        return this;
    }

    public NoticePolicy made() {
        return NoticePolicyBuilder.builder()
                .version(1)
                .zone(zone)
                .clause("DPA §05")
                .notice(new CountingRule(notice, zone, false, "DPA §05"))
                .noticeFrom(from)
                .presumedReceivedAfter(presumed)
                .objection(new CountingRule(objection, zone, rollsForward, "DPA §05"))
                .groundsRequired(groundsRequired)
                .remedy(
                        termination == null
                                ? NoticePolicy.Remedy.NONE
                                : NoticePolicy.Remedy.TERMINATE_ORDER_WITH_REFUND)
                .settlement(new Settlement(
                        Period.days(10),
                        Period.days(10),
                        Period.days(30),
                        Set.of(),
                        List.of(),
                        remindBefore,
                        tellAdminsAfter,
                        termination))
                .audience(audience)
                .expedited(expedited)
                .weakerTrack(weakerTrack)
                .reminders(reminders)
                .reachWithin(reachWithin)
                .reviewWithin(reviewWithin)
                .escalateAfter(escalateAfter)
                .listRemovedUntilNoticeEnds(true)
                .noticeFor(noticeFor)
                .build();
    }
}
