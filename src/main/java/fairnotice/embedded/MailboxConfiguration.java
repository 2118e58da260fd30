package fairnotice.embedded;

import fairnotice.mail.BounceMailbox;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The embedded mail server of a demonstration, when no {@code spring.mail.host} is set: elsewhere it would take notices that nobody gets. It offers itself as {@link MailProperties}, which Spring Boot
 * makes only for a configured host, and as {@link BounceMailbox}; so it runs before anything that could send, and ports need not be guessed.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(MailboxOfDemonstration.class)
class MailboxConfiguration {

    private static final int MOST_KEPT = 20_000;

    @Bean
    MailboxFolder mailboxFolder(@Value("${fairnotice.data:./data}") Path data) {
        return new MailboxFolder(data.resolve("mailbox"), MOST_KEPT);
    }

    @Bean
    MailboxServer mailboxServer(
            MailboxFolder folder,
            @Value("${fairnotice.mailbox.smtp-port:0}") int smtpPort,
            @Value("${fairnotice.mailbox.bounce-after:500ms}") Duration bounceAfter) {
        return new MailboxServer(smtpPort, folder, bounceAfter);
    }

    @Bean
    MailProperties embeddedRelay(MailboxServer server) {
        MailProperties properties = new MailProperties();
        properties.setHost(server.host());
        properties.setPort(server.smtpPort());
        return properties;
    }

    @Bean
    BounceMailbox embeddedPostbox(MailboxServer server) {
        return server.postbox();
    }
}
