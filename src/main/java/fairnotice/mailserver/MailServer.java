package fairnotice.mailserver;

/**
 * How a mail server is reached.
 *
 * @param host name or address
 * @param username null where none is asked for, like {@code password}
 * @param folder of the mailbox, usually {@code INBOX}; null for a relay
 */
public record MailServer(
        String host, int port, Encryption encryption, String username, String password, String folder) {

    /** Whether what is sent stays on this machine. Names are not looked up: another answer tomorrow would send a password out. */
    public static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}|\\[?(0{0,4}:){2,7}0{0,3}1]?");
    }

    public boolean isLoopback() {
        return isLoopback(host);
    }

    public boolean hasUser() {
        return username != null && !username.isBlank();
    }

    /** The same with another password. */
    MailServer with(String other) {
        return new MailServer(host, port, encryption, username, other, folder);
    }

    /** Whether the password of one would be handed to the same server and user by the other. */
    boolean isSameAccount(MailServer other) {
        return host.equalsIgnoreCase(other.host)
                && port == other.port
                && hasUser()
                && username.equals(other.username)
                && (encryption.isCertain() || encryption == other.encryption);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return (hasUser() ? username + "@" : "") + host + ":" + port + " " + encryption
                + (folder == null ? "" : " " + folder);
    }
}
