package fairnotice.clearance;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.customer.Customer;
import fairnotice.notice.EffectOnCustomer;
import fairnotice.notice.EffectOnCustomer.Awaited;
import fairnotice.notice.EffectOnCustomer.Outcome;
import fairnotice.notice.EffectOnCustomer.Step;
import fairnotice.notice.EffectOnCustomer.TerminatedOrder;
import fairnotice.notice.EffectOnCustomer.Use;
import fairnotice.notice.EffectOnCustomers;
import fairnotice.notice.Notice;
import fairnotice.objection.AgreementRules;
import fairnotice.objection.HeldExemptions;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Objections;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import fairnotice.register.Settlement;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What a change in effect means for a page of customers, by the one table of objections; however many they are, the database is asked four times, and once more where an exemption was agreed before. */
@Service
class EffectOfObjections implements EffectOnCustomers {

    private final Registers registers;
    private final Objections objections;
    private final HeldExemptions exemptions;
    private final Terminations terminations;
    private final Clock clock;

    EffectOfObjections(
            Registers registers,
            Objections objections,
            HeldExemptions exemptions,
            Terminations terminations,
            Clock clock) {
        this.registers = registers;
        this.objections = objections;
        this.exemptions = exemptions;
        this.terminations = terminations;
        this.clock = clock;
    }

    @Override
    public Map<Long, EffectOnCustomer> of(VendorChange change, List<Customer> customers, List<Notice> notices) {
        Instant now = clock.instant();
        Map<Long, Notice> own = notices.stream().collect(Collectors.toMap(Notice::customer, Function.identity()));
        Map<Long, List<Objection>> filed = objections.ofCustomers(change.reference(), own.keySet()).stream()
                .collect(Collectors.groupingBy(Objection::customer));
        Map<String, List<TerminatedOrder>> terminated = terminated(filed.values());
        Map<String, List<Objection>> unmatched =
                Map.of(change.reference(), objections.unmatched(Set.of(change.reference())));
        Map<Long, Objection> held = exemptions.of(change, own.keySet());
        NoticePolicy policy = registers.getById(change.register()).policy();
        return customers.stream()
                .filter(customer -> own.containsKey(customer.id()))
                .map(customer -> new CustomerFacts(
                        customer,
                        Map.of(change.reference(), change),
                        Map.of(change.reference(), own.get(customer.id())),
                        Map.of(change.reference(), filed.getOrDefault(customer.id(), List.of())),
                        unmatched,
                        Optional.ofNullable(held.get(customer.id()))
                                .map(exempted -> Map.of(change.reference(), exempted))
                                .orElse(Map.of()),
                        policy,
                        version -> registers.policy(change.register(), version),
                        now))
                .collect(Collectors.toMap(facts -> facts.customer().id(), facts -> effect(facts, change, terminated)));
    }

    /** What was terminated because of those objections, by reference of the objection. */
    private Map<String, List<TerminatedOrder>> terminated(Collection<List<Objection>> filed) {
        Set<String> leaving = filed.stream()
                .flatMap(List::stream)
                .filter(objection -> outcome(objection) == Outcome.TERMINATED)
                .map(Objection::reference)
                .collect(Collectors.toSet());
        return terminations.ofObjections(leaving).stream()
                .collect(Collectors.toMap(Termination::objection, EffectOfObjections::orders));
    }

    private static List<TerminatedOrder> orders(Termination termination) {
        return termination.worksheet().elections().stream()
                .map(election -> new TerminatedOrder(election.order(), election.lines(), election.lastDay()))
                .toList();
    }

    private static EffectOnCustomer effect(
            CustomerFacts facts, VendorChange change, Map<String, List<TerminatedOrder>> terminated) {
        Clearance told = new NoticeVerdict(facts).of(change);
        return told.cleared()
                ? effect(facts, change, told, terminated)
                : new EffectOnCustomer(Use.NOT_YET, null, null, null, null, null);
    }

