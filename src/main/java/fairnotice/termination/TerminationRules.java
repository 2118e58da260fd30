package fairnotice.termination;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.TwoPeople;
import fairnotice.refusal.Alphabets;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.termination.Worksheet.Total;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may give money back, how much and how (invariants 5 and 6). No register can be configured out of these: who altered a refund does
 * not approve it, and who approved it does not pay it.
 */
final class TerminationRules {

    static final TwoPeople ALTERED_AND_APPROVED = new TwoPeople(
            Set.of(Role.FINANCE),
            "refused.group.finance",
            "refused.did.altered-refund",
            "refused.wanted.approve-refund",
            false);

    static final TwoPeople APPROVED_AND_PAID = new TwoPeople(
            Set.of(Role.FINANCE),
            "refused.group.finance",
            "refused.did.approved-refund",
            "refused.wanted.pay-refund",
            false);

    private TerminationRules() {}

    static void onlyFinance(Termination termination, Actor actor) {
        refuseUnless(actor.holds(Role.FINANCE, termination.register()), "refused.refund.finance");
    }

    static void mayApproveAltered(Termination termination, Actor actor, Colleagues colleagues) {
        onlyFinance(termination, actor);
        ALTERED_AND_APPROVED.check(actor, altered(termination.approval()), termination.register(), colleagues);
    }

    static void mayPay(Termination termination, Actor actor, Colleagues colleagues) {
        onlyFinance(termination, actor);
        APPROVED_AND_PAID.check(actor, released(termination.approval()), termination.register(), colleagues);
    }

    /** Who altered the refund; nobody of one that is as it was worked out. */
    static Set<String> altered(Approval approval) {
        return approval != null && approval.isAltered() ? Set.of(approval.approver()) : Set.of();
    }

    /** On whose word it is paid. Whoever altered it did not decide that, and may pay. */
    static Set<String> released(Approval approval) {
        return approval == null || approval.releasedBy() == null ? Set.of() : Set.of(approval.releasedBy());
    }

    /** @throws Refused when the refund is more in no currency: what its customer was told is not taken back by calculating again */
    static void recalculationGivesMore(Worksheet before, Worksheet after) {
        if (!isLessAnywhere(before, after)) {
            throw Refused.conflict(
                    isLessAnywhere(after, before)
                            ? "refused.refund.recalculated-less"
                            : "refused.refund.recalculated-same");
        }
    }

    /**
     * Nobody alone approves another amount than what is confirmed by now gives, or than the customer was told.
     *
     * @param now what is confirmed gives
     * @return why the refund takes a reason and a second person though its amount is as it was calculated; empty where one person may approve it
     */
    static Optional<Phrase> secondPersonIsNeeded(Termination termination, Worksheet now) {
        if (isLessAnywhere(now, termination.worksheet())) {
            List<Phrase> amounts = inWords(now.totals());
            return Optional.of(
                    amounts.isEmpty()
                            ? Phrase.of("refused.refund.nothing-confirmed")
                            : Phrase.of("refused.refund.less-confirmed", amounts));
        }
        if (termination.elected() != null && isLessAnywhere(termination.worksheet(), termination.elected())) {
            return Optional.of(Phrase.of(
                    "refused.refund.less-than-told", String.join(", ", RefundStatement.recalculated(termination))));
        }
        return Optional.empty();
    }

    /** What is due, before tax, as another amount is stated, and with it; a phrase for each currency. */
    private static List<Phrase> inWords(List<Total> totals) {
        return totals.stream()
                .filter(total -> total.gross().signum() > 0)
                .map(total -> Phrase.of(
                        "refused.refund.net-and-gross",
                        RefundMessages.money(total.net(), total.currency()),
                        RefundMessages.money(total.gross(), total.currency())))
                .toList();
    }

    /** @throws Refused when it is to be calculated again first: nobody alone approves less than what is confirmed by now gives */
    static void nothingMoreIsConfirmed(Termination termination, Worksheet now) {
        if (isLessAnywhere(termination.worksheet(), now)) {
            throw Refused.conflict(
                    termination.state() == TerminationState.ALTERED
                            ? "refused.refund.send-back-first"
                            : "refused.refund.recalculate-first");
        }
    }

    /** Whether the refund is less in some currency. */
    private static boolean isLessAnywhere(Worksheet one, Worksheet other) {
        Map<String, BigDecimal> its = one.totals().stream().collect(Collectors.toMap(Total::currency, Total::gross));
        return other.totals().stream()
                .anyMatch(total ->
                        its.getOrDefault(total.currency(), BigDecimal.ZERO).compareTo(total.gross()) < 0);
    }

    static void anythingCanBeAltered(Termination termination) {
        boolean paid = termination.worksheet().totals().stream()
                .anyMatch(total -> total.paid().signum() > 0);
        if (!paid) {
            throw Refused.conflict("refused.refund.nothing-to-alter");
        }
    }

    /**
     * The refunds that differ from what was worked out; the others are as they were.
     *
     * @param same whether those that do not differ are stated as well, since a second person decides on them
     * @throws Refused naming each that is negative, above what was paid net, too fine or in no currency of the orders
     */
    static Map<String, BigDecimal> alterationKeepsWithinWhatWasPaid(
            Termination termination, Map<String, BigDecimal> stated, boolean same) {
        TextRules problems = new TextRules();
        Map<String, Total> totals =
                termination.worksheet().totals().stream().collect(Collectors.toMap(Total::currency, total -> total));
        Map<String, BigDecimal> altered = new TreeMap<>();
        stated.forEach((currency, amount) -> {
            Total total = totals.get(currency);
            boolean taken = isAmount(problems, "amounts." + currency, total, amount);
            if (taken && (same || amount.compareTo(total.net()) != 0)) {
                altered.put(currency, amount.setScale(total.net().scale()));
            }
        });
        problems.orRefuse();
        return altered;
    }

