package fairnotice.mail.inbound;

import fairnotice.mail.BounceMailbox;
import fairnotice.mail.RecordingReports;
import fairnotice.timekeeping.MachineClock;
import fairnotice.timekeeping.NodeClock;
import fairnotice.worker.Workers;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the mailbox of the settings, else the one another module offers, else none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboundSettings.class)
class InboundConfiguration {

    @Bean
    BounceMailboxWatch postboxWatch(
            InboundSettings settings,
            ObjectProvider<BounceMailbox> offered,
            NodeClock clock,
            RecordingReports reports,
            Workers workers,
            MachineClock machine) {
        return new BounceMailboxWatch(
                configured(settings).or(() -> Optional.ofNullable(offered.getIfAvailable())),
                clock::mayAct,
                reports,
                workers,
                machine);
    }

    private static Optional<BounceMailbox> configured(InboundSettings settings) {
        return settings.host() == null || settings.host().isBlank()
                ? Optional.empty()
                : Optional.of(new BounceMailbox(
                        settings.protocol(),
                        settings.host(),
                        settings.port(),
                        settings.username(),
                        settings.password(),
                        settings.folder(),
                        settings.poll()));
    }
}
