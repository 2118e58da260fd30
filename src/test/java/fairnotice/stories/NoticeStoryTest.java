package fairnotice.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a change on the NOTICE track, on OpsTicket's register: 30 days' notice, 15 to object. */
class NoticeStoryTest extends Story {

    private static final String REGISTER = StoryRegister.NOTICE.id();
    private static final Set<String> ENTERPRISE = Set.of("ann@one.example.com", "bob@two.example.com");

    @BeforeEach
    void three_customers_of_three_plans() {
        customers(
                REGISTER,
                customer("one", "enterprise", contact("ann@one.example.com", "PRIVACY")),
                customer("two", "enterprise", contact("bob@two.example.com", "PRIVACY")),
                customer("three", "recruiter", contact("cid@three.example.com", "OWNER")),
                customer("four", "free", contact("dan@four.example.com", "OWNER")));
    }

    @Test
    void a_change_lives_from_proposal_to_publication() {
        String change = add(REGISTER, "Vaultline", Map.of());
        assertThat(tasks("legal", change))
                .as("its proposer has nothing to review")
                .isEmpty();

        approve("counsel", change);
        LocalDate announced = today();
        assertThat(state(change)).isEqualTo("IN_NOTICE");
        assertThat(recipients(change, "notice of a change")).isEqualTo(ENTERPRISE);

        String link = noticeLink(change, "ann@one.example.com");
        visitor().submit(link, link + "/acknowledge", "");
        assertThat(change(change).at("/notices/acknowledged").asInt()).isEqualTo(1);
        assertThat(change(change).at("/notices/total").asInt())
                .as("the recruiter's runs from the page")
                .isEqualTo(3);

        until(announced.plusDays(9));
        assertThat(recipients(change, "reminder")).containsExactly("bob@two.example.com");
        assertThat(headerOf("reminder", "In-Reply-To", change))
                .isEqualTo(headerOf("notice of a change", "Message-ID", change))
                .startsWith("<fn.");

        until(announced.plusDays(30));
        assertThat(isListed(REGISTER, "Vaultline"))
                .as("the thirtieth day is still the customers'")
                .isFalse();
        until(announced.plusDays(31));
        assertThat(isListed(REGISTER, "Vaultline")).isTrue();
        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(visitor().page("/r/" + REGISTER)).contains("Vaultline added");
        assertThat(mails(change, "in effect since").stream()
                        .filter(mail -> mail.get("subject").asText().contains("– Customer ")))
                .as("each of those who were given notice, once")
                .hasSize(ENTERPRISE.size());
        assertThat(recipients(change, "in effect since")).isEqualTo(ENTERPRISE);
        assertThat(headerOf("in effect since", "In-Reply-To", change))
                .isEqualTo(headerOf("notice of a change", "Message-ID", change));
        theLedgerIsWhole();
    }

