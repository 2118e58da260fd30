package fairnotice.mailserver;

import fairnotice.access.SealedSecrets;
import fairnotice.mailserver.ServerInForce.Source;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which mail servers are used now: those of this process's settings, else those set in the browser. */
@Service
public class ServersInForce {

    private final List<GivenServer> given;
    private final StoredServers stored;
    private final SealedSecrets secrets;

    ServersInForce(List<GivenServer> given, StoredServers stored, SealedSecrets secrets) {
        this.given = given;
        this.stored = stored;
        this.secrets = secrets;
    }

    /** Empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<ServerInForce> of(Part part) {
        return given(part).or(() -> stored.find(part).map(this::opened));
    }

    /** What the settings of this process say. */
    Optional<ServerInForce> given(Part part) {
        return given.stream()
                .filter(setting -> setting.part() == part)
                .flatMap(setting -> setting.server().stream())
                .findFirst();
    }

    /** A password that was sealed with a key that is gone counts as none: the server then says what it thinks of that. */
    private ServerInForce opened(StoredServer from) {
        MailServer server = from.server();
        String opened = Optional.ofNullable(server.password())
                .flatMap(password -> secrets.open(purpose(from.part()), password))
                .orElse(null);
        return new ServerInForce(from.part(), server.with(opened), Source.BROWSER, "browser " + from.version());
    }

    static String purpose(Part part) {
        return switch (part) {
            case RELAY -> "relay-password";
            case MAILBOX -> "mailbox-password";
        };
    }
}
