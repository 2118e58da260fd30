package fairnotice.web.workspace.mailserver;

import fairnotice.mailserver.Encryption;
import fairnotice.mailserver.MailServer;
import fairnotice.mailserver.ReadingServers.Standing;
import fairnotice.mailserver.TypedServer;

/**
 * A mail server as typed; the password there is stands in no form.
 *
 * @param version of the server that was looked at
 */
record ServerForm(
        String host, String port, String encryption, String username, String password, String folder, Long version) {

    static ServerForm of(Standing standing) {
        if (standing.stored() == null) {
            return new ServerForm(null, null, Encryption.STARTTLS.name(), null, null, null, standing.version());
        }
        MailServer server = standing.stored().server();
        return new ServerForm(
                server.host(),
                String.valueOf(server.port()),
                server.encryption().name(),
                server.username(),
                null,
                server.folder(),
                standing.version());
    }

    TypedServer typed() {
        return new TypedServer(host, port, encryption, username, password, folder);
    }

    long seen() {
        return version == null ? -1 : version;
    }
}
