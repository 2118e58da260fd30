package fairnotice.mailserver;

/**
 * A mail server as it is used now.
 *
 * @param identity another one whenever the server is changed; holds no secret
 */
public record ServerInForce(Part part, MailServer server, Source source, String identity) {

    /** Who set it. */
    public enum Source {
        /** A demonstration's, which sends nothing to real people. */
        DEMONSTRATION,
        /** The settings of this process, which win. */
        ENVIRONMENT,
        /** An administrator, in the browser. */
        BROWSER
    }
}
