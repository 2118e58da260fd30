package fairnotice.objection;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The letters of an objection's case. */
public enum ObjectionEmail {
    RECEIPT,
    RECEIPT_WITHOUT_GROUNDS,
    RECEIPT_UNMATCHED,
    RECEIPT_AGAIN,
    ADDED,
    COMMENT,
    MATCHED,
    DECLINED,
    CONFIRM,
    ADMITTED,
    ADMITTED_ON_APPEAL,
    REFUSED,
    REFUSED_AGAIN,
    REFUSED_AGAIN_STANDS,
    REFUSAL_FINAL,
    REFUSAL_FINAL_STANDS,
    OFFER,
    OFFER_REMINDER,
    AGREED,
    EXEMPTION_ENDS,
    EXEMPTION_ENDED,
    REPLIED,
    WROTE,
    REJECTED,
    REJECTED_TERMINATION_NEXT,
    CONTESTED,
    TERMINATION_OFFER,
    ELECTION_REMINDER,
    LAPSED,
    NOT_AGREED,
    MOOT,
    WITHDRAWN,
    STANDS,
    NEW_CONTACT,
    REACHED,
    MESSAGE,
    ANSWER_MISSED,
    APPEAL_MISSED,
    OFFER_MISSED,
    TERMINATED,
    TERMINATION_COMPLETE,
    DISPUTED,
    DISPUTE_ANSWERED,
    DISPUTE_MISSED,
    CODE;

    private static final Set<ObjectionEmail> OF_AN_AGREEMENT = EnumSet.of(AGREED, EXEMPTION_ENDS, EXEMPTION_ENDED);

    private static final Set<ObjectionEmail> SAYING_EFFECT = EnumSet.of(
            REFUSED_AGAIN,
            REFUSAL_FINAL,
            AGREED,
            EXEMPTION_ENDS,
            EXEMPTION_ENDED,
            RECEIPT_AGAIN,
            TERMINATION_OFFER,
            ELECTION_REMINDER,
            LAPSED,
            WITHDRAWN);

    private static final Set<ObjectionEmail> NAMING_NOTICE_END =
            EnumSet.of(RECEIPT_AGAIN, REFUSED_AGAIN, REFUSAL_FINAL, TERMINATION_OFFER, ELECTION_REMINDER, LAPSED);

    private static final Set<ObjectionEmail> CLOSING_FOR_ANOTHER = EnumSet.of(
            REFUSED_AGAIN,
            REFUSED_AGAIN_STANDS,
            REFUSAL_FINAL,
            REFUSAL_FINAL_STANDS,
            AGREED,
            LAPSED,
            NOT_AGREED,
            WITHDRAWN);

    private static final Set<ObjectionEmail> TELLING_OF_THE_STOP =
            EnumSet.of(RECEIPT, RECEIPT_WITHOUT_GROUNDS, NOT_AGREED, REFUSED_AGAIN_STANDS, REFUSAL_FINAL_STANDS);

    private static final Set<ObjectionEmail> SAYING_WHAT_STANDS =
            EnumSet.of(RECEIPT, RECEIPT_WITHOUT_GROUNDS, ADMITTED, ADMITTED_ON_APPEAL);

    private static final Set<ObjectionEmail> KEEPING_AWAY = EnumSet.of(
            RECEIPT,
            RECEIPT_WITHOUT_GROUNDS,
            ADMITTED,
            ADMITTED_ON_APPEAL,
            REFUSED,
            CONTESTED,
            ANSWER_MISSED,
            APPEAL_MISSED,
            OFFER_MISSED,
            REJECTED,
            NOT_AGREED,
            REFUSED_AGAIN_STANDS,
            REFUSAL_FINAL_STANDS);

    /** What tells that the publisher has let its last day pass in a case that stands so; empty where the day is not its own. */
    static Optional<ObjectionEmail> ofMissed(ObjectionState state) {
        return switch (state) {
            case ASSESSMENT -> Optional.of(ANSWER_MISSED);
            case CONTESTED -> Optional.of(APPEAL_MISSED);
            case AWAITING_OFFER -> Optional.of(OFFER_MISSED);
            default -> Optional.empty();
        };
    }

    /** Whether it speaks of what is kept away while the case is open, which one filed again does not do until it is admitted. */
    boolean saysWhatIsKeptAway() {
        return this == REFUSED || this == CONTESTED || this == ANSWER_MISSED || this == APPEAL_MISSED;
    }

