package fairnotice.mail.inbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that delivery reports come to; without a host none is read.
 *
 * @param protocol {@code imap} (with STARTTLS when the server offers it) or {@code imaps}
 * @param port -1 for the protocol's own
 * @param poll real time between two looks
 */
@ConfigurationProperties("fairnotice.mail.inbound")
public record InboundSettings(
        String host,
        @DefaultValue("-1") int port,
        @DefaultValue("imaps") String protocol,
        String username,
        String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("30s") Duration poll) {}
