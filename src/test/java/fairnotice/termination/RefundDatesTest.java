package fairnotice.termination;

import static fairnotice.termination.Leaving.customer;
import static fairnotice.termination.Leaving.line;
import static fairnotice.termination.Leaving.order;
import static fairnotice.termination.Leaving.policy;
import static fairnotice.termination.Leaving.terms;
import static fairnotice.termination.Leaving.time;
import static fairnotice.termination.Leaving.worksheet;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.customer.Pricing;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** By when finance approves and pays: ten days each, in Berlin, where the clocks went forward on 29 March 2026. */
class RefundDatesTest {

    private static final LocalDate BEGINS = LocalDate.parse("2026-01-01");
    private static final LocalDate ENDS = LocalDate.parse("2026-12-31");
    private static final Termination ELECTED = Termination.elect(
            "TRM-2026-0001",
            "OBJ-2026-0001",
            "OPSTICKET-2026-0001",
            70,
            Instant.parse("2026-03-20T22:59:59Z"),
            worksheet(
                    terms(true, false),
                    customer(order(
                            "O-1",
                            "EUR",
                            BEGINS,
                            ENDS,
                            line("L-1", Pricing.TIME, time("INV-1", BEGINS, ENDS, "365.00")))),
                    Election.ofWhole("O-1", LocalDate.parse("2026-06-30"))));

    /** The last second of 20 March in Berlin: approved by 30 March, paid by 9 April, ten days after it and not eleven. */
    @Test
    void the_time_to_pay_is_counted_on_from_the_last_day_to_approve() {
        RefundDates.Due due = RefundDates.due(ELECTED, policy(terms(true, false)), Holidays.NONE);

        assertThat(due.approvalDue()).isEqualTo("2026-03-30T22:00:00Z");
        assertThat(due.paymentDue()).isEqualTo("2026-04-09T22:00:00Z");
    }

    @Test
    void after_the_approval_the_time_to_pay_is_counted_from_it() {
        Termination approved =
                ELECTED.approved(Approval.asCalculated("finance", Instant.parse("2026-03-22T12:00:00Z")));

        RefundDates.Due due = RefundDates.due(approved, policy(terms(true, false)), Holidays.NONE);

        assertThat(due.paymentDue()).isEqualTo("2026-04-01T22:00:00Z");
    }
}
