package fairnotice.web.workspace.change;

import fairnotice.calendar.Deadline;
import fairnotice.change.ChangeState;
import fairnotice.change.ComparingEntry;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.mail.Mailings;
import fairnotice.mailserver.MailReadiness;
import fairnotice.notice.ChangeDates;
import fairnotice.notice.Dispatch;
import fairnotice.notice.Dispatches;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeDates;
import fairnotice.notice.Notices;
import fairnotice.notice.Occasion;
import fairnotice.notice.ReadingNoticePeriods;
import fairnotice.notice.ReadingWindows;
import fairnotice.notice.StandardDates;
import fairnotice.notice.WindowClosing;
import fairnotice.objection.HeldExemptions;
import fairnotice.objection.Objection;
import fairnotice.objection.Objections;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.web.workspace.ObjectionLines;
import fairnotice.web.workspace.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one change shows. */
@Component
public class ChangeModel {

    /** How many objections the page of a change lists. */
    private static final int FIRST = 20;

    private final VendorChanges changes;
    private final Registers registers;
    private final ReadingNoticePeriods clocks;
    private final StandardDates standard;
    private final Dispatches tellings;
    private final Notices notices;
    private final ReadingWindows windows;
    private final Customers customers;
    private final Mailings mailings;
    private final Objections objections;
    private final HeldExemptions exemptions;
    private final ObjectionLines caseLines;
    private final ComparingEntry comparing;
    private final NextSteps nextSteps;
    private final MailReadiness mail;

    ChangeModel(
            VendorChanges changes,
            Registers registers,
            ReadingNoticePeriods clocks,
            StandardDates standard,
            Dispatches tellings,
            Notices notices,
            ReadingWindows windows,
            Customers customers,
            Mailings mailings,
            Objections objections,
            HeldExemptions exemptions,
            ObjectionLines caseLines,
            ComparingEntry comparing,
            NextSteps nextSteps,
            MailReadiness mail) {
        this.changes = changes;
        this.registers = registers;
        this.clocks = clocks;
        this.standard = standard;
        this.tellings = tellings;
        this.notices = notices;
        this.windows = windows;
        this.customers = customers;
        this.mailings = mailings;
        this.objections = objections;
        this.exemptions = exemptions;
        this.caseLines = caseLines;
        this.comparing = comparing;
        this.nextSteps = nextSteps;
        this.mail = mail;
    }

    /** What it is and where it stands. */
    public VendorChange head(String reference, Model model) {
        VendorChange change = changes.getByReference(reference);
        model.addAttribute("change", ChangeView.of(change, registers.getById(change.register())));
        model.addAttribute("fields", comparing.compare(change).fields());
        return change;
    }

    /** When, how many, and who. */
    void course(VendorChange change, int page, Model model) {
        String reference = change.reference();
        int round = change.round().number();
        Optional<ChangeDates> dates = clocks.dates(reference);
        model.addAttribute("dates", dates.map(binding -> dates(change, binding)).orElse(null));
        model.addAttribute("next", nextSteps.of(change, dates));
        boolean waits = change.state() == ChangeState.SCHEDULED
                && change.round().track().isTold();
        model.addAttribute("mailMissing", waits ? mail.missing().orElse(null) : null);
        model.addAttribute("notices", notices.counts(reference, round));
        model.addAttribute("announced", mailings.counts(Dispatch.announcementPrefix(reference, round)));
        model.addAttribute("messages", mailings.counts(Dispatch.keyPrefix(reference, round)));
        model.addAttribute("mailings", mailings.about(reference));
        model.addAttribute("told", told(reference, round, page));
        List<Objection> held = exemptions.of(change);
        model.addAttribute("heldCount", held.size());
        model.addAttribute("held", caseLines.of(held.stream().limit(FIRST).toList()));
        model.addAttribute("objectionCounts", objections.counts(reference));
        model.addAttribute("objections", caseLines.of(objections.recent(reference, false, 0, FIRST)));
    }

    private DatesView dates(VendorChange change, ChangeDates binding) {
        String reference = change.reference();
        int round = change.round().number();
        NoticeDates standard = standard(change);
        return new DatesView(
                standard,
                binding,
                own(notices.lastToEnd(reference, round), NoticeDates::noticeEnds, standard, binding.noticeEndsAt()),
                own(
                        notices.lastToClose(reference, round),
                        NoticeDates::objectionsClose,
                        standard,
                        binding.objectionsCloseAt()));
    }

    private DatesView.Own own(
            Optional<Notice> last, Function<NoticeDates, Deadline> which, NoticeDates standard, Instant binding) {
        return last.filter(notice -> binding.isAfter(which.apply(standard).endsAt()))
                .flatMap(notice -> customers
                        .find(notice.customer())
                        .map(customer -> DatesView.Own.of(customer, which.apply(notice.dates()), binding)))
                .orElse(null);
    }

    private NoticeDates standard(VendorChange change) {
        Register register = registers.getById(change.register());
        NoticePolicy policy = tellings.last(change.reference(), change.round().number(), Occasion.ANNOUNCEMENT)
                .map(telling -> registers.policy(register.id(), telling.policyVersion()))
                .orElse(register.policy());
        return standard.of(change, policy, change.announcedAt());
    }

    private Page<ToldLine> told(String reference, int round, int page) {
        List<Notice> found = notices.page(reference, round, Page.offset(page), Page.SIZE + 1);
        Map<Long, Customer> who =
                customers.byIds(found.stream().map(Notice::customer).collect(Collectors.toSet()));
        Map<Long, WindowClosing> closings = windows.closings(found);
        return Page.of(
                found.stream()
                        .map(notice -> ToldLine.of(notice, who.get(notice.customer()), closings.get(notice.id())))
                        .toList(),
                page);
    }
}
