package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.calendar.Deadline;
import fairnotice.change.ReviewDates;
import fairnotice.change.ReviewingChange;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.WrittenDay;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminding staff of what is overdue, and telling the administrators when it stays so. */
@Service
public class RemindingStaff {

    private final VendorChanges changes;
    private final ReviewingChange reviewing;
    private final ReviewDates dates;
    private final Registers registers;
    private final StaffDirectory staff;
    private final Mailings mailings;
    private final EmailTemplates letters;
    private final Ledger ledger;
    private final Clock clock;

    RemindingStaff(
            VendorChanges changes,
            ReviewingChange reviewing,
            ReviewDates dates,
            Registers registers,
            StaffDirectory staff,
            Mailings mailings,
            EmailTemplates letters,
            Ledger ledger,
            Clock clock) {
        this.changes = changes;
        this.reviewing = reviewing;
        this.dates = dates;
        this.registers = registers;
        this.staff = staff;
        this.mailings = mailings;
        this.letters = letters;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public void reviewOverdue(String reference, int round) {
        remind(reference, round, "review-overdue", Role.LEGAL);
    }

    @Transactional
    public void reviewEscalated(String reference, int round) {
        remind(reference, round, "review-escalated", Role.ADMIN);
    }

    private void remind(String reference, int round, String letter, Role group) {
        VendorChange change = changes.getByReference(reference);
        if (change.round().number() != round) {
            return;
        }
        Register register = registers.getById(change.register());
        Deadline due = Deadline.endingAt(dates.due(reference).reviewDue(), register.zone());
        Map<String, Object> model = new HashMap<>();
        model.put("publisher", register.name());
        model.put("why", Phrase.of("said.why.task").english());
        model.put("due", WrittenDay.inWords(due.lastDay()));
        model.put("zone", register.zone().getId());
        model.put("reference", reference);
        model.put("vendorName", change.proposal().subprocessor().name());
        model.put(
                "inUseSince",
                change.isPublished()
                        ? WrittenDay.inWords(LocalDate.ofInstant(change.publishedAt(), register.zone()))
                        : null);
        Colleagues colleagues = staff.colleagues();
        List<Staff> readers = staff.having(group, change.register()).stream()
                .filter(member -> group != Role.LEGAL
                        || reviewing
                                .obstacle(change, member.actor(), colleagues)
                                .isEmpty())
                .toList();
        mailings.send(
                new NewMailing(
                        "staff/" + reference + "/" + round + "/" + letter,
                        Kind.CONTRACTUAL,
                        reference,
                        register.name(),
                        register.sender(),
                        register.replyTo(),
                        register.id() + ".staff.fairnotice",
                        letters.compose(letter, model)),
                readers.stream()
                        .map(member ->
                                new Outgoing(readers.indexOf(member), 0, member.email(), member.name(), Map.of(), null))
                        .toList());
        ledger.record(Entry.of("change." + letter, reference, Actor.SYSTEM.id(), clock.instant())
                .with("round", round));
    }
}