    /** Whether it says how the case may be decided, which is one way only for what can only be admitted. */
    boolean saysHowItIsAssessed() {
        return this == CONTESTED || this == ANSWER_MISSED || this == APPEAL_MISSED;
    }

    /** Whether it tells that the change is kept away from the customer as its case stands. */
    boolean keepsAway() {
        return KEEPING_AWAY.contains(this);
    }

    /** Whether it names the end of the customer's notice, while that is ahead. */
    boolean namesNoticeEnd() {
        return NAMING_NOTICE_END.contains(this);
    }

    /** Whether it says what another objection would be, now that this one is closed. */
    boolean saysWhatAnotherIs() {
        return CLOSING_FOR_ANOTHER.contains(this);
    }

    /** Whether it is about the last day of an exemption. */
    boolean isAboutEndOfExemption() {
        return this == EXEMPTION_ENDS || this == EXEMPTION_ENDED;
    }

    /** Whether it tells a customer, for whom the change was in effect, that this stopped with its objection. */
    boolean saysThatUseStopped() {
        return TELLING_OF_THE_STOP.contains(this);
    }

    /** Whether it says that the objection was admitted, from which one that followed a final refusal counts. */
    boolean admits() {
        return this == ADMITTED || this == ADMITTED_ON_APPEAL;
    }

    /** Whether it names the earlier objection that keeps the change away, whatever becomes of this one. */
    boolean saysWhatStands() {
        return SAYING_WHAT_STANDS.contains(this);
    }

    /** Whether it tells of a refusal that may become final. */
    boolean saysIfFinal() {
        return this == REFUSED || this == CONTESTED;
    }

    /** Whether the customer's time to answer, contest or elect runs from when it is handed over. */
    boolean startsTime() {
        return this == OFFER || this == REFUSED || this == TERMINATION_OFFER;
    }

    /** Whether what it says of the change's effect is another thing once that is in effect. */
    boolean saysEffect() {
        return SAYING_EFFECT.contains(this);
    }

    /** Whether it is the first answer to a filing. */
    boolean isReceipt() {
        return name().startsWith("RECEIPT");
    }

    /** Whether it says that the change may take effect though nothing was agreed, which an earlier case may keep away. */
    boolean saysWhatFollows() {
        return saysEffect() && !OF_AN_AGREEMENT.contains(this);
    }

    /** Whether it may end the case of an objection that was never admitted as a new one, and kept nothing away. */
    boolean endsWithoutHavingStood() {
        return this == REFUSED_AGAIN || this == REFUSAL_FINAL || this == WITHDRAWN;
    }

    /** Whether it names what else its agreement settles. */
    boolean saysWhatIsSettled() {
        return isOffer() || this == AGREED;
    }

    /** Whether it says that a refusal is final which does not stand in spite of that. */
    boolean saysThatRefusalIsFinal() {
        return this == REFUSED_AGAIN || this == REFUSAL_FINAL;
    }

    /** Whether it gives the reasons for a refusal. */
    boolean refuses() {
        return this == REFUSED || this == REFUSED_AGAIN || this == REFUSED_AGAIN_STANDS;
    }

    /** Whether it tells of an end after which the change may take effect for the customer. */
    boolean closes() {
        return this == REFUSED_AGAIN || this == REFUSAL_FINAL || this == LAPSED || this == WITHDRAWN || this == AGREED;
    }

    /** Whether it speaks of what becomes of the customer's data after the end of its orders. */
    boolean saysDataAfterEnd() {
        return this == TERMINATED || this == TERMINATION_COMPLETE;
    }

    /** Whether it promises a decision by a day of the publisher's, which may be missed. */
    boolean promisesAnswer() {
        return this == CONTESTED || isReceipt() && this != RECEIPT_UNMATCHED;
    }

    /** Whose subject it has: one for all that stand in one thread, so that mail programs keep them together. */
    String subject() {
        boolean alone = this == CONFIRM || this == COMMENT;
        return alone ? "objection-" + word() : "objection";
    }

    /** Whether it says that the customer may terminate orders, first or again. */
    boolean offersTermination() {
        return this == TERMINATION_OFFER || this == ELECTION_REMINDER;
    }

    /** Whether it puts an offer to the customer, first or again. */
    boolean isOffer() {
        return this == OFFER || this == OFFER_REMINDER;
    }

    /** As its texts and its mailing are called. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
