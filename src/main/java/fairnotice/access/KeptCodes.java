package fairnotice.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One-time codes in the database, known by their keyed hashes alone; all times are the database's own. */
public interface KeptCodes {

    /** What somebody asked for within the last hour, for the act; until the transaction ends the same person asks for no other. */
    Asked askedThisHour(String act, String by);

    /** What the holder of the newest live code of an act was told of its end. @param by who has tries left at it */
    Optional<Instant> statedUntil(String act, long holder, String by);

    /** How many of a purpose somebody had mailed to a holder within the last hour, for whatever act. */
    int mailedThisHour(long holder, String purpose, String by);

    /**
     * Adds the code, valid {@link OneTimeCodes#VALID_MINUTES} from now, and replaces the older ones that the same person had mailed to the
     * holder for the same purpose and act.
     *
     * @param statedUntil what its holder is told of its end
     */
    void add(KeptCode code, String by, Instant statedUntil);

    /**
     * Compares what somebody typed with every code of the act at which that person has tries left, one try at a time; when none is right, the
     * try is counted against all live ones, at once and whatever becomes of the caller's transaction.
     *
     * @return the codes of the act, newest first, with this person's tries, this one counted
     */
    Tried attempt(String act, String by, Predicate<KeptCode> right);

    /** @return false when it was redeemed before */
    boolean redeem(long id);

    /**
     * The codes that somebody asked for within the last hour.
     *
     * @param usable whether any of them can be used by whoever asked for it
     * @param minutesToNext until the first of them was asked for an hour ago, rounded up
     */
    record Asked(int codes, boolean usable, int minutesToNext) {}

    /**
     * What came of a try.
     *
     * @param right the newest code that is right; null for none
     * @param all every code of the act, newest first, with this try counted
     */
    record Tried(KeptCode right, List<KeptCode> all) {}
}
