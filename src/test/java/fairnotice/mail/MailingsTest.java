package fairnotice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.access.Scope;
import fairnotice.mail.smtp.Attempt;
import fairnotice.mail.smtp.ClaimedBatch;
import fairnotice.mail.smtp.Queued;
import fairnotice.refusal.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailingsTest {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private MailHouse house;

    @BeforeEach
    void open() {
        house = new MailHouse();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void opening_the_same_key_again_finds_the_first() {
        long first = house.mailings.open(MailHouse.letter("a", Kind.CONTRACTUAL));

        long again = house.mailings.open(MailHouse.letter("a", Kind.CONTRACTUAL));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_page_appended_twice_writes_to_nobody_twice_whatever_the_case_of_the_address() {
        long mailing = house.mailings.open(MailHouse.letter("a", Kind.CONTRACTUAL));
        house.mailings.append(mailing, List.of(MailHouse.to("Ann@Example.com", 1), MailHouse.to("ann@example.com", 1)));

        house.mailings.append(mailing, List.of(MailHouse.to("ANN@example.com", 1)));
        house.mailings.seal(mailing);

        assertThat(counts(mailing).total()).isEqualTo(1);
        assertThat(batches()).isEqualTo(1);
    }

    @Test
    void two_parties_at_one_address_are_both_written_to() {
        long mailing = house.announced(
                MailHouse.letter("a", Kind.CONTRACTUAL),
                List.of(MailHouse.to("dpo@example.com", 1), MailHouse.to("dpo@example.com", 2)));

        assertThat(counts(mailing).total()).isEqualTo(2);
    }

    @Test
    void a_mailing_knows_whom_it_writes_to() {
        long mailing = house.announced("a", 2);

        assertThat(house.mailings.addressed(mailing, List.of("PERSON1@example.com", "other@example.com")))
                .containsExactly("person1@example.com");
        assertThat(house.mailings.addressed(mailing, List.of())).isEmpty();
    }

    /** Whoever looks through the mailings sees whose it is; one to many has no customer to name. */
    @Test
    void the_subject_of_a_mailing_names_the_only_customer_written_to() {
        Outgoing ann = about("ann@one.example.com", 1, "One {{token}}Ltd");
        long one = house.announced(about("case"), List.of(ann, about("bob@one.example.com", 1, "One {{token}}Ltd")));
        long two = house.announced(about("round"), List.of(ann, about("cy@two.example.com", 2, "Two")));
        long none =
                house.announced(about("news"), List.of(new Outgoing(3, 3, "dee@example.com", "Dee", Map.of(), null)));

        assertThat(subjectOf(one)).isEqualTo("Demo: objection (OBJ-1) – One {{token}}Ltd");
        assertThat(subjectOf(two)).isEqualTo("Demo: objection (OBJ-1)");
        assertThat(subjectOf(none)).isEqualTo("Demo: objection (OBJ-1)");
    }

    private static NewMailing about(String key) {
        return MailHouse.letter(
                key, Kind.CONTRACTUAL, new Email("Demo: objection (OBJ-1) – {{customer}}", "Hello", "<p>Hello</p>"));
    }

    private static Outgoing about(String address, long party, String customer) {
        return new Outgoing(party, party, address, "Ann", Map.of("customer", customer), null);
    }

    private String subjectOf(long mailing) {
        return house.mailings.find(mailing).orElseThrow().subject();
    }

    @Test
    void a_message_is_in_its_readers_language_where_the_mailing_has_a_letter_in_it() {
        Outgoing german = about("joerg@one.example.com", 1, "One").in(Language.DE);
        List<Outgoing> both = List.of(about("ann@one.example.com", 1, "One"), german);
        NewMailing spoken = NewMailing.spoken(
                both,
                () -> MailHouse.letter(
                        "spoken",
                        Kind.CONTRACTUAL,
                        new Email("In " + Language.spoken(), "Hello", null)
                                .enclosing(
                                        new Attachment(Language.spoken() + ".ics", "text/calendar", new byte[] {1}))));
        long mailing = house.announced(spoken, both);
        long old = house.announced(about("old"), List.of(german));

        assertThat(house.mailings.messages(mailing, 0, 10))
                .extracting(Outcome::language)
                .containsExactly(Language.EN, Language.DE);
        assertThat(house.mailings.messages(old, 0, 10))
                .extracting(Outcome::language)
                .containsExactly(Language.EN);
        assertThat(house.outbox.masthead(mailing, Language.EN).letter().subject())
                .isEqualTo("In EN");
        Email letter = house.outbox.masthead(mailing, Language.DE).letter();
        assertThat(letter.subject()).isEqualTo("In DE");
        assertThat(letter.html()).isNull();
        assertThat(letter.enclosures()).extracting(Attachment::name).containsExactly("DE.ics");
        assertThat(house.outbox.masthead(old, Language.DE).letter().subject())
                .isEqualTo("Demo: objection (OBJ-1) – {{customer}}");
    }

    @Test
    void an_empty_mailing_settles_at_once() {
        long mailing = house.announced("a", 0);

        assertThat(house.mailings.settled(10)).extracting(Mailing::id).containsExactly(mailing);
        house.mailings.signalled(mailing);
        assertThat(house.mailings.settled(10)).isEmpty();
    }

    @Test
    void a_mailing_settles_only_after_all_were_tried_and_reported() {
        long mailing = house.announced("a", 7);

        sendBatch();
        house.hear();
        assertThat(house.mailings.settled(10)).isEmpty();
        sendBatch();
        assertThat(house.mailings.settled(10)).isEmpty();
        house.hear();

        assertThat(house.mailings.settled(10)).extracting(Mailing::id).containsExactly(mailing);
    }

    @Test
    void a_mailing_that_still_grows_does_not_settle() {
        long mailing = house.mailings.open(MailHouse.letter("a", Kind.CONTRACTUAL));
        house.mailings.append(mailing, MailHouse.recipients(2));
        sendBatch();
        house.hear();
        assertThat(house.mailings.settled(10)).isEmpty();

        house.mailings.seal(mailing);

        assertThat(house.mailings.settled(10)).hasSize(1);
    }

    @Test
    void replacements_for_refused_recipients_hold_the_settling_back() {
        long mailing = house.announced("a", 1);
        sendBatch();

        FinishedBatch finished = house.mailings.finishedBatches(10).get(0);
        house.inTransaction(() -> {
            house.mailings.append(mailing, List.of(MailHouse.to("second@example.com", 1)));
            house.mailings.reported(finished.id());
            return null;
        });
        assertThat(house.mailings.settled(10)).isEmpty();
        sendBatch();
        house.hear();

        assertThat(house.mailings.settled(10)).hasSize(1);
    }

    @Test
    void what_was_not_handed_over_can_be_cancelled_and_the_mailing_settles() {
        long mailing = house.announced("OPS-1/1/announcement", 7);
        long other = house.announced("OPS-2/1/announcement", 1);
        sendBatch();

        house.mailings.cancelUnsent("OPS-1/");
        sendBatch();
        house.hear();

        MessageCounts counts = counts(mailing);
        assertThat(counts.cancelled() + counts.handedOver()).isEqualTo(7);
        assertThat(counts.cancelled()).isPositive();
        assertThat(counts.pending()).isZero();
        assertThat(counts(other).cancelled()).isZero();
    }

    @Test
    void nothing_is_added_to_a_cancelled_mailing() {
        long mailing = house.mailings.open(MailHouse.letter("a", Kind.CONTRACTUAL));
        house.mailings.cancelUnsent("a");

        house.mailings.append(mailing, MailHouse.recipients(3));
        house.mailings.seal(mailing);

        assertThat(counts(mailing).total()).isZero();
        assertThat(house.mailings.settled(10)).hasSize(1);
    }

    @Test
    void a_cancelled_deferred_message_is_not_tried_again_and_its_owner_hears() {
        long mailing = house.announced("a", 1);
        send(MessageState.DEFERRED);
        house.hear();

        house.mailings.cancelUnsent("a");

        assertThat(house.takeLate()).extracting(Outcome::state).containsExactly(MessageState.CANCELLED);
        assertThat(house.outbox.claimDeferred(LEASE)).isEmpty();
        assertThat(counts(mailing).cancelled()).isEqualTo(1);
    }

    @Test
    void a_late_outcome_waits_until_its_batch_was_reported() {
        house.announced("a", 1);
        Queued message = send(MessageState.DEFERRED);
        house.outbox.record(List.of(attempt(message, MessageState.HANDED_OVER, true)));

        assertThat(house.takeLate()).isEmpty();
        house.hear();

        assertThat(house.takeLate()).extracting(Outcome::state).containsExactly(MessageState.HANDED_OVER);
        assertThat(house.takeLate()).isEmpty();
    }

    @Test
    void a_late_outcome_taken_in_a_transaction_that_fails_is_there_again() {
        house.announced("a", 1);
        Queued message = send(MessageState.DEFERRED);
        house.hear();
        house.outbox.record(List.of(attempt(message, MessageState.HANDED_OVER, true)));

        org.assertj.core.api.Assertions.catchThrowable(() -> house.inTransaction(() -> {
            house.takeLate();
            throw new IllegalStateException("the owner fails");
        }));

        assertThat(house.takeLate()).hasSize(1);
    }

    @Test
    void it_is_quiet_when_nothing_is_to_be_sent_or_reported() {
        assertThat(house.mailings.isQuiet()).isTrue();
        house.announced("a", 1);
        assertThat(house.mailings.isQuiet()).isFalse();
        send(MessageState.DEFERRED);
        assertThat(house.mailings.isQuiet()).isFalse();

        house.hear();

        assertThat(house.mailings.isQuiet()).isTrue();
    }

    @Test
    void mailings_are_found_by_key_reference_and_age() {
        long first = house.announced("a", 2);
        long second = house.announced("b", 1);

        assertThat(house.mailings.byKey("a").map(Mailing::id)).isEqualTo(Optional.of(first));
        assertThat(house.mailings.about("OPSTICKET-2027-0001"))
                .extracting(Mailing::id)
                .containsExactly(first, second);
        assertThat(house.mailings.recent(Scope.ALL, 10)).extracting(Mailing::id).containsExactly(second, first);
        assertThat(house.mailings.counts("a").total()).isEqualTo(2);
        assertThat(house.mailings.messages(first, 1, 5))
                .extracting(Outcome::party)
                .containsExactly(2L);
    }

    @Test
    void a_letter_is_settled_when_it_was_tried_and_nobody_is_told() {
        long letter = house.mailings.send(MailHouse.letter("letter", Kind.CONTRACTUAL), MailHouse.recipients(2));
        long again = house.mailings.send(MailHouse.letter("letter", Kind.CONTRACTUAL), MailHouse.recipients(3));

        send(MessageState.HANDED_OVER);

        assertThat(again).isEqualTo(letter);
        Mailing settled = house.mailings.find(letter).orElseThrow();
        assertThat(settled.counts().handedOver()).isEqualTo(2);
        assertThat(settled.counts().total()).isEqualTo(2);
        assertThat(settled.settledAt()).isNotNull();
        assertThat(house.mailings.finishedBatches(10)).isEmpty();
        assertThat(house.mailings.settled(10)).isEmpty();
        assertThat(house.mailings.isQuiet()).isTrue();
    }

    @Test
    void writing_outcomes_down_never_walks_the_whole_table() {
        house.close();
        house = new MailHouse(500);
        house.announced("a", 1_000);
        List<Queued> messages = house.outbox.pending(house.outbox.claim(LEASE), null, 64);

        long walks = house.inTransaction(() -> {
            long before = walks();
            for (int from = 0; from < 64; from += 8) {
                house.outbox.record(messages.subList(from, from + 8).stream()
                        .map(message -> attempt(message, MessageState.DEFERRED, true))
                        .toList());
            }
            return walks() - before;
        });

        assertThat(walks).isZero();
    }

    private long walks() {
        return house.jdbc
                .sql("select seq_scan from pg_stat_xact_user_tables where relname = 'mail_message'")
                .query(Long.class)
                .single();
    }

    private Queued send(MessageState state) {
        List<ClaimedBatch> claimed = house.outbox.claim(LEASE);
        List<ClaimedBatch> first = claimed.subList(0, 1);
        house.outbox.release(claimed.subList(1, claimed.size()));
        Queued last = null;
        for (Queued message : house.outbox.pending(first, null, 100)) {
            house.outbox.record(List.of(attempt(message, state, false)));
            last = message;
        }
        house.outbox.done(first);
        return last;
    }

    private void sendBatch() {
        send(MessageState.HANDED_OVER);
    }

    private static Attempt attempt(Queued message, MessageState state, boolean late) {
        Duration wait = state == MessageState.DEFERRED ? Duration.ZERO : null;
        return new Attempt(message.batch(), message.ordinal(), state, "a reply", MailHouse.LEGAL_NOW, late, wait);
    }

    private long batches() {
        return house.jdbc
                .sql("select count(*) from mail_batch")
                .query(Long.class)
                .single();
    }

    private MessageCounts counts(long mailing) {
        return house.mailings.find(mailing).orElseThrow().counts();
    }
}
