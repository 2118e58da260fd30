package fairnotice.web.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.inbox.Figures;
import fairnotice.inbox.IncidentKind;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class FiguresTest {

    private static final Figures FIGURES = new Figures(
            new Figures.Counted(
                    7,
                    2,
                    Map.of("PENDING", 3L),
                    Duration.ofSeconds(90),
                    new Figures.Tally(5, 1),
                    4,
                    Duration.ofMillis(1500)),
            Map.of(IncidentKind.HELD_MAIL, 1),
            new Figures.Tally(9, 6),
            8,
            Duration.ofMillis(-250),
            null);

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void each_figure_is_told_and_one_that_is_not_known_is_none() {
        assertThat(scraped(() -> FIGURES))
                .contains(
                        "fairnotice_notices_running 7.0",
                        "fairnotice_notices_unreached 2.0",
                        "fairnotice_messages{state=\"pending\"} 3.0",
                        "fairnotice_messages{state=\"bounced\"} 0.0",
                        "fairnotice_messages_oldest_waiting_seconds 90.0",
                        "fairnotice_objections_open 5.0",
                        "fairnotice_objections_overdue 1.0",
                        "fairnotice_ledger_unsealed 4.0",
                        "fairnotice_ledger_oldest_unsealed_seconds 1.5",
                        "fairnotice_incidents{kind=\"held-mail\"} 1.0",
                        "fairnotice_incidents{kind=\"clock\"} 0.0",
                        "fairnotice_tasks_open 9.0",
                        "fairnotice_tasks_overdue 6.0",
                        "fairnotice_jobs_overdue 8.0",
                        "fairnotice_clock_offset_seconds -0.25",
                        "fairnotice_mailbox_read_age_seconds NaN");
    }

    @Test
    void however_many_ask_the_database_is_asked_once_in_fifteen_seconds() {
        AtomicInteger read = new AtomicInteger();
        KeptFigures kept = kept(() -> {
            read.incrementAndGet();
            return FIGURES;
        });
        PrometheusMeterRegistry registry = registry(kept);

        registry.scrape();
        registry.scrape();
        nanos.addAndGet(Duration.ofSeconds(14).toNanos());
        registry.scrape();
        assertThat(read).hasValue(1);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        registry.scrape();
        assertThat(read).hasValue(2);
    }

    @Test
    void a_database_that_is_away_holds_up_one_scrape_for_a_second_and_hides_nothing_that_was_known() {
        CountDownLatch away = new CountDownLatch(1);
        AtomicInteger read = new AtomicInteger();
        KeptFigures kept = kept(() -> {
            if (read.incrementAndGet() > 1) {
                waitFor(away);
            }
            return FIGURES;
        });
        PrometheusMeterRegistry registry = registry(kept);
        registry.scrape();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());

        long begun = System.nanoTime();
        String held = registry.scrape();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        registry.scrape();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        away.countDown();

        assertThat(held).contains("fairnotice_notices_running 7.0");
        assertThat(took).isLessThan(Duration.ofSeconds(3));
        assertThat(read).as("nobody queues behind it").hasValue(2);
    }

    @Test
    void health_is_degraded_by_what_the_page_of_incidents_lists() {
        Health health = new IncidentsHealth(kept(() -> FIGURES)).health();
        Health bounced = new IncidentsHealth(kept(() -> with(IncidentKind.CONTACT))).health();
        KeptFigures failing = kept(() -> {
            throw new IllegalStateException("away");
        });

        assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.getDetails()).isEqualTo(Map.of("held-mail", 1));
        assertThat(bounced.getStatus()).as("work of the staff").isEqualTo(Status.UP);
        assertThat(bounced.getDetails()).isEqualTo(Map.of("contact", 1));
        assertThat(new IncidentsHealth(failing).health().getStatus().getCode()).isEqualTo("UNKNOWN");
    }

    /** The pool's are of Hikari, which Boot binds where there is a pool. */
    @Test
    void every_figure_that_the_dashboard_asks_for_exists() throws Exception {
        Set<String> told = Pattern.compile("(?m)^([a-z_]+)[ {]")
                .matcher(scraped(() -> FIGURES))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        List<String> asked = new ObjectMapper()
                .readTree(new File("docs/grafana-dashboard.json")).findValues("expr").stream()
                        .map(JsonNode::asText)
                        .flatMap(expression -> Pattern.compile("([a-z_]+)\\{")
                                .matcher(expression)
                                .results())
                        .map((MatchResult found) -> found.group(1))
                        .filter(name -> !name.startsWith("hikaricp_connections_"))
                        .toList();

        assertThat(asked).hasSizeGreaterThanOrEqualTo(20);
        assertThat(told).containsAll(asked);
    }

    private static Figures with(IncidentKind incident) {
        return new Figures(FIGURES.at(), Map.of(incident, 1), FIGURES.tasks(), 0, Duration.ZERO, null);
    }

    private String scraped(Supplier<Figures> figures) {
        return registry(kept(figures)).scrape();
    }

    private static PrometheusMeterRegistry registry(KeptFigures kept) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new FigureGauges(kept).bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        return registry;
    }

    private KeptFigures kept(Supplier<Figures> figures) {
        return new KeptFigures(figures, nanos::get);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
