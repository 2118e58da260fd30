package fairnotice.web.workspace.objection;

import fairnotice.access.Actor;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.mail.MessageState;
import fairnotice.notice.Notice;
import fairnotice.objection.AssessingGrounds;
import fairnotice.objection.ContactReached;
import fairnotice.objection.Grounds;
import fairnotice.objection.MakingOffer;
import fairnotice.objection.MatchingObjection;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContexts;
import fairnotice.objection.ReachingObjector;
import fairnotice.objection.RefusalReason;
import fairnotice.objection.Submission;
import fairnotice.objection.WrittenEmail;
import fairnotice.register.NoticePolicy;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.Choices;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.inbox.OutcomesInWords;
import fairnotice.web.workspace.inbox.Tried;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what somebody has to see to decide a task about an objection. */
@Component
class ObjectionTaskModel {

    private static final int MOST = 20;
    /** A shorter piece of a name would find too many. */
    private static final int SHORTEST = 3;

    /**
     * A customer whose objection it could be.
     *
     * @param sameDomain whether a contact's address has the same domain as the sender's
     * @param told whether it was given a notice of the change
     */
    record Candidate(Customer customer, boolean sameDomain, boolean told, boolean mayObject) {}

    private final ObjectionContexts contexts;
    private final Customers customers;
    private final MatchingObjection matching;
    private final AssessingGrounds assessing;
    private final MakingOffer making;
    private final ReachingObjector reaching;
    private final OutcomesInWords outcomes;
    private final People people;
    private final Phrases phrases;

    ObjectionTaskModel(
            ObjectionContexts contexts,
            Customers customers,
            MatchingObjection matching,
            AssessingGrounds assessing,
            MakingOffer making,
            ReachingObjector reaching,
            OutcomesInWords outcomes,
            People people,
            Phrases phrases) {
        this.contexts = contexts;
        this.customers = customers;
        this.matching = matching;
        this.assessing = assessing;
        this.making = making;
        this.reaching = reaching;
        this.outcomes = outcomes;
        this.people = people;
        this.phrases = phrases;
    }

    void fill(Task task, Objection objection, Actor actor, Model model) {
        NoticePolicy policy = contexts.policy(objection);
        switch (task.kind()) {
            case MATCH_OBJECTION -> match(objection, model);
            case ASSESS_GROUNDS, REASSESS_GROUNDS -> {
                model.addAttribute(
                        "groundsMissing",
                        policy.groundsRequired() && objection.filing().grounds() == Grounds.NOT_GIVEN);
                model.addAttribute(
                        "groundsOver", assessing.groundsOver(objection).orElse(null));
                model.addAttribute(
                        "entitled",
                        assessing.obstacleToCallingNotEntitled(objection).orElse(null));
                model.addAttribute("mayBeNotEntitled", assessing.mayBeNotEntitled(objection));
                List<RefusalReason> reasons = assessing.reasons(objection);
                model.addAttribute("reasons", phrases.choices("workspace.refusal.", reasons));
                model.addAttribute("reasonHint", reasonHint(task, policy, objection, reasons));
            }
            case PROPOSE_RESOLUTION -> {
                model.addAttribute("cures", phrases.choices("workspace.cure.", making.possible(objection)));
                model.addAttribute("remedy", policy.remedy());
            }
            case REACH_CUSTOMER -> reach(task, objection, model);
            case ANSWER_DISPUTE -> model.addAttribute("since", task.createdAt());
            default -> throw new IllegalArgumentException(task.kind() + " has a page of its own");
        }
        outcomes.fill(
                task, actor, task.kind() == TaskKind.PROPOSE_RESOLUTION ? Set.of("withdraw-change") : Set.of(), model);
    }

    private static String reasonHint(Task task, NoticePolicy policy, Objection objection, List<RefusalReason> reasons) {
        if (task.kind() == TaskKind.REASSESS_GROUNDS && reasons.contains(objection.refusedFor())) {
            return "workspace.refusal.hint.appealed";
        }
        return policy.groundsRequired() ? "workspace.refusal.hint" : "workspace.refusal.hint.no-grounds";
    }

    private void match(Objection objection, Model model) {
        model.addAttribute("candidates", candidates(objection));
        matching.waiting(objection).ifPresent(stated -> {
            model.addAttribute("stated", stated);
            model.addAttribute("statedBy", people.named(stated.by()));
            model.addAttribute("statedTo", customers.find(stated.customer()).orElseThrow());
            model.addAttribute("vacancy", matching.vacancy(objection).orElse(null));
        });
    }

    private void reach(Task task, Objection objection, Model model) {
        WrittenEmail letter = reaching.letter(objection);
        reaching.stated(objection).ifPresent(stated -> {
            model.addAttribute("stated", stated);
            model.addAttribute("statedBy", people.named(stated.by()));
            model.addAttribute(
                    "vacancy", reaching.vacancy(objection.reference()).orElse(null));
        });
        Customer customer = customers.writtenToInCases(objection.customer()).orElseThrow();
        Map<Long, MessageState> states =
                letter.contacts().stream().collect(Collectors.toMap(ContactReached::contact, ContactReached::state));
        model.addAttribute("letter", letter.key().letter());
        model.addAttribute("since", task.createdAt());
        model.addAttribute("contacts", Choices.contacts(customer.contacts()));
        model.addAttribute(
                "tried",
                customer.contacts().stream()
                        .map(contact -> new Tried(contact.name(), contact.email(), states.get(contact.id()), false))
                        .toList());
    }

    private List<Candidate> candidates(Objection objection) {
        Submission filing = objection.filing();
        String domain = domain(filing.email());
        String name = filing.organisation() == null ? "" : filing.organisation().strip();
        return customers.candidates(objection.register(), domain, name.length() < SHORTEST ? null : name, MOST).stream()
                .map(customer -> candidate(customer, domain, contexts.notice(objection.change(), customer.id())))
                .toList();
    }

    private static Candidate candidate(Customer customer, String domain, Optional<Notice> notice) {
        boolean sameDomain = domain != null
                && customer.contacts().stream().anyMatch(contact -> domain.equalsIgnoreCase(domain(contact.email())));
        return new Candidate(
                customer,
                sameDomain,
                notice.isPresent(),
                notice.map(Notice::mayObject).orElse(false));
    }

    private static String domain(String email) {
        return email == null ? null : email.substring(email.lastIndexOf('@') + 1);
    }
}
