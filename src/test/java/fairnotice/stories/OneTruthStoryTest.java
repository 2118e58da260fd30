package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * One table of dates, worked out by hand, for eight kinds of customers and four kinds of changes; and what everybody reads, wherever it
 * stands, compared with it. Announced on one day in Toronto; thirty days of notice, fifteen to object.
 */
class OneTruthStoryTest extends Story {

    private static final String REGISTER = StoryRegister.TRUTH.id();
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int SERVED_ON = 3;

    /**
     * Days after the announcement.
     *
     * @param closes null for who may not object
     * @param use the first day of use, for a change that waits for its notices
     */
    private record Expected(String customer, boolean mailed, int ends, Integer closes, int use) {}

    private static final List<Expected> TABLE = List.of(
            new Expected("standard", true, 30, 15, 31),
            new Expected("sixty-days", true, 60, 15, 61),
            new Expected("ten-days", true, 10, 15, 31),
            new Expected("wide-window", true, 30, 45, 31),
            new Expected("page-only", false, 30, 15, 31),
            new Expected("may-not-object", true, 30, null, 31),
            new Expected("leaving", true, 30, 15, 31),
            new Expected("served", false, 33, 18, 34));
    private static final Expected STANDARD = TABLE.get(0);

    private LocalDate announced;

    @Test
    void every_date_is_the_same_wherever_it_is_read() {
        announced = LocalDate.ofInstant(settle(), TORONTO);
        customersOfEightKinds();
        simulationSays();

        Map<String, String> waiting = new HashMap<>();
        waiting.put("ADD", add(REGISTER, "Northvault", Map.of()));
        waiting.put("REPLACE", propose(REGISTER, "REPLACE", "Southvault", Map.of("replaces", "Sentry")));
        waiting.put("MODIFY", propose(REGISTER, "MODIFY", "Postmark", Map.of("subprocessor.location", "Canada")));
        waiting.values().forEach(change -> approve("counsel", change));
        String first = add(REGISTER, "Patchwall", Map.of("securityCritical", true));
        approve("counsel", first);
        approve("gc", first);

        List<String> all = new ArrayList<>(waiting.values());
        all.add(first);
        advance(Duration.ofDays(SERVED_ON).toString());
        all.forEach(this::serve);

        SoftAssertions softly = new SoftAssertions();
        waiting.forEach((kind, change) -> TABLE.forEach(row -> customerReads(softly, kind, change, row, true)));
        TABLE.forEach(row -> customerReads(softly, "EXPEDITED", first, row, false));
        waiting.forEach((kind, change) -> everybodyReads(softly, kind, change, true));
        everybodyReads(softly, "EXPEDITED", first, false);
        all.forEach(change -> staffRead(softly, change));
        waiting.values().forEach(change -> machinesRead(softly, change));
        softly.assertAll();
    }

    private void customersOfEightKinds() {
        Map<String, Object> order = Map.of(
                "id",
                "o-1",
                "product",
                "Suite",
                "begins",
                announced.minusDays(300).toString(),
                "ends",
                announced.plusDays(12).toString(),
                "prepaid",
                1200,
                "currency",
                "EUR");
        customers(
                REGISTER,
                kind("standard", "any", Map.of()),
                kind("sixty-days", "any", Map.of("terms", Map.of("notice", "60 days", "clause", "Side letter 3"))),
                kind("ten-days", "any", Map.of("terms", Map.of("notice", "10 days", "clause", "Order form 7"))),
                kind("wide-window", "any", Map.of("terms", Map.of("objection", "45 days", "clause", "Order form 8"))),
                kind("page-only", "page", Map.of()),
                kind("may-not-object", "mute", Map.of()),
                kind("leaving", "any", Map.of("orders", List.of(order))),
                customer("served", "any", contact("nobody@refused.example.net", "OWNER")));
        confirm(REGISTER, "ten-days");
    }

    private static Map<String, Object> kind(String id, String plan, Map<String, Object> more) {
        Map<String, Object> customer =
                new HashMap<>(customer(id, plan, contact("owner@" + id + ".example.com", "OWNER")));
        customer.putAll(more);
        return customer;
    }

    /** A customer no mail reaches, served by letter some days later, of each change. */
    private void serve(String change) {
        JsonNode task = tasks("legal", change).stream()
                .filter(each -> each.get("name").asText().contains("Reach"))
                .findFirst()
                .orElseThrow();
        complete(
                "counsel",
                task,
                Map.of(
                        "outcome", "served",
                        "servedOn", announced.plusDays(SERVED_ON).toString(),
                        "proof", "By courier, receipt 4711"));
    }

