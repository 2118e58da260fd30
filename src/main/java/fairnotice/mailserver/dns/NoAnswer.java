package fairnotice.mailserver.dns;

/** No resolver answered about a name, or one could not find out; the message is that name. */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswer(String name) {
        super(name);
    }
}
