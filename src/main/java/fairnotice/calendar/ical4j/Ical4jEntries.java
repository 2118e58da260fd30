package fairnotice.calendar.ical4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import fairnotice.calendar.CalendarEntries;
import fairnotice.calendar.CalendarEntry;
import fairnotice.refusal.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/** Calendar entries written by ical4j, which escapes and checks them as RFC 5545 wants it. */
@Component
class Ical4jEntries implements CalendarEntries {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final int LINE = 75;

    @Override
    public byte[] write(List<CalendarEntry> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Fairnotice//Fairnotice//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        entries.forEach(entry -> entry.days().forEach(day -> calendar.add(event(entry, day))));
        return bytes(calendar);
    }

    private static VEvent event(CalendarEntry entry, CalendarEntry.Day day) {
        String summary = plain(day.what() + ": " + entry.summary());
        VEvent event = new VEvent(false);
        event.add(new Uid(plain(entry.uid(day))));
        event.add(new DtStamp(entry.writtenAt()));
        // half minutes since 1970, so that a date that moved replaces the older one where only the sequence is
        // compared,
        // and one that is cancelled does within its minute
        int minutes = (int) Duration.between(Instant.EPOCH, entry.writtenAt()).toMinutes();
        event.add(new Sequence(2 * minutes + (day.cancelled() ? 1 : 0)));
        event.add(new DtStart<>(day.deadline().lastDay()));
        event.add(new DtEnd<>(day.deadline().dayAfter()));
        event.add(new Summary(summary));
        event.add(new Description(description(entry, day)));
        if (entry.url() != null) {
            event.add(new Url(URI.create(entry.url())));
        }
        event.add(ImmutableTransp.TRANSPARENT);
        if (day.cancelled()) {
            event.add(ImmutableStatus.VEVENT_CANCELLED);
        } else if (!day.silent()) {
            event.add(alarm(summary));
        }
        return event;
    }

    private static VAlarm alarm(String summary) {
        VAlarm alarm = new VAlarm();
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Trigger(Period.ofDays(-REMINDED_BEFORE)));
        alarm.add(new Description(summary));
        return alarm;
    }

    /** Of a day that no longer matters it is not said when it ends. */
    private static String description(CalendarEntry entry, CalendarEntry.Day day) {
        ResourceBundle bundle = ResourceBundle.getBundle("messages.rules", Language.reader(), NO_FALLBACK);
        String ends = day.cancelled()
                ? null
                : new MessageFormat(bundle.getString("calendar.ends"), Language.reader())
                        .format(new Object[] {day.deadline().zone().getId()});
        return Stream.of(
                        entry.description(),
                        day.note(),
                        day.deadline().explanation().line(Language.reader()),
                        ends,
                        entry.url())
                .filter(words -> words != null && !words.isBlank())
                .map(Ical4jEntries::plain)
                .collect(Collectors.joining("\n\n"));
    }

    /** Without what RFC 5545 does not let stand in a text, even escaped: control characters but the line feed. */
    private static String plain(String text) {
        return text.replaceAll("\r\n?|[\\u0085\\u2028\\u2029]", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }

    private static byte[] bytes(Calendar calendar) {
        StringWriter out = new StringWriter();
        try {
            new CalendarOutputter(hasEvents(calendar)).output(calendar, out);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
        return out.toString()
                .replace("\r\n ", "")
                .lines()
                .map(Ical4jEntries::folded)
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    /** A calendar without any can't be validated: RFC 5545 (section 3.6) wants a component, and programs that follow a calendar want the file. */
    private static boolean hasEvents(Calendar calendar) {
        return !calendar.getComponents().isEmpty();
    }

    /** At most 75 octets a line (RFC 5545, section 3.1); ical4j counts characters, so its own folds are taken out first. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int c : line.codePoints().toArray()) {
            String letter = Character.toString(c);
            int more = letter.getBytes(UTF_8).length;
            if (octets + more > LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(letter);
            octets += more;
        }
        return folded.append("\r\n").toString();
    }
}
