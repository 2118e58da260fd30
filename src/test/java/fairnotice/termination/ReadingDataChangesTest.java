package fairnotice.termination;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.change.Round;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Pricing;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.ledger.RecordedChange;
import fairnotice.ledger.Value;
import fairnotice.objection.Cases;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The objection was received on 1 February 2026 in Berlin, and its change proposed on 10 January. */
class ReadingDataChangesTest {

    private static final String NET = "orders/O-1/lines/L-1/payments/I-1 2026-01-01/net";
    private static final String LAST_BEFORE = "2025-01-31T22:59:59Z";
    private static final String FIRST = "2025-01-31T23:00:00Z";

    private final List<Recorded> entries = new ArrayList<>();

    @Test
    void what_one_person_changed_within_twelve_months_before_the_objection_is_shown() {
        changed(1, LAST_BEFORE, false, NET);
        changed(2, FIRST, false, NET);
        changed(3, FIRST, false, "contacts/7/email", "name");
        changed(4, FIRST, false, "plan", "name");
        changed(5, "2026-01-09T12:00:00Z", false, "orders/O-2");

        assertThat(shown().entries()).containsExactlyInAnyOrder(2L, 3L, 5L);
        assertThat(shown().from()).isEqualTo(LocalDate.of(2025, 2, 1));
    }

    @Test
    void what_a_second_person_confirmed_is_not_and_since_the_proposal_everything_is() {
        changed(1, FIRST, true, "orders/O-2", "plan");
        changed(2, FIRST, true, NET, "plan");
        changed(3, FIRST, false, "orders/O-2");
        confirmed(4, "2025-06-01T12:00:00Z", "orders/O-2, plan");
        changed(5, "2025-07-01T12:00:00Z", true, "orders/O-2");
        changed(6, "2026-01-10T12:00:00Z", true, "name");
        confirmed(7, "2026-01-11T12:00:00Z", "orders/O-3");

        assertThat(shown().entries())
                .as("2: its payment was not confirmed; 3: waited for nobody; 5: was confirmed by nobody")
                .containsExactlyInAnyOrder(2L, 3L, 5L, 6L, 7L);
    }

    private void changed(long id, String at, boolean waited, String... fields) {
        TreeMap<String, String> content = new TreeMap<>();
        content.put("unconfirmed", Boolean.toString(waited));
        entries.add(new Recorded(
                id,
                "customers.changed",
                "customer:7",
                "admin",
                Instant.parse(at),
                "",
                content,
                id,
                null,
                Stream.of(fields)
                        .map(field -> new RecordedChange(field, Value.of("1"), Value.of("2")))
                        .toList()));
    }

    private void confirmed(long id, String at, String fields) {
        TreeMap<String, String> content = new TreeMap<>();
        content.put("fields", "[" + fields + "]");
        entries.add(new Recorded(
                id, "customers.confirmed", "customer:7", "ada", Instant.parse(at), "", content, id, null, List.of()));
    }

    private ReadingDataChanges.Shown shown() {
        LocalDate begins = LocalDate.of(2026, 1, 1);
        LocalDate ends = LocalDate.of(2026, 12, 31);
        Worksheet sheet = Leaving.worksheet(
                Leaving.terms(true, false),
                Leaving.customer(Leaving.order(
                        "O-1",
                        "EUR",
                        begins,
                        ends,
                        Leaving.line("L-1", Pricing.TIME, Leaving.time("I-1", begins, ends, "365")))),
                Election.ofWhole("O-1", LocalDate.of(2026, 6, 30)));
        return new ReadingDataChanges(
                        only(
                                Objections.class,
                                Optional.of(Cases.waiting(ObjectionState.TERMINATION_OFFERED, Instant.EPOCH))),
                        only(
                                VendorChanges.class,
                                List.of(new Round(
                                        1, null, "paula", Instant.parse("2026-01-10T12:00:00Z"), null, null))),
                        new Ledger() {
                            @Override
                            public void record(Entry entry) {
                                throw new UnsupportedOperationException();
                            }

                            @Override
                            public List<Recorded> about(String subject) {
                                return subject.equals("customer:7") ? entries : List.of();
                            }
                        })
                .of(Termination.elect("TRM-1", "OBJ-1", "CHG-1", 70, Instant.EPOCH, sheet));
    }

    /** All that it is asked for. */
    private static <T> T only(Class<T> port, Object answer) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> answer));
    }
}
