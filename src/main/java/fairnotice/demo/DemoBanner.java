package fairnotice.demo;

import fairnotice.demo.DemoFiles.FiledChange;
import fairnotice.refusal.Language;
import fairnotice.register.ChangeKind;
import fairnotice.web.Banner;
import fairnotice.web.Dates;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on every page that this is a demonstration, what in it is invented, and what day it is there when it is not today. */
@InDemo
@Component
class DemoBanner implements Banner {

    private static final Duration TODAY = Duration.ofMinutes(1);

    private final DemoClock clock;
    private final Dates dates;
    private final MessageSource messages;
    private final boolean told;
    private final List<FiledChange> changes;

    DemoBanner(DemoClock clock, Dates dates, MessageSource messages, DemoSettings settings) {
        this.clock = clock;
        this.dates = dates;
        this.messages = messages;
        this.told = settings.data();
        this.changes = told ? List.copyOf(DemoFiles.changes().values()) : List.of();
    }

    @Override
    public Optional<String> text() {
        String sentence = told ? say("demo.banner.told", invented()) : say("demo.banner");
        boolean elsewhere = clock.ahead().abs().compareTo(TODAY) > 0;
        return Optional.of(
                elsewhere
                        ? sentence + " " + say("demo.banner.time", dates.moment(clock.instant(), ZoneId.of("UTC")))
                        : sentence);
    }

    /** The vendors that changes of the history bring, and whose places on a real list they take. */
    private String invented() {
        return changes.stream()
                .filter(change -> change.kind() == ChangeKind.ADD || change.kind() == ChangeKind.REPLACE)
                .map(this::invented)
                .collect(Collectors.joining(", "));
    }

    private String invented(FiledChange change) {
        String name = change.subprocessor().name();
        return change.replaces() == null ? name : say("demo.banner.replaces", name, change.replaces());
    }

    private String say(String code, Object... values) {
        return messages.getMessage(code, values, Language.reader());
    }
}
