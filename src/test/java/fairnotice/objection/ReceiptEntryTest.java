package fairnotice.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fairnotice.calendar.CalendarEntry;
import fairnotice.calendar.Holidays;
import fairnotice.publisher.PublicAddress;
import fairnotice.register.ListStyle;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The calendar entry that goes with a receipt, and the one that takes it back. */
class ReceiptEntryTest {

    private static final NoticePolicy POLICY =
            Promise.in(ZoneId.of("Europe/Berlin")).made();

    private final List<CalendarEntry> written = new ArrayList<>();
    private final ReceiptEntry entry = new ReceiptEntry(
            entries -> {
                written.addAll(entries);
                return new byte[0];
            },
            new SettlementDates(id -> Holidays.NONE),
            PublicAddress.of("https://notices.example.com"),
            new Demo());

    @Test
    void it_names_the_publisher_that_set_the_time_and_no_clause_of_its_promise() {
        Objection objection = Cases.filed(false);

        entry.of(objection, POLICY, Instant.parse("2026-02-01T12:00:00Z"));
        entry.takenBack(objection, POLICY, Instant.parse("2026-02-03T12:00:00Z"));

        assertThat(written)
                .flatExtracting(CalendarEntry::days)
                .extracting(day -> day.deadline().explanation().sentence(Locale.ENGLISH))
                .hasSize(2)
                .allSatisfy(why -> assertThat(why)
                        .startsWith(
                                "Demo has set this time: 10 days, weekends and holidays included, counted from the day the"
                                        + " objection came (Sunday 1 February 2026")
                        .doesNotContain("DPA"));
    }

    /** Whoever took the first day into its calendar gets the next in its place. */
    @Test
    void the_publishers_next_day_replaces_the_one_before() {
        Instant due = Instant.parse("2026-03-10T23:00:00Z");
        entry.of(Cases.filed(false), POLICY, Instant.parse("2026-02-01T12:00:00Z"));
        entry.next(Cases.waiting(ObjectionState.AWAITING_OFFER, due), POLICY, Instant.parse("2026-02-03T12:00:00Z"));
        entry.next(Cases.waiting(ObjectionState.CONTESTED, due), POLICY, Instant.parse("2026-02-03T12:00:00Z"));

        assertThat(written).extracting(CalendarEntry::uid).containsOnly("OBJ-2026-0003@notices.example.com");
        assertThat(written)
                .flatExtracting(CalendarEntry::days)
                .extracting(CalendarEntry.Day::key, CalendarEntry.Day::what, CalendarEntry.Day::cancelled)
                .containsExactly(
                        tuple("answer", "Last day for the answer to your objection", false),
                        tuple(
                                "answer",
                                "Last day for an offer to settle your objection, or word that none can be made",
                                false),
                        tuple("answer", "Last day for the decision on your appeal", false));
        assertThat(written.get(1).days().get(0).deadline().endsAt()).isEqualTo(due);
    }

    private record Demo() implements Registers {

        @Override
        public List<Register> all() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Register> find(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Register getById(String id) {
            return new Register(
                    id,
                    "Demo",
                    "DEMO",
                    "Sub-processors",
                    List.of(),
                    ListStyle.CATEGORIES,
                    List.of(),
                    "notices@demo.example",
                    "legal@demo.example",
                    null,
                    "#2457d6",
                    POLICY);
        }

        @Override
        public NoticePolicy policy(String register, int version) {
            return POLICY;
        }
    }
}