    /** In the message to the second customer, whose name its subject ends with. */
    private String headerOf(String subject, String header, String change) {
        return mails(change, subject).stream()
                .filter(mail -> mail.get("subject").asText().endsWith("– Customer two"))
                .map(mail -> mail.at("/headers/" + header).asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_change_announced_on_a_chosen_day_waits_for_it() {
        String change = add(REGISTER, "Laterly", Map.of());
        LocalDate day = today().plusDays(5);
        complete("counsel", change, Map.of("outcome", "approve", "announceOn", day.toString()));

        assertThat(state(change)).isEqualTo("SCHEDULED");
        assertThat(visitor().status("/r/" + REGISTER + "/changes/" + change)).isEqualTo(404);
        until(day.plusDays(1));

        assertThat(state(change)).isEqualTo("IN_NOTICE");
        assertThat(recipients(change, "notice of a change")).isEqualTo(ENTERPRISE);
        assertThat(visitor().status("/r/" + REGISTER + "/changes/" + change)).isEqualTo(200);
    }

    @Test
    void a_returned_proposal_is_revised_by_its_proposer_and_reviewed_again() {
        String change = add(REGISTER, "Halfbaked", Map.of());
        complete("counsel", change, Map.of("outcome", "return", "comment", "Where exactly in the Netherlands?"));
        assertThat(state(change)).isEqualTo("RETURNED");
        assertThat(tasks("gc", change)).as("only the proposer revises").isEmpty();

        complete(
                "legal",
                change,
                Map.of(
                        "outcome",
                        "submit",
                        "reason",
                        "Backups near the others",
                        "subprocessor",
                        Map.of("location", "Delft, Netherlands")));
        assertThat(state(change)).isEqualTo("IN_REVIEW");
        assertThat(change(change).at("/proposal/reason").asText()).isEqualTo("Backups near the others");
        complete("gc", change, Map.of("outcome", "reject", "comment", "Still not said"));

        assertThat(state(change)).isEqualTo("REJECTED");
        assertThat(recipients(change, "")).isEmpty();
    }

    @Test
    void a_vendor_without_personal_data_is_recorded_and_not_listed() {
        String change = add(REGISTER, "Deskpaint", Map.of("personalData", false));
        assertThat(change(change).get("track").asText()).isEqualTo("UNLISTED");

        approve("counsel", change);

        assertThat(state(change)).isEqualTo("UNLISTED");
        assertThat(isListed(REGISTER, "Deskpaint")).isFalse();
        assertThat(recipients(change, "")).isEmpty();
    }

    @Test
    void a_weaker_track_needs_a_reason_and_a_third_person() {
        String register = StoryRegister.WEAKER_TRACK.id();
        String change = rewordedSentry(register);
        assertThat(change(change).get("track").asText()).isEqualTo("NOTICE");
        complete(
                "counsel", change, Map.of("outcome", "approve", "track", "UNANNOUNCED", "comment", "Only worded anew"));
        assertThat(state(change)).isEqualTo("SECOND_APPROVAL");
        assertThat(tasks("legal", change)).isEmpty();
        assertThat(tasks("counsel", change)).isEmpty();

        approve("admin", change);

        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(recipients(change, "")).as("nobody is written to").isEmpty();
        assertThat(visitor().page("/r/" + register)).contains("Sentry changed");
    }

    @Test
    void what_was_announced_of_a_vendor_is_not_forgotten_in_years() {
        String told = add(REGISTER, "Quillgate", Map.of());
        approve("counsel", told);
        as("legal").send("POST", "/api/v1/changes/" + told + "/withdrawal", Map.of("reason", "Not now"));
        assertThat(state(told)).isEqualTo("WITHDRAWN");
        until(today().plusDays(300));
        until(today().plusDays(300));

        String silent = add(REGISTER, "Quillgate", Map.of("personalData", false));
        complete("counsel", silent, Map.of("outcome", "approve", "comment", "It gets no personal data"));

        assertThat(state(silent)).isEqualTo("SECOND_APPROVAL");
    }

    @Test
    void texts_that_are_called_immaterial_are_approved_by_two_of_legal() {
        String added = add(REGISTER, "Posturia", Map.of());
        approve("counsel", added);
        until(today().plusDays(31));
        assertThat(state(added)).isEqualTo("PUBLISHED");

        String change = propose(
                REGISTER,
                "MODIFY",
                "Posturia",
                Map.of("material", false, "subprocessor.posture", "Data go elsewhere too"));
        assertThat(change(change).get("track").asText()).isEqualTo("UNANNOUNCED");
        complete("counsel", change, Map.of("outcome", "approve", "comment", "Only worded anew"));

        assertThat(state(change)).isEqualTo("SECOND_APPROVAL");
        assertThat(tasks("admin", change)).as("no administrator stands in").isEmpty();
        assertThat(tasks("legal", change)).isEmpty();
        complete("gc", change, Map.of("outcome", "approve", "comment", "I read it too"));
        assertThat(state(change)).isEqualTo("PUBLISHED");
    }

    @Test
    void a_material_change_cannot_pass_unannounced() {
        String change = rewordedSentry(REGISTER);

        String path = "/api/v1/tasks/" + task("counsel", change).get("id").asText() + "/complete";
        Map<String, String> weaker =
                Map.of("outcome", "approve", "track", "UNANNOUNCED", "comment", "Only worded anew");

        assertThat(as("counsel").send("POST", path, weaker).body())
                .contains("does not let you choose a shorter procedure");
        assertThat(state(change)).isEqualTo("IN_REVIEW");
    }

    @Test
    void a_removed_vendor_leaves_the_list_at_once() {
        String change = propose(REGISTER, "REMOVE", "Crisp", Map.of());
        assertThat(change(change).get("track").asText()).isEqualTo("UNANNOUNCED");

        approve("counsel", change);

        assertThat(state(change)).isEqualTo("PUBLISHED");
        assertThat(isListed(REGISTER, "Crisp")).isFalse();
        assertThat(recipients(change, "")).as("no notice of it is promised").isEmpty();
        assertThat(visitor().page("/r/" + REGISTER)).contains("Crisp removed");
        assertThat(visitor().page("/r/" + REGISTER + "/changes/" + change))
                .contains("In effect since")
                .doesNotContain("Earliest effective date");
    }

    @Test
    void an_overdue_review_reminds_and_then_escalates() {
        String change = add(REGISTER, "Slowpoke", Map.of());
        until(today().plusDays(8));
        assertThat(subjectsAbout(change)).anyMatch(subject -> subject.contains("verdue: "));
        until(today().plusDays(6));
        assertThat(subjectsAbout(change)).anyMatch(subject -> subject.contains("till overdue: "));
        assertThat(tasks("counsel", change)).hasSize(1);
    }

    /** Subjects of mails that name it in their text: one to staff names the most urgent of several tasks only. */
    private List<String> subjectsAbout(String change) {
        List<String> subjects = new ArrayList<>();
        as("legal").get("/api/v1/demo/mailbox").forEach(mail -> {
            if (mail.get("text").asText().contains(change)) {
                subjects.add(mail.get("subject").asText());
            }
        });
        return subjects;
    }

    private String rewordedSentry(String register) {
        return propose(
                register,
                "MODIFY",
                "Sentry",
                Map.of(
                        "subprocessor.legalEntity", "Functional Software, Inc.",
                        "subprocessor.purpose", "Error monitoring, and tracing"));
    }
}
