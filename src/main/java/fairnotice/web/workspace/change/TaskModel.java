package fairnotice.web.workspace.change;

import fairnotice.access.Actor;
import fairnotice.change.ClassifyingChange;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.inbox.Task;
import fairnotice.ledger.Ledger;
import fairnotice.notice.ContactOutcome;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeContacts;
import fairnotice.notice.Notices;
import fairnotice.notice.ReachingCustomer;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.objection.Offer;
import fairnotice.objection.StandingObjections;
import fairnotice.register.Category;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Subprocessor;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.Choices;
import fairnotice.web.workspace.ObjectionLine;
import fairnotice.web.workspace.ObjectionLines;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.inbox.OutcomesInWords;
import fairnotice.web.workspace.inbox.TaskLine;
import fairnotice.web.workspace.inbox.Tried;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what somebody has to see to decide a task. */
@Component
class TaskModel {

    /** How many customers that were not reached a page lists. */
    private static final int MOST = 100;

    /** What a customer agreed to: that it is exempt, or a safeguard. */
    record Condition(ObjectionLine line, Offer offer) {}

    private final PreviewModel foresight;
    private final ClassifyingChange classifying;
    private final Publishers publishers;
    private final Notices notices;
    private final Customers customers;
    private final NoticeContacts contacts;
    private final Objections objections;
    private final StandingObjections standing;
    private final ObjectionLines caseLines;
    private final Ledger ledger;
    private final OutcomesInWords outcomes;
    private final ReachingCustomer reaching;
    private final People people;
    private final Phrases phrases;
    private final Clock clock;

