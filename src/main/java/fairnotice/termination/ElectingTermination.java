package fairnotice.termination;

import fairnotice.access.OneTimeCodes;
import fairnotice.calendar.Deadline;
import fairnotice.customer.Order;
import fairnotice.objection.ConfirmingByCode;
import fairnotice.objection.ElectableObjections;
import fairnotice.objection.Objection;
import fairnotice.objection.RequestingCode;
import fairnotice.refusal.Language;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer chooses to leave: it sees what it gets back, a contact with authority is mailed a code for exactly that choice, and with the
 * code the choice binds.
 */
@Service
public class ElectingTermination {

    private static final String PURPOSE = "TERMINATE";

    private final ElectableObjections objections;
    private final RequestingCode asking;
    private final OneTimeCodes codes;
    private final ConfirmingByCode confirming;
    private final CalculatingRefund calculating;
    private final RecordingElection recording;
    private final Registers registers;
    private final RefundDates dates;
    private final Clock clock;

    ElectingTermination(
            ElectableObjections objections,
            RequestingCode asking,
            OneTimeCodes codes,
            ConfirmingByCode confirming,
            CalculatingRefund calculating,
            RecordingElection recording,
            Registers registers,
            RefundDates dates,
            Clock clock) {
        this.objections = objections;
        this.asking = asking;
        this.codes = codes;
        this.confirming = confirming;
        this.calculating = calculating;
        this.recording = recording;
        this.registers = registers;
        this.dates = dates;
        this.clock = clock;
    }

    /** When each order that was not ended yet could end. @throws fairnotice.refusal.Refused when nothing may be chosen now, saying where the case stands */
    @Transactional(readOnly = true)
    public List<EndWindow> windows(String objection) {
        Objection open = objections.open(objection);
        return calculating.windows(open.customer(), open.register(), open.policyVersion(), clock.instant());
    }

    /** What the customer would get back, worked out and not yet chosen. */
    @Transactional(readOnly = true)
    public Worksheet preview(String objection, List<Election> elections) {
        Objection open = objections.open(objection);
        return calculating.preview(open.customer(), open.register(), open.policyVersion(), elections, clock.instant());
    }

    /** What would be refunded and by when, or why nothing would: the sentences of the page and of the mail with the code. */
    @Transactional(readOnly = true)
    public String refund(Worksheet worksheet) {
        return ElectionInWords.refund(
                worksheet, registers.getById(worksheet.register()).name(), dates.ifElected(worksheet));
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
                objection,
                PURPOSE,
                ElectionInWords.act(objection, worksheet),
                () -> ElectionInWords.inFull(worksheet, refund(worksheet)),
                contact,
                by);
    }

    /** Until when a contact can use the code it was mailed for this choice; empty when it has none. @param by an actor's id of who would type it */
    @Transactional(readOnly = true)
    public Optional<Instant> codeValidUntil(String objection, Worksheet worksheet, long contact, String by) {
        return codes.validUntil(ElectionInWords.act(objection, worksheet), contact, by);
    }

    /**
     * Binds. The code must have been mailed for this very choice.
     *
     * @param by an actor's id
     */
    @Transactional
    public Termination elect(String objection, List<Election> elections, String code, String by) {
        Instant now = clock.instant();
        Objection open = objections.lock(objection);
        Termination termination = recording.record(
                objection,
                open.change(),
                open.register(),
                open.policyVersion(),
                open.customer(),
                elections,
                worksheet -> confirming.confirm(open, ElectionInWords.act(objection, worksheet), code, by),
                now);
        String ends = Language.EN.speak(() -> ElectionInWords.ends(termination.worksheet()));
        objections.elect(objection, leaves(open, elections), ends, termination.electedBy(), now, by);
        return termination;
    }

    /** When the last of the chosen orders has ended. */
    private Instant leaves(Objection open, List<Election> elections) {
        ZoneId zone = registers.policy(open.register(), open.policyVersion()).zone();
        return Deadline.on(Election.lastDay(elections), zone).endsAt();
    }
}
