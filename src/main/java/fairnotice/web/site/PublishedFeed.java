package fairnotice.web.site;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import fairnotice.register.HistoryEntry;
import fairnotice.web.Dates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A list's history and upcoming changes as an Atom feed (RFC 4287). */
@Component
class PublishedFeed {

    private final MessageSource messages;
    private final Dates dates;

    PublishedFeed(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** @param root address of this installation, without a slash at its end */
    byte[] of(ListView list, String root) {
        String page = root + "/r/" + list.register().id();
        List<Entry> entries = new ArrayList<>();
        list.upcoming().forEach(change -> entries.add(entry(list, change, page)));
        list.version().history().forEach(line -> entries.add(entry(list, line, page)));
        Feed feed = new Feed("atom_1.0");
        feed.setId(urn(list, "feed"));
        feed.setTitle(clean(list.register().name() + ": " + list.register().title()));
        feed.setUpdated(updated(list, entries));
        feed.setAuthors(List.of(author(list)));
        feed.setAlternateLinks(List.of(link("alternate", page, "text/html")));
        feed.setOtherLinks(List.of(link("self", page + "/feed.atom", "application/atom+xml")));
        feed.setEntries(entries);
        return xml(feed);
    }

    private Entry entry(ListView list, Upcoming change, String page) {
        Object[] facts = {
            change.subprocessorName(),
            dates.day(change.objectionsClose().lastDay()),
            dates.day(change.earliestUse()),
            list.register().zone().getId(),
            change.summary()
        };
        Entry entry = entry(
                urn(list, "change:" + change.reference()),
                said("site.feed.upcoming." + change.kind(), facts),
                said("site.feed.dates", facts),
                change.announcedAt());
        entry.setAlternateLinks(List.of(link("alternate", page + "/changes/" + change.reference(), "text/html")));
        return entry;
    }

    private Entry entry(ListView list, HistoryEntry line, String page) {
        String place = "history:" + line.on() + ":"
                + UUID.nameUUIDFromBytes((line.tag() + line.text()).getBytes(StandardCharsets.UTF_8));
        Entry entry = entry(
                urn(list, place),
                said("site.feed.history", said("site.tag." + line.tag()), dates.day(line.on())),
                line.text(),
                line.on().atStartOfDay(list.register().zone()).toInstant());
        String target = line.reference() == null ? page + "#history" : page + "/changes/" + line.reference();
        entry.setAlternateLinks(List.of(link("alternate", target, "text/html")));
        return entry;
    }

    private static Entry entry(String id, String title, String text, Instant updated) {
        Content content = new Content();
        content.setType("text");
        content.setValue(clean(text));
        Entry entry = new Entry();
        entry.setId(id);
        entry.setTitle(clean(title));
        entry.setUpdated(Date.from(updated));
        entry.setContents(List.of(content));
        return entry;
    }

    private static Date updated(ListView list, List<Entry> entries) {
        Date published = Date.from(list.version().publishedAt());
        return entries.stream()
                .map(Entry::getUpdated)
                .max(Comparator.naturalOrder())
                .filter(published::before)
                .orElse(published);
    }

    private static Person author(ListView list) {
        Person person = new Person();
        person.setName(clean(list.register().name()));
        return person;
    }

    private static Link link(String relation, String address, String type) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }

    private static String urn(ListView list, String place) {
        return "urn:fairnotice:" + list.register().id() + ":" + place;
    }

    private String said(String key, Object... facts) {
        return messages.getMessage(key, facts, Locale.ENGLISH);
    }

    /** XML 1.0 has no place for most control characters, escaped or not. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] xml(Feed feed) {
        try {
            return new WireFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }
}
