package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Administrators;
import fairnotice.access.StaffDirectory;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customers;
import fairnotice.mailserver.MailReadiness;
import fairnotice.publisher.ReadingPublisher;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lies between an empty installation and its first announced change, for administrators of all registers. */
@Service
public class GettingStarted {

    /** In the order in which one builds on the other. */
    public enum Step {
        PUBLISHER,
        REGISTER,
        STAFF,
        CUSTOMERS,
        MAIL,
        CHANGE
    }

    /** @param next whether it is the first that is not done */
    public record Line(Step step, boolean done, boolean next) {}

    private final Administrators administrators;
    private final ReadingPublisher publisher;
    private final Registers registers;
    private final StaffDirectory staff;
    private final Customers customers;
    private final MailReadiness mail;
    private final VendorChanges changes;

    GettingStarted(
            Administrators administrators,
            ReadingPublisher publisher,
            Registers registers,
            StaffDirectory staff,
            Customers customers,
            MailReadiness mail,
            VendorChanges changes) {
        this.administrators = administrators;
        this.publisher = publisher;
        this.registers = registers;
        this.staff = staff;
        this.customers = customers;
        this.mail = mail;
        this.changes = changes;
    }

    /** Every step; none for anybody else, and once a change was announced: then all of it was done, or was not needed. */
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor) {
        if (!administrators.isOne(actor) || changes.isAnyPublic()) {
            return List.of();
        }
        List<Step> open = Stream.of(Step.values()).filter(step -> !isDone(step)).toList();
        return Stream.of(Step.values())
                .map(step -> new Line(step, !open.contains(step), step == open.get(0)))
                .toList();
    }

    private boolean isDone(Step step) {
        return switch (step) {
            case PUBLISHER -> publisher.publisher().name() != null;
            case REGISTER -> !registers.all().isEmpty();
            // whoever proposes a change does not review it
            case STAFF -> staff.all().size() > 1 || staff.colleagues().singleHanded();
            case CUSTOMERS ->
                registers.all().stream().map(Register::id).anyMatch(register -> customers.count(register) > 0);
            case MAIL -> mail.missing().isEmpty();
            case CHANGE -> false;
        };
    }
}
