package fairnotice.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.calendar.Deadline;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.inbox.TaskEmails.Line;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.RealTemplates;
import fairnotice.register.ChangeKind;
import fairnotice.register.ListStyle;
import fairnotice.register.Promise;
import fairnotice.register.Register;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Letters to staff as they are read, at noon of 6 December 2026 in Auckland. */
class TaskEmailsTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final Instant NOW = Instant.parse("2026-12-05T23:00:00Z");
    private static final Instant END_OF_5 = Instant.parse("2026-12-05T11:00:00Z");
    private static final Instant END_OF_6 = Instant.parse("2026-12-06T11:00:00Z");
    private static final Instant END_OF_7 = Instant.parse("2026-12-07T11:00:00Z");

    private static final EmailTemplates TEMPLATES = RealTemplates.of("messages/mail", "messages/notice-letters");

    private final List<NewMailing> sent = new ArrayList<>();
    private final TaskEmails letters = new TaskEmails(TEMPLATES, mailings());

    @Test
    void a_subject_says_what_is_most_urgent_whose_it_is_and_how_many_more_there_are() {
        Line review = line(TaskKind.REVIEW_CHANGE, "DEMO-2026-0001", END_OF_7, null, null);
        Line assess = line(TaskKind.ASSESS_GROUNDS, "OBJ-2026-0003", END_OF_6, "Acme", null);
        Line pay = line(TaskKind.PAY_REFUND, "TRM-2026-0001", END_OF_5, "Acme", null);

        assertThat(subject("new", review, assess))
                .isEqualTo("2 tasks for you: Assess grounds OBJ-2026-0003 (Talvik, Acme), due 6 December 2026"
                        + " (Pacific/Auckland), and 1 more");
        assertThat(subject("new", review, assess, pay))
                .isEqualTo("3 tasks for you: Pay refund TRM-2026-0001 (Talvik, Acme), was due 5 December 2026"
                        + " (Pacific/Auckland), and 2 more");
        assertThat(subject("soon", assess))
                .isEqualTo(
                        "Due soon: Assess grounds OBJ-2026-0003 (Talvik, Acme), due 6 December 2026 (Pacific/Auckland)");
        assertThat(subject("soon", review, assess)).startsWith("2 tasks due soon: Assess grounds OBJ-2026-0003");
        assertThat(subject("overdue", pay))
                .isEqualTo(
                        "Overdue: Pay refund TRM-2026-0001 (Talvik, Acme), was due 5 December 2026 (Pacific/Auckland)");
        assertThat(subject("overdue", pay, pay))
                .startsWith("2 tasks overdue: Pay refund")
                .endsWith(", and 1 more");
        assertThat(subject("escalated", pay)).startsWith("Still overdue: Pay refund TRM-2026-0001");
        assertThat(subject("escalated", pay, pay)).startsWith("2 tasks still overdue: Pay refund TRM-2026-0001");
    }

    @Test
    void no_task_is_called_new_whenever_it_is_told() {
        letters.write(
                register(),
                "new",
                List.of(line(TaskKind.PAY_REFUND, "TRM-2026-0001", END_OF_5, "Acme", null)),
                staff());

        assertThat(sent.get(0).letter().text())
                .contains(
                        "This task is for you:", "- Pay refund: TRM-2026-0001 (Talvik, Acme), last day was 5 December")
                .doesNotContainIgnoringCase("new");
        assertThat(sent.get(0).letter().html())
                .contains("This task is for you:")
                .doesNotContain("new");
    }

    @Test
    void the_amendment_of_an_expedited_change_is_reviewed_while_it_is_in_effect_and_says_so() {
        Instant published = Instant.parse("2026-11-30T12:00:00Z");
        Line review = line(TaskKind.REVIEW_CHANGE, "DEMO-2026-0001", END_OF_6, null, published);

        assertThat(subject("new", review))
                .isEqualTo("Task for you: Review change DEMO-2026-0001 (Talvik, in effect already), due 6 December 2026"
                        + " (Pacific/Auckland)");
    }

    private String subject(String stage, Line... lines) {
        sent.clear();
        letters.write(register(), stage, List.of(lines), staff());
        assertThat(sent.get(0).letter().text()).doesNotContain("??");
        return sent.get(0).letter().subject();
    }

    private static Line line(TaskKind kind, String reference, Instant due, String customer, Instant published) {
        Task task = new Task("t-" + reference, kind, reference, "demo", reference, Instant.EPOCH, due, null);
        return Line.of(task, change(published), Deadline.endingAt(due, AUCKLAND), null, customer, NOW);
    }

    private static VendorChange change(Instant published) {
        Subprocessor vendor = SubprocessorBuilder.builder()
                .name("Talvik")
                .legalEntity("Talvik OÜ")
                .purpose("Speech")
                .location("Estonia")
                .dataCategories("voice")
                .build();
        Proposal proposal = new Proposal(ChangeKind.ADD, null, true, true, false, null, "Cheaper", vendor);
        Round round = new Round(1, proposal, "paula", Instant.EPOCH, null, null);
        return new VendorChange("DEMO-2026-0001", "demo", ChangeState.IN_REVIEW, round, null, published, null, null, 1);
    }

    private static List<Staff> staff() {
        return List.of(new Staff("counsel", "Lena Brandt", "counsel@staff.example.com", Set.of(Role.LEGAL)));
    }

    private static Register register() {
        return new Register(
                "demo",
                "Demo",
                "DEMO",
                "Sub-processors",
                List.of(),
                ListStyle.CATEGORIES,
                List.of(),
                "notices@demo.example.com",
                "legal@demo.example.com",
                null,
                "#2457d6",
                Promise.in(AUCKLAND).made());
    }

    private Mailings mailings() {
        return (Mailings) Proxy.newProxyInstance(
                Mailings.class.getClassLoader(), new Class<?>[] {Mailings.class}, (proxy, method, args) -> {
                    sent.add((NewMailing) args[0]);
                    return 1L;
                });
    }
}
