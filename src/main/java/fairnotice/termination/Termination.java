package fairnotice.termination;

import static fairnotice.termination.TerminationState.ALTERED;
import static fairnotice.termination.TerminationState.APPROVED;
import static fairnotice.termination.TerminationState.CALCULATED;
import static fairnotice.termination.TerminationState.CONFIRMED;
import static fairnotice.termination.TerminationState.NOTHING_DUE;
import static fairnotice.termination.TerminationState.PAID;

import fairnotice.calendar.Deadline;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.termination.Worksheet.Total;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The end of orders that a customer elected after an objection, and the refund of what was pre-paid and not used. Every verb is a guarded
 * move: it returns the termination as it is afterwards, or refuses with a sentence that says where it stands instead.
 *
 * @param reference such as {@code TRM-2026-0003}
 * @param objection reference of the objection that could not be settled; it has one termination at most
 * @param change reference of the change objected to
 * @param electedBy the contact that chose it
 * @param worksheet as it was worked out for the customer when it chose, or again on what was put right since
 * @param elected the worksheet as it was when the customer chose, where it was worked out again; null where it was not
 * @param approval null before finance approved
 * @param payouts one for each currency; none before it was paid
 * @param paidBy user name; null before it was paid
 * @param version raised by every move; two writers cannot both win
 */
