package fairnotice.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.inbox.CustomersToReach.Unreachable;
import fairnotice.mail.MailboxStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is stuck says what it is, since when, what it blocks, and where somebody decides. */
class StuckTest {

    @Test
    void a_customer_that_no_mail_reaches_is_decided_at_its_change_or_at_its_own_page() {
        List<Incident> open = new CustomerIncidents(() -> List.of(
                        new Unreachable(17, "Acme", "opsticket", "OPSTICKET-2026-0001", Duration.ofDays(3)),
                        new Unreachable(18, "Blue", "securicom", null, Duration.ofDays(2))))
                .open();

        assertThat(open).extracting(Incident::what).containsExactly("reach Acme", "reach Blue");
        assertThat(open).extracting(Incident::place).containsExactly("/changes/OPSTICKET-2026-0001", "/customers/18");
        assertThat(open)
                .as("by which staff of named registers see their own")
                .extracting(Incident::reference)
                .containsExactly("OPSTICKET-2026-0001", "securicom");
        assertThat(open.get(0).lasting()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void steps_that_are_due_and_not_taken_are_one_incident_since_the_oldest() {
        assertThat(new JobIncidents(() -> new OverdueJobs.Late(0, Duration.ZERO)).open())
                .isEmpty();
        assertThat(new JobIncidents(() -> new OverdueJobs.Late(1, Duration.ofHours(1))).open())
                .extracting(Incident::what)
                .containsExactly("take a step of a process that is due");
        assertThat(new JobIncidents(() -> new OverdueJobs.Late(3, Duration.ofHours(2))).open())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.what()).isEqualTo("take 3 steps of processes that are due");
                    assertThat(incident.lasting()).isEqualTo(Duration.ofHours(2));
                });
    }

    @Test
    void a_mailbox_that_cannot_be_read_says_what_the_last_look_met() {
        assertThat(new MailboxIncidents(mailbox(null)).open()).isEmpty();
        assertThat(new MailboxIncidents(mailbox(new MailboxStanding.Outage(Duration.ofMinutes(4), "LOGIN failed")))
                        .open())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.cause()).isEqualTo("LOGIN failed");
                    assertThat(incident.lasting()).isEqualTo(Duration.ofMinutes(4));
                });
    }

    @Test
    void each_kind_says_in_a_sentence_what_it_blocks() {
        assertThat(Arrays.stream(IncidentKind.values()).map(IncidentKind::blocks))
                .allMatch(sentence -> sentence.matches("[A-Z][^.]+\\..*"));
    }

    private static MailboxStanding mailbox(MailboxStanding.Outage outage) {
        return new MailboxStanding() {
            @Override
            public Optional<Outage> outage() {
                return Optional.ofNullable(outage);
            }

            @Override
            public Optional<Instant> lastRead() {
                return Optional.empty();
            }
        };
    }
}
