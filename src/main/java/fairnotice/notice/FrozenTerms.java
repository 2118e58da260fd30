package fairnotice.notice;

import fairnotice.calendar.Period;
import fairnotice.customer.Terms;
import fairnotice.register.NoticePolicy;

/** The periods one notice runs by: the policy's, or what the customer negotiated, frozen at the announcement. */
public record FrozenTerms(Period notice, String noticeClause, Period objection, String objectionClause) {

    /**
     * Of each period the longer, each with its clause.
     *
     * @param own the dates by these, like {@code others} by the others from the same start
     */
    FrozenTerms orLonger(FrozenTerms other, NoticeDates own, NoticeDates others) {
        boolean notices = own.noticeEnds().endsAt().isBefore(others.noticeEnds().endsAt());
        boolean objections =
                own.objectionsClose().endsAt().isBefore(others.objectionsClose().endsAt());
        return new FrozenTerms(
                notices ? other.notice : notice,
                notices ? other.noticeClause : noticeClause,
                objections ? other.objection : objection,
                objections ? other.objectionClause : objectionClause);
    }

    static FrozenTerms of(NoticePolicy policy, Terms terms) {
        boolean ownNotice = terms.notice() != null;
        boolean ownObjection = terms.objection() != null;
        String clause = terms.clause() == null ? "the customer's own terms" : terms.clause();
        return new FrozenTerms(
                ownNotice ? terms.notice() : policy.notice().period(),
                ownNotice ? clause : policy.notice().clause(),
                ownObjection ? terms.objection() : policy.objection().period(),
                ownObjection ? clause : policy.objection().clause());
    }
}
