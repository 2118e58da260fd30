package fairnotice.objection;

/** Where an objection stands. */
public enum ObjectionState {
    /** From nobody known; legal finds out whose it is. */
    UNMATCHED,
    /** Legal assesses its grounds. */
    ASSESSMENT,
    /** Its grounds are heard, and legal is to make an offer. */
    AWAITING_OFFER,
    /** The customer is to answer an offer. */
    OFFERED,
    /** Refused with reasons; may be contested once until the refusal is final. */
    REFUSED,
    /** The refusal was contested, and another reviewer assesses the grounds. */
    CONTESTED,
    /** No agreement was found, and the customer may end affected orders. */
    TERMINATION_OFFERED,
    /** The customer ends orders. */
    TERMINATING,
    /** Settled by an explanation or a safeguard the customer accepted. */
    RESOLVED,
    /** Settled by not using the vendor for this customer. */
    EXEMPTED,
    /** The customer let the time to end its orders pass. */
    LAPSED,
    /** No agreement was found, and the policy states no remedy. */
    NOT_AGREED,
    /** The change was given up. */
    MOOT,
    /** The customer took it back. */
    WITHDRAWN,
    TERMINATED,
    /** It was nobody's who may object. */
    DECLINED,
    /** From a customer that the policy does not entitle: kept, and answered so. */
    COMMENT
}