    private static boolean isAmount(TextRules problems, String field, Total total, BigDecimal amount) {
        int before = problems.problems().size();
        if (total == null) {
            problems.refuseIf(true, field, "refused.refund.currency-unpaid");
        } else if (amount == null) {
            problems.refuseIf(true, field, "refused.refund.before-tax");
        } else if (amount.signum() < 0) {
            problems.refuseIf(true, field, "refused.refund.negative");
        } else if (amount.compareTo(total.paid()) > 0) {
            problems.refuseIf(
                    true, field, "refused.refund.more-than-paid", RefundMessages.money(total.paid(), total.currency()));
        } else {
            problems.refuseIf(
                    Amounts.isFiner(amount, total.currency()), field, "refused.refund.decimals", total.currency());
        }
        return problems.problems().size() == before;
    }

    /** Whoever states amounts means others. */
    static void asCalculatedIsNotStated(Map<String, BigDecimal> stated) {
        if (stated != null && !stated.isEmpty()) {
            throw Refused.invalid("amounts", "refused.refund.as-calculated");
        }
    }

    /**
     * Nobody approves as calculated what was calculated again since it was looked at, or with another amount stated beside it.
     *
     * @param seen refunds before tax by ISO 4217 code; empty where none were stated
     */
    static void seenIsCalculated(Termination termination, Map<String, BigDecimal> seen) {
        Map<String, BigDecimal> calculated =
                termination.worksheet().totals().stream().collect(Collectors.toMap(Total::currency, Total::net));
        boolean same = seen.keySet().equals(calculated.keySet())
                && calculated.entrySet().stream()
                        .allMatch(each -> each.getValue().compareTo(seen.get(each.getKey())) == 0);
        if (!seen.isEmpty() && !same) {
            throw calculatedSince(termination);
        }
    }

    /** @param seen version that somebody looked at; null where that is not stated */
    static void isAsSeen(Termination termination, Integer seen) {
        if (seen != null && seen != termination.version()) {
            throw calculatedSince(termination);
        }
    }

    private static Refused calculatedSince(Termination termination) {
        return Refused.conflict(
                "refused.refund.calculated-since",
                inWords(termination.worksheet().totals()));
    }

    /** Whoever approves may say something to colleagues. */
    static void comment(String comment) {
        new TextRules()
                .optionalParagraph("comment", "refused.name.comment", comment)
                .orRefuse();
    }

    /** It stands on the customer's statement. */
    static void alterationNeedsReason(String reason) {
        new TextRules().paragraph("reason", "refused.name.why-altered", reason).orRefuse();
    }

    /** One payout, with its reference and day, for each currency in which something is due, and no other. */
    static void everyCurrencyIsPaidOnce(Termination termination, List<Payout> payouts, LocalDate today) {
        TextRules problems = new TextRules();
        Set<String> due = termination.due().keySet();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(payouts.size(), due.size() + 1); i++) {
            Payout payout = payouts.get(i);
            String field = "payments[" + (i + 1) + "]";
            problems.refuseIf(
                    !due.contains(String.valueOf(payout.currency())),
                    field + ".currency",
                    "refused.payment.currency-not-due");
            problems.refuseIf(!seen.add(payout.currency()), field + ".currency", "refused.payment.currency-twice");
            referenceNamesOnePayment(problems, field + ".paymentReference", payout);
            paidOnLiesBetweenElectionAndToday(problems, field + ".paidOn", termination, payout.paidOn(), today);
        }
        for (String currency : due) {
            problems.refuseIf(!seen.contains(currency), "payments", "refused.payment.currency-missing", currency);
        }
        problems.orRefuse();
    }

    private static void referenceNamesOnePayment(TextRules problems, String field, Payout payout) {
        String reference = payout.paymentReference();
        int before = problems.problems().size();
        problems.line(field, "refused.name.payment-reference", reference);
        if (problems.problems().size() == before) {
            wrongLetters(payout).ifPresent(phrase -> problems.refuseIf(true, field, phrase));
        }
    }

    private static Optional<Phrase> wrongLetters(Payout payout) {
        if (Alphabets.areMixed(payout.paymentReference())) {
            return Optional.of(Alphabets.MIXED);
        }
        if (!payout.isWrittenAsBanksDo()) {
            return Optional.of(Phrase.of("refused.payment.reference-letters"));
        }
        return payout.hasPlainLetterOrDigit()
                ? Optional.empty()
                : Optional.of(Phrase.of("refused.payment.reference-empty"));
    }

    /** @param others which other refund each payment paid, by {@link Payout#key} */
    static void everyPaymentPaysOneRefund(List<Payout> payouts, Map<String, String> others) {
        TextRules problems = new TextRules();
        for (int i = 0; i < payouts.size(); i++) {
            String other = others.get(payouts.get(i).key());
            problems.refuseIf(
                    other != null,
                    "payments[" + (i + 1) + "].paymentReference",
                    "refused.payment.reference-used",
                    other);
        }
        problems.orRefuse();
    }

    private static void paidOnLiesBetweenElectionAndToday(
            TextRules problems, String field, Termination termination, LocalDate paidOn, LocalDate today) {
        if (paidOn == null) {
            problems.refuseIf(true, field, "refused.payment.day");
            return;
        }
        problems.refuseIf(paidOn.isAfter(today), field, "refused.payment.future");
        problems.refuseIf(paidOn.isBefore(termination.worksheet().electedOn()), field, "refused.payment.before-choice");
    }

    private static void refuseUnless(boolean allowed, String key) {
        if (!allowed) {
            throw Refused.notAllowed(key);
        }
    }
}
