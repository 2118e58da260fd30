package fairnotice.mail.smtp;

import fairnotice.access.SignedLinks;
import fairnotice.publisher.PublicAddress;
import fairnotice.timekeeping.NodeClock;
import fairnotice.wakeup.WakeUps;
import fairnotice.worker.Workers;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the sender to the relay of {@code spring.mail.*}, or to whichever {@link Relay}'s properties another module offers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SenderSettings.class)
class SmtpConfiguration {

    @Bean
    Relay relay(ObjectProvider<MailProperties> configured) {
        MailProperties mail = configured.getIfAvailable();
        if (mail == null) {
            throw new IllegalStateException("No mail relay: set spring.mail.host (SPRING_MAIL_HOST)");
        }
        return new Relay(
                mail.getProtocol(),
                mail.getHost(),
                mail.getPort() == null ? -1 : mail.getPort(),
                mail.getUsername(),
                mail.getPassword(),
                mail.getProperties());
    }

    @Bean
    Sender sender(
            Outbox outbox,
            Relay relay,
            SignedLinks links,
            PublicAddress address,
            Clock clock,
            SenderSettings settings,
            NodeClock nodeClock,
            WakeUps wakeUps,
            Workers workers) {
        return new Sender(outbox, relay, links, address, clock, settings, nodeClock::mayAct, wakeUps, workers);
    }
}
