package fairnotice.objection;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.register.NoticePolicy.Remedy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever withdraws an objection is told that it loses. */
class WithdrawalTest {

    @ParameterizedTest
    @CsvSource({
        "ASSESSMENT,          FILED,                 NOTHING",
        "CONTESTED,           FILED,                 NOTHING",
        "REFUSED,             FILED,                 NOTHING",
        "AWAITING_OFFER,                ADMITTED,              NOTHING",
        "OFFERED,             OFFER_AND_TERMINATION, OFFER",
    })
    void it_is_the_offer_and_the_termination_that_are_there_and_no_termination_that_is_not_promised(
            ObjectionState state, Withdrawal promised, Withdrawal without) {
        assertThat(Withdrawal.of(state, Remedy.TERMINATE_ORDER_WITH_REFUND)).isEqualTo(promised);
        assertThat(Withdrawal.of(state, Remedy.TERMINATE_ORDER_WITHOUT_REFUND)).isEqualTo(promised);
        assertThat(Withdrawal.of(state, Remedy.NONE)).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource({"TERMINATE_ORDER_WITH_REFUND", "TERMINATE_ORDER_WITHOUT_REFUND"})
    void whoever_may_terminate_loses_that(Remedy remedy) {
        assertThat(Withdrawal.of(ObjectionState.TERMINATION_OFFERED, remedy)).isEqualTo(Withdrawal.TERMINATION);
    }
}
