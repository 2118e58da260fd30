package fairnotice.objection;

import static fairnotice.calendar.Almanac.TORONTO;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.CalendarEntry.Day;
import fairnotice.calendar.Explanation;
import fairnotice.calendar.Holidays;
import fairnotice.mail.MessageState;
import fairnotice.register.Promise;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What of its case a customer takes into its calendar. */
class ObjectionDaysTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    /** 20 March is the last day in Toronto. */
    private static final Instant DUE = Instant.parse("2026-03-21T04:00:00Z");

    private final KeptLetters letters = new KeptLetters();

    private boolean live;

    @Test
    void a_day_to_act_stands_until_its_customer_has_acted() {
        assertThat(days(Cases.waiting(ObjectionState.TERMINATION_OFFERED, DUE)))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.what()).isEqualTo("Last day to terminate orders");
                    assertThat(day.deadline().lastDay()).isEqualTo("2026-03-20");
                    assertThat(day.cancelled()).isFalse();
                });
    }

    /** The offer of 6 March was to be answered by 5 April in Toronto, and was accepted on 10 March. */
    @Test
    void a_day_that_no_longer_matters_is_taken_back_on_the_day_it_had() {
        Instant answerBy = Instant.parse("2026-04-06T04:00:00Z");
        Instant electBy = Instant.parse("2026-05-06T04:00:00Z");
        written(ObjectionEmail.OFFER, 1, "2026-03-06T15:00:00Z", answerBy);

        assertThat(taken(Cases.exempted("2026-12-31", NOW))).isEqualTo("Last day to answer the offer 2026-04-05");
        assertThat(taken(Cases.waiting(ObjectionState.AWAITING_OFFER, DUE)))
                .isEqualTo("Last day to answer the offer 2026-04-05");

        written(ObjectionEmail.TERMINATION_OFFER, 0, "2026-04-06T15:00:00Z", electBy);
        Objection terminating = Cases.waiting(ObjectionState.TERMINATING, null);
        assertThat(taken(terminating)).isEqualTo("Last day to terminate orders 2026-05-05");
        letters.saveContacts(
                new EmailKey("OBJ-2026-0003", ObjectionEmail.TERMINATION_OFFER, 0),
                List.of(new ContactReached(1, MessageState.HANDED_OVER, Instant.parse("2026-04-08T15:00:00Z"))));
        assertThat(taken(terminating))
                .as("thirty days from its arrival two days later")
                .isEqualTo("Last day to terminate orders 2026-05-08");
    }

    private void written(ObjectionEmail letter, int number, String at, Instant until) {
        letters.save(new WrittenEmail(
                new EmailKey("OBJ-2026-0003", letter, number), Instant.parse(at), until, 0, null, null, List.of()));
    }

    private String taken(Objection objection) {
        return days(objection).stream()
                .filter(Day::cancelled)
                .map(day -> day.what() + " " + day.deadline().lastDay())
                .collect(Collectors.joining(", "));
    }

    @Test
    void a_case_in_which_its_customer_never_had_to_act_has_no_day() {
        assertThat(days(Cases.filed(false))).isEmpty();
        assertThat(days(Cases.settled(ObjectionState.WITHDRAWN, NOW))).isEmpty();
    }

    @Test
    void an_exemption_says_what_follows_its_last_day() {
        assertThat(exemption().note())
                .isEqualTo("After this day the change may take effect for your data, from 6 March 2026"
                        + " (America/Toronto) at the earliest. If you want the exemption to continue, write to us before it ends:"
                        + " without our consent it ends on this day. Such a request is not an objection.");
        live = true;
        assertThat(exemption().note())
                .isEqualTo("The vendor may be used for your data since 6 March 2026 (America/Toronto).");
    }

    @Test
    void an_exemption_of_an_earlier_case_stays_until_something_else_counts() {
        earlier = List.of(Cases.exempted("2026-03-31", NOW));

        assertThat(days(Cases.other(4, ObjectionState.ASSESSMENT, null)))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.key()).isEqualTo("exemption");
                    assertThat(day.cancelled()).isFalse();
                    assertThat(day.note())
                            .isEqualTo("While your objection OBJ-2026-0003 is open, this day changes nothing.");
                    assertThat(day.deadline().explanation()).isEqualTo(Explanation.NONE);
                });
        assertThat(days(Cases.other(4, ObjectionState.LAPSED, NOW)))
                .singleElement()
                .satisfies(day -> assertThat(day.cancelled()).isFalse());
        assertThat(days(Cases.other(4, ObjectionState.RESOLVED, NOW)))
                .singleElement()
                .satisfies(day ->
                        assertThat(day.cancelled()).as("another agreement").isTrue());
        assertThat(days(Cases.other(4, ObjectionState.NOT_AGREED, NOW)))
                .singleElement()
                .satisfies(day -> assertThat(day.cancelled()).as("it stands").isTrue());
    }

    private List<Objection> earlier = List.of();

    private Day exemption() {
        return days(Cases.exempted("2026-03-05", NOW)).stream()
                .filter(day -> day.key().equals("exemption"))
                .findFirst()
                .orElseThrow();
    }

    private List<Day> days(Objection objection) {
        ReadingObjection reading = new ReadingObjection(null, null, null, null, null, null) {
            @Override
            public Objection asOfNow(Objection any) {
                return any;
            }
        };
        ObjectionContexts contexts =
                new ObjectionContexts(
                        null,
                        Cases.registers(
                                Promise.in(TORONTO).terminating("30 days").made()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Clock.fixed(NOW, ZoneOffset.UTC)) {
                    @Override
                    String calendarId(Objection any) {
                        return any.reference();
                    }

                    @Override
                    ChangeForCustomer about(String change, Long customer) {
                        return Cases.about(null, earlier);
                    }

                    @Override
                    ObjectionContext of(Objection any, ChangeForCustomer about, Instant at) {
                        return new ObjectionContext(any, about, this, at) {
                            @Override
                            public Optional<OfferTerms> terms() {
                                return Optional.of(OfferTerms.of(
                                        any.offer(),
                                        TORONTO,
                                        Optional.of(LocalDate.parse("2026-03-01")),
                                        live ? Optional.of(Instant.parse("2026-03-02T05:00:00Z")) : Optional.empty(),
                                        at));
                            }
                        };
                    }
                };
        SettlementDates dates = new SettlementDates(id -> Holidays.NONE);
        ObjectionTimes times = new ObjectionTimes(
                null, letters, contexts, null, null, dates, new ElapsedDates(contexts, letters, dates), null, null);
        return new ObjectionDays(reading, contexts, times, null).of(objection);
    }
}
