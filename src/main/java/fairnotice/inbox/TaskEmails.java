package fairnotice.inbox;

import fairnotice.access.Staff;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.inbox.NamingUnreached.Unreached;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outgoing;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.WrittenDay;
import fairnotice.register.Register;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** The letters to staff that list tasks. */
@Service
class TaskEmails {

    /** The stage of tasks that have arrived. */
    static final String NEW = "new";

    private static final int LISTED = 50;

    private final EmailTemplates letters;
    private final Mailings mailings;

    TaskEmails(EmailTemplates letters, Mailings mailings) {
        this.letters = letters;
        this.mailings = mailings;
    }

    /**
     * One line of a letter.
     *
     * @param kind what to do, with the name of a customer to be reached
     * @param about the vendor its change is about, with the customer of its case or that the change is in effect already
     * @param due the last day on which it is in time, in the register's zone
     * @param dueAt when that day ends
     * @param over whether it has ended
     * @param place where it is worked
     */
    record Line(String kind, String reference, String about, String due, Instant dueAt, boolean over, String place) {

        /**
         * @param unreached of the task; null for a task of another kind
         * @param customer whose case it is about; null for none
         */
        static Line of(
                Task task, VendorChange change, Deadline due, Unreached unreached, String customer, Instant now) {
            return new Line(
                    unreached == null
                            ? task.kind().label()
                            : Phrase.of("said.task.reach", unreached.customer()).english(),
                    task.reference(),
                    about(task, change, unreached == null ? customer : null),
                    WrittenDay.inWords(due.lastDay()),
                    due.endsAt(),
                    due.isOverAt(now),
                    task.place() + "/tasks/" + task.id());
        }

        /** An expedited change that was amended is worked on while it is in effect. */
        private static String about(Task task, VendorChange change, String customer) {
            String vendor = change.proposal().subprocessor().name();
            if (customer != null) {
                return vendor + ", " + customer;
            }
            return task.subjectType().equals("change") && change.isPublished()
                    ? Phrase.of("said.task.in-effect", vendor).english()
                    : vendor;
        }

        /** For a subject that names this task. */
        private Map<String, Object> values() {
            return Map.of("kind", kind, "reference", reference, "about", about, "due", due);
        }
    }

    /**
     * Writes one letter to all of them, the most urgent task first, which the subject names. Who has no address gets none.
     *
     * @param stage names the letter's sentence and its subject
     * @param tasks one at least
     */
    void write(Register register, String stage, Collection<Line> tasks, List<Staff> readers) {
        List<Line> lines =
                tasks.stream().sorted(Comparator.comparing(Line::dueAt)).toList();
        Map<String, Object> model = new HashMap<>(lines.get(0).values());
        model.put("publisher", register.name());
        model.put("why", Phrase.of("said.why.tasks").english());
        model.put("stage", stage);
        model.put("zone", register.zone().getId());
        model.put("count", lines.size());
        model.put("others", lines.size() - 1);
        model.put("lines", lines.stream().limit(LISTED).toList());
        model.put("more", Math.max(0, lines.size() - LISTED));
        List<Staff> addressed = readers.stream().filter(Staff::hasAddress).toList();
        mailings.send(
                StaffMail.of(register, "tasks", letters.compose("tasks", subject(stage, lines), model)),
                IntStream.range(0, addressed.size())
                        .mapToObj(i -> message(i, addressed.get(i)))
                        .toList());
    }

    private static String subject(String stage, List<Line> lines) {
        boolean late = stage.equals(NEW) && lines.get(0).over();
        return (lines.size() == 1 ? "task-" : "tasks-") + stage + (late ? "-overdue" : "");
    }

    private static Outgoing message(int number, Staff reader) {
        return new Outgoing(number, 0, reader.email(), reader.name(), Map.of(), null);
    }
}