    // ---- the customer

    private void customerReads(SoftAssertions softly, String kind, String change, Expected row, boolean waits) {
        String page = visitor()
                .page("/n/" + link(change, "Customer " + row.customer()))
                .replaceAll("\\s+", " ");
        softly.assertThat(page)
                .as("%s, page of %s: notice", kind, row.customer())
                .contains("end of " + day(row.ends()));
        if (row.closes() != null) {
            softly.assertThat(page)
                    .as("%s, page of %s: window", kind, row.customer())
                    .contains("end of " + day(row.closes()));
        }
        if (waits) {
            softly.assertThat(page)
                    .as("%s, page of %s: use", kind, row.customer())
                    .containsPattern("Earliest effective date" + ".{0,80}" + day(row.use()));
        } else {
            softly.assertThat(page)
                    .as("%s, page of %s: use", kind, row.customer())
                    .doesNotContain("Earliest effective date")
                    .containsPattern("In effect since.{0,80}" + day(0));
        }
        TABLE.stream()
                .filter(other -> other.ends() > row.ends())
                .forEach(other -> softly.assertThat(page)
                        .as("%s, page of %s: a date of %s", kind, row.customer(), other.customer())
                        .doesNotContain(day(other.ends()), day(other.use() == row.use() ? other.ends() : other.use())));
        String calendar = visitor().page("/n/" + link(change, "Customer " + row.customer()) + "/calendar.ics");
        softly.assertThat(calendar.lines().filter(line -> line.startsWith("DTSTART")))
                .as("%s, calendar of %s", kind, row.customer())
                .containsExactlyElementsOf(Stream.of(row.closes(), row.ends())
                        .filter(Objects::nonNull)
                        .map(after -> "DTSTART;VALUE=DATE:" + BASIC.format(announced.plusDays(after)))
                        .toList());
        if (row.mailed()) {
            mailSays(softly, kind, change, row, waits);
        }
    }

    private void mailSays(SoftAssertions softly, String kind, String change, Expected row, boolean waits) {
        String text = mails(change, "notice of a change").stream()
                .filter(mail -> mail.get("to").asText().contains("owner@" + row.customer() + ".example.com"))
                .findFirst()
                .orElseThrow()
                .get("text")
                .asText();
        softly.assertThat(text)
                .as("%s, mail to %s", kind, row.customer())
                .contains("Notice period ends:      " + day(row.ends()) + ",");
        if (waits) {
            softly.assertThat(text)
                    .as("%s, mail to %s", kind, row.customer())
                    .contains("Earliest effective date: " + day(row.use()) + " (America/Toronto);");
        } else {
            softly.assertThat(text)
                    .as("%s, mail to %s", kind, row.customer())
                    .contains("In effect since:         " + day(0))
                    .doesNotContain("Earliest effective date", "is to be added");
        }
        if (row.closes() == null) {
            softly.assertThat(text)
                    .as("%s, mail to %s", kind, row.customer())
                    .contains("gives no right to object")
                    .doesNotContain("/objection");
        } else {
            softly.assertThat(text)
                    .as("%s, mail to %s", kind, row.customer())
                    .contains(
                            "Last day to object:      " + day(row.closes()), "/objection", "by answering this message");
        }
    }

    // ---- everybody

    private void everybodyReads(SoftAssertions softly, String kind, String change, boolean waits) {
        String page = visitor().page("/r/" + REGISTER + "/changes/" + change).replaceAll("\\s+", " ");
        softly.assertThat(page)
                .as("%s, public page", kind)
                .contains("end of " + day(STANDARD.ends()), "end of " + day(STANDARD.closes()))
                .doesNotContain(day(60), day(61), day(45), day(33), day(34), day(18));
        softly.assertThat(page.contains("Earliest effective date"))
                .as("%s, public page: earliest use", kind)
                .isEqualTo(waits);
        if (waits) {
            softly.assertThat(page)
                    .as("%s, public page", kind)
                    .containsPattern("Earliest effective date.{0,80}" + day(STANDARD.use()));
        }
        String feed = visitor().page("/r/" + REGISTER + "/feed.atom");
        softly.assertThat(feed).as("%s, feed", kind).doesNotContain(day(61), day(60), day(34));
        softly.assertThat(event(visitor().page("/r/" + REGISTER + "/calendar.ics"), "objection." + change))
                .as("%s, public calendar: window", kind)
                .contains("DTSTART;VALUE=DATE:" + BASIC.format(announced.plusDays(STANDARD.closes())));
        softly.assertThat(event(visitor().page("/r/" + REGISTER + "/calendar.ics"), "notice." + change))
                .as("%s, public calendar: notice", kind)
                .contains("DTSTART;VALUE=DATE:" + BASIC.format(announced.plusDays(STANDARD.ends())));
        if (waits) {
            softly.assertThat(entry(feed, change))
                    .as("%s, feed", kind)
                    .contains(day(STANDARD.closes()), day(STANDARD.use()));
        }
    }

