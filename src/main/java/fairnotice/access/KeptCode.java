package fairnotice.access;

/**
 * A one-time code as it is stored.
 *
 * @param key id of the key its hash was made with
 * @param hash HMAC-SHA256 over what the code is for and the code; 32 bytes
 * @param wrong how many wrong tries whoever tries it now has made while it was valid
 */
public record KeptCode(
        long id,
        String purpose,
        String act,
        long holder,
        int key,
        byte[] hash,
        int wrong,
        boolean expired,
        boolean replaced,
        boolean redeemed) {

    static KeptCode issued(String purpose, String act, long holder, int key, byte[] hash) {
        return new KeptCode(0, purpose, act, holder, key, hash, 0, false, false, false);
    }

    /** Whether too many wrong tries were made; such a code is not even compared any more with what that person types. */
    public boolean isUsedUp() {
        return wrong >= OneTimeCodes.TRIES;
    }

    public boolean isLive() {
        return !expired && !replaced && !redeemed && !isUsedUp();
    }

    /** Says nothing of the hash, wherever it is logged. */
    @Override
    public String toString() {
        return "one-time code " + id;
    }
}
