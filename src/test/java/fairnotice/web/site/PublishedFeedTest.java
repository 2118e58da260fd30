package fairnotice.web.site;

import static fairnotice.web.site.Told.ANNOUNCED;
import static fairnotice.web.site.Told.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import fairnotice.publisher.PublicAddress;
import fairnotice.refusal.Language;
import fairnotice.register.HistoryEntry;
import fairnotice.register.HistoryTag;
import fairnotice.register.ListStyle;
import fairnotice.register.Promise;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.web.Dates;
import fairnotice.web.MessagesInWords;
import fairnotice.web.Phrases;
import fairnotice.web.site.PublicChange.State;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader of the feed sees of one change, from its announcement to its end. */
class PublishedFeedTest {

    private static final Instant LOADED = Instant.parse("2026-01-01T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-06-20T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-21");
    private static final LocalDate LAST = LocalDate.parse("2026-06-16");
    private static final String ID = "urn:fairnotice:opsticket:change:" + REFERENCE;

    @Test
    void an_announced_change_says_its_standard_dates_since_its_announcement() throws Exception {
        SyndEntry entry = entry(LAST, Told.announced("Acme"));

        assertThat(entry.getTitle()).isEqualTo("Announced: Acme is to be added");
        assertThat(text(entry))
                .contains(
                        "Last day to object: the end of 16 June 2026 (UTC). An objection that arrives later is kept, marked late, and decided.",
                        "takes effect on 2 July 2026 (UTC) at the earliest");
        assertThat(entry.getUpdatedDate()).isEqualTo(ANNOUNCED);
        assertThat(entry.getLink()).isEqualTo("https://notices.example.com/r/opsticket/changes/" + REFERENCE);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-17, It takes effect on 2 July 2026", "2026-07-03, The change is not in effect yet"})
    void after_the_last_day_to_object_it_says_that_this_was_the_day(LocalDate day, String then) throws Exception {
        assertThat(text(entry(day, Told.announced("Acme"))))
                .contains(
                        "The last day to object was 16 June 2026 (UTC). A late objection is kept, marked late, and decided. "
                                + then)
                .doesNotContain("Last day to object:");
    }

    @ParameterizedTest
    @CsvSource({
        "Backups in a second place, Backups in a second place.",
        "Why not?, Why not?",
        "They said: \u201cMove.\u201d, They said: \u201cMove.\u201d"
    })
    void a_reason_ends_as_a_sentence(String reason, String sentence) throws Exception {
        assertThat(text(entry(LAST, Told.because(reason))))
                .startsWith(sentence + " Last day to object: the end of 16 June 2026 (UTC).")
                .endsWith(
                        "These are the standard dates. If you have received a notice of your own, the dates on your own"
                                + " notice page count for you.");
    }

    @Test
    void a_postponed_change_was_updated_when_it_was_postponed_and_so_was_the_feed() throws Exception {
        PublicChange postponed = Told.in(State.ANNOUNCED, "Acme", null, LATER);

        assertThat(entry(TODAY, postponed).getUpdatedDate()).isEqualTo(LATER);
        assertThat(feed(TODAY, version(), postponed).getPublishedDate()).isEqualTo(LATER);
    }

    @Test
    void a_withdrawn_change_keeps_its_entry_for_twelve_months() throws Exception {
        PublicChange withdrawn = Told.in(State.WITHDRAWN, "Acme", null, LATER);

        SyndEntry entry = entry(LocalDate.parse("2027-06-20"), withdrawn);

        assertThat(entry.getTitle()).isEqualTo("Withdrawn: Acme");
        assertThat(text(entry))
                .isEqualTo("New: Acme. This change was withdrawn on 20 June 2026 (UTC) and will not take effect.");
        assertThat(entry.getUpdatedDate()).isEqualTo(LATER);
        assertThat(feed(LocalDate.parse("2027-06-21"), version(), withdrawn).getEntries())
                .isEmpty();
    }

    @Test
    void a_line_that_is_kept_in_english_is_read_in_the_language_of_whoever_asks() throws Exception {
        RegisterVersion published =
                version(new HistoryEntry(LocalDate.parse("2026-06-20"), HistoryTag.ADDED, "Acme added.", REFERENCE));

        try (Language.Spoken german = Language.DE.begin()) {
            assertThat(feed(TODAY, published, Told.in(State.IN_EFFECT, "Acme", LATER, LATER))
                            .getEntries())
                    .singleElement()
                    .satisfies(entry -> assertThat(text(entry)).isEqualTo("Acme hinzugefügt."));
        }
    }

    /** Ten past three in the morning of the next day there. */
    @Test
    void days_are_those_of_the_register_and_name_its_zone() throws Exception {
        HistoryEntry line = new HistoryEntry(LocalDate.parse("2026-06-21"), HistoryTag.ADDED, "Acme added.", null);
        SyndFeed feed = feed(
                ZoneId.of("Pacific/Auckland"),
                TODAY,
                version(line),
                Told.in(State.WITHDRAWN, "Acme", null, Instant.parse("2026-06-20T15:10:00Z")));

        assertThat(text(find(feed, ID).orElseThrow())).contains("was withdrawn on 21 June 2026 (Pacific/Auckland)");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .contains("added on 21 June 2026 (Pacific/Auckland)");
    }

    @Test
    void a_change_under_revision_keeps_its_entry_and_says_so() throws Exception {
        SyndEntry entry = entry(LocalDate.parse("2028-01-01"), Told.in(State.REVISED, "Acme", null, LATER));

        assertThat(entry.getTitle()).isEqualTo("Being amended: Acme");
        assertThat(entry.getUpdatedDate()).isEqualTo(LATER);
    }

    @Test
    void a_published_change_goes_on_in_the_same_entry() throws Exception {
        RegisterVersion published =
                version(new HistoryEntry(LocalDate.parse("2026-06-20"), HistoryTag.ADDED, "Acme added.", REFERENCE));

        for (PublicChange told : List.of(Told.announced("Acme"), Told.in(State.IN_EFFECT, "Acme", LATER, LATER))) {
            SyndFeed feed = feed(TODAY, published, told);
            assertThat(feed.getEntries()).singleElement().satisfies(entry -> {
                assertThat(entry.getUri()).isEqualTo(ID);
                assertThat(entry.getTitle()).isEqualTo("Acme added on 20 June 2026 (UTC)");
                assertThat(text(entry)).isEqualTo("Acme added.");
                assertThat(entry.getUpdatedDate()).isEqualTo(LATER);
            });
        }
    }

    @Test
    void a_modification_says_what_it_changes_when_it_is_announced_and_when_it_is_in_effect() throws Exception {
        String changed =
                "\nRole: Analytics → Recordings\nLocation: not stated → Bonn\nCertifications: ISO 27001 → no longer stated";
        RegisterVersion published = version(
                new HistoryEntry(LocalDate.parse("2026-06-20"), HistoryTag.CHANGED, "Acme changed: why", REFERENCE));

        SyndEntry announced = entry(LAST, Told.modified(State.ANNOUNCED, null, ANNOUNCED));
        assertThat(announced.getTitle()).isEqualTo("Announced: Acme is to change");
        assertThat(text(announced))
                .startsWith("It is to transcribe interviews. Last day to object")
                .endsWith(changed);

        SyndFeed live = feed(TODAY, published, Told.modified(State.IN_EFFECT, LATER, LATER));
        assertThat(live.getEntries()).singleElement().satisfies(entry -> {
            assertThat(entry.getTitle()).isEqualTo("Acme changed on 20 June 2026 (UTC)");
            assertThat(text(entry)).isEqualTo("Acme changed: why" + changed);
        });

        SyndFeed withdrawn = feed(TODAY, version(), Told.modified(State.WITHDRAWN, null, LATER));
        assertThat(text(withdrawn.getEntries().get(0))).doesNotContain("→");
    }

    @Test
    void a_change_that_went_first_says_until_when_it_can_be_objected_to() throws Exception {
        Instant published = ANNOUNCED.minusSeconds(60);
        RegisterVersion version =
                version(new HistoryEntry(LocalDate.parse("2026-06-01"), HistoryTag.ADDED, "Acme added.", REFERENCE));

        SyndFeed feed = feed(LAST, version, Told.in(State.IN_EFFECT, "Acme", published, ANNOUNCED));

        assertThat(text(feed(LAST.plusDays(1), version, Told.in(State.IN_EFFECT, "Acme", published, ANNOUNCED))
                        .getEntries()
                        .get(0)))
                .contains(
                        "The last day to object was 16 June 2026 (UTC). A late objection is kept, marked late, and decided.")
                .doesNotContain("Last day to object:");
        assertThat(feed.getEntries()).singleElement().satisfies(entry -> {
            assertThat(text(entry))
                    .startsWith(
                            "Acme added. This change took effect before notice of it was given, as is allowed where"
                                    + " waiting would delay a security-critical change. Last day to object: the end of"
                                    + " 16 June 2026 (UTC). An objection that arrives later is kept, marked late, and decided.");
            assertThat(entry.getUpdatedDate()).isEqualTo(ANNOUNCED);
        });
    }

    @Test
    void a_change_withdrawn_after_it_went_first_is_withdrawn_and_not_merely_added() throws Exception {
        RegisterVersion version =
                version(new HistoryEntry(LocalDate.parse("2026-06-01"), HistoryTag.ADDED, "Acme added.", REFERENCE));

        SyndFeed feed = feed(TODAY, version, Told.in(State.WITHDRAWN, "Acme", ANNOUNCED, LATER));

        assertThat(feed.getEntries()).singleElement().satisfies(entry -> {
            assertThat(entry.getTitle()).isEqualTo("Withdrawn: Acme");
            assertThat(text(entry)).contains("after it had taken effect");
        });
    }

    @Test
    void a_line_of_the_register_file_has_an_entry_of_its_own_day() throws Exception {
        RegisterVersion version =
                version(new HistoryEntry(LocalDate.parse("2026-05-11"), HistoryTag.BASELINE, "The first list.", null));

        assertThat(feed(TODAY, version).getEntries()).singleElement().satisfies(entry -> {
            assertThat(entry.getUri()).startsWith("urn:fairnotice:opsticket:history:2026-05-11:");
            assertThat(entry.getUpdatedDate()).isEqualTo(Instant.parse("2026-05-11T00:00:00Z"));
        });
    }

    private static SyndEntry entry(LocalDate today, PublicChange told) throws Exception {
        return find(feed(today, version(), told), ID).orElseThrow();
    }

    private static Optional<SyndEntry> find(SyndFeed feed, String id) {
        return feed.getEntries().stream()
                .filter(entry -> entry.getUri().equals(id))
                .findFirst();
    }

    private static String text(SyndEntry entry) {
        return entry.getContents().get(0).getValue();
    }

    private static SyndFeed feed(LocalDate today, RegisterVersion version, PublicChange... told) throws Exception {
        return feed(ZoneId.of("UTC"), today, version, told);
    }

    private static SyndFeed feed(ZoneId zone, LocalDate today, RegisterVersion version, PublicChange... told)
            throws Exception {
        Dates dates = new Dates();
        Phrases phrases = new Phrases(new MessagesInWords("messages/common", "messages/site"));
        PublishedFeed feed = new PublishedFeed(
                phrases, dates, new AnnouncedWords(phrases, dates), PublicAddress.of("https://notices.example.com/"));
        byte[] bytes = feed.of(ListView.of(register(zone), version, List.of(told), today));
        return new SyndFeedInput()
                .build(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    }

    /** Made by the change when it has a line of it. */
    static RegisterVersion version(HistoryEntry... lines) {
        boolean made = lines.length > 0 && lines[0].reference() != null;
        return new RegisterVersion(
                "opsticket", 2, made ? LATER : LOADED, List.of(), List.of(lines), made ? REFERENCE : null);
    }

    static Register register(ZoneId zone) {
        return new Register(
                "opsticket",
                "OpsTicket",
                "OPSTICKET",
                "Sub-processors",
                List.of(),
                ListStyle.CATEGORIES,
                List.of(),
                "notices@opsticket.example",
                "legal@opsticket.example",
                null,
                "#2457d6",
                Promise.in(zone).made());
    }
}
