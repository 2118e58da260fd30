package fairnotice.web.workspace;

import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.inbox.Task;
import fairnotice.notice.Notice;
import fairnotice.objection.CaseFile;
import fairnotice.objection.Filing;
import fairnotice.objection.Grounds;
import fairnotice.objection.Objection;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Settlement.Cure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what somebody has to see to decide a task about an objection. */
@Component
class CaseTaskPages {

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

    private final CaseFile file;
    private final Customers customers;
    private final ChoicesInWords words;

    CaseTaskPages(CaseFile file, Customers customers, ChoicesInWords words) {
        this.file = file;
        this.customers = customers;
        this.words = words;
    }

    void fill(Task task, Objection objection, Model model) {
        NoticePolicy policy = file.policy(objection);
        switch (task.kind()) {
            case MATCH_OBJECTION -> model.addAttribute("candidates", candidates(objection));
            case ASSESS_GROUNDS, REASSESS_GROUNDS ->
                model.addAttribute(
                        "groundsMissing",
                        policy.groundsRequired() && objection.filing().grounds() == Grounds.NOT_GIVEN);
            case PROPOSE_CURE -> {
                model.addAttribute("cures", words.choices("workspace.cure.", cures(policy, objection)));
                model.addAttribute("remedy", policy.remedy());
            }
            default -> throw new IllegalArgumentException(task.kind() + " has a page of its own");
        }
        String kind = task.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        model.addAttribute(
                "outcomes",
                words.choices("workspace.outcome." + kind + ".", task.kind().outcomes()));
    }

    /** The withdrawal of the change is an outcome of its own; an exemption needs an entry that says how a customer is left out. */
    private List<String> cures(NoticePolicy policy, Objection objection) {
        boolean excludable = file.change(objection).proposal().subprocessor().excludable();
        return policy.settlement().cures().stream()
                .sorted()
                .filter(cure -> cure != Cure.WITHDRAWAL)
                .filter(cure -> cure != Cure.EXEMPTION || excludable)
                .map(Cure::name)
                .toList();
    }

    private List<Candidate> candidates(Objection objection) {
        Filing filing = objection.filing();
        String domain = domain(filing.email());
        String name = filing.organisation() == null ? "" : filing.organisation().strip();
        return customers.candidates(objection.register(), domain, name.length() < SHORTEST ? null : name, MOST).stream()
                .map(customer -> candidate(customer, domain, file.notice(objection.change(), customer.id())))
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