    private static String entry(String feed, String change) {
        return part(feed, "<entry>", change);
    }

    private static String event(String calendar, String uid) {
        return part(calendar.replace("\r\n ", ""), "BEGIN:VEVENT", uid);
    }

    private static String part(String whole, String begin, String about) {
        for (String part : whole.split(begin)) {
            if (part.contains(about)) {
                return part;
            }
        }
        throw new AssertionError("Nothing about " + about + " in " + whole);
    }

    // ---- staff and machines

    private void staffRead(SoftAssertions softly, String change) {
        String page = staff().page("/changes/" + change).replaceAll("\\s+", " ");
        for (Expected row : TABLE) {
            String told = row.closes() == null
                    ? "notice " + day(row.ends())
                    : "object " + day(row.closes()) + ", notice " + day(row.ends());
            softly.assertThat(page)
                    .as("staff page, %s", row.customer())
                    .containsPattern("Customer " + row.customer() + "<.{0,1500}" + told);
        }
    }

    private Api signedIn;

    private Api staff() {
        if (signedIn == null) {
            signedIn = visitor();
            signedIn.submit("/login", "/login", "username=auditor&password=demo");
        }
        return signedIn;
    }

    private void machinesRead(SoftAssertions softly, String change) {
        JsonNode body = change(change);
        softly.assertThat(body.get("noticeEndsAt").asText())
                .as("API: the latest notice")
                .isEqualTo(endOf(60));
        softly.assertThat(body.get("objectionsCloseAt").asText())
                .as("API: the latest window")
                .isEqualTo(endOf(45));
        JsonNode upcoming = visitor().get("/r/" + REGISTER + ".json").get("upcoming");
        for (JsonNode each : upcoming) {
            if (each.get("reference").asText().equals(change)) {
                softly.assertThat(each.get("objectionsClose").asText())
                        .isEqualTo(announced.plusDays(STANDARD.closes()).toString());
                softly.assertThat(each.get("earliestUse").asText())
                        .isEqualTo(announced.plusDays(STANDARD.use()).toString());
            }
        }
        softly.assertThat(upcoming.toString()).contains(change);
    }

    /** Before anything is announced: as it will be, if every message is handed over at once. */
    private void simulationSays() {
        JsonNode simulated = as("legal")
                .post("/api/v1/registers/" + REGISTER + "/simulations", proposal("ADD", "Northvault", Map.of()));
        assertThat(simulated.get("bindingDate").asText())
                .isEqualTo(announced.plusDays(61).toString());
        for (Expected row : TABLE) {
            int late = row.customer().equals("served") ? SERVED_ON : 0;
            JsonNode notice = notice(simulated, "Customer " + row.customer());
            assertThat(notice.get("noticeEndsAt").asText()).as(row.customer()).isEqualTo(endOf(row.ends() - late));
            if (row.closes() != null) {
                assertThat(notice.get("objectionsCloseAt").asText())
                        .as(row.customer())
                        .isEqualTo(endOf(row.closes() - late));
            }
        }
        JsonNode first = as("legal")
                .post(
                        "/api/v1/registers/" + REGISTER + "/simulations",
                        proposal("ADD", "Patchwall", Map.of("securityCritical", true)));
        assertThat(first.get("bindingDate").asText())
                .as("an expedited change is in use at once")
                .isEqualTo(announced.toString());
    }

    private static JsonNode notice(JsonNode simulated, String customer) {
        for (JsonNode notice : simulated.get("notices")) {
            if (notice.get("customer").asText().equals(customer)) {
                return notice;
            }
        }
        throw new AssertionError("No notice of " + customer + " in " + simulated);
    }

    private String day(int after) {
        return DAY.format(announced.plusDays(after));
    }

    private String endOf(int after) {
        Instant end = announced.plusDays(after + 1).atStartOfDay(TORONTO).toInstant();
        return end.toString();
    }
}
