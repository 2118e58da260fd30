package fairnotice.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.io.SyndFeedInput;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fairnotice.register.HistoryEntry;
import fairnotice.register.HistoryTag;
import fairnotice.register.RegisterDatabase;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Subprocessor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = SitePages.class,
        properties = "spring.messages.basename=messages/common,messages/site",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublicPagesTest {

    private static final String MARKUP = "<script>alert('x')</script> & Co";

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @LocalServerPort
    int port;

    @Autowired
    SitePages.SaidChanges told;

    @Autowired
    SitePages.SaidBanner banner;

    @Autowired
    RegisterVersions versions;

    @Autowired
    RegisterDatabase.Counted database;

    @AfterEach
    void quiet() {
        told.say();
        banner.text = null;
    }

    @Test
    void the_start_page_leads_to_every_register() throws Exception {
        assertThat(get("/").body()).contains("href=\"/r/opsticket\"", "href=\"/r/securicom\"");
    }

    @Test
    void the_list_in_categories_shows_vendors_with_entity_role_data_and_posture() throws Exception {
        String page = get("/r/opsticket").body();

        assertThat(page)
                .contains("Infrastructure and edge", "Operations and analytics")
                .contains("Stripe Payments Europe Ltd. / Stripe, Inc.")
                .contains("PCI DSS Level 1")
                .contains("<time datetime=\"2026-05-17\">17 May 2026</time>")
                .contains("mailto:legal@opsticket.example");
    }

    @Test
    void the_list_in_cards_shows_location_tags() throws Exception {
        assertThat(get("/r/securicom").body())
                .contains("<span class=\"tag\">TOR1</span>", "<span class=\"tag\">Global</span>")
                .contains("TOR1 (Toronto, Canada), chosen for data residency");
    }

    @Test
    void a_browser_that_asks_for_german_reads_german_and_is_kept_apart() throws Exception {
        HttpResponse<String> german = get("/r/opsticket", "Accept-Language", "de-AT,de;q=0.9,en;q=0.5");
        HttpResponse<String> english = get("/r/opsticket");

        assertThat(german.body())
                .contains("<html lang=\"de\">", "1. Juni 2026, 09:30 Uhr (UTC)")
                .contains("Verbindlich ist die englische Fassung des Vertrags.")
                .contains("Mindestens 30 Tage vor dem Einsatz eines neuen Unterauftragsverarbeiters.")
                .contains("die Einspruchsfrist beträgt 15 Tage ab der Mitteilung oder, wo keine versandt wird, ab");
        assertThat(german.headers().firstValue("Content-Language")).contains("de");
        assertThat(german.headers().allValues("Vary")).contains("Accept-Encoding, Accept-Language");
        assertThat(english.body())
                .contains("<html lang=\"en\">", "1 June 2026, 09:30 (UTC)")
                .doesNotContain("of the agreement is binding");
        assertThat(english.headers().allValues("Vary")).contains("Accept-Encoding, Accept-Language");
        assertThat(english.headers().firstValue("ETag"))
                .isNotEqualTo(german.headers().firstValue("ETag"));
        assertThat(get("/r/opsticket", "Accept-Language", "fr").body()).isEqualTo(english.body());
    }

    @Test
    void what_machines_read_is_english_whoever_asks() throws Exception {
        assertThat(get("/r/opsticket.csv", "Accept-Language", "de").body())
                .contains("not stated")
                .isEqualTo(get("/r/opsticket.csv").body());
    }

    @Test
    void a_page_and_an_error_speak_the_language_that_was_asked_for() throws Exception {
        HttpResponse<String> versions = get("/r/opsticket/versions", "Accept-Language", "de");
        HttpResponse<String> nothing = get("/r/nobody", "Accept-Language", "de", "Accept", "text/html");

        assertThat(versions.body()).contains("<html lang=\"de\">");
        assertThat(versions.headers().firstValue("Content-Language")).contains("de");
        assertThat(versions.headers().allValues("Vary")).contains("Accept-Language");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).contains("<html lang=\"de\">");
    }

    @Test
    void what_is_not_stated_is_said_to_be_not_stated() throws Exception {
        assertThat(get("/r/opsticket").body()).contains("<span class=\"not-stated\">not stated</span>");
        assertThat(csv("/r/opsticket.csv").get(0).getField("location")).isEqualTo("not stated");
        assertThat(json("/r/opsticket.json").at("/subprocessors/0/location").isNull())
                .isTrue();
    }

    @Test
    void the_promise_says_at_least_how_long_before_use_a_notice_goes_out() throws Exception {
        assertThat(get("/r/opsticket").body()).contains("At least 30 days before a new sub-processor is used.");
        assertThat(get("/r/securicom").body()).contains("At least 30 days before a new sub-processor is used.");
    }

    @Test
    void the_promise_says_which_contacts_a_notice_goes_to() throws Exception {
        assertThat(get("/r/opsticket").body())
                .contains("Customers on the plan enterprise, by email to their privacy contacts.");
        assertThat(get("/r/securicom").body()).contains("Every customer, by email to its organisation owners.");
    }

    @Test
    void the_date_of_the_last_update_names_its_zone() throws Exception {
        assertThat(get("/r/opsticket").body()).contains("1 June 2026, 09:30 (UTC)");
        assertThat(get("/r/securicom").body()).contains("1 June 2026, 05:30 (America/Toronto)");
    }

    @Test
    void a_register_whose_page_promises_no_notification_list_offers_none() throws Exception {
        assertThat(get("/r/opsticket").body()).contains("/r/opsticket/subscribe");
        assertThat(get("/r/securicom").body()).doesNotContain("/subscribe");
    }

    @Test
    void an_upcoming_change_is_shown_with_its_standard_dates_and_that_those_on_the_own_page_count() throws Exception {
        told.say(acme("Acme"));

        assertThat(get("/r/opsticket").body())
                .contains("New: Acme", "/r/opsticket/changes/OPSTICKET-2026-0001")
                .contains("16 June 2026</time>,", "end of day (UTC)", "2 July 2026")
                .contains("the dates on your own notice page count for you");
        assertThat(get("/r/securicom").body()).doesNotContain("Acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/r/opsticket",
                "/r/securicom",
                "/r/opsticket.json",
                "/r/opsticket.csv",
                "/r/opsticket/feed.atom",
                "/r/opsticket/calendar.ics"
            })
    void a_page_that_is_already_known_is_not_sent_again(String path) throws Exception {
        String etag = get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = get(path, "If-None-Match", etag);

        assertThat(etag).startsWith("\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void the_etag_changes_with_what_is_upcoming_and_with_the_banner() throws Exception {
        String quiet = get("/r/opsticket").headers().firstValue("ETag").orElseThrow();
        told.say(acme("Acme"));
        String announced = get("/r/opsticket").headers().firstValue("ETag").orElseThrow();
        banner.text = "This is a demo";
        HttpResponse<String> demo = get("/r/opsticket", "If-None-Match", announced);

        assertThat(announced).isNotEqualTo(quiet);
        assertThat(demo.statusCode()).isEqualTo(200);
        assertThat(demo.body()).contains("This is a demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/r/opsticket",
                "/r/securicom",
                "/r/opsticket.json",
                "/r/opsticket.csv",
                "/r/opsticket/feed.atom",
                "/r/opsticket/calendar.ics"
            })
    void a_warm_page_asks_no_database(String path) throws Exception {
        get(path);
        int before = database.connections();

        assertThat(get(path).statusCode()).isEqualTo(200);
        told.say(acme("Acme"));
        assertThat(get(path).statusCode()).isEqualTo(200);

        assertThat(database.connections()).isEqualTo(before);
    }

    @Test
    void markup_in_a_name_stays_text_everywhere() throws Exception {
        RegisterVersion before = versions.current("securicom");
        List<Subprocessor> entries = new ArrayList<>(before.entries());
        entries.add(named(MARKUP));
        entries.add(named("=HYPERLINK(\"http://evil.example\")"));
        HistoryEntry line = new HistoryEntry(LocalDate.of(2026, 5, 30), HistoryTag.ADDED, MARKUP + "\u0007", null);
        versions.add(new RegisterVersion(
                "securicom", before.number() + 1, RegisterDatabase.LOADED_AT, entries, List.of(line), "SECURICOM-1"));

        for (String path : List.of("", ".json", ".csv", "/feed.atom", "/versions/2", "/compare?from=1&to=2")) {
            HttpResponse<String> answer = get("/r/securicom" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            if (path.equals(".csv")) {
                assertThat(answer.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
            } else {
                assertThat(answer.body()).as(path).doesNotContain("<script>");
            }
        }
        assertThat(json("/r/securicom.json").at("/subprocessors/5/name").textValue())
                .isEqualTo(MARKUP);
        assertThat(csv("/r/securicom.csv").get(5).getField("name")).isEqualTo(MARKUP);
        assertThat(csv("/r/securicom.csv").get(6).getField("name")).isEqualTo("'=HYPERLINK(\"http://evil.example\")");
        var feed = new SyndFeedInput()
                .build(new StringReader(get("/r/securicom/feed.atom").body()));
        assertThat(feed.getEntries().get(0).getContents().get(0).getValue()).isEqualTo(MARKUP);
    }

    @Test
    void the_feed_tells_upcoming_changes_and_history_with_stable_ids() throws Exception {
        told.say(acme(MARKUP));

        String first = get("/r/opsticket/feed.atom").body();
        var feed = new SyndFeedInput().build(new StringReader(first));

        assertThat(feed.getEntries()).hasSize(3);
        assertThat(feed.getEntries().get(0).getUri()).isEqualTo("urn:fairnotice:opsticket:change:OPSTICKET-2026-0001");
        assertThat(feed.getEntries().get(0).getTitle()).isEqualTo("Announced: " + MARKUP + " is to be added");
        assertThat(feed.getEntries().get(0).getLink())
                .isEqualTo("https://notices.example.com/r/opsticket/changes/OPSTICKET-2026-0001");
        assertThat(feed.getEntries().get(2).getTitle()).isEqualTo("baseline on 11 May 2026 (UTC)");
        assertThat(get("/r/opsticket/feed.atom").body()).isEqualTo(first);
    }

    @Test
    void the_calendar_has_the_standard_last_days_of_what_is_announced_and_is_whole_when_nothing_is() throws Exception {
        assertThat(get("/r/opsticket/calendar.ics").body())
                .contains("BEGIN:VCALENDAR", "END:VCALENDAR")
                .doesNotContain("VEVENT");

        told.say(acme("Acme"));

        HttpResponse<String> calendar = get("/r/opsticket/calendar.ics");
        assertThat(calendar.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
        assertThat(calendar.body().replace("\r\n ", "").lines())
                .contains(
                        "UID:objection.OPSTICKET-2026-0001@notices.example.com",
                        "DTSTART;VALUE=DATE:20260616",
                        "SUMMARY:Last day to object: Acme (OPSTICKET-2026-0001\\, OpsTicket)",
                        "UID:notice.OPSTICKET-2026-0001@notices.example.com",
                        "DTSTART;VALUE=DATE:20260701",
                        "URL:https://notices.example.com/r/opsticket/changes/OPSTICKET-2026-0001")
                .anySatisfy(line -> assertThat(line).startsWith("DESCRIPTION:").contains("2 July 2026 (UTC)"));
        assertThat(get("/r/opsticket/calendar.ics").body()).isEqualTo(calendar.body());
    }

    @Test
    void the_calendar_says_what_the_change_is_about_and_takes_back_what_no_longer_counts() throws Exception {
        told.say(acme("Acme"));
        String announced = get("/r/opsticket/calendar.ics").body().replace("\r\n ", "");
        assertThat(announced.lines())
                .contains(
                        "SUMMARY:Standard notice ends: Acme (OPSTICKET-2026-0001\\, OpsTicket)",
                        "DESCRIPTION:It is to transcribe interviews. Last day to object: the end of 16 June 2026 (UTC). An objection"
                                + " that arrives later is kept\\, marked late\\, and decided. It takes effect on 2 July 2026 (UTC) at the"
                                + " earliest. These are the standard dates. If you have received a notice of your own\\, the dates on"
                                + " your own notice page count for you.\\n\\ncounted\\n\\nThe period ends at the end of that day (UTC)."
                                + "\\n\\nhttps://notices.example.com/r/opsticket/changes/OPSTICKET-2026-0001")
                .doesNotContain("STATUS:CANCELLED");

        for (PublicChange.State state : List.of(PublicChange.State.WITHDRAWN, PublicChange.State.REVISED)) {
            told.say(Told.in(state, "Acme", null, Told.ANNOUNCED.plusSeconds(5)));
            String after = get("/r/opsticket/calendar.ics").body().replace("\r\n ", "");
            assertThat(after.lines().filter("STATUS:CANCELLED"::equals)).hasSize(2);
            assertThat(after.lines())
                    .contains(
                            "UID:objection.OPSTICKET-2026-0001@notices.example.com",
                            "UID:notice.OPSTICKET-2026-0001@notices.example.com")
                    .noneMatch(line -> line.startsWith("BEGIN:VALARM"))
                    .anySatisfy(line -> assertThat(line)
                            .contains(
                                    state == PublicChange.State.WITHDRAWN
                                            ? "This change was withdrawn on 1 June 2026 (UTC) and will not take effect."
                                            : "went back to be amended on 1 June 2026 (UTC)."));
            assertThat(sequence(after)).isGreaterThan(sequence(announced));
        }
    }

    private static int sequence(String calendar) {
        return Integer.parseInt(calendar.lines()
                .filter(line -> line.startsWith("SEQUENCE:"))
                .findFirst()
                .orElseThrow()
                .substring("SEQUENCE:".length()));
    }

    @Test
    void versions_are_listed_shown_and_compared() throws Exception {
        assertThat(get("/r/opsticket/versions").body()).contains("/r/opsticket/versions/1", "first publication");
        assertThat(get("/r/opsticket/versions/1").body()).contains("Cloudflare, Inc.", "This version is in force.");
        assertThat(get("/r/opsticket/compare").body()).contains("The entries of these versions do not differ.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/r/nobody",
                "/r/nobody.json",
                "/r/nobody/feed.atom",
                "/r/nobody/calendar.ics",
                "/r/nobody/versions",
                "/r/opsticket/versions/99",
                "/r/opsticket/versions/0",
                "/r/opsticket/compare?from=1&to=99",
                "/nowhere"
            })
    void what_does_not_exist_is_a_page_that_says_so(String path) throws Exception {
        HttpResponse<String> answer = get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Page not found", "<main id=\"main\"");
    }

    @Test
    void a_malformed_number_is_a_page_that_says_what_to_do() throws Exception {
        HttpResponse<String> answer = get("/r/opsticket/versions/one", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("That request could not be read");
    }

    @Test
    void a_method_that_is_not_supported_is_a_page_for_people_and_a_problem_for_machines() throws Exception {
        HttpResponse<String> person = send(request("/r/opsticket")
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Accept", "text/html"));
        HttpResponse<String> typed =
                send(form("/r/opsticket", "text=Long+%3Cwords%3E").header("Sec-Fetch-Site", "same-origin"));
        HttpResponse<String> foreign =
                send(form("/r/opsticket", "text=Long+%3Cwords%3E").header("Sec-Fetch-Site", "cross-site"));
        HttpResponse<String> machine = send(request("/r/opsticket")
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Accept", "application/json"));

        assertThat(person.statusCode()).isEqualTo(405);
        assertThat(person.body()).contains("This address cannot be used that way");
        assertThat(typed.statusCode()).isEqualTo(405);
        assertThat(typed.body()).contains("What you typed", "Long &lt;words&gt;</dd>");
        assertThat(foreign.statusCode()).isEqualTo(405);
        assertThat(foreign.body()).doesNotContain("words");
        assertThat(machine.statusCode()).isEqualTo(405);
        assertThat(machine.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void pages_carry_no_inline_script_or_style() throws Exception {
        for (String path : List.of("/", "/r/opsticket", "/r/securicom", "/r/opsticket/versions", "/nowhere")) {
            assertThat(get(path, "Accept", "text/html").body())
                    .as(path)
                    .doesNotContain("style=\"", "<style", " onclick")
                    .doesNotContainPattern("<script(?! defer src=\"/assets/[a-z]+-[0-9a-f]{32}\\.js\"[^>]*></script>)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/r/opsticket", "/r/opsticket/versions"})
    void a_browser_keeps_style_sheets_and_scripts_for_a_year_and_gets_them_compressed(String path) throws Exception {
        List<String> named = Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"]+)\"")
                .matcher(get(path).body())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThanOrEqualTo(5);
        for (String file : named) {
            HttpResponse<String> kept = get(file, "Accept-Encoding", "gzip");
            assertThat(kept.statusCode()).as(file).isEqualTo(200);
            assertThat(kept.headers().firstValue("Cache-Control"))
                    .as(file)
                    .hasValue("max-age=31536000, public, immutable");
            assertThat(kept.headers().firstValue("Content-Encoding").isPresent())
                    .as(file)
                    .isEqualTo(!file.endsWith(".svg"));
        }
    }

    @Test
    void a_style_sheet_of_another_version_is_not_there_and_one_by_its_plain_name_is_asked_for_again() throws Exception {
        assertThat(get("/assets/app-00000000000000000000000000000000.css").statusCode())
                .isEqualTo(404);
        HttpResponse<String> plain = get("/assets/app.css");

        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Cache-Control")).hasValue("no-cache, public");
        assertThat(get("/r/opsticket/brand.css").body()).contains("--accent:#2457d6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/r/opsticket", "/r/opsticket.json", "/r/opsticket/feed.atom"})
    void the_list_comes_compressed_to_who_takes_that_with_an_etag_of_its_own(String path) throws Exception {
        HttpResponse<String> plain = get(path, "Accept-Encoding", "br, gzip;q=0");
        HttpResponse<byte[]> gzip = browser.send(
                request(path).header("Accept-Encoding", "gzip, deflate, br").build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(gzip.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept-Encoding"));
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes(), UTF_8))
                .isEqualTo(plain.body());
        String etag = gzip.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).isNotEqualTo(plain.headers().firstValue("ETag").orElseThrow());
        assertThat(get(path, "Accept-Encoding", "gzip", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_page_that_may_show_what_was_typed_is_not_compressed() throws Exception {
        assertThat(get("/r/opsticket/versions", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void headings_descend_one_level_at_a_time_and_every_table_has_a_caption() throws Exception {
        told.say(acme("Acme"));
        for (String path : List.of("/r/opsticket", "/r/securicom", "/r/opsticket/versions")) {
            String page = get(path).body();
            int level = 0;
            var headings = java.util.regex.Pattern.compile("<h([1-6])").matcher(page);
            while (headings.find()) {
                int next = Integer.parseInt(headings.group(1));
                assertThat(next).as(path).isLessThanOrEqualTo(level + 1);
                level = next;
            }
            assertThat(page.split("<table", -1)).as(path).hasSameSizeAs(page.split("<caption", -1));
        }
    }

    private static PublicChange acme(String name) {
        return Told.announced(name);
    }

    private static Subprocessor named(String name) {
        return new Subprocessor(
                name, null, null, null, "a role", null, null, "data", null, null, null, null, false, null);
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private List<NamedCsvRecord> csv(String path) throws Exception {
        return CsvReader.builder().ofNamedCsvRecord(get(path).body()).stream().toList();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder form(String path, String body) {
        return request(path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
