package fairnotice.notice;

import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.customer.ContactFixture.contact;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.access.LinkPurpose;
import fairnotice.calendar.Deadline;
import fairnotice.change.BeforeAndAfter;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChangeBuilder;
import fairnotice.customer.Contact;
import fairnotice.customer.ContactRole;
import fairnotice.customer.Customer;
import fairnotice.customer.Terms;
import fairnotice.mail.BothParts;
import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.Outgoing;
import fairnotice.mail.RealTemplates;
import fairnotice.notice.EffectOnCustomer.Awaited;
import fairnotice.notice.EffectOnCustomer.Outcome;
import fairnotice.notice.EffectOnCustomer.Step;
import fairnotice.notice.EffectOnCustomer.TerminatedOrder;
import fairnotice.notice.EffectOnCustomer.Use;
import fairnotice.refusal.Language;
import fairnotice.register.ChangeKind;
import fairnotice.register.ListStyle;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import fairnotice.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer reads when a change took effect: on 2 July 2026 in Toronto. */
class InEffectLetterTest {

    private static final Instant LIVE = Instant.parse("2026-07-02T04:00:00Z");
    private static final LocalDate SINCE = LocalDate.parse("2026-07-02");
    private static final Contact OLGA = contact(70, "Olga", "olga@acme.example.com", ContactRole.PRIVACY);
    private static final Customer ACME = new Customer(
            7, "demo", "C-1", "Acme & Sons", "enterprise", List.of(OLGA), List.of(), Terms.NONE, Set.of(), LIVE, 1);
    private static final Pattern SECTION = Pattern.compile("(?s)\\{\\{#(\\w+)}}(.*?)\\{\\{/\\1}}");
    private static final Pattern FIELD = Pattern.compile("\\{\\{(\\w+)}}");

    private static final EmailTemplates TEMPLATES = RealTemplates.of(
            "messages/common", "messages/mail", "messages/notice-letters", "messages/portal", "messages/site");

    private ChangeKind kind = ChangeKind.ADD;

    @Test
    void a_customer_without_an_objection_reads_since_when_and_that_only_a_late_objection_is_left() {
        bothParts(new EffectOnCustomer(Use.IN_EFFECT, SINCE, null, null, null, null), true, 15)
                .containsSubsequence(
                        "of which Acme & Sons was given notice, has been in effect since 2 July 2026 (America/Toronto)",
                        "The change has been in effect for your data since 2 July 2026 (America/Toronto).",
                        "The last day to object has passed. You can still object, with the form on your page, or by answering"
                                + " this message: a late objection is kept and marked late, and our legal team decides about"
                                + " it.",
                        "If you object, Talvik may not be used for your data under this change while your objection is open."
                                + " Demo answers your objection within",
                        "If it is refused, you get the reasons and can appeal once.",
                        "and the vendor, which is in use, may not be used for your data",
                        "was added to the sub-processors of Demo")
                .doesNotContain(
                        "You may object until", "objection OBJ", "as things stand", "exemption", "gives no right");
    }

    @Test
    void a_window_that_outlasts_the_notice_is_named_with_its_last_day() {
        bothParts(new EffectOnCustomer(Use.IN_EFFECT, SINCE, null, null, null, null), true, 45)
                .contains("You may object until the end of 16 July 2026 (America/Toronto)")
                .doesNotContain("has passed");
    }

    @Test
    void where_a_replacement_is_in_effect_what_it_replaces_may_no_longer_be_used() {
        String over = "Sentry, which this change replaces, may no longer be used for your data.";
        bothParts(new EffectOnCustomer(Use.IN_EFFECT, SINCE, null, null, null, null), true, 15)
                .doesNotContain("may no longer be used for your data.");
        kind = ChangeKind.REPLACE;
        bothParts(new EffectOnCustomer(Use.IN_EFFECT, SINCE, null, null, null, null), true, 15)
                .contains("in effect for your data since 2 July 2026 (America/Toronto). " + over);
        bothParts(new EffectOnCustomer(Use.HELD_BACK, null, null, null, "OBJ-2026-0003", Outcome.OPEN), true, 15)
                .contains("Sentry may go on being used for your data as before.")
                .doesNotContain(over);
    }

