package fairnotice.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One-time codes in the database, known by their keyed hashes alone; all times are the database's own. */
public interface KeptCodes {

    /** How many were issued for the act within the last hour; until the transaction ends nobody else issues one for it. */
    int issuedThisHour(String act);

    /** How many of a purpose a holder was issued within the last hour, for whatever act. */
    int issuedThisHourTo(long holder, String purpose);

    /**
     * Adds the code, valid {@link OneTimeCodes#VALID_MINUTES} from now, and replaces the holder's older ones of the same purpose and act.
     *
     * @param statedUntil what its holder is told of that
     */
    void add(KeptCode code, Instant statedUntil);

    /** What the holder of the newest live code of an act was told of its end. */
    Optional<Instant> statedUntil(String act, long holder);

    /**
     * Compares what was typed with every code of the act that is not used up, one try at a time; when none is right, the try is counted
     * against all live ones, at once and whatever becomes of the caller's transaction.
     *
     * @return the codes of the act, newest first, with this try counted
     */
    Tried attempt(String act, Predicate<KeptCode> right);

    /** @return false when it was redeemed before */
    boolean redeem(long id);

    /**
     * What came of a try.
     *
     * @param right the newest code that is right; null for none
     * @param all every code of the act, newest first, with this try counted
     */
    record Tried(KeptCode right, List<KeptCode> all) {}
}
