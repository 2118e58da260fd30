package fairnotice.inbox;

import fairnotice.access.Staff;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.inbox.NamingUnreached.Unreached;
import fairnotice.mail.Kind;
import fairnotice.mail.Letters;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.register.Register;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** The letters to staff that list tasks. */
@Service
class TaskLetters {

    private static final int LISTED = 50;
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Letters letters;
    private final Mailings mailings;

    TaskLetters(Letters letters, Mailings mailings) {
        this.letters = letters;
        this.mailings = mailings;
    }

    /**
     * One line of a letter.
     *
     * @param kind what to do, with the name of a customer to be reached
     * @param about the vendor its change is about
     * @param due the last day on which it is in time, in the register's zone
     * @param over whether that day has ended
     * @param place where it is worked
     */
    record Line(String kind, String reference, String about, String due, boolean over, String place) {

        /** @param unreached of the task; null for a task of another kind */
        static Line of(Task task, VendorChange change, Deadline due, Unreached unreached, Instant now) {
            return new Line(
                    unreached == null ? task.kind().label() : "Reach " + unreached.customer(),
                    task.reference(),
                    change.proposal().subprocessor().name(),
                    DAY.format(due.lastDay()),
                    due.isOverAt(now),
                    task.place() + "/tasks/" + task.id());
        }

        /** For a subject that is about this task alone. */
        Map<String, Object> values() {
            return Map.of("kind", kind, "reference", reference, "about", about, "due", due);
        }
    }

    /**
     * Writes one letter to all of them. Who has no address gets none.
     *
     * @param stage names the letter's sentence
     * @param subject names its subject
     * @param more what the subject shows besides the publisher and how many tasks there are
     */
    void write(
            Register register,
            String stage,
            String subject,
            Map<String, Object> more,
            List<Line> lines,
            List<Staff> readers) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("publisher", register.name());
        model.put("why", "You work in the group these tasks are for, or they are yours.");
        model.put("stage", stage);
        model.put("zone", register.zone().getId());
        model.put("count", lines.size());
        model.put("lines", lines.stream().limit(LISTED).toList());
        model.put("more", Math.max(0, lines.size() - LISTED));
        List<Staff> addressed = readers.stream().filter(Staff::hasAddress).toList();
        mailings.send(
                new NewMailing(
                        "staff/tasks/" + UUID.randomUUID(),
                        Kind.CONTRACTUAL,
                        register.id(),
                        register.name(),
                        register.sender(),
                        register.replyTo(),
                        register.id() + ".staff.fairnotice",
                        letters.compose("tasks", subject, model)),
                IntStream.range(0, addressed.size())
                        .mapToObj(i -> message(i, addressed.get(i)))
                        .toList());
    }

    private static Outgoing message(int number, Staff reader) {
        return new Outgoing(number, 0, reader.email(), reader.name(), Map.of(), null);
    }
}