    TaskModel(
            PreviewModel foresight,
            ClassifyingChange classifying,
            Publishers publishers,
            Notices notices,
            Customers customers,
            NoticeContacts contacts,
            Objections objections,
            StandingObjections standing,
            ObjectionLines caseLines,
            Ledger ledger,
            OutcomesInWords outcomes,
            ReachingCustomer reaching,
            People people,
            Phrases phrases,
            Clock clock) {
        this.foresight = foresight;
        this.classifying = classifying;
        this.publishers = publishers;
        this.notices = notices;
        this.customers = customers;
        this.contacts = contacts;
        this.objections = objections;
        this.standing = standing;
        this.caseLines = caseLines;
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.reaching = reaching;
        this.people = people;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** @param actor who may complete it */
    void fill(Task task, VendorChange change, Actor actor, Model model) {
        Register register = publishers.of(change.register());
        model.addAttribute("task", TaskLine.of(task, change, register, clock.instant()));
        // an author is let in here only where nobody else could be
        model.addAttribute("singleHanded", change.round().authors().contains(actor.id()));
        switch (task.kind()) {
            case REVIEW_CHANGE -> review(change, register, model);
            case APPROVE_SECOND -> foresight.fill(change, null, model);
            case REVISE_CHANGE -> revise(change, register, model);
            case DECIDE_GO_LIVE -> goLive(change, register, model);
            case REACH_CUSTOMER -> reach(Long.parseLong(task.subject()), model);
            default -> throw new IllegalArgumentException(task.kind() + " has a page of its own");
        }
        outcomes.fill(task, actor, model);
    }

    private void review(VendorChange change, Register register, Model model) {
        String day = model.getAttribute("form") instanceof TaskForm form ? form.announceOn() : null;
        foresight.fill(change, day, model);
        said(change, register, model);
        model.addAttribute("tracks", tracks(change, register.policy()));
        model.addAttribute(
                "question",
                classifying.question(change.register(), change.proposal()).orElse(null));
    }

    /** What customers read of the change that may not be true with it: how it is done without, and what the list says of the category. */
    private static void said(VendorChange change, Register register, Model model) {
        Subprocessor entry = change.proposal().subprocessor();
        model.addAttribute("vendorName", entry.name());
        model.addAttribute("exclusion", entry.excludable() ? entry.exclusion() : null);
        model.addAttribute("section", section(change, register));
    }

    /** The part of the list in which the entry stands, whose line may no longer be true with it; null where the list has no parts. */
    private static Category section(VendorChange change, Register register) {
        return register.categories().stream()
                .filter(category ->
                        category.id().equals(change.proposal().subprocessor().category()))
                .findFirst()
                .orElse(null);
    }

    private void revise(VendorChange change, Register register, Model model) {
        if (!(model.getAttribute("form") instanceof ProposalForm)) {
            model.addAttribute("form", ProposalForm.of(change.proposal()));
        }
        model.addAttribute("choices", Choices.categories(register));
        model.addAttribute("returnedBecause", returnedBecause(change.reference()));
    }

    private String returnedBecause(String reference) {
        return ledger.about(reference).stream()
                .filter(entry -> entry.kind().equals("change.returned"))
                .reduce((earlier, later) -> later)
                .map(entry -> entry.content().get("comment"))
                .orElse(null);
    }

    private void goLive(VendorChange change, Register register, Model model) {
        said(change, register, model);
        List<Notice> unreached = notices.page(change.reference(), change.round().number(), 0, MOST).stream()
                .filter(notice -> notice.start() == null && notice.leftOutAt() == null)
                .toList();
        Map<Long, Customer> who =
                customers.byIds(unreached.stream().map(Notice::customer).collect(Collectors.toSet()));
        model.addAttribute(
                "unreached",
                unreached.stream()
                        .map(notice -> ToldLine.of(notice, who.get(notice.customer()), null))
                        .toList());
        model.addAttribute("objectors", caseLines.of(objections.recent(change.reference(), true, 0, MOST)));
        model.addAttribute("notAgreed", caseLines.of(standing.of(change.reference(), MOST)));
        List<Objection> bound = standing.onConditions(change.reference(), MOST);
        List<ObjectionLine> lines = caseLines.of(bound);
        model.addAttribute(
                "conditions",
                IntStream.range(0, bound.size())
                        .mapToObj(
                                at -> new Condition(lines.get(at), bound.get(at).offer()))
                        .toList());
        model.addAttribute("objectionCounts", objections.counts(change.reference()));
    }

    private void reach(long id, Model model) {
        reaching.stated(id).ifPresent(stated -> {
            model.addAttribute("stated", stated);
            model.addAttribute("statedBy", people.named(stated.by()));
            model.addAttribute("vacancy", reaching.vacancy(id).orElse(null));
        });
        Notice notice = notices.find(id).orElseThrow();
        Customer customer = contacts.customer(notice).orElseThrow();
        Map<Long, ContactOutcome> outcomes = notices.contacts(List.of(id)).stream()
                .collect(Collectors.toMap(ContactOutcome::contact, Function.identity()));
        model.addAttribute("customer", customer);
        model.addAttribute("since", notice.unreachedSince());
        model.addAttribute("contacts", Choices.contacts(customer.contacts()));
        model.addAttribute(
                "tried",
                customer.contacts().stream()
                        .map(contact -> new Tried(
                                contact.name(),
                                contact.email(),
                                outcomes.containsKey(contact.id())
                                        ? outcomes.get(contact.id()).state()
                                        : null,
                                !contacts.isConfirmed(notice, contact)))
                        .toList());
    }

    private Map<String, String> tracks(VendorChange change, NoticePolicy policy) {
        Track given = change.round().track();
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", phrases.said("workspace.review.track.table", phrases.said("workspace.track." + given)));
        for (Track track : Track.values()) {
            boolean possible = track != Track.UNLISTED
                    && (track != Track.EXPEDITED || policy.expedited() != null)
                    && (!track.isWeakerThan(given)
                            || policy.mayWeaken(change.proposal().kind()));
            if (track != given && possible) {
                choices.put(track.name(), phrases.said("workspace.track." + track));
            }
        }
        return choices;
    }
}
