package fairnotice.objection;

import static fairnotice.calendar.Almanac.TORONTO;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.register.Settlement.Cure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an offer means in days. The notice of this customer lets the vendor be used from 1 February 2027 on, or as a test says. */
class OfferTermsTest {

    private static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-03-31, 2027-02-01, 2027-04-01", // the exemption ends after the notice
        "2027-01-20, 2027-02-01, 2027-02-01", // and before it
        "2028-02-29, 2027-02-01, 2028-03-01",
        "2027-03-31,           , 2027-04-01", // the notice has not started
    })
    void after_an_exemption_the_vendor_is_used_when_the_notice_has_ended_too(
            LocalDate until, LocalDate earliestUse, LocalDate from) {
        OfferTerms terms = OfferTerms.of(
                Cases.exemption(until.toString()), TORONTO, Optional.ofNullable(earliestUse), Optional.empty(), NOW);

        assertThat(terms.exemptUntil()).isEqualTo(until);
        assertThat(terms.useFrom()).isEqualTo(from);
        assertThat(terms.word()).isEqualTo("EXEMPTION");
    }

    @Test
    void an_exemption_is_over_when_its_last_day_has_ended_in_its_zone() {
        Offer offer = Cases.exemption("2027-03-31");

        assertThat(OfferTerms.of(
                                offer,
                                TORONTO,
                                Optional.empty(),
                                Optional.empty(),
                                Instant.parse("2027-04-01T03:59:59Z"))
                        .over())
                .isFalse();
        assertThat(OfferTerms.of(
                                offer,
                                TORONTO,
                                Optional.empty(),
                                Optional.empty(),
                                Instant.parse("2027-04-01T04:00:00Z"))
                        .over())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:00:00Z, 2027-03-31T12:00:00Z,           ", // it runs
        "2026-12-01T09:00:00Z, 2027-04-01T03:59:59Z,           ", // the last second of its last day
        "2026-12-01T09:00:00Z, 2027-04-01T04:00:00Z, 2027-04-01", // over
        "2026-12-01T09:00:00Z, 2027-06-01T12:00:00Z, 2027-04-01", // the day stands still
        "2027-05-02T03:30:00Z, 2027-06-01T12:00:00Z, 2027-05-01", // the change went live later, on the evening before
        // in Toronto
        "                    , 2027-06-01T12:00:00Z,           ", // it is not live
    })
    void after_an_exemption_the_change_is_in_effect_for_its_customer_since_a_day_that_does_not_move(
            Instant published, Instant now, LocalDate since) {
        OfferTerms terms = OfferTerms.of(
                Cases.exemption("2027-03-31"),
                TORONTO,
                Optional.of(LocalDate.parse("2027-02-01")),
                Optional.ofNullable(published),
                now);

        assertThat(terms.usedSince()).isEqualTo(since);
    }

    @Test
    void an_exemption_without_a_last_day_is_never_over_and_the_vendor_never_used() {
        OfferTerms terms = OfferTerms.of(
                Cases.exemption(null), TORONTO, Optional.of(LocalDate.parse("2027-02-01")), Optional.empty(), NOW);

        assertThat(terms.useFrom()).isNull();
        assertThat(terms.begins()).isEqualTo(OfferTerms.Begins.NEVER);
        assertThat(terms.over()).isFalse();
        assertThat(terms.word()).isEqualTo("EXEMPTION_WITHOUT_END");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-01,                     , 2027-02-01, ON_A_DAY",
        "2027-02-01, 2027-01-05T12:00:00Z, 2027-02-01, ON_A_DAY",
        "2027-01-11,                     , 2027-01-11, ON_A_DAY",
        "2027-01-10,                     ,           , WITH_THE_CHANGE", // no day is ahead, and none moves with today
        "2027-01-02,                     ,           , WITH_THE_CHANGE",
        "2027-01-02, 2027-01-05T12:00:00Z,           , AT_ONCE",
        "          , 2027-01-05T12:00:00Z,           , AT_ONCE", // it went first
        "          ,                     ,           , AFTER_NOTICE",
    })
    void any_other_offer_names_a_day_only_while_that_is_ahead(
            LocalDate earliestUse, Instant published, LocalDate from, OfferTerms.Begins begins) {
        OfferTerms terms = OfferTerms.of(
                new Offer(1, Cure.SAFEGUARD, "Encrypted", null, NOW, "legal"),
                TORONTO,
                Optional.ofNullable(earliestUse),
                Optional.ofNullable(published),
                NOW);

        assertThat(terms.useFrom()).isEqualTo(from);
        assertThat(terms.begins()).isEqualTo(begins);
    }

    @Test
    void any_other_offer_leaves_the_day_of_the_notice() {
        Offer offer = new Offer(1, Cure.SAFEGUARD, "Encrypted", null, NOW, "legal");

        OfferTerms terms =
                OfferTerms.of(offer, TORONTO, Optional.of(LocalDate.parse("2027-02-01")), Optional.empty(), NOW);

        assertThat(terms.useFrom()).isEqualTo("2027-02-01");
        assertThat(terms.exemptUntil()).isNull();
    }
}