    @Test
    void who_may_not_object_is_told_of_no_objection() {
        bothParts(new EffectOnCustomer(Use.IN_EFFECT, SINCE, null, null, null, null), false, 15)
                .contains("Your agreement gives no right to object")
                .doesNotContain("has passed", "If your objection is admitted");
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER_AT_ONCE, 'is open. An offer waits for your answer until the end of 31 July 2026 "
                + "(America/Toronto); your page shows it. Once you accept, Talvik may be used for your data at once. If you "
                + "reject the offer, Demo looks for another way. If you neither accept nor reply by then, the objection is "
                + "closed without agreement, and Talvik may not be used for your data under this change.'",
        "ANSWER_SAFEGUARD, 'is open. An offer of a safeguard waits for your answer until the end of 31 July 2026"
                + " (America/Toronto); your page shows it. Once you accept, Talvik may be used for your data at once. Once you accept,"
                + " Talvik may be used for your data only with this safeguard. If you reject the offer, Demo looks for another way.'",
        "ANSWER, 'is open. An offer waits for your answer until the end of 31 July 2026 (America/Toronto); your page shows it."
                + " If you reject the offer, Demo looks for another way.'",
        "APPEAL, 'was refused. You can appeal the decision until the end of 31 July 2026 (America/Toronto); your page shows the"
                + " reasons.'",
        "TERMINATE, 'You may terminate the affected orders on your page until the end of 31 July 2026 (America/Toronto).'",
    })
    void a_customer_that_has_the_turn_in_its_case_reads_its_last_day_and_what_accepting_means(Step step, String words) {
        EffectOnCustomer waiting = new EffectOnCustomer(Use.HELD_BACK, null, null, null, "OBJ-2026-0003", Outcome.OPEN)
                .awaiting(new Awaited(step, LocalDate.parse("2026-07-31")));

        bothParts(waiting, true, 15)
                .contains(words)
                .containsOnlyOnce("OBJ-2026-0003")
                .doesNotContain("Your page shows where it stands");
        bothParts(waiting, true, 15)
                .containsIf(step == Step.ANSWER_AT_ONCE || step == Step.ANSWER_SAFEGUARD, "at once");
    }

    @Test
    void what_a_german_contact_alone_reads_is_in_german() {
        Contact german = new Contact(71, "Jörg", "joerg@acme.example.com", Set.of(), 0, Language.DE);
        NoticeDates dates = new NoticeDates(
                Deadline.on(LocalDate.parse("2026-07-31"), TORONTO),
                Deadline.on(LocalDate.parse("2026-07-15"), TORONTO));

        Outgoing message =
                PersonalFields.message(1, ACME, german, true, dates, LocalDate.parse("2026-08-01"), false, null, LIVE);
        Outgoing used = PersonalFields.usedUntil(message, LocalDate.parse("2026-07-02"));

        assertThat(message.language()).isEqualTo(Language.DE);
        assertThat(message.fields())
                .containsEntry("noticeDate", "2. Juli 2026")
                .containsEntry("noticeEnds", "31. Juli 2026")
                .containsEntry("earliestUse", "1. August 2026 (America/Toronto)");
        assertThat(used.language()).isEqualTo(Language.DE);
        assertThat(used.fields()).containsEntry("usedUntil", "2. Juli 2026");
    }

    @Test
    void an_exempted_customer_is_told_that_the_vendor_is_not_used_for_it_and_until_when() {
        EffectOnCustomer until = new EffectOnCustomer(
                Use.EXEMPTED_UNTIL,
                null,
                LocalDate.parse("2027-01-31"),
                LocalDate.parse("2027-02-01"),
                "OBJ-2026-0003",
                Outcome.SETTLED);
        bothParts(until, true, 15)
                .containsSubsequence(
                        "Talvik is not used for your data until the end of 31 January 2027 (America/Toronto)."
                                + " After that day it may be used, from 1 February 2027 (America/Toronto) at the earliest.",
                        "write to us before it ends: Demo decides, no last day is set for its answer, and without its consent"
                                + " the exemption ends on that day.",
                        "Your objection OBJ-2026-0003 was settled by the offer you accepted.",
                        "You can submit a new objection, with the form on your own page or by an email that says that you object."
                                + " While it is open, Talvik may not be used for your data under this change. Our legal team"
                                + " answers it within 10 days; if it misses that day, this never counts against you.",
                        "The last day to object has passed. A late objection is kept and marked late, and our legal team"
                                + " decides about it.",
                        "If a new objection is refused, you get the reasons and can appeal once.",
                        "If a new objection is admitted and no agreement is reached",
                        "The exemption you agreed to still holds, whatever Demo decides about a new objection: while it runs,"
                                + " Talvik is not used for your data under this change, unless you agree to something else.")
                .doesNotContain("in effect for your data", "You can still object", "which is in use");
        bothParts(new EffectOnCustomer(Use.EXEMPTED, null, null, null, "OBJ-2026-0003", Outcome.SETTLED), true, 15)
                .contains("open-ended exemption: Talvik is not used for your data.")
                .doesNotContain("in effect for your data");
    }

    @Test
    void what_keeps_a_modification_away_leaves_the_use_before_it_alone() {
        kind = ChangeKind.MODIFY;
        bothParts(new EffectOnCustomer(Use.HELD_BACK, null, null, null, "OBJ-2026-0003", Outcome.OPEN), true, 15)
                .contains(
                        "The change to Talvik may not apply to your data, as things stand. The use of Talvik as before"
                                + " the change goes on.")
                .doesNotContain("may not be used");
        bothParts(new EffectOnCustomer(Use.EXEMPTED, null, null, null, "OBJ-2026-0003", Outcome.SETTLED), true, 15)
                .contains("the change to Talvik does not apply to your data. The use of Talvik as before the change"
                        + " goes on.")
                .doesNotContain("is not used");
        bothParts(
                        new EffectOnCustomer(
                                Use.EXEMPTED_UNTIL,
                                null,
                                LocalDate.parse("2027-01-31"),
                                LocalDate.parse("2027-02-01"),
                                "OBJ-2026-0003",
                                Outcome.SETTLED),
                        true,
                        15)
                .contains("the change to Talvik does not apply to your data until the end of 31 January 2027"
                        + " (America/Toronto), and the use of Talvik as before the change goes on.")
                .doesNotContain("is not used", "it may be used");
        bothParts(new EffectOnCustomer(Use.IN_EFFECT, SINCE, null, null, null, null), true, 45)
                .contains("the change, which is in effect, may not apply to your data. The use of the vendor as"
                        + " before the change goes on.");
    }

    @Test
    void a_customer_whose_objection_is_open_or_that_leaves_is_told_that_the_vendor_may_not_be_used_for_it() {
        bothParts(new EffectOnCustomer(Use.HELD_BACK, null, null, null, "OBJ-2026-0003", Outcome.OPEN), true, 15)
                .containsSubsequence(
                        "Talvik may not be used for your data under this change, as things stand.",
                        "Your objection OBJ-2026-0003 is open. Your page shows where it stands")
                .doesNotContain("in effect for your data", "new objection", "has passed");
    }

    @Test
    void whoever_terminated_reads_the_last_day_of_each_order_and_from_when_others_are_concerned() {
        bothParts(left(Use.LEAVING, null, LocalDate.parse("2026-08-31")), true, 15)
                .containsSubsequence(
                        "not while they run, until the end of 31 August 2026 (America/Toronto) at the latest, and not afterwards.",
                        "Talvik may not be used for other orders of yours before 1 September 2026 (America/Toronto).",
                        "You terminated orders because of your objection OBJ-2026-0003.",
                        "Last day of use of each order you terminated (America/Toronto):"
                                + " OT-1, 31 August 2026; OT-2 (L-1, L-2), 15 July 2026.");
    }

    @Test
    void whose_terminated_orders_have_ended_reads_since_when_it_is_in_effect_for_the_others() {
        bothParts(left(Use.IN_EFFECT, SINCE, null), true, 15)
                .containsSubsequence(
                        "The change has been in effect for your other orders since 2 July 2026 (America/Toronto).",
                        "OT-1, 31 August 2026; OT-2 (L-1, L-2), 15 July 2026.")
                .doesNotContain("in effect for your data");
    }

    private static EffectOnCustomer left(Use use, LocalDate since, LocalDate until) {
        return new EffectOnCustomer(
                use,
                since,
                until,
                until == null ? null : until.plusDays(1),
                "OBJ-2026-0003",
                Outcome.TERMINATED,
                List.of(
                        new TerminatedOrder("OT-1", List.of(), LocalDate.parse("2026-08-31")),
                        new TerminatedOrder("OT-2", List.of("L-1", "L-2"), LocalDate.parse("2026-07-15"))));
    }

    @Test
    void every_outcome_and_use_has_words_and_no_other_ones() {
        for (Outcome outcome : Outcome.values()) {
            bothParts(new EffectOnCustomer(Use.IN_EFFECT, SINCE, null, null, "OBJ-2026-0003", outcome), true, 15)
                    .containsOnlyOnce("OBJ-2026-0003")
                    .doesNotContain("{");
        }
    }

    @Test
    void what_is_written_after_a_final_refusal_waits_to_be_admitted_and_counts_at_once_after_any_other_end() {
        String waits =
                "You can submit a new objection, with the form on your own page or by an email that says that you object: it"
                        + " is kept, and our legal team decides within 10 days whether it is admitted as a new"
                        + " objection. Until then the outcome of your earlier objection stands.";
        String counts =
                "You can submit a new objection, with the form on your own page or by an email that says that you object."
                        + " While it is open, Talvik may not be used for your data under this change. Our legal team answers it"
                        + " within 10 days; if it misses that day, this never counts against you.";
        bothParts(closed(Outcome.REFUSED, true), true, 15).contains(waits).doesNotContain(counts);
        for (Outcome outcome : List.of(Outcome.REFUSED, Outcome.SETTLED, Outcome.LAPSED, Outcome.WITHDRAWN)) {
            bothParts(closed(outcome, false), true, 15)
                    .containsSubsequence(
                            "Your objection to this change is closed. " + counts,
                            "The last day to object has passed. A late objection is kept and marked late, and our legal team"
                                    + " decides about it.",
                            "If a new objection is refused, you get the reasons and can appeal once. Once a refusal is final,"
                                    + " Talvik may be used for your data again.",
                            "and the vendor, which is in use, may not be used for your data")
                    .doesNotContain("outcome of your earlier objection", "The exemption you agreed to");
            bothParts(closed(outcome, false), true, 45)
                    .contains("If a new objection is refused, you get the reasons and can appeal once.")
                    .doesNotContain("The last day to object has passed");
        }
        bothParts(
                        new EffectOnCustomer(
                                Use.HELD_BACK, null, null, null, "OBJ-2026-0003", Outcome.NOT_AGREED, List.of(), false),
                        true,
                        15)
                .contains("our legal team answers it within 10 days."
                        + " Whatever it decides, Talvik may not be used for your data under this change, unless you"
                        + " agree to something else.")
                .doesNotContain(counts, "If a new objection is refused", "has passed", "as things stand");
        bothParts(closed(Outcome.EXEMPTION_ENDED, false), true, 15)
                .containsSubsequence(
                        "Your objection OBJ-2026-0003 was settled by an exemption, which has ended.",
                        "The exemption agreed about this change has ended. " + counts)
                .doesNotContain("outcome of your earlier objection", "by the offer you accepted");
    }

    private static EffectOnCustomer closed(Outcome outcome, boolean admittedFirst) {
        return new EffectOnCustomer(
                Use.IN_EFFECT, SINCE, null, null, "OBJ-2026-0003", outcome, List.of(), admittedFirst);
    }

    @Test
    void its_subject_says_since_when_it_is_in_effect_for_the_customer_or_how_long_it_is_not() {
        assertThat(subject(new EffectOnCustomer(Use.IN_EFFECT, SINCE, null, null, null, null)))
                .isEqualTo(
                        "Demo: in effect since 2 July 2026 (America/Toronto) – Talvik (OPSTICKET-2026-0007) – Acme & Sons");
        Map.of(
                        Use.EXEMPTED, " while your exemption holds",
                        Use.EXEMPTED_UNTIL, " until the end of 31 January 2027 (America/Toronto)",
                        Use.HELD_BACK, " while your objection is open",
                        Use.LEAVING, "")
                .forEach((use, howLong) -> assertThat(subject(new EffectOnCustomer(
                                use,
                                null,
                                LocalDate.parse("2027-01-31"),
                                LocalDate.parse("2027-02-01"),
                                "OBJ-2026-0003",
                                Outcome.OPEN)))
                        .isEqualTo("Demo: in effect, not for your data" + howLong
                                + " – Talvik (OPSTICKET-2026-0007) – Acme & Sons"));
        assertThat(subject(new EffectOnCustomer(Use.HELD_BACK, null, null, null, "OBJ-2026-0003", Outcome.NOT_AGREED)))
                .isEqualTo("Demo: in effect, not for your data – Talvik (OPSTICKET-2026-0007) – Acme & Sons");
        assertThat(letter().subject(Map.of())).isEqualTo("Demo: in effect – Talvik (OPSTICKET-2026-0007)");
    }

    @Test
    void where_it_is_not_in_effect_for_the_customer_since_the_same_day_the_first_sentence_is_about_others() {
        List<EffectOnCustomer> later = List.of(
                new EffectOnCustomer(Use.IN_EFFECT, LocalDate.parse("2026-08-02"), null, null, null, null),
                new EffectOnCustomer(Use.HELD_BACK, null, null, null, "OBJ-2026-0003", Outcome.OPEN));
        for (EffectOnCustomer effect : later) {
            bothParts(effect, true, 15)
                    .contains("was given notice, has been in effect for others since 2 July 2026 (America/Toronto),"
                            + " and the public list shows it.");
        }
    }

    @Test
    void it_opens_the_notice() {
        Outgoing sent = PersonalFields.inEffect(
                notice(true, 15),
                ACME,
                OLGA,
                new EffectOnCustomer(Use.EXEMPTED, null, null, null, null, null),
                SINCE,
                LIVE);
        assertThat(sent.link().purpose()).isEqualTo(LinkPurpose.NOTICE);
        assertThat(sent.party()).isEqualTo(1);
    }

    private String subject(EffectOnCustomer effect) {
        return merged(
                letter().subject(),
                PersonalFields.inEffect(notice(true, 15), ACME, OLGA, effect, SINCE, LIVE)
                        .fields());
    }

    /** The text and the HTML part, as they reach the customer; the latter without its markup. */
    private BothParts bothParts(EffectOnCustomer effect, boolean mayObject, int window) {
        Map<String, String> fields = PersonalFields.inEffect(notice(mayObject, window), ACME, OLGA, effect, SINCE, LIVE)
                .fields();
        Email letter = letter();
        String html = letter.html().replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]+>", " ");
        return new BothParts(List.of(
                merged(letter.text(), fields).replaceAll("\\s+", " "),
                merged(html, fields).replaceAll("\\s+", " ").replace("&amp;", "&")));
    }

    private static String merged(String text, Map<String, String> fields) {
        String sections = SECTION.matcher(text)
                .replaceAll(each -> fields.getOrDefault(each.group(1), "").isEmpty()
                        ? ""
                        : Matcher.quoteReplacement(each.group(2)));
        return FIELD.matcher(sections).replaceAll(each -> fields.getOrDefault(each.group(1), "-"));
    }

    private Email letter() {
        NoticePolicy policy = Promise.in(TORONTO).made();
        Register register = new Register(
                "demo",
                "Demo",
                "DEMO",
                "Sub-processors",
                List.of(),
                ListStyle.CATEGORIES,
                List.of(),
                "notices@demo.example",
                "legal@demo.example",
                null,
                "#2457d6",
                policy);
        VendorChange announced = Announced.at("2026-06-01T10:00:00Z");
        VendorChange live = VendorChangeBuilder.builder(announced)
                .register("demo")
                .state(ChangeState.PUBLISHED)
                .round(ofKind(announced.round()))
                .publishedAt(LIVE)
                .updatedAt(LIVE)
                .version(2)
                .build();
        Map<String, Object> model =
                EmailModel.of(register, policy, live, live.round(), Kind.CONTRACTUAL, Occasion.IN_EFFECT);
        model.putAll(EmailModel.compared(new BeforeAndAfter(kind, null, List.of())));
        return TEMPLATES.compose("in-effect", model);
    }

    private Round ofKind(Round round) {
        Proposal proposal = round.proposal();
        return new Round(
                round.number(),
                new Proposal(
                        kind,
                        kind == ChangeKind.REPLACE ? "Sentry" : null,
                        true,
                        true,
                        false,
                        null,
                        proposal.reason(),
                        proposal.subprocessor()),
                "paula",
                Instant.EPOCH,
                null,
                null);
    }

    private static Notice notice(boolean mayObject, int window) {
        LocalDate sent = LocalDate.parse("2026-06-01");
        return NoticeBuilder.builder()
                .id(1)
                .reference(Announced.REFERENCE)
                .round(1)
                .register("demo")
                .policyVersion(1)
                .customer(7)
                .told(true)
                .mayObject(mayObject)
                .dates(new NoticeDates(
                        Deadline.on(sent.plusDays(30), TORONTO), Deadline.on(sent.plusDays(window), TORONTO)))
                .build();
    }
}
