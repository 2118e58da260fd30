package fairnotice.objection;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.mail.MessageState;
import fairnotice.mail.Outcome;
import fairnotice.refusal.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From when a customer's time in its case runs. */
class ReachRulesTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-06-02T10:00:00Z");
    private static final EmailKey OFFER = new EmailKey("OBJ-2026-0007", ObjectionEmail.OFFER, 2);

    @Test
    void it_runs_from_the_first_message_that_was_accepted_for_any_contact() {
        WrittenEmail letter = letter(
                outcome(1, MessageState.REFUSED, MONDAY),
                outcome(2, MessageState.HANDED_OVER, TUESDAY),
                outcome(3, MessageState.HANDED_OVER, TUESDAY.minusSeconds(60)));

        assertThat(ReachRules.start(letter)).contains(TUESDAY.minusSeconds(60));
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageState.class,
            names = {"HANDED_OVER", "DELIVERED"},
            mode = EnumSource.Mode.EXCLUDE)
    void it_has_not_started_while_nobody_was_reached(MessageState state) {
        assertThat(ReachRules.start(letter(outcome(1, state, MONDAY)))).isEmpty();
    }

    @Test
    void service_with_proof_starts_it_whatever_became_of_the_messages() {
        WrittenEmail served = letter(outcome(1, MessageState.REFUSED, MONDAY)).served(TUESDAY);

        assertThat(ReachRules.start(served)).contains(TUESDAY);
        assertThat(ReachRules.isLost(served)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, REFUSED, true",
        "REFUSED, BOUNCED, true",
        "REFUSED, CANCELLED, true",
        "REFUSED, DEFERRED, false",
        "BOUNCED, PENDING, false",
        "BOUNCED, HANDED_OVER, false",
        "REFUSED, DELIVERED, false",
    })
    void it_is_lost_when_nobody_has_it_and_nobody_may_still_get_it(MessageState one, MessageState other, boolean lost) {
        assertThat(ReachRules.isLost(letter(outcome(1, one, MONDAY), outcome(2, other, MONDAY))))
                .isEqualTo(lost);
    }

    @Test
    void a_letter_to_a_customer_without_contacts_is_lost() {
        assertThat(ReachRules.isLost(letter())).isTrue();
    }

    @Test
    void a_delivery_report_moves_nothing() {
        assertThat(ContactReached.of(heard(MessageState.HANDED_OVER, MONDAY, MONDAY)))
                .isEqualTo(outcome(7, MessageState.HANDED_OVER, MONDAY));
        assertThat(ContactReached.of(heard(MessageState.DELIVERED, TUESDAY, MONDAY)))
                .isEqualTo(outcome(7, MessageState.DELIVERED, MONDAY));
        assertThat(ContactReached.of(heard(MessageState.DELIVERED, TUESDAY, null)))
                .isEqualTo(outcome(7, MessageState.DELIVERED, TUESDAY));
    }

    @Test
    void a_bounce_voids_what_was_accepted_before() {
        ContactReached bounced = ContactReached.of(heard(MessageState.BOUNCED, TUESDAY, MONDAY));

        assertThat(ReachRules.start(letter(bounced))).isEmpty();
        assertThat(ReachRules.isLost(letter(bounced))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, objection/offer/OBJ-2026-0007/2",
        "1, objection/offer/OBJ-2026-0007/2/again-1",
        "12, objection/offer/OBJ-2026-0007/2/again-12",
    })
    void a_letter_is_known_by_its_mailings_however_often_it_is_written(int times, String mailing) {
        assertThat(OFFER.mailing(times)).isEqualTo(mailing);
        assertThat(EmailKey.of(mailing)).contains(OFFER);
    }

    @ParameterizedTest
    @CsvSource({
        "objection/offer-reminder/OBJ-2026-0007/2",
        "objection/lapsed/OBJ-2026-0007/0",
        "objection/offer/OBJ-2026-0007",
        "objection/offer/OBJ-2026-0007/2/later",
        "OPSTICKET-2026-0001/1/announcement-0",
        "objection/code/OBJ-2026-0007/5b2ff5e7-0d3e-4f86-a9c5-04ef05d9a2b5",
    })
    void other_mailings_start_nothing(String mailing) {
        assertThat(EmailKey.of(mailing)).isEmpty();
    }

    private static WrittenEmail letter(ContactReached... contacts) {
        return new WrittenEmail(OFFER, MONDAY, MONDAY, 0, null, null, List.of(contacts));
    }

    private static Outcome heard(MessageState state, Instant at, Instant handedOverAt) {
        return new Outcome(
                "objection/offer/OBJ-2026-0007/2", 3, 7, "ann@example.com", state, at, handedOverAt, null, Language.EN);
    }

    private static ContactReached outcome(long contact, MessageState state, Instant at) {
        return new ContactReached(contact, state, at);
    }
}
