package fairnotice.objection;

import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.customer.ContactFixture.contact;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.CalendarEntries;
import fairnotice.calendar.Deadline;
import fairnotice.mail.Attachment;
import fairnotice.mail.Email;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the last letter of a refused case says of the vendor's use. Of these refusals it was not kept what they were for. */
class ConfirmingStepsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Objection REFUSED = Cases.settled(ObjectionState.REFUSED, NOW);

    private final List<String> files = new ArrayList<>();
    private final List<ObjectionEmail> written = new ArrayList<>();
    private final List<EmailFact> dates = new ArrayList<>();

    private Deadline openUntil;

    @Test
    void a_refusal_that_is_final_names_the_first_day_of_use() {
        ConfirmingSteps confirming = confirming(Promise.in(TORONTO).made());

        confirming.refusalFinal(REFUSED);
        confirming.refusedAgain(REFUSED);

        assertThat(written).containsExactly(ObjectionEmail.REFUSAL_FINAL, ObjectionEmail.REFUSED_AGAIN);
        assertThat(dates)
                .extracting(EmailFact::value)
                .containsExactly("3 March 2026 (America/Toronto)", "3 March 2026 (America/Toronto)");
    }

    @Test
    void under_a_promise_that_asks_for_no_grounds_it_clears_nothing_and_says_so() {
        ConfirmingSteps confirming =
                confirming(Promise.in(TORONTO).withoutGrounds().made());

        confirming.refusalFinal(REFUSED);
        confirming.refusedAgain(REFUSED);

        assertThat(written).containsExactly(ObjectionEmail.REFUSAL_FINAL_STANDS, ObjectionEmail.REFUSED_AGAIN_STANDS);
        assertThat(dates).isEmpty();
    }

    /** NOW is 07:00 in Toronto. */
    @Test
    void an_appeal_is_confirmed_with_the_time_from_which_it_counts_and_whose_link_it_came_through() {
        ConfirmingSteps confirming = confirming(Promise.in(TORONTO).made());
        Objection contested = Cases.waiting(ObjectionState.CONTESTED, NOW);
        EmailFact moment = new EmailFact("appealed", "1 March 2026, 07:00:00 (America/Toronto)");

        confirming.contested(contested, "customer:7/contact:70", NOW);
        assertThat(written).containsExactly(ObjectionEmail.CONTESTED);
        assertThat(dates).containsExactly(moment, new EmailFact("appealed-by", "Olga"));

        dates.clear();
        confirming.contested(contested, "customer:7/contact:71", NOW);
        assertThat(dates).as("a contact that is gone").containsExactly(moment);
    }

    /** Its orders run until the end of 14 March in Toronto. */
    @Test
    void a_termination_that_is_complete_says_from_when_other_orders_are_concerned() {
        confirming(Promise.in(TORONTO).made())
                .terminated(
                        leaving("2026-03-15T04:00:00Z"),
                        () -> List.of("119.00 EUR, paid on 28 February 2026 (America/Toronto)"),
                        () -> List.of("Line B (B), invoice R-2: of 10 units, 4 used and 6 paid back"),
                        true,
                        List.of(new EmailFact("dispute-waits", "the end of 6 March 2026 (America/Toronto)")));

        assertThat(written).containsExactly(ObjectionEmail.TERMINATION_COMPLETE);
        assertThat(dates)
                .containsExactly(
                        new EmailFact("refund", "119.00 EUR, paid on 28 February 2026 (America/Toronto)"),
                        new EmailFact("units", "Line B (B), invoice R-2: of 10 units, 4 used and 6 paid back"),
                        new EmailFact("objection.letter.usable-but-units", null),
                        new EmailFact("dispute-waits", "the end of 6 March 2026 (America/Toronto)"),
                        new EmailFact("others-from", "15 March 2026 (America/Toronto)"),
                        new EmailFact("objection.letter.refund-lowered", null));
    }

    @Test
    void a_termination_that_is_complete_says_until_when_an_objection_for_other_orders_is_in_time() {
        openUntil = Deadline.on(LocalDate.of(2026, 3, 16), TORONTO);

        confirming(Promise.in(TORONTO).made())
                .terminated(leaving("2026-03-15T04:00:00Z"), List::of, List::of, false, List.of());

        assertThat(dates)
                .containsExactly(
                        new EmailFact("objection.letter.usable", null),
                        new EmailFact("others-from", "15 March 2026 (America/Toronto)"),
                        new EmailFact("others-object", "the end of 16 March 2026 (America/Toronto)"));
    }

    /** They ended on 20 February, and it is complete on 1 March only. */
    @Test
    void a_termination_completed_after_its_orders_ended_names_no_day_that_lies_behind() {
        confirming(Promise.in(TORONTO).made())
                .terminated(leaving("2026-02-21T05:00:00Z"), List::of, List::of, false, List.of());

        assertThat(written).containsExactly(ObjectionEmail.TERMINATED);
        assertThat(dates).containsExactly(new EmailFact("others-from", "1 March 2026 (America/Toronto)"));
    }

    private static Objection leaving(String until) {
        return Cases.waiting(ObjectionState.TERMINATION_OFFERED, NOW)
                .elected(Instant.parse(until))
                .terminated(NOW);
    }

    private ConfirmingSteps confirming(NoticePolicy policy) {
        ObjectionContexts contexts = Cases.contexts(policy, openUntil, NOW);
        ObjectionParties parties = Cases.parties(contact(70, "Olga", "olga@acme.example.com"));
        ObjectionEmails letters = new ObjectionEmails(contexts, parties, null, null, null) {
            @Override
            void write(Objection objection, ObjectionEmail letter, EmailFacts says) {
                written.add(letter);
                dates.addAll(says.dates());
                files.add(letter
                        + says.more().apply(new Email("s", "t", null)).enclosures().stream()
                                .map(enclosed -> " " + enclosed.name())
                                .collect(Collectors.joining()));
            }
        };
        ReadingObjection reading = new ReadingObjection(null, null, null, null, null, null) {
            @Override
            public Optional<Deadline> silentUntil(Objection objection) {
                return Optional.empty();
            }
        };
        return new ConfirmingSteps(
                contexts, parties, reading, letters, dated(), days(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static ReceiptEntry dated() {
        return new ReceiptEntry(null, null, null, null) {
            @Override
            Attachment next(Objection objection, NoticePolicy policy, Instant now) {
                return new Attachment("next.ics", CalendarEntries.TYPE, new byte[0]);
            }

            @Override
            Attachment takenBack(Objection objection, NoticePolicy policy, Instant now) {
                return new Attachment("taken-back.ics", CalendarEntries.TYPE, new byte[0]);
            }
        };
    }

    private static ObjectionDays days() {
        return new ObjectionDays(null, null, null, null) {
            @Override
            Email enclosedIn(Email letter, Objection objection) {
                return letter;
            }
        };
    }

    @Test
    void each_letter_brings_the_publishers_next_day_for_the_calendar_or_takes_the_last_one_out_of_it() {
        ConfirmingSteps confirming = confirming(Promise.in(TORONTO).made());

        confirming.contested(Cases.waiting(ObjectionState.CONTESTED, NOW), "customer:7/contact:70", NOW);
        confirming.rejected(Cases.waiting(ObjectionState.AWAITING_OFFER, NOW), "customer:7/contact:70", NOW);
        confirming.rejected(Cases.waiting(ObjectionState.TERMINATION_OFFERED, NOW), "customer:7/contact:70", NOW);
        confirming.withdrawn(Cases.settled(ObjectionState.WITHDRAWN, NOW), ObjectionState.AWAITING_OFFER);
        confirming.refusedAgain(REFUSED);

        assertThat(files)
                .containsExactly(
                        "CONTESTED next.ics",
                        "REJECTED next.ics",
                        "REJECTED_TERMINATION_NEXT",
                        "WITHDRAWN taken-back.ics",
                        "REFUSED_AGAIN taken-back.ics");
    }
}
