package fairnotice.web.monitor;

import fairnotice.inbox.Figures;
import fairnotice.inbox.IncidentKind;
import fairnotice.mail.MessageState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The figures that matter, as gauges; no figure is told while it is not known. Durations are in seconds. */
@Component
class FigureGauges implements MeterBinder {

    private final KeptFigures kept;

    FigureGauges(KeptFigures kept) {
        this.kept = kept;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        notices(registry);
        messages(registry);
        work(registry);
        node(registry);
    }

    private void notices(MeterRegistry registry) {
        gauge(
                registry,
                "fairnotice.notices.running",
                Tags.empty(),
                it -> it.at().notices(),
                "Notices whose period runs");
        gauge(
                registry,
                "fairnotice.notices.unreached",
                Tags.empty(),
                it -> it.at().unreached(),
                "Notices that reached nobody yet");
        gauge(
                registry,
                "fairnotice.objections.open",
                Tags.empty(),
                it -> it.at().objections().open(),
                "Objections that are open");
        gauge(
                registry,
                "fairnotice.objections.overdue",
                Tags.empty(),
                it -> it.at().objections().late(),
                "Open objections beyond the day on which somebody was to act");
    }

    private void messages(MeterRegistry registry) {
        for (MessageState state : MessageState.values()) {
            Tags tags = Tags.of(Tag.of("state", state.name().toLowerCase(Locale.ROOT)));
            gauge(
                    registry,
                    "fairnotice.messages",
                    tags,
                    it -> it.at().messages().getOrDefault(state.name(), 0L),
                    "Messages of mailings of the last seven days");
        }
        gauge(
                registry,
                "fairnotice.messages.oldest.waiting.seconds",
                Tags.empty(),
                it -> seconds(it.at().oldestWaiting()),
                "How long the oldest message that waits has waited");
        gauge(
                registry,
                "fairnotice.mailbox.read.age.seconds",
                Tags.empty(),
                it -> seconds(it.mailboxRead()),
                "Time since the mailbox was last read");
    }

    private void work(MeterRegistry registry) {
        gauge(
                registry,
                "fairnotice.tasks.open",
                Tags.empty(),
                it -> it.tasks().open(),
                "Tasks of the staff that are open");
        gauge(
                registry,
                "fairnotice.tasks.overdue",
                Tags.empty(),
                it -> it.tasks().late(),
                "Tasks that are overdue");
        gauge(
                registry,
                "fairnotice.jobs.overdue",
                Tags.empty(),
                Figures::jobs,
                "Steps of processes that are due and not taken");
        for (IncidentKind kind : IncidentKind.values()) {
            gauge(
                    registry,
                    "fairnotice.incidents",
                    Tags.of("kind", kind.code()),
                    it -> it.incidents().getOrDefault(kind, 0),
                    "What is stuck");
        }
    }

    private void node(MeterRegistry registry) {
        gauge(
                registry,
                "fairnotice.clock.offset.seconds",
                Tags.empty(),
                it -> seconds(it.clock()),
                "How far this node's clock is ahead of the database's");
        gauge(
                registry,
                "fairnotice.ledger.unsealed",
                Tags.empty(),
                it -> it.at().unsealed(),
                "Entries that wait to be sealed");
        gauge(
                registry,
                "fairnotice.ledger.oldest.unsealed.seconds",
                Tags.empty(),
                it -> seconds(it.at().oldestUnsealed()),
                "How long the oldest of them has waited");
    }

    private void gauge(MeterRegistry registry, String name, Tags tags, ToDoubleFunction<Figures> figure, String said) {
        Gauge.builder(
                        name,
                        kept,
                        it -> it.now()
                                .map(figures -> figure.applyAsDouble(figures))
                                .orElse(Double.NaN))
                .tags(tags)
                .description(said)
                .strongReference(true)
                .register(registry);
    }

    private static double seconds(Duration duration) {
        return duration == null ? Double.NaN : duration.toMillis() / 1000.0;
    }
}
