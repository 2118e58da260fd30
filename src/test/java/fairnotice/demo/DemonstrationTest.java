package fairnotice.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customers;
import fairnotice.embedded.Mailbox;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeCounts;
import fairnotice.notice.Notices;
import fairnotice.refusal.Language;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Subprocessor;
import fairnotice.stories.ReadmeWalk;
import fairnotice.subscription.Subscribers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A demonstration starts in mid-life, in the present, and only once; then a reader takes the README literally in it. It is told once for
 * both, since telling takes long.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemonstrationTest extends ToldDemo {

    @LocalServerPort
    private int port;

    @Autowired
    private VendorChanges changes;

    @Autowired
    private Notices notices;

    @Autowired
    private Customers customers;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private RegisterVersions versions;

    @Autowired
    private DemoBanner banner;

    @Autowired
    private ReadingInbox inbox;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private TellingStory telling;

    @Autowired
    private DemoHistory history;

    @Autowired
    private DemoClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_visitor_finds_one_change_published_one_in_its_notice_and_one_to_review() {
        assertThat(change("securicom", "Nordbrief").state()).isEqualTo(ChangeState.PUBLISHED);
        assertThat(versions.current("securicom").entry("Nordbrief")).isPresent();
        assertThat(versions.current("securicom").entry("Postmark")).isEmpty();
        assertThat(change("opsticket", "Talvik Speech").state()).isEqualTo(ChangeState.IN_NOTICE);
        assertThat(tasks("counsel"))
                .extracting(Task::kind)
                .containsExactlyInAnyOrder(TaskKind.REVIEW_CHANGE, TaskKind.REACH_CUSTOMER);
        assertThat(tasks("legal")).extracting(Task::kind).containsExactly(TaskKind.REACH_CUSTOMER);
    }

    @Test
    void every_vendor_that_no_publisher_lists_is_said_to_be_invented_on_every_page() {
        String said = banner.text().orElseThrow();
        assertThat(Language.DE.speak(banner::text))
                .hasValueSatisfying(german -> assertThat(german).doesNotContain("This is a demonstration"));

        assertThat(said)
                .contains(
                        "(Nordbrief in place of Postmark, Talvik Speech, Halden Desk in place of Crisp); the rest of the"
                                + " publishers' lists is real.");
        for (String register : List.of("opsticket", "securicom")) {
            RegisterVersion real = versions.number(register, 1).orElseThrow();
            assertThat(versions.current(register).entries())
                    .extracting(Subprocessor::name)
                    .allMatch(name -> real.entry(name).isPresent() || said.contains(name));
        }
    }

    @Test
    void one_customer_is_unreached_one_was_reached_at_its_second_address_and_five_have_acknowledged() {
        NoticeCounts counts =
                notices.counts(change("opsticket", "Talvik Speech").reference(), 1);

        assertThat(counts.unreached()).isEqualTo(1);
        assertThat(counts.acknowledged()).isEqualTo(5);
        assertThat(mailbox.to("sian.parry@brightwater.example.com")).isNotEmpty();
    }

    @Test
    void a_visitor_finds_a_letter_whose_window_to_object_stays_open_for_days() {
        List<Notice> started = notices.told(change("opsticket", "Talvik Speech").reference(), 1, 0, 50, false).stream()
                .filter(notice -> notice.start() != null)
                .toList();

        assertThat(started)
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        notice -> assertThat(notice.dates().objectionsClose().endsAt())
                                .isAfter(clock.instant().plus(Duration.ofDays(6))));
        assertThat(mailbox.to("privacy@northwindtalent.example.com"))
                .filteredOn(mail -> mail.subject().contains("notice of a change of sub-processors – Talvik Speech"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("/n/"));
    }

    @Test
    void everybody_lives_on_reserved_addresses_and_a_customer_who_subscribed_is_written_to_once() {
        assertThat(customers.count("opsticket") + customers.count("securicom")).isEqualTo(40);
        assertThat(subscribers.count("opsticket")).isEqualTo(60);
        assertThat(mailbox.to(null)).allMatch(mail -> mail.to().matches("(?i).+@(.+\\.)?example\\.(com|org|net)"));
        assertThat(mailbox.to("maren.vogt@alderfinch.example.com"))
                .filteredOn(mail -> mail.subject().contains("Talvik"))
                .hasSize(1);
    }

    @Test
    void it_is_the_present_and_no_deadline_was_left_behind() {
        assertThat(Duration.between(Instant.now(), clock.instant()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void told_again_nothing_changes() {
        List<Long> before = rows();

        jdbc.sql("delete from demo_step where name = 'arrived'").update();
        telling.tell(history.whole());

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_step_that_was_interrupted_is_taken_back_and_taken_again() {
        jdbc.sql("delete from demo_step where name = 'arrived'").update();
        StoryStep whole = StoryStep.on(0, 0, 0, "first", () -> mark("first"));
        StoryStep broken = StoryStep.on(0, 0, 0, "second", () -> {
            mark("half");
            throw new IllegalStateException("killed");
        });

        assertThatThrownBy(() -> telling.tell(List.of(whole, broken))).hasMessage("killed");
        telling.tell(List.of(whole, StoryStep.on(0, 0, 0, "second", () -> mark("second"))));

        assertThat(jdbc.sql("select name from demo_step where name like 'mark %' order by name")
                        .query(String.class)
                        .list())
                .containsExactly("mark first", "mark second");
        jdbc.sql("delete from demo_step where name like 'mark %' or name in ('first', 'second')")
                .update();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void every_step_of_the_readme_can_be_done_and_it_ends_with_the_vendor_on_the_list() throws IOException {
        ReadmeWalk.take(port);
    }

    private void mark(String what) {
        jdbc.sql("insert into demo_step values (:name, now())")
                .param("name", "mark " + what)
                .update();
    }

    private List<Long> rows() {
        return List.of("customer", "vendor_change", "notice", "mail_message", "demo_step").stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private List<Task> tasks(String staff) {
        return inbox.tasks(DemoStaff.actor(staff), (Role) null, 0, ReadingInbox.MOST)
                .tasks();
    }

    private VendorChange change(String register, String vendor) {
        return changes.recent(Scope.of(register), 0, 20).stream()
                .filter(each -> each.proposal().subprocessor().name().equals(vendor))
                .reduce((newer, older) -> older)
                .orElseThrow();
    }
}