@RecordBuilder
public record Termination(
        String reference,
        String objection,
        String change,
        String register,
        long customer,
        int policyVersion,
        long electedBy,
        Instant electedAt,
        Worksheet worksheet,
        Worksheet elected,
        TerminationState state,
        Approval approval,
        List<Payout> payouts,
        String paidBy,
        Instant paidAt,
        Instant confirmedAt,
        int version) {

    public Termination {
        payouts = List.copyOf(payouts);
    }

    static Termination elect(
            String reference, String objection, String change, long contact, Instant at, Worksheet worksheet) {
        return new Termination(
                reference,
                objection,
                change,
                worksheet.register(),
                worksheet.customer(),
                worksheet.policyVersion(),
                contact,
                at,
                worksheet,
                null,
                worksheet.isRefundDue() ? CALCULATED : NOTHING_DUE,
                null,
                List.of(),
                null,
                null,
                null,
                0);
    }

    /** Nothing is refunded as it was worked out, and finance confirms or corrects that. */
    Termination forFinance() {
        allowIn("refused.moved.left-to-finance", NOTHING_DUE);
        return in(CALCULATED, null);
    }

    /** Worked out again, before anybody approved it. */
    Termination recalculated(Worksheet again) {
        allowIn("refused.moved.calculated-again", CALCULATED);
        TerminationRules.recalculationGivesMore(worksheet, again);
        return edit().worksheet(again)
                .elected(elected == null ? worksheet : elected)
                .build();
    }

    /** What was to be paid as the customer was told when it chose, where that was worked out again; none where it was not. */
    List<Total> totalsWhenElected() {
        return elected == null ? List.of() : elected.totals();
    }

    /** When the last of what was chosen has ended. */
    public Instant endsAt() {
        return Deadline.on(Election.lastDay(worksheet.elections()), ZoneId.of(worksheet.zone()))
                .endsAt();
    }

    /** What ends, order by order as it was chosen. */
    public List<OrderEnd> ends(Instant now) {
        ZoneId zone = ZoneId.of(worksheet.zone());
        return worksheet.elections().stream()
                .map(election -> OrderEnd.of(election, zone, now))
                .toList();
    }

    /** The refund by invoice: as worked out, or as altered. */
    public List<CreditNote> creditNotes() {
        return approval != null && approval.isAltered()
                ? CreditNotes.altered(worksheet.creditNotes(), approval.altered())
                : worksheet.creditNotes();
    }

    /** What goes back to where each invoice was paid from, by invoice, of those of which anything does. */
    public List<PaidBack> paidBack() {
        return PaidBack.of(creditNotes());
    }

    /** By currency: as worked out, or as altered. */
    public List<Total> totals() {
        return CreditNotes.totals(worksheet.lines(), creditNotes());
    }

    /** Why the refund that was approved differs from what was worked out; null where it does not, and until a second person has approved it. */
    public String alteration() {
        return approval != null && approval.isAltered() && state != ALTERED ? approval.reason() : null;
    }

    /** The end of the key that tells an alteration: of what was worked out, in one currency or several, of what was worked out again, or none, since a second person was needed all the same. */
    public String toldAs() {
        if (isAsCalculated()) {
            return ".same";
        }
        if (elected != null) {
            return ".again";
        }
        return calculated().size() > 1 ? ".several" : "";
    }

    /** Whether what is to be paid is what was worked out last, on whomever's word. */
    boolean isAsCalculated() {
        return due().equals(calculated());
    }

    /** What is to be paid, tax included, by currency; without those in which nothing is due. */
    public Map<String, BigDecimal> due() {
        return due(totals());
    }

    /** What was to be paid as it was worked out, before anybody altered it. */
    Map<String, BigDecimal> calculated() {
        return due(worksheet.totals());
    }

    /** Whether its customer may write against its refund: less was approved than was worked out, or it is settled that none is due. */
    public boolean isDisputable() {
        return isApprovedLower() || worksheet.refundOwed() && isSettledWithoutRefund();
    }

    /** Whether less was approved than was worked out, by everybody who has to. */
    public boolean isApprovedLower() {
        return alteration() != null && isLowered();
    }

    /** Whether a refund was calculated and was lowered to nothing, by everybody who has to. */
    public boolean isLoweredToNothing() {
        return isApprovedLower() && !isRefundDue();
    }

    private boolean isSettledWithoutRefund() {
        return !isRefundDue() && (state == NOTHING_DUE || state == CONFIRMED);
    }

    /** Whether less is approved in some currency than was worked out, or than the customer was told. */
    boolean isLowered() {
        Map<String, BigDecimal> due = due();
        return Stream.concat(calculated().entrySet().stream(), due(totalsWhenElected()).entrySet().stream())
                .anyMatch(
                        each -> due.getOrDefault(each.getKey(), BigDecimal.ZERO).compareTo(each.getValue()) < 0);
    }

    static Map<String, BigDecimal> due(List<Total> totals) {
        Map<String, BigDecimal> due = new TreeMap<>();
        totals.stream()
                .filter(total -> total.gross().signum() > 0)
                .forEach(total -> due.put(total.currency(), total.gross()));
        return due;
    }

    public boolean isRefundDue() {
        return !due().isEmpty();
    }

    Termination approved(Approval as) {
        allowIn("refused.moved.approved", CALCULATED);
        if (as.isAltered()) {
            return in(ALTERED, as);
        }
        return in(isRefundDue() ? APPROVED : NOTHING_DUE, as);
    }

    Termination approvedAgain(String second, Instant at) {
        allowIn("refused.moved.approved-a-second-time", ALTERED);
        Termination agreed = in(APPROVED, approval.agreedBy(second, at));
        return agreed.isRefundDue() ? agreed : agreed.in(NOTHING_DUE, agreed.approval);
    }

    /** What was altered is forgotten; the refund is as it was worked out, and is approved anew. */
    Termination sentBack() {
        allowIn("refused.moved.sent-back", ALTERED);
        return in(CALCULATED, null);
    }

    Termination paid(List<Payout> with, String by, Instant at) {
        allowIn("refused.moved.paid", APPROVED);
        return edit().state(PAID).payouts(with).paidBy(by).paidAt(at).build();
    }

    Termination confirmed(Instant at) {
        allowIn("refused.moved.confirmed", PAID, NOTHING_DUE);
        return edit().state(CONFIRMED).confirmedAt(at).build();
    }

    private Termination in(TerminationState next, Approval with) {
        return edit().state(next).approval(with).build();
    }

    private TerminationBuilder edit() {
        return TerminationBuilder.builder(this);
    }

    private void allowIn(String move, TerminationState... states) {
        if (!Arrays.asList(states).contains(state)) {
            throw Refused.conflict("refused.termination.moved-on", reference, Phrase.of(move), state.words());
        }
    }
}
