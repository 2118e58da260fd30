package fairnotice.web.portal;

/** The link is of a contact that one person added or changed, which another has still to confirm before it opens what a case rests on. */
class WaitingLink extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String register;

    WaitingLink(String register) {
        this.register = register;
    }

    /** Whose notice it is to open. */
    String register() {
        return register;
    }
}
