package fairnotice.termination;

import fairnotice.access.OneTimeCodes;
import fairnotice.calendar.Deadline;
import fairnotice.customer.Order;
import fairnotice.objection.ConfirmingByCode;
import fairnotice.objection.Electing;
import fairnotice.objection.Objection;
import fairnotice.objection.RequestingCode;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer chooses to leave: it sees what it gets back, a contact with authority is mailed a code for exactly that choice, and with the
 * code the choice binds.
 */
@Service
public class ChoosingToLeave {

    private static final String PURPOSE = "TERMINATE";

    private final Electing electing;
    private final RequestingCode asking;
    private final OneTimeCodes codes;
    private final ConfirmingByCode confirming;
    private final CalculatingRefund calculating;
    private final ElectingTermination terminating;
    private final Registers registers;
    private final RefundDates dates;
    private final Clock clock;

    ChoosingToLeave(
            Electing electing,
            RequestingCode asking,
            OneTimeCodes codes,
            ConfirmingByCode confirming,
            CalculatingRefund calculating,
            ElectingTermination terminating,
            Registers registers,
            RefundDates dates,
            Clock clock) {
        this.electing = electing;
        this.asking = asking;
        this.codes = codes;
        this.confirming = confirming;
        this.calculating = calculating;
        this.terminating = terminating;
        this.registers = registers;
        this.dates = dates;
        this.clock = clock;
    }

    /** When each order that was not ended yet could end. @throws fairnotice.refusal.Refused when nothing may be chosen now, saying where the case stands */
    @Transactional(readOnly = true)
    public List<EndWindow> windows(String objection) {
        Objection open = electing.open(objection);
        return calculating.windows(open.customer(), open.register(), open.policyVersion(), clock.instant());
    }

    /** What the customer would get back, worked out and not yet chosen. */
    @Transactional(readOnly = true)
    public Worksheet preview(String objection, List<Election> elections) {
        Objection open = electing.open(objection);
        return calculating.preview(open.customer(), open.register(), open.policyVersion(), elections, clock.instant());
    }

    /** What would be refunded and by when, or why nothing would: the sentences of the page and of the mail with the code. */
    @Transactional(readOnly = true)
    public String refund(Worksheet worksheet) {
        return refund(worksheet, registers.getById(worksheet.register()).name(), dates.ifElected(worksheet));
    }

    /** What whoever chooses this is told of its personal data after the end. @param orders all of the customer's */
    @Transactional(readOnly = true)
    public DataAfterEnd data(Worksheet worksheet, Collection<Order> orders) {
        Register register = registers.getById(worksheet.register());
        return DataAfterEnd.of(
                register.name(),
                registers
                        .policy(worksheet.register(), worksheet.policyVersion())
                        .settlement()
                        .termination()
                        .dataAfterEnd(),
                register.replyTo(),
                worksheet.elections(),
                orders,
                worksheet.zone(),
                clock.instant());
    }

    /** Mails a code for exactly this choice. @param contact id of the contact it goes to; @param by an actor's id */
    @Transactional
    public void askForCode(String objection, List<Election> elections, long contact, String by) {
        Worksheet worksheet = preview(objection, elections);
        asking.ask(
                objection, PURPOSE, act(objection, worksheet), () -> inFull(worksheet, refund(worksheet)), contact, by);
    }

    /** Until when a contact can use the code it was mailed for this choice; empty when it has none. */
    @Transactional(readOnly = true)
    public Optional<Instant> codeValidUntil(String objection, Worksheet worksheet, long contact) {
        return codes.validUntil(act(objection, worksheet), contact);
    }

    /**
     * Binds. The code must have been mailed for this very choice.
     *
     * @param by an actor's id
     */
    @Transactional
    public Termination choose(String objection, List<Election> elections, String code, String by) {
        Instant now = clock.instant();
        Objection open = electing.hold(objection);
        Worksheet worksheet =
                calculating.preview(open.customer(), open.register(), open.policyVersion(), elections, now);
        long holder = confirming.confirm(open, act(objection, worksheet), code, by);
        Termination termination = terminating.elect(
                objection,
                open.change(),
                open.register(),
                open.policyVersion(),
                open.customer(),
                holder,
                elections,
                now);
        electing.elect(objection, leaves(open, elections), Language.EN.speak(() -> ends(worksheet)), holder, now, by);
        return termination;
    }

    /** When the last of the chosen orders has ended. */
    private Instant leaves(Objection open, List<Election> elections) {
        ZoneId zone = registers.policy(open.register(), open.policyVersion()).zone();
        return Deadline.on(Election.lastDay(elections), zone).endsAt();
    }

    /** Names exactly what is confirmed: the choice and what is refunded for it. Another choice, or another sum, is another act, another language is not. */
    private static String act(String objection, Worksheet worksheet) {
        String chosen = Language.EN.speak(() -> ends(worksheet) + " = " + amounts(worksheet));
        return "terminate " + objection + " " + digest(chosen);
    }

    /** What whoever gets the code binds its organisation to, as the page shows it. */
    static String inFull(Worksheet worksheet, String refund) {
        return Stream.of(
                        RefundMessages.of("code"),
                        ends(worksheet),
                        steps(
                                "code.steps",
                                worksheet,
                                worksheet.lines().stream().map(line -> RefundStatement.step(worksheet, line))),
                        steps(
                                "code.outstanding",
                                worksheet,
                                worksheet.outstanding().stream()
                                        .map(fee -> RefundStatement.outstanding(worksheet, fee))),
                        refund)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** As the worksheet has them: what was paid, with what was deducted before, and what of it is left. */
    private static String steps(String heading, Worksheet worksheet, Stream<RefundStatement.Step> steps) {
        String written = steps.map(step -> RefundMessages.of("code.step", step.what(), step.invoice(), step.period())
                        + "\n  " + step.inputs() + "\n  " + step.formula())
                .collect(Collectors.joining("\n"));
        return written.isEmpty() ? "" : RefundMessages.of(heading, worksheet.zone()) + "\n\n" + written;
    }

    private static String ends(Worksheet worksheet) {
        return worksheet.ends().stream().map(end -> "- " + end).collect(Collectors.joining("\n"));
    }

    static String refund(Worksheet worksheet, String publisher, RefundDates.Due due) {
        String day = RefundMessages.day(worksheet.electedOn());
        if (!worksheet.isRefundDue()) {
            return RefundMessages.of("code.none", worksheet.remarkInWords(), day, worksheet.zone());
        }
        return RefundMessages.of(
                "code.refund",
                amounts(worksheet),
                day,
                worksheet.zone(),
                publisher,
                lastDay(due.approvalDue(), worksheet),
                lastDay(due.paymentDue(), worksheet));
    }

    private static String lastDay(Instant endsAt, Worksheet worksheet) {
        return RefundMessages.day(
                Deadline.endingAt(endsAt, ZoneId.of(worksheet.zone())).lastDay());
    }

    private static String amounts(Worksheet worksheet) {
        return Phrase.all(worksheet.totals().stream()
                        .map(total -> RefundMessages.money(total.gross(), total.currency()))
                        .toList())
                .said();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "%064x".formatted(new BigInteger(1, hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
