package fairnotice.web.api;

import fairnotice.calendar.CountingRule;
import fairnotice.register.Category;
import fairnotice.register.HistoryEntry;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Settlement;
import fairnotice.register.StartEvent;
import fairnotice.register.Subprocessor;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A register as it is published. What the list does not state is null.
 *
 * @param number of the version
 * @param change the reference of the change that made the version; null for the first
 * @param zone in which days of the list begin and end
 */
record RegisterBody(
        String id,
        String name,
        String title,
        String zone,
        int number,
        Instant publishedAt,
        String change,
        List<Category> categories,
        List<Subprocessor> entries,
        List<HistoryEntry> history,
        Policy policy) {

    /**
     * The promise in short. Periods are written as in the contract: "30 days", "5 business days".
     *
     * @param language of the agreement, whose text is binding: "en"
     * @param settlement how an objection is settled
     * @param told plans whose customers are owed a message; empty means every plan
     * @param mayObject plans whose customers may object; empty means every plan
     * @param expedited whether a security-critical change may go first
     */
    record Policy(
            int version,
            String clause,
            String language,
            String notice,
            String objection,
            StartEvent from,
            NoticePolicy.Remedy remedy,
            Terms settlement,
            Set<String> told,
            Set<String> mayObject,
            boolean subscribers,
            boolean expedited) {

        static Policy of(NoticePolicy policy) {
            return new Policy(
                    policy.version(),
                    policy.clause(),
                    policy.language().code(),
                    period(policy.notice()),
                    period(policy.objection()),
                    policy.noticeFrom(),
                    policy.remedy(),
                    Terms.of(policy.settlement()),
                    policy.audience().told(),
                    policy.audience().mayObject(),
                    policy.audience().subscribers(),
                    policy.expedited() != null);
        }

        private static String period(CountingRule rule) {
            return rule == null ? null : rule.period().toString();
        }
    }

    /**
     * How an objection is settled; each period runs from the step before it.
     *
     * @param cures what may be offered
     * @param authority contact roles that may accept, withdraw and terminate; empty means every contact
     * @param termination null where the policy states no remedy
     */
    record Terms(
            String answerWithin,
            String contestWithin,
            String cureWithin,
            List<Settlement.Cure> cures,
            List<String> authority,
            Ending termination) {

        static Terms of(Settlement settlement) {
            return new Terms(
                    settlement.answerWithin().toString(),
                    settlement.contestWithin().toString(),
                    settlement.cureWithin().toString(),
                    settlement.cures().stream().sorted().toList(),
                    settlement.authority(),
                    settlement.termination() == null ? null : Ending.of(settlement.termination()));
        }
    }

    /**
     * On what terms an order may be ended.
     *
     * @param notice the earliest end after the choice; null for at once
     * @param atLatest the latest end after the choice
     * @param dataAfterEnd what is stated of the customer's personal data after it; null for nothing
     */
    record Ending(
            String electWithin,
            String notice,
            String atLatest,
            boolean refund,
            boolean outstandingFeesPayable,
            String dataAfterEnd) {

        static Ending of(Settlement.Termination termination) {
            return new Ending(
                    termination.electWithin().toString(),
                    termination.notice() == null ? null : termination.notice().toString(),
                    termination.atLatest().toString(),
                    termination.refund(),
                    termination.outstandingFeesPayable(),
                    termination.dataAfterEnd());
        }
    }

    static RegisterBody of(Register register, RegisterVersion version) {
        return new RegisterBody(
                register.id(),
                register.name(),
                register.title(),
                register.zone().getId(),
                version.number(),
                version.publishedAt(),
                version.change(),
                register.categories(),
                version.entries(),
                version.history(),
                Policy.of(register.policy()));
    }
}
