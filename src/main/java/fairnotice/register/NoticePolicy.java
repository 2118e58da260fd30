package fairnotice.register;

import fairnotice.calendar.CountingRule;
import fairnotice.calendar.Period;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The promise as data. Versioned: an announcement freezes the version it rests on.
 *
 * @param version 1 for the register file's first, raised by one whenever a changed file is loaded
 * @param zone where its days begin and end
 * @param holidayCalendar ISO 3166 code for business days and roll-forward; null for none
 * @param clause where the promise is written, for example "DPA §05"
 * @param notice how long before use customers are told; never rolls forward, since it is counted back from use
 * @param noticeFrom what starts the notice and the objection window of a customer who is owed a message
 * @param presumedReceivedAfter for {@link StartEvent#RECEIVED}: when a message counts as received without a report
 * @param objection the window in which an objection is in time
 * @param groundsRequired whether an objection must give reasons
 * @param remedy what follows when an objection cannot be settled; the page states none: {@link Remedy#NONE}
 * @param settlement how an objection is settled, and on what terms a customer may leave
 * @param audience who is told and who may object
 * @param expedited the exception for security-critical changes; null where the policy has none
 * @param weakerTrack whether legal may choose a weaker track than the table gave
 * @param reminders days after the announcement on which those who have not acknowledged, and have no open objection, are reminded
 * @param reachWithin the long-stop: customers not reached by then are put to legal when the notice is over
 * @param reviewWithin a review open longer than this is reminded of
 * @param escalateAfter a review open longer than this goes to the administrators as well
 * @param tellInEffect whether the audience is told when the change is in effect
 * @param listRemovedUntilNoticeEnds whether an entry to be removed stays listed until the notice is over
 * @param noticeFor the kinds of changes whose material ones are promised a notice, a removal apart; null for all of them
 * @param language of the agreement, in which its text is binding; null for English
 */
@RecordBuilder
public record NoticePolicy(
        int version,
        ZoneId zone,
        String holidayCalendar,
        String clause,
        CountingRule notice,
        StartEvent noticeFrom,
        Period presumedReceivedAfter,
        CountingRule objection,
        boolean groundsRequired,
        Remedy remedy,
        Settlement settlement,
        Audience audience,
        Expedited expedited,
        boolean weakerTrack,
        List<Period> reminders,
        Period reachWithin,
        Period reviewWithin,
        Period escalateAfter,
        boolean tellInEffect,
        boolean listRemovedUntilNoticeEnds,
        Set<ChangeKind> noticeFor,
        Language language) {

    /** What a notice can be promised of; removals follow a rule of their own. */
    public static final Set<ChangeKind> EVERY_KIND = Set.of(ChangeKind.ADD, ChangeKind.REPLACE, ChangeKind.MODIFY);

    public NoticePolicy {
        noticeFor = noticeFor == null ? EVERY_KIND : Set.copyOf(noticeFor);
        language = language == null ? Language.EN : language;
    }

    /** Whether customers are promised to hear of a material change of that kind beforehand. */
    public boolean promisesNoticeOf(ChangeKind kind) {
        return kind == ChangeKind.REMOVE ? listRemovedUntilNoticeEnds : noticeFor.contains(kind);
    }

    /** Whether legal may choose a weaker track than the table gave a change of that kind: with leave, or where nothing is promised. */
    public boolean mayWeaken(ChangeKind kind) {
        return weakerTrack || !promisesNoticeOf(kind);
    }

    /** Which text of the agreement is binding, in the language that is spoken; null where it is the agreement's own. */
    public String binding() {
        return language == Language.spoken()
                ? null
                : Phrase.of("said.binding." + language).said();
    }

    /** Where it is written that a security-critical change may go first; the promise as a whole where nothing is said of its own. */
    public String exceptionClause() {
        return expedited == null ? clause : expedited.clause();
    }

    /** The same promise under another version number. */
    public NoticePolicy numbered(int other) {
        return NoticePolicyBuilder.builder(this).version(other).build();
    }

    /** What follows an objection that cannot be settled. */
    public enum Remedy {
        NONE,
        TERMINATE_ORDER_WITH_REFUND,
        TERMINATE_ORDER_WITHOUT_REFUND
    }

    /**
     * @param told plans whose customers are owed a message; empty means every plan
     * @param mayObject plans whose customers may object; empty means every plan
     * @param roles contact roles, by name, that are written to, all of them
     * @param otherwise contact roles tried in this order, one contact at a time, when none with {@code roles} exists or can be reached
     * @param subscribers whether the public notification list gets the newsletter copy
     */
    public record Audience(
            Set<String> told, Set<String> mayObject, List<String> roles, List<String> otherwise, boolean subscribers) {

        public boolean isTold(String plan) {
            return told.isEmpty() || told.contains(plan);
        }

        public boolean mayObject(String plan) {
            return mayObject.isEmpty() || mayObject.contains(plan);
        }

        /** Whether customers of some plan may object and are owed no message. */
        public boolean isAnyObjectorUntold() {
            return !told.isEmpty() && (mayObject.isEmpty() || !told.containsAll(mayObject));
        }
    }

    /** The exception that lets a security-critical change go first and be notified after. */
    public record Expedited(String clause) {}
}
