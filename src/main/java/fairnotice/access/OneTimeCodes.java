package fairnotice.access;

import fairnotice.refusal.Refused;
import java.time.Instant;
import java.util.Optional;

/**
 * Codes that are mailed to a contact with authority, so that accepting, withdrawing and terminating need more than a link that was
 * forwarded (design, section 6). Eight random digits, valid 30 minutes of real time and for one act only; only a keyed hash is kept.
 */
public interface OneTimeCodes {

    /** Wrong tries that one person has at a code; each counts against every code of the act, for that person alone. */
    int TRIES = 5;

    /** Codes that one person may ask for within an hour of real time, per act. */
    int CODES_AN_HOUR = 5;

    /** Codes of one purpose that one person may have mailed to one holder within an hour of real time, whatever they are for. */
    int CODES_TO_ONE_AN_HOUR = 15;

    /** How long a code is valid, in minutes of real time. */
    int VALID_MINUTES = 30;

    /**
     * A new code, to be mailed to its holder and shown nowhere else. It replaces the one that the same person had mailed to
     * the same holder for the same purpose and act: what one contact wastes is not another's. Joins the caller's transaction, as the mail that carries it does.
     *
     * @param purpose what kind of confirmation it is for
     * @param act exactly what is confirmed: {@code accept OBJ-2026-0003/2}; a code for one act never confirms another
     * @param holder id of the contact whose mailbox it goes to
     * @param by an actor's id of who asks for it
     * @return eight digits
     * @throws Refused when too many were asked for
     */
    String issue(String purpose, String act, long holder, String by);

    /**
     * Until when the newest code of an act that this holder can still use is said to be valid: a full minute, never after its real end, in
     * the clock that dates are told by. Empty when there is none.
     *
     * @param by an actor's id of who would type it; wrong tries count for that person alone
     */
    Optional<Instant> validUntil(String act, long holder, String by);

    /**
     * Uses a code up, together with the caller's transaction: when that rolls back, the code can be used again. A wrong try is counted
     * whatever becomes of the caller's transaction.
     *
     * @param code as typed; spaces and dashes do not matter
     * @param by an actor's id of who typed it, whoever asked for it
     * @return whose code it was
     * @throws Refused on the field {@code code}: not a code, wrong (with the tries left), expired, replaced, or used up
     */
    Redeemed redeem(String act, String code, String by);

    /**
     * A code that was right.
     *
     * @param purpose it was issued for
     * @param holder id of the contact it was mailed to
     */
    record Redeemed(String purpose, long holder) {}
}
