package fairnotice.demo;

import fairnotice.access.Staff;
import fairnotice.publisher.PublicAddress;
import fairnotice.web.Dates;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The last thing before the application says that it is ready: the history is told, and the terminal says where to look. Earlier would
 * not do, since the engine's jobs run from {@code ApplicationReadyEvent} on; readiness is reported after that event.
 */
@InDemo
@Component
class DemoReady {

    private static final Logger LOG = LoggerFactory.getLogger(DemoReady.class);

    private final TellingStory telling;
    private final DemoHistory history;
    private final DemoSettings settings;
    private final DemoClock clock;
    private final Dates dates;
    private final PublicAddress address;
    private final Path data;

    DemoReady(
            TellingStory telling,
            DemoHistory history,
            DemoSettings settings,
            DemoClock clock,
            Dates dates,
            PublicAddress address,
            @Value("${fairnotice.data:./data}") Path data) {
        this.telling = telling;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
        this.dates = dates;
        this.address = address;
        this.data = data;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void beforeReady(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            telling.tell(settings.data() ? history.whole() : history.opening());
            LOG.info(whereToLook());
        }
    }

    private String whereToLook() {
        Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return """

                Fairnotice is ready, %3$s s after it was started. This is a demonstration: customers, orders and changes are invented.

                  Published lists   %1$s/
                  Staff             %1$s/inbox      sign in as %4$s; password %5$s
                  Mailbox           %1$s/mailbox    all that customers and subscribers received
                  API               %1$s/v3/api-docs
                  Data folder       %2$s
                  Demo clock        %6$s

                  Move the clock at %1$s/demo or with
                  curl -u legal:%5$s -H 'Content-Type: application/json' -d '{"advance":"P15D"}' %1$s/api/v1/demo/clock
                """.formatted(
                        address.base(),
                        data.toAbsolutePath().normalize(),
                        String.format(Locale.ROOT, "%.1f", up.toMillis() / 1000.0),
                        DemoStaff.ALL.stream().map(Staff::username).collect(Collectors.joining(", ")),
                        DemoStaff.PASSWORD,
                        dates.moment(clock.instant(), ZoneId.of("UTC")));
    }
}
