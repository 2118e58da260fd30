package fairnotice.web.portal;

/** The link was good once and has ended; whatever was asked for, the page that offers a new one is the answer. */
class EndedLink extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String token;
    private final String register;

    EndedLink(String token, String register) {
        this.token = token;
        this.register = register;
    }

    String token() {
        return token;
    }

    /** Whose notice it opened. */
    String register() {
        return register;
    }
}
