package fairnotice.demo;

import fairnotice.web.Banner;
import fairnotice.web.Dates;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on every page that this is a demonstration, and what day it is there when it is not today. */
@InDemo
@Component
class DemoBanner implements Banner {

    private static final Duration TODAY = Duration.ofMinutes(1);

    private final DemoClock clock;
    private final Dates dates;
    private final MessageSource messages;

    DemoBanner(DemoClock clock, Dates dates, MessageSource messages) {
        this.clock = clock;
        this.dates = dates;
        this.messages = messages;
    }

    @Override
    public Optional<String> text() {
        boolean elsewhere = clock.ahead().abs().compareTo(TODAY) > 0;
        String sentence = say("demo.banner");
        return Optional.of(
                elsewhere
                        ? sentence + " " + say("demo.banner.time", dates.moment(clock.instant(), ZoneId.of("UTC")))
                        : sentence);
    }

    private String say(String code, Object... values) {
        return messages.getMessage(code, values, Locale.ENGLISH);
    }
}
