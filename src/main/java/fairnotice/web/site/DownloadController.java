package fairnotice.web.site;

import fairnotice.calendar.CalendarEntries;
import fairnotice.refusal.Language;
import fairnotice.register.Register;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A list for machines: JSON and CSV in English, Atom and iCalendar, which people read, in the language of the reader. */
@RestController
class DownloadController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final MediaType CALENDAR = MediaType.parseMediaType(CalendarEntries.TYPE);
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final Published published;
    private final Renderings renderings;
    private final PublishedFeed feed;
    private final PublishedCalendar calendar;
    private final AnnouncedWords words;
    private final MessageSource messages;

    DownloadController(
            Published published,
            Renderings renderings,
            PublishedFeed feed,
            PublishedCalendar calendar,
            AnnouncedWords words,
            MessageSource messages) {
        this.published = published;
        this.renderings = renderings;
        this.feed = feed;
        this.calendar = calendar;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/r/{register}.json")
    ResponseEntity<byte[]> json(@PathVariable("register") String id) {
        Register register = published.register(id);
        return renderings.of(
                register,
                MediaType.APPLICATION_JSON,
                () -> PublishedJson.of(published.list(register), words).bytes());
    }

    @GetMapping("/r/{register}.csv")
    ResponseEntity<byte[]> csv(@PathVariable("register") String id) {
        Register register = published.register(id);
        return renderings.of(
                register,
                CSV,
                () -> PublishedCsv.of(
                        published.current(register).entries(),
                        messages.getMessage("layout.not-stated", null, Language.reader())));
    }

    @GetMapping("/r/{register}/feed.atom")
    ResponseEntity<byte[]> feed(@PathVariable("register") String id) {
        Register register = published.register(id);
        return renderings.spoken(register, ATOM, () -> feed.of(published.list(register)));
    }

    @GetMapping("/r/{register}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable("register") String id) {
        Register register = published.register(id);
        return renderings.spoken(register, CALENDAR, () -> calendar.of(published.list(register)));
    }
}
