package fairnotice.objection;

import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.customer.ContactFixture.contact;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.customer.Contact;
import fairnotice.mail.MessageState;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a letter that starts a time states, and what its customer has. Days end in Toronto at 05:00 UTC; 30 days to choose. */
class ObjectionTimesTest {

    private static final NoticePolicy POLICY =
            Promise.in(TORONTO).terminating("30 days").made();
    private static final EmailKey CHOICE = new EmailKey("OBJ-2026-0003", ObjectionEmail.TERMINATION_OFFER, 0);

    private final KeptLetters written = new KeptLetters();
    private final List<Objection> kept = new ArrayList<>();
    private final List<Instant> stated = new ArrayList<>();
    private final List<EmailFact> dates = new ArrayList<>();
    private final ObjectionTimes times = times();

    /** Legal ends the search on 1 December, the letter is written on the 4th: until 3 January, not until 31 December. */
    @Test
    void a_customer_told_late_that_legal_ended_the_search_has_its_whole_time() {
        Instant told = Instant.parse("2026-12-04T15:00:00Z");
        Instant until = Instant.parse("2027-01-04T05:00:00Z");
        Objection ended = Cases.waiting(ObjectionState.TERMINATION_OFFERED, Instant.parse("2027-01-01T05:00:00Z"));

        times.write(ended, told);
        reached(ended.until(until), told.plusSeconds(5));

        assertThat(stated).containsExactly(until);
        assertThat(kept).extracting(Objection::dueAt).containsExactly(until);
    }

    /** The search ended with 30 November and the customer is told on the day after: until 30 December. */
    @Test
    void the_time_after_a_search_that_ended_by_itself_follows_it_without_a_gap() {
        Instant told = Instant.parse("2026-12-01T05:00:01Z");
        Instant until = Instant.parse("2026-12-31T05:00:00Z");
        Objection ended = Cases.waiting(ObjectionState.TERMINATION_OFFERED, until);

        times.writeFollowing(ended, told);
        times.write(ended, told.plusSeconds(3));
        reached(ended, told.plusSeconds(5));

        assertThat(stated).containsExactly(until);
        assertThat(kept).isEmpty();
    }

    /** The same letter, taken by the relay on 3 December only: until 2 January. */
    @Test
    void it_is_counted_anew_when_the_letter_arrives_on_a_later_day() {
        Objection ended = Cases.waiting(ObjectionState.TERMINATION_OFFERED, Instant.parse("2026-12-31T05:00:00Z"));

        times.writeFollowing(ended, Instant.parse("2026-12-01T05:00:01Z"));
        reached(ended, Instant.parse("2026-12-03T05:00:00Z"));

        assertThat(kept).extracting(Objection::dueAt).containsExactly(Instant.parse("2027-01-03T05:00:00Z"));
    }

    /** Thirty days from 1 December are over with the 31st, and from a search that ended with 30 November with the 30th. */
    @Test
    void a_time_is_said_to_run_from_its_letter_unless_it_follows_a_search_that_ended_by_itself() {
        Instant written = Instant.parse("2026-12-01T05:00:01Z");
        Objection following = Cases.waiting(ObjectionState.TERMINATION_OFFERED, Instant.parse("2026-12-31T05:00:00Z"));
        Objection counted = Cases.waiting(ObjectionState.TERMINATION_OFFERED, Instant.parse("2027-01-01T05:00:00Z"));

        assertThat(times.runsFromLetter(following, written)).isFalse();
        assertThat(times.runsFromLetter(counted, written)).isTrue();
        times.writeFollowing(following, written);
        reached(following, written);
        assertThat(times.runsFromLetter(following, written.plusSeconds(864_000)))
                .isFalse();
    }

    /** The last day to choose is 31 December in the zone of the promise. */
    @Test
    void the_offer_to_terminate_says_from_when_the_change_may_apply_to_whoever_chooses_nothing() {
        times.writeFollowing(
                Cases.waiting(ObjectionState.TERMINATION_OFFERED, Instant.parse("2027-01-01T05:00:00Z")),
                Instant.parse("2026-12-01T05:00:01Z"));

        assertThat(dates).containsExactly(new EmailFact("use-if-silent", "1 January 2027 (" + POLICY.zone() + ")"));
    }

    /** The offer's letter was written on 1 November: thirty days are over with 1 December. */
    @Test
    void the_offer_to_terminate_names_the_day_by_which_an_offer_was_not_answered() {
        Instant offered = Instant.parse("2026-11-01T15:00:00Z");
        Instant until = Instant.parse("2026-12-02T05:00:00Z");
        written.save(new WrittenEmail(
                new EmailKey("OBJ-2026-0003", ObjectionEmail.OFFER, 1),
                offered,
                until,
                0,
                null,
                null,
                List.of(new ContactReached(1, MessageState.HANDED_OVER, offered))));

        times.writeFollowing(
                Cases.waiting(ObjectionState.TERMINATION_OFFERED, Instant.parse("2027-01-01T05:00:00Z")), until);

        assertThat(dates).contains(new EmailFact("offer-lapsed", "the end of 1 December 2026 (" + POLICY.zone() + ")"));
    }

    private void reached(Objection objection, Instant at) {
        times.heard(objection, CHOICE, List.of(new ContactReached(1, MessageState.HANDED_OVER, at)), at);
    }

    private ObjectionTimes times() {
        SettlementDates settling = new SettlementDates(id -> Holidays.NONE);
        ObjectionContexts contexts = Cases.contexts(POLICY);
        ObjectionParties parties = Cases.parties(contact(1, "Ann", "ann@example.com"));
        ObjectionEmails letters = new ObjectionEmails(contexts, parties, null, null, null) {
            @Override
            void writeFollowed(Objection objection, EmailKey key, int times, EmailFacts says, List<Contact> to) {
                stated.add(says.until());
                dates.addAll(says.dates());
            }
        };
        return new ObjectionTimes(
                keeping(),
                written,
                contexts,
                parties,
                letters,
                settling,
                new ElapsedDates(contexts, written, settling),
                null,
                null);
    }

    private Objections keeping() {
        return (Objections) Proxy.newProxyInstance(
                Objections.class.getClassLoader(), new Class<?>[] {Objections.class}, (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("save");
                    kept.add((Objection) args[0]);
                    return null;
                });
    }
}
