package fairnotice.register.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.register.ChangeKind;
import fairnotice.register.HistoryEntry;
import fairnotice.register.HistoryTag;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicy.Remedy;
import fairnotice.register.RegisterFile;
import fairnotice.register.Settlement;
import fairnotice.register.StartEvent;
import fairnotice.register.Subprocessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterFilesTest {

    private static final HolidayCalendars CALENDARS = id -> {
        if (!"GB".equals(id)) {
            throw new IllegalArgumentException("There is no holiday calendar \"" + id + "\".");
        }
        return Holidays.NONE;
    };

    @TempDir
    Path folder;

    @Test
    void both_registers_come_with_all_their_entries() {
        List<RegisterFile> files = builtIn();

        assertThat(files).extracting(file -> file.register().id()).containsExactly("opsticket", "securicom");
        assertThat(names(files.get(0)))
                .containsExactly(
                        "Cloudflare",
                        "Railway",
                        "Supabase",
                        "Anthropic",
                        "Stripe",
                        "SendGrid",
                        "Crisp",
                        "Google OAuth",
                        "GitHub OAuth",
                        "PostHog",
                        "Sentry");
        assertThat(names(files.get(1)))
                .containsExactly(
                        "DigitalOcean", "Cloudflare", "Postmark", "Sentry", "OpenAI (or comparable LLM provider)");
    }

    @Test
    void opsticket_promises_what_its_page_promises() {
        NoticePolicy policy = builtIn().get(0).register().policy();

        assertThat(policy.clause()).isEqualTo("DPA §05");
        assertThat(policy.notice().period()).isEqualTo(Period.days(30));
        assertThat(policy.noticeFrom()).isEqualTo(StartEvent.SENT);
        assertThat(policy.objection().period()).isEqualTo(Period.days(15));
        assertThat(policy.groundsRequired()).isTrue();
        assertThat(policy.remedy()).isEqualTo(Remedy.TERMINATE_ORDER_WITH_REFUND);
        assertThat(policy.expedited()).isNull();
        assertThat(policy.audience().told()).containsExactly("enterprise");
        assertThat(policy.audience().mayObject()).containsExactlyInAnyOrder("recruiter", "enterprise");
        assertThat(policy.audience().subscribers()).isTrue();
        assertThat(policy.weakerTrack())
                .as("a material change may go unannounced")
                .isFalse();
        assertThat(policy.listRemovedUntilNoticeEnds()).isFalse();
        assertThat(policy.noticeFor()).isEqualTo(NoticePolicy.EVERY_KIND);
    }

    @Test
    void securicom_promises_what_its_page_promises() {
        NoticePolicy policy = builtIn().get(1).register().policy();

        assertThat(policy.notice().period()).isEqualTo(Period.days(30));
        assertThat(policy.objection().period()).isEqualTo(policy.notice().period());
        assertThat(policy.expedited()).isNotNull();
        assertThat(policy.remedy()).isEqualTo(Remedy.NONE);
        assertThat(policy.audience().isTold("any plan")).isTrue();
        assertThat(policy.audience().mayObject("any plan")).isTrue();
        assertThat(policy.audience().roles()).containsExactly("OWNER");
        assertThat(policy.noticeFor()).containsExactlyInAnyOrder(ChangeKind.ADD, ChangeKind.REPLACE);
        assertThat(policy.promisesNoticeOf(ChangeKind.MODIFY)).isFalse();
        assertThat(policy.promisesNoticeOf(ChangeKind.REMOVE)).isEqualTo(policy.listRemovedUntilNoticeEnds());
        assertThat(policy.audience().subscribers()).isFalse();
        assertThat(policy.zone()).isEqualTo(ZoneId.of("America/Toronto"));
        assertThat(policy.weakerTrack()).isFalse();
        assertThat(policy.listRemovedUntilNoticeEnds()).isFalse();
    }

    @Test
    void what_a_page_does_not_state_is_absent() {
        List<RegisterFile> files = builtIn();

        assertThat(files.get(0).entries()).extracting(Subprocessor::location).containsOnlyNulls();
        assertThat(files.get(0).entries())
                .extracting(Subprocessor::legalEntity)
                .filteredOn(Objects::nonNull)
                .containsExactly(
                        "Cloudflare, Inc.", "Stripe Payments Europe Ltd. / Stripe, Inc.", "Functional Software, Inc.");
        assertThat(files.get(1).entries()).extracting(Subprocessor::legalEntity).containsOnlyNulls();
        assertThat(files.get(1).history()).isEmpty();
    }

    @Test
    void the_history_keeps_its_dates_and_tags_newest_first() {
        assertThat(builtIn().get(0).history())
                .extracting(HistoryEntry::on, HistoryEntry::tag)
                .containsExactly(
                        tuple(LocalDate.of(2026, 5, 17), HistoryTag.ADDED),
                        tuple(LocalDate.of(2026, 5, 11), HistoryTag.BASELINE));
    }

    @Test
    void cards_carry_their_location_tags() {
        assertThat(builtIn().get(1).entries())
                .extracting(Subprocessor::tag)
                .containsExactly("TOR1", "Global", "United States", "United States", "United States");
    }

    /** What stands in a good file, what is put in its place, and where the complaint must point. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            sender: subprocessors@         | sendr: subprocessors@       | sender is missing
            accent: "#2457d6"              | colour: "#2457d6"           | accent is missing
            title: Sub-processors          | title: [a, b]               | title must be text
            title: Sub-processors          | title: 17                   | title must be text
            style: categories              | style: tables               | style: must be one of categories, cards
            accent: "#2457d6"              | accent: blue                | accent: "blue" is not a colour
            replyTo: legal@                | replyTo: legal at           | replyTo: "legal atopsticket.example" is not an email address
            prefix: OPSTICKET              | prefix: ops ticket          | prefix: "ops ticket" is not
            id: opsticket                  | id: Ops/Ticket              | id: "Ops/Ticket" is not
            zone: UTC                      | zone: Mars/Olympus          | policy.zone: "Mars/Olympus" is not a time zone
            zone: UTC                      | holidayCalendar: XX         | policy.zone is missing
            clause: DPA §05                | holidayCalendar: XX         | policy.clause is missing
            weakerTrack: false             | weakerTrack: perhaps        | policy.weakerTrack must be true or false
            period: 30 days                | period: 30 moons            | policy.notice.period: "30 moons" is not a period
            period: 15 days                | period: -1 days             | policy.objection.period: "-1 days" is not a period
            from: sent                     | from: received              | policy.notice.presumedReceivedAfter is missing
            from: sent                     | from: dreamt                | policy.notice.from: must be one of sent, received, published
            remedy: terminate order with refund | remedy: flowers        | policy.remedy: must be one of none, terminate order with refund, terminate order without refund
            remedy: terminate order with refund | remedy: none           | policy.settlement.termination must be left out where the remedy is none
            termination: # "terminate      | ending: # "terminate         | policy.settlement.termination is missing, which the remedy "terminate order" needs
            settlement:                    | settlment:                  | policy.settlement is missing
            answerWithin: 10 days          | answerWithin: soon          | policy.settlement.answerWithin: "soon" is not a period
            answerWithin: 10 days          | answerIn: 10 days           | policy.settlement.answerWithin is missing
            contestWithin: 10 days         | contestWithin: -1 days      | policy.settlement.contestWithin: "-1 days" is not a period
            cureWithin: 30 days            | cureWithin: 30              | policy.settlement.cureWithin must be text
            cures: [explanation, safeguard | cures: [explanation, bribe  | policy.settlement.cures[1]: must be one of explanation, safeguard, exemption, withdrawal
            cures: [explanation, safeguard, exemption, withdrawal] | cures: explanation | policy.settlement.cures must be a list
            authority: [OWNER, LEGAL       | authority: [OWNER, LAWYER   | policy.settlement.authority[1]: "LAWYER" is not one of OWNER, PRIVACY, LEGAL, SECURITY, BILLING
            remindBefore: 3 days           | remindAfter: 3 days         | policy.settlement.remindBefore is missing
            electWithin: 30 days           | electWithin: 1 year         | policy.settlement.termination.electWithin: "1 year" is not a period
            electWithin: 30 days           | refund: false               | policy.settlement.termination.electWithin is missing
            atLatest: 90 days              | notice: 90 days             | policy.settlement.termination.atLatest is missing
            outstandingFeesPayable: false  | outstandingFeesPayable: 0   | policy.settlement.termination.outstandingFeesPayable must be true or false
            outstandingFeesPayable: false  | owed: false                 | policy.settlement.termination.outstandingFeesPayable is missing
            [7 days, 21 days]              | [7 days, soon]              | policy.reminders[1]: "soon" is not a period
            roles: [PRIVACY]               | roles: [PRIEST]             | policy.audience.roles[0]: "PRIEST" is not one of
            roles: [PRIVACY]               | roles: []                   | policy.audience.roles must name at least one
            told: [enterprise]             | told: enterprise            | policy.audience.told must be a list
            posture: ISO 27001; FedRAMP    | postur: ISO 27001; FedRAMP  | entries[0].postur is not a field that is known there
            name: Railway                  | name: cloudflare            | entries[1].name: "cloudflare" is listed twice
            category: ai                   | category: aii               | entries[3].category: "aii" is not the id
            on: 2026-05-11                 | on: 11 May                  | history[1].on: "11 May" is not a day
            tag: baseline                  | tag: begun                  | history[1].tag: must be one of
            archive: legal@                | archive: [legal, x@         | line 53 is not YAML: while parsing a flow sequence, expected
            """)
    void a_bad_file_is_refused_with_its_name_and_the_field(String good, String bad, String complaint)
            throws IOException {
        String original = opsticket();
        assertThat(original).contains(good);
        Files.writeString(folder.resolve("mine.yml"), original.replaceFirst(quoted(good), bad));

        assertThatThrownBy(() -> read(folder, false))
                .isInstanceOf(BadRegisterFile.class)
                .hasMessageStartingWith("The register file mine.yml cannot be used: " + complaint)
                .hasMessageEndingWith(".");
    }

    @Test
    void a_notice_of_removals_is_promised_elsewhere() throws IOException {
        Files.writeString(
                folder.resolve("mine.yml"),
                opsticket().replace("  zone: UTC", "  zone: UTC\n  noticeFor: [add, remove]"));

        assertThatThrownBy(() -> read(folder, false))
                .hasMessage("The register file mine.yml cannot be used: policy.noticeFor"
                        + " must leave out remove, which \"listRemovedUntilNoticeEnds\" rules.");
    }

    @Test
    void an_order_cannot_have_to_end_before_it_may() throws IOException {
        Files.writeString(
                folder.resolve("mine.yml"),
                opsticket().replace("atLatest: 90 days", "atLatest: 2 months\n      notice: 90 days"));

        assertThatThrownBy(() -> read(folder, false))
                .hasMessage("The register file mine.yml cannot be used: policy.settlement.termination.atLatest"
                        + " must not be before the earliest end, which \"notice\" sets.");
    }

    @Test
    void an_unknown_field_of_the_settlement_is_refused() throws IOException {
        Files.writeString(
                folder.resolve("mine.yml"),
                opsticket().replace("atLatest: 90 days", "atLatest: 90 days\n      refund: false"));

        assertThatThrownBy(() -> read(folder, false))
                .hasMessageContaining("policy.settlement.termination.refund is not a field that is known there");
    }

    @Test
    void an_order_may_end_without_a_refund_and_with_notice_and_fees_still_owed() throws IOException {
        Files.writeString(
                folder.resolve("mine.yml"),
                opsticket()
                        .replace("order with refund", "order without refund")
                        .replace("atLatest: 90 days", "atLatest: 90 days\n      notice: 20 days")
                        .replace(
                                "outstandingFeesPayable: false",
                                "outstandingFeesPayable: true\n      dataAfterEnd: Deleted after 30 days."));

        assertThat(read(folder, false).get(0).register().policy().settlement().termination())
                .isEqualTo(new Settlement.Termination(
                        Period.days(30), Period.days(20), Period.days(90), false, true, "Deleted after 30 days."));
    }

    @Test
    void the_policy_in_the_documentation_can_be_read() throws IOException {
        String documented = Files.readString(Path.of("docs/policy.md")).split("```(yaml\\n)?")[1];
        String original = opsticket();
        Files.writeString(
                folder.resolve("mine.yml"),
                original.substring(0, original.indexOf("policy:\n"))
                        + documented.replace("holidayCalendar: DE", "holidayCalendar: GB")
                        + original.substring(original.indexOf("\nentries:\n")));

        NoticePolicy policy = read(folder, false).get(0).register().policy();

        assertThat(policy.noticeFrom()).isEqualTo(StartEvent.RECEIVED);
        assertThat(policy.settlement().termination().notice()).isEqualTo(Period.days(20));
    }

    @Test
    void a_field_given_twice_is_refused() throws IOException {
        Files.writeString(folder.resolve("mine.yml"), opsticket() + "title: Another\n");

        assertThatThrownBy(() -> read(folder, false)).hasMessageContaining("is not YAML: Duplicate field 'title'");
    }

    @Test
    void an_unknown_holiday_calendar_is_refused() throws IOException {
        Files.writeString(
                folder.resolve("mine.yml"), opsticket().replace("  zone: UTC", "  zone: UTC\n  holidayCalendar: XX"));

        assertThatThrownBy(() -> read(folder, false))
                .hasMessage("The register file mine.yml cannot be used: policy.holidayCalendar:"
                        + " There is no holiday calendar \"XX\"; name a country like \"GB\" or a region like"
                        + " \"GB-ENG\", or leave it out for none.");
    }

    @Test
    void a_language_is_one_that_there_are_words_in_and_english_where_none_is_stated() throws IOException {
        Files.writeString(folder.resolve("mine.yml"), opsticket().replace("  language: en", "  language: fr"));

        assertThatThrownBy(() -> read(folder, false))
                .hasMessageContaining("policy.language:")
                .hasMessageContaining("must be one of en, de");

        Files.writeString(folder.resolve("mine.yml"), opsticket().replace("  language: en", "  language: de"));
        assertThat(read(folder, false))
                .extracting(file -> file.register().policy().language())
                .containsExactly(Language.DE);
        Files.writeString(folder.resolve("mine.yml"), opsticket().replace("  language: en\n", ""));
        assertThat(read(folder, false))
                .extracting(file -> file.register().policy().language())
                .containsExactly(Language.EN);
    }

    @Test
    void the_terminal_prints_the_sentence_and_no_stack_trace() {
        var failure = new BadRegisterFile("mine.yml", "policy.zone", Phrase.of("refused.register-file.missing"));

        assertThat(new BadRegisterFileAnalyzer().analyze(failure).getDescription())
                .isEqualTo("The register file mine.yml cannot be used: policy.zone is missing.");
    }

    @Test
    void a_folder_of_ones_own_adds_registers_and_the_built_in_ones_can_be_switched_off() throws IOException {
        Files.writeString(
                folder.resolve("mine.yml"),
                opsticket().replace("id: opsticket", "id: mine").replace("prefix: OPSTICKET", "prefix: MINE"));

        assertThat(read(folder, true)).hasSize(3);
        assertThat(read(folder, false)).hasSize(1);
    }

    @Test
    void two_files_cannot_claim_the_same_register() throws IOException {
        Files.writeString(folder.resolve("mine.yml"), opsticket());

        assertThatThrownBy(() -> read(folder, true))
                .hasMessageContaining("mine.yml")
                .hasMessageContaining("id: \"opsticket\" is already that of the file opsticket.yml");
    }

    private static List<RegisterFile> builtIn() {
        return read(null, true);
    }

    private static List<RegisterFile> read(Path folder, boolean builtIn) {
        return YamlRegisterFiles.read(new RegisterFilesSettings(folder, builtIn), new RegisterFields(CALENDARS))
                .all();
    }

    private static Stream<String> names(RegisterFile file) {
        return file.entries().stream().map(Subprocessor::name);
    }

    private static String opsticket() throws IOException {
        return new String(
                RegisterFilesTest.class
                        .getResourceAsStream("/registers/opsticket.yml")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return Pattern.quote(text);
    }
}
