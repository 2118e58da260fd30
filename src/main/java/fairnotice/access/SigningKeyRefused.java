package fairnotice.access;

/** A signing key with which nothing is started; says what is wrong and what to do, and nothing of the key. */
public class SigningKeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    private SigningKeyRefused(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    static SigningKeyRefused malformed(String setting, int shortest) {
        return new SigningKeyRefused(
                setting + " is not the base64 of " + shortest + " bytes or more.",
                "Make one with: openssl rand -base64 " + shortest);
    }

    static SigningKeyRefused another(int key) {
        return new SigningKeyRefused(
                "Key " + key + " of this database is sealed under a signing key that is not set here.",
                "Set fairnotice.signing-key to the key that this database was used with, or that one as fairnotice.signing-key-before"
                        + " and its successor as fairnotice.signing-key.");
    }

    public String remedy() {
        return remedy;
    }
}
