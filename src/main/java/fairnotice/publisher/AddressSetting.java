package fairnotice.publisher;

/**
 * The public address as the environment sets it.
 *
 * @param url null where it leaves that to the browser
 * @param otherwise where this machine is reached while nobody set any
 */
public record AddressSetting(String url, String otherwise) {

    /** Whether what is set in the browser counts for nothing. */
    public boolean isFixed() {
        return url != null;
    }

    /** What the environment sets, else what was set in the browser, else this machine. */
    public PublicAddress following(StoredPublisher stored) {
        if (isFixed()) {
            return PublicAddress.of(url);
        }
        return () -> {
            String set = stored.find().address();
            return set == null ? otherwise : set;
        };
    }
}