    private static EffectOnCustomer effect(
            CustomerFacts facts, VendorChange change, Clearance told, Map<String, List<TerminatedOrder>> terminated) {
        Optional<Objection> newest = newest(facts.objections(change));
        Optional<ObjectionRule> newestRule = newest.map(objection -> rule(facts, objection));
        Outcome outcome = newestRule
                .filter(rule -> rule == ObjectionRule.EXEMPTION_OVER)
                .map(over -> Outcome.EXEMPTION_ENDED)
                .or(() -> newest.map(EffectOfObjections::outcome))
                .orElse(null);
        String reference = outcome == null ? null : newest.orElseThrow().reference();
        ObjectionVerdict verdict = new ObjectionVerdict(facts);
        List<TerminatedOrder> orders = facts.objections(change).stream()
                .flatMap(objection -> terminated.getOrDefault(objection.reference(), List.of()).stream())
                .toList();
        Optional<Objection> exemption = verdict.exemption(change);
        if (exemption.isPresent()) {
            Objection exempted = exemption.get();
            LocalDate until = rule(facts, exempted).day(exempted, zone(facts, exempted));
            LocalDate from = until == null
                    ? null
                    : Deadline.on(until, zone(facts, exempted)).dayAfter();
            Use use = until == null ? Use.EXEMPTED : Use.EXEMPTED_UNTIL;
            EffectOnCustomer effect = new EffectOnCustomer(use, null, until, from, reference, outcome, orders);
            return exempted.change().equals(change.reference()) ? effect : effect.agreedIn(exempted.reference());
        }
        boolean admittedFirst = newest(facts.objections(change).stream()
                        .filter(objection -> !objection.takesNothing())
                        .toList())
                .filter(objection ->
                        objection.isFollowedOnceAdmitted(change.round().number()))
                .isPresent();
        return verdict.heldBack(change)
                .map(held -> heldBack(held, facts, reference, outcome, orders)
                        .awaiting(newest.map(objection -> awaited(facts, objection))
                                .orElse(null)))
                .orElseGet(() -> new EffectOnCustomer(
                        Use.IN_EFFECT,
                        since(facts, change, verdict.ended(change, told)),
                        null,
                        null,
                        reference,
                        outcome,
                        orders,
                        admittedFirst));
    }

    private static EffectOnCustomer heldBack(
            HeldBack held, CustomerFacts facts, String reference, Outcome outcome, List<TerminatedOrder> orders) {
        Use use = use(held);
        LocalDate from =
                use == Use.LEAVING ? Deadline.on(held.lastDay(), held.zone()).dayAfter() : null;
        return new EffectOnCustomer(use, null, held.lastDay(), from, reference, outcome, orders);
    }

    /** Its own notice is over and the change in effect, so that accepting an offer other than an exemption lets the change apply at once. */
    private static Awaited awaited(CustomerFacts facts, Objection objection) {
        boolean ahead = objection.dueAt() != null && facts.now().isBefore(objection.dueAt());
        if (objection.isSettled() || !ahead) {
            return null;
        }
        LocalDate until =
                Deadline.endingAt(objection.dueAt(), zone(facts, objection)).lastDay();
        return switch (objection.state()) {
            case OFFERED -> new Awaited(answering(objection.offer().cure()), until);
            case REFUSED -> new Awaited(Step.APPEAL, until);
            case TERMINATION_OFFERED -> new Awaited(Step.TERMINATE, until);
            default -> null;
        };
    }

    private static Step answering(Settlement.Cure offered) {
        return switch (offered) {
            case EXEMPTION -> Step.ANSWER;
            case SAFEGUARD -> Step.ANSWER_SAFEGUARD;
            default -> Step.ANSWER_AT_ONCE;
        };
    }

    private static LocalDate since(CustomerFacts facts, VendorChange change, Clearance cleared) {
        ZoneId zone = facts.notice(change)
                .map(notice -> facts.policies().apply(notice.policyVersion()).zone())
                .orElseThrow();
        return LocalDate.ofInstant(cleared.since(), zone);
    }

    private static Use use(HeldBack held) {
        return switch (held.reason()) {
            case OBJECTION -> Use.HELD_BACK;
            case LEAVING -> Use.LEAVING;
            case LEFT -> Use.LEFT;
        };
    }

    /** The one that its page shows: what is open, but for a termination, before what is settled. */
    private static Optional<Objection> newest(Collection<Objection> objections) {
        return objections.stream()
                .max(Comparator.comparing((Objection objection) ->
                                !objection.isSettled() && objection.state() != ObjectionState.TERMINATING)
                        .thenComparing(Objection::id));
    }

    private static Outcome outcome(Objection objection) {
        if (objection.state() == ObjectionState.TERMINATING) {
            return Outcome.TERMINATED;
        }
        if (!objection.isSettled()) {
            return Outcome.OPEN;
        }
        return switch (objection.state()) {
            case RESOLVED -> AgreementRules.isOnSafeguard(objection) ? Outcome.SAFEGUARDED : Outcome.SETTLED;
            case EXEMPTED -> Outcome.SETTLED;
            case REFUSED -> Outcome.REFUSED;
            case LAPSED -> Outcome.LAPSED;
            case NOT_AGREED -> Outcome.NOT_AGREED;
            case WITHDRAWN -> Outcome.WITHDRAWN;
            case TERMINATED -> Outcome.TERMINATED;
            default -> null;
        };
    }

    private static ObjectionRule rule(CustomerFacts facts, Objection objection) {
        NoticePolicy policy = facts.policies().apply(objection.policyVersion());
        return ObjectionRule.of(objection, facts.customer(), policy, facts.now());
    }

    private static ZoneId zone(CustomerFacts facts, Objection objection) {
        return facts.policies().apply(objection.policyVersion()).zone();
    }
}
