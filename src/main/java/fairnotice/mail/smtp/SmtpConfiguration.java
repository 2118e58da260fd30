package fairnotice.mail.smtp;

import fairnotice.access.SignedLinks;
import fairnotice.mail.tls.TrustedCertificates;
import fairnotice.mailserver.AdoptingEarlierRelay;
import fairnotice.mailserver.DomainRecords;
import fairnotice.mailserver.RecordingTests;
import fairnotice.mailserver.ServerInForce.Source;
import fairnotice.mailserver.ServersInForce;
import fairnotice.mailserver.TestingMail;
import fairnotice.publisher.PublicAddress;
import fairnotice.timekeeping.NodeClock;
import fairnotice.wakeup.WakeUps;
import fairnotice.worker.Workers;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Wires the sender to the relay of {@code spring.mail.*}, or that of a demonstration, else to the one that is set in the browser. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SenderSettings.class)
class SmtpConfiguration {

    @Bean
    TrustedCertificates trustedCertificates(SenderSettings settings) {
        return new TrustedCertificates(settings.trustedCertificates());
    }

    @Bean
    EnvironmentRelay environmentRelay(
            ObjectProvider<MailProperties> configured,
            SenderSettings settings,
            Environment environment,
            @Value("${fairnotice.demo:false}") boolean demonstration,
            TrustedCertificates trusted) {
        return new EnvironmentRelay(
                configured.getIfAvailable(),
                settings.encryption(),
                environment.acceptsProfiles(Profiles.of("production")),
                demonstration ? Source.DEMONSTRATION : Source.ENVIRONMENT,
                trusted);
    }

    @Bean
    CurrentRelay relays(EnvironmentRelay given, ServersInForce servers, TrustedCertificates trusted) {
        return new CurrentRelay(given, servers, trusted);
    }

    @Bean
    Sender sender(
            Outbox outbox,
            Relays relays,
            SignedLinks links,
            PublicAddress address,
            Clock clock,
            SenderSettings settings,
            NodeClock nodeClock,
            WakeUps wakeUps,
            Workers workers) {
        return new Sender(outbox, relays, links, address, clock, settings, nodeClock::mayAct, wakeUps, workers);
    }

    @Bean
    TestMailWorker testMailWorker(
            AdoptingEarlierRelay adopting,
            TestingMail testing,
            RecordingTests recording,
            CurrentRelay relays,
            DomainRecords records,
            SenderSettings settings,
            Clock clock,
            NodeClock nodeClock,
            Workers workers) {
        return new TestMailWorker(
                adopting,
                testing,
                recording,
                new TestMailSender(relays::anew, settings, clock),
                records,
                nodeClock::mayAct,
                settings.sending(),
                workers);
    }
}
