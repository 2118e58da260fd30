package fairnotice.termination;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.refusal.Language;
import fairnotice.refusal.Refused;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Working out what a customer would get back, without changing anything. */
@Service
class CalculatingRefund {

    private final Customers customers;
    private final Registers registers;
    private final HolidayCalendars calendars;
    private final Terminations terminations;

    CalculatingRefund(Customers customers, Registers registers, HolidayCalendars calendars, Terminations terminations) {
        this.terminations = terminations;
        this.customers = customers;
        this.registers = registers;
        this.calendars = calendars;
    }

    /**
     * In English, since it is kept, and finance reads it too.
     *
     * @param policyVersion of the register, as it was frozen for the customer
     * @throws Refused naming every election that is wrong, or when the policy offers no termination
     */
    @Transactional(readOnly = true)
    public Worksheet preview(
            long customer, String register, int policyVersion, List<Election> elections, Instant electedAt) {
        NoticePolicy policy = policy(register, policyVersion);
        Customer of = customer(customer, register);
        LocalDate electedOn = LocalDate.ofInstant(electedAt, policy.zone());
        ElectionRules.check(of, policy, electedOn, holidays(policy), elections);
        List<Termination> earlier = terminations.ofInvoices(register, invoices(of, elections)).stream()
                .filter(each -> each.customer() == customer)
                .toList();
        return Language.EN.speak(() -> RefundRules.worksheet(of, policy, elections, earlier, electedAt, electedOn));
    }

    /**
     * The same choice by the same promise, on what is confirmed of the customer now. Units that were used since the choice were still to be used then.
     * In English, since it is kept.
     *
     * @return what the refund would be
     */
    Worksheet again(Termination termination) {
        NoticePolicy policy = policy(termination.register(), termination.policyVersion());
        Worksheet elected = termination.worksheet();
        Customer of = elected.asUsed(customer(termination.customer(), termination.register()));
        List<Termination> others =
                terminations.ofInvoices(termination.register(), invoices(of, elected.elections())).stream()
                        .filter(each -> each.customer() == termination.customer()
                                && !each.reference().equals(termination.reference()))
                        .toList();
        return Language.EN.speak(() -> RefundRules.worksheet(
                of, policy, elected.elections(), others, termination.electedAt(), elected.electedOn()));
    }

    private static Set<String> invoices(Customer customer, List<Election> elections) {
        return customer.orders().stream()
                .filter(order ->
                        elections.stream().anyMatch(election -> election.order().equals(order.externalId())))
                .flatMap(order -> order.lines().isEmpty()
                        ? Stream.of(EarlierRefunds.ofProduct(customer.id(), order.product()))
                        : order.lines().stream()
                                .flatMap(line -> line.payments().stream())
                                .map(payment -> EarlierRefunds.key(payment.invoice())))
                .collect(Collectors.toSet());
    }

    /** When each order of a customer that it has not ended yet could end, in the customer's order. */
    @Transactional(readOnly = true)
    public List<EndWindow> windows(long customer, String register, int policyVersion, Instant electedAt) {
        NoticePolicy policy = policy(register, policyVersion);
        LocalDate electedOn = LocalDate.ofInstant(electedAt, policy.zone());
        return customer(customer, register).orders().stream()
                .filter(order -> order.wholeEnd().isEmpty())
                .map(order -> EndWindow.of(order, policy, electedOn, holidays(policy)))
                .toList();
    }

    private NoticePolicy policy(String register, int version) {
        NoticePolicy policy = registers.policy(register, version);
        ElectionRules.policyMustOfferTermination(policy);
        return policy;
    }

    private Holidays holidays(NoticePolicy policy) {
        return calendars.getById(policy.holidayCalendar());
    }

    /** As the case that leads to the termination sees it: nobody alone changes what was paid while it is open. */
    private Customer customer(long id, String register) {
        return customers
                .inCases(id)
                .filter(found -> found.register().equals(register))
                .orElseThrow(() -> Refused.unknown("refused.unknown.customer-of-register"));
    }
}
