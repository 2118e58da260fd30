package fairnotice.mail.inbound;

import fairnotice.mail.BounceMailbox;
import fairnotice.mail.RecordingReports;
import fairnotice.mail.tls.TrustedCertificates;
import fairnotice.mailserver.DomainRecords;
import fairnotice.mailserver.RecordingTests;
import fairnotice.mailserver.ServerInForce.Source;
import fairnotice.mailserver.ServersInForce;
import fairnotice.timekeeping.MachineClock;
import fairnotice.timekeeping.NodeClock;
import fairnotice.worker.Workers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the mailbox of the settings, else the one another module offers, else the one that is set in the browser. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboundSettings.class)
class InboundConfiguration {

    @Bean
    EnvironmentMailbox environmentMailbox(
            InboundSettings settings,
            ObjectProvider<BounceMailbox> offered,
            @Value("${fairnotice.demo:false}") boolean demonstration) {
        return new EnvironmentMailbox(
                settings, offered.getIfAvailable(), demonstration ? Source.DEMONSTRATION : Source.ENVIRONMENT);
    }

    @Bean
    Mailboxes mailboxes(EnvironmentMailbox given, ServersInForce servers, InboundSettings settings) {
        return new CurrentMailbox(given, servers, settings.poll());
    }

    @Bean
    BounceMailboxWatch postboxWatch(
            Mailboxes mailboxes,
            TrustedCertificates trusted,
            NodeClock clock,
            RecordingReports reports,
            RecordingTests tests,
            DomainRecords records,
            Workers workers,
            MachineClock machine) {
        return new BounceMailboxWatch(mailboxes, trusted, clock::mayAct, reports, tests, records, workers, machine);
    }
}
