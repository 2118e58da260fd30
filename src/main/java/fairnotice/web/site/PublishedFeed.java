package fairnotice.web.site;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import fairnotice.calendar.Days;
import fairnotice.publisher.PublicAddress;
import fairnotice.register.HistoryEntry;
import fairnotice.web.Dates;
import fairnotice.web.Phrases;
import fairnotice.web.site.PublicChange.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A list's history and its changes as an Atom feed (RFC 4287). A change keeps one entry from its announcement to its end, and the entry says
 * when it last changed. Its links begin with the public address, whatever address the visitor asked.
 */
@Component
class PublishedFeed {

    private final Phrases phrases;
    private final Dates dates;
    private final AnnouncedWords words;
    private final PublicAddress address;

    PublishedFeed(Phrases phrases, Dates dates, AnnouncedWords words, PublicAddress address) {
        this.phrases = phrases;
        this.dates = dates;
        this.words = words;
        this.address = address;
    }

    byte[] of(ListView list) {
        String page = address.to("/r/" + list.register().id());
        List<Entry> entries = Stream.concat(changes(list, page), history(list, page))
                .sorted(Comparator.comparing(Entry::getUpdated).reversed())
                .toList();
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

    /** What is under way or withdrawn. Once the history has its line, that is what everybody may know. */
    private Stream<Entry> changes(ListView list, String page) {
        Set<String> lines = list.history().stream().map(HistoryEntry::reference).collect(Collectors.toSet());
        return list.told().stream()
                .filter(change ->
                        change.state().isGivenUp() || change.isUnderWay() && !lines.contains(change.reference()))
                .map(change -> entry(list, change, page));
    }

    private Stream<Entry> history(ListView list, String page) {
        Map<String, PublicChange> told =
                list.told().stream().collect(Collectors.toMap(PublicChange::reference, Function.identity()));
        return list.history().stream()
                .filter(line -> !isGivenUp(told.get(line.reference())))
                .map(line -> entry(list, line, told.get(line.reference()), page));
    }

    private static boolean isGivenUp(PublicChange change) {
        return change != null && change.state().isGivenUp();
    }

    private Entry entry(ListView list, PublicChange change, String page) {
        Entry entry =
                entry(urn(list, "change:" + change.reference()), title(change), text(list, change), change.updatedAt());
        entry.setAlternateLinks(List.of(link("alternate", page + "/changes/" + change.reference(), "text/html")));
        return entry;
    }

    private String title(PublicChange change) {
        return switch (change.state()) {
            case ANNOUNCED, IN_EFFECT ->
                phrases.said("site.feed.announced." + change.kind(), change.name(), change.replaces());
            case REVISED -> phrases.said("site.feed.revised", change.name());
            case WITHDRAWN -> phrases.said("site.feed.withdrawn", change.name());
            case UNLISTED -> phrases.said("site.feed.unlisted", change.name());
        };
    }

    private String text(ListView list, PublicChange change) {
        return switch (change.state()) {
            case ANNOUNCED, IN_EFFECT -> words.waiting(list.register(), change, list.today()) + changed(change);
            case REVISED, WITHDRAWN, UNLISTED -> words.noLonger(list.register(), change);
        };
    }

    /** @param change that the line comes from; null for lines of the register file */
    private Entry entry(ListView list, HistoryEntry line, PublicChange change, String page) {
        Entry entry = entry(
                urn(list, line.reference() == null ? place(line) : "change:" + line.reference()),
                title(list, line, change),
                text(line, change, list.today()) + changed(change),
                updated(list, line, change));
        String target = line.reference() == null ? page + "#history" : page + "/changes/" + line.reference();
        entry.setAlternateLinks(List.of(link("alternate", target, "text/html")));
        return entry;
    }

    private String title(ListView list, HistoryEntry line, PublicChange change) {
        String day = dates.day(line.on());
        String zone = list.register().zone().getId();
        return change == null
                ? phrases.said("site.feed.history", phrases.said("site.tag." + line.tag()), day, zone)
                : phrases.said("site.feed.history." + line.tag(), change.name(), day, zone, change.replaces());
    }

    /** What a modification changes, a line for each field; nothing for other kinds. */
    private String changed(PublicChange change) {
        if (change == null || change.entry() == null) {
            return "";
        }
        return change.entry().changed().stream()
                .map(field -> "\n"
                        + phrases.said(
                                "site.feed.changed",
                                phrases.said(field.label()),
                                stated(field.before()),
                                field.removed() ? phrases.said("layout.no-longer-stated") : stated(field.after())))
                .collect(Collectors.joining());
    }

    private String stated(String value) {
        return value == null ? phrases.said("layout.not-stated") : value;
    }

    private static String place(HistoryEntry line) {
        return "history:" + line.on() + ":"
                + UUID.nameUUIDFromBytes((line.tag() + line.text()).getBytes(StandardCharsets.UTF_8));
    }

    private String text(HistoryEntry line, PublicChange change, LocalDate today) {
        String text = change == null ? line.inWords() : words.withStillUsed(line.inWords(), change.stillUsed());
        return change != null && change.wasToldAfterwards() && change.dates() != null
                ? words.toldAfterwards(change, text, today)
                : text;
    }

    /** A line knows its day alone. Its change knows the moment, and so does the version that it made. */
    private static Instant updated(ListView list, HistoryEntry line, PublicChange change) {
        if (change != null && change.state() == State.IN_EFFECT) {
            return change.updatedAt();
        }
        return line.reference() != null
                        && line.reference().equals(list.version().change())
                ? list.version().publishedAt()
                : Days.start(line.on(), list.register().zone());
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
