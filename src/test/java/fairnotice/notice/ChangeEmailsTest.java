package fairnotice.notice;

import static fairnotice.calendar.Almanac.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.change.ChangeState;
import fairnotice.change.ChangedField;
import fairnotice.change.Proposal;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChangeBuilder;
import fairnotice.mail.BothParts;
import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.RealTemplates;
import fairnotice.refusal.Language;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryFact;
import fairnotice.register.EntryField;
import fairnotice.register.ListStyle;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import fairnotice.register.Register;
import fairnotice.register.Subprocessor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters about a change as they are read. It was announced on 1 June 2026 at 10:00 in Berlin. */
class ChangeEmailsTest {

    private static final String ANNOUNCED = "2026-06-01T08:00:00Z";

    private static final EmailTemplates TEMPLATES = RealTemplates.of(
            "messages/common",
            "messages/mail",
            "messages/notice-letters",
            "messages/objection-letters",
            "messages/portal",
            "messages/site");

    @Test
    void a_newsletter_says_that_the_last_day_counts_in_full_where_and_what_becomes_of_a_late_objection() {
        Email letter = newsletter(Promise.in(BERLIN).made());

        String late = "An objection that arrives later is kept, marked late, and decided.";
        assertThat(letter.text())
                .contains(
                        "Announced on:            1 June 2026 (Europe/Berlin)\n",
                        "Notice period ends:      1 July 2026, end of day (Europe/Berlin)\n",
                        "Earliest effective date: 2 July 2026 (Europe/Berlin); it may be later\n",
                        "Last day to object:      16 June 2026, end of day (Europe/Berlin)\n",
                        "These are the standard dates. If you have received a notice of your own, the dates on your own notice page count for you.",
                        late)
                .doesNotContain("Objections close", "??");
        assertThat(letter.html())
                .contains("Last day to object", "16 June 2026, end of day (Europe/Berlin)", late)
                .doesNotContain("Objections close", "??");
    }

    @Test
    void the_newsletter_that_a_change_is_in_effect_says_since_when_and_that_the_own_page_counts() {
        VendorChange announced = Announced.at(ANNOUNCED);
        Instant live = Instant.parse("2026-07-01T22:00:00Z");
        Email letter = newsletter(
                Promise.in(BERLIN).made(),
                new VendorChange(
                        announced.reference(),
                        "demo",
                        ChangeState.PUBLISHED,
                        announced.round(),
                        announced.announcedAt(),
                        live,
                        null,
                        live,
                        2),
                Occasion.IN_EFFECT);

        assertThat(List.of(letter.text(), letter.html()))
                .allSatisfy(text -> assertThat(text)
                        .contains(
                                "has been in effect since 2 July 2026 (Europe/Berlin)",
                                "If you have received a notice of your own, your own notice page counts for you: it shows your"
                                        + " dates, and whether the change applies to your data.")
                        .doesNotContain("agreed with you"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"news-announcement", "news-in-effect"})
    void a_newsletter_says_who_may_object_how_and_with_what(String template) {
        Subprocessor vendor = Announced.at(ANNOUNCED).proposal().subprocessor();
        boolean inEffect = template.endsWith("in-effect");
        Occasion occasion = inEffect ? Occasion.IN_EFFECT : Occasion.ANNOUNCEMENT;
        String late = "An objection that arrives later is kept, marked late, and decided.";

        assertThat(bothParts(letter(template, ChangeKind.ADD, vendor, occasion)).parts())
                .allSatisfy(text -> assertThat(text.replace(": ", " "))
                        .contains(
                                late,
                                "How to object with the link in your own notice, on the page of the change, or by email to"
                                        + " legal@demo.example.com.")
                        .containsPattern("Who may object (every customer of Demo\\.|customers of Demo on these plans )")
                        .doesNotContain("??"));
        bothParts(letter(template, ChangeKind.ADD, vendor, occasion))
                .containsIf(inEffect, "The standard last day to object was 16 June 2026" + " (Europe/Berlin). " + late);
    }

    @Test
    void a_newsletter_names_the_plans_that_may_object_and_asks_for_grounds_where_the_promise_does() {
        String grounds = "An objection gives reasonable grounds say why.";
        Email all = newsletter(Promise.in(BERLIN)
                .withoutGrounds()
                .audience(Set.of(), Set.of(), List.of(), List.of())
                .made());
        Email some = newsletter(Promise.in(BERLIN)
                .audience(Set.of(), Set.of("recruiter", "enterprise"), List.of(), List.of())
                .made());

        assertThat(bothParts(all).parts())
                .allSatisfy(text -> assertThat(text.replace(": ", " "))
                        .contains("Who may object every customer of Demo.")
                        .doesNotContain(grounds));
        assertThat(bothParts(some).parts())
                .allSatisfy(text -> assertThat(text.replace(": ", " "))
                        .contains("Who may object customers of Demo on these plans enterprise, recruiter. " + grounds));
    }

    /** What the pages show is {@link EntryFact}, as {@code EntryFactTest} has it. */
    @ParameterizedTest
    @ValueSource(strings = {"announcement", "reminder", "news-announcement", "in-effect", "news-in-effect"})
    void every_mail_shows_the_fields_of_the_entry_that_the_pages_show(String template) {
        boolean inEffect = template.endsWith("in-effect");
        Subprocessor full = new Subprocessor(
                "Talvik",
                "Talvik OÜ",
                "Tartu 1",
                "dpo@talvik.example",
                "Speech",
                "Estonia",
                null,
                "voice",
                "None needed",
                "Encrypted at rest",
                "ISO 27001",
                null,
                true,
                "Typed answers only");
        Email letter = letter(template, ChangeKind.ADD, full, inEffect ? Occasion.IN_EFFECT : Occasion.ANNOUNCEMENT);

        List<String> shown = List.of(
                "Vendor Talvik",
                "Legal entity Talvik OÜ",
                "Address Tartu 1",
                "Contact dpo@talvik.example",
                "Role Speech",
                "Data accessed voice",
                "Location Estonia",
                "Transfer mechanism None needed",
                "Safeguards Encrypted at rest",
                "Certifications ISO 27001");
        assertThat(shown).hasSize(EntryFact.forCustomers(full).size() - 1);
        assertThat(bothParts(letter).parts())
                .allSatisfy(text -> assertThat(text).contains(shown).doesNotContain("??"))
                .allSatisfy(text -> assertThat(text.contains("If an exemption is agreed Typed answers only"))
                        .as("no open choice once it is in effect")
                        .isEqualTo(!inEffect));
        assertThat(letter.text())
                .contains("Vendor:                  Talvik\n", "Transfer mechanism:      None needed\n");
    }

    @Test
    void how_a_customer_is_left_out_is_no_choice_of_its_own_whatever_the_change_does() {
        Subprocessor blurred = new Subprocessor(
                "Talvik", null, null, null, null, null, null, null, null, null, null, null, true, "Not recorded");
        for (String template : List.of("announcement", "reminder", "news-announcement")) {
            for (ChangeKind kind : List.of(ChangeKind.ADD, ChangeKind.MODIFY)) {
                assertThat(bothParts(letter(template, kind, blurred, Occasion.ANNOUNCEMENT))
                                .parts())
                        .allSatisfy(
                                text -> assertThat(text).containsPattern("If an exemption is agreed:? Not recorded"));
            }
        }
    }

    @Test
    void a_notice_and_its_reminder_say_what_an_objection_does_and_which_dates_count() {
        for (String template : List.of("announcement", "reminder")) {
            Email letter = letter(
                    template,
                    ChangeKind.MODIFY,
                    Announced.at(ANNOUNCED).proposal().subprocessor(),
                    Occasion.ANNOUNCEMENT);
            bothParts(letter)
                    .contains(
                            "Earliest effective date {{earliestUse}}; the change may not take effect for your data before this day, and may do so later",
                            "The dates on your own notice page apply to you, and are kept up to date.",
                            "If you object, the change to Talvik may not apply to your data while your objection is open,"
                                    + " and the use of Talvik as before the change goes on. Demo answers your objection within 10 days.",
                            "the objection is closed, and the change may not apply to your data. The use of"
                                    + " the vendor as before the change goes on.")
                    .doesNotContain("relay", "policy version", "may not be used", "to your data again");
        }
        assertThat(letter(
                                "announcement",
                                ChangeKind.ADD,
                                Announced.at(ANNOUNCED).proposal().subprocessor(),
                                Occasion.ANNOUNCEMENT)
                        .text())
                .contains(
                        "Earliest effective date: {{earliestUse}}; the change may not take effect for your data before this day, and may do so later",
                        "These dates count from the day on which this email is sent. The dates on your own notice page apply");
    }

    @Test
    void the_newsletter_of_a_modification_says_that_it_takes_effect_at_the_earliest_then() {
        Email letter = letter(
                "news-announcement",
                ChangeKind.MODIFY,
                Announced.at(ANNOUNCED).proposal().subprocessor(),
                Occasion.ANNOUNCEMENT);

        bothParts(letter).contains("Earliest effective date 2 July 2026 (Europe/Berlin); it may be later");
    }

    @ParameterizedTest
    @CsvSource({
        "ADD, Talvik has been in use since",
        "MODIFY, The change to Talvik has been in effect since",
    })
    void a_reminder_of_what_went_first_says_so_and_by_which_exception(ChangeKind kind, String words) {
        Email letter = wentFirst(kind, Occasion.REMINDER);

        assertThat(bothParts(letter).parts())
                .allSatisfy(text -> assertThat(text)
                        .containsPattern("\\{\\{#first}}\\s*" + words
                                + " 31 May 2026 \\(Europe/Berlin\\), before notice of it was given:?"
                                + " waiting would have delayed a security-critical change, for which DPA §06 makes an exception\\."
                                + " Your notice period runs in full\\.\\s*\\{\\{/first}}")
                        .doesNotContain("??"));
    }

    /** The first part for whom it took effect with the others, the other one for whom no message had reached before. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADD | Talvik is in use already, since 31 May 2026 (Europe/Berlin)"
                        + " | Talvik has been in use for others since 31 May 2026 (Europe/Berlin) | Talvik may be used",
                "MODIFY | The change to Talvik is in effect already, since 31 May 2026 (Europe/Berlin)"
                        + " | The change to Talvik has been in effect for others since 31 May 2026 (Europe/Berlin)"
                        + " | the change may apply",
            })
    void a_notice_of_what_went_first_says_so_and_from_when_to_whom_was_not_reached(
            ChangeKind kind, String first, String late, String applies) {
        String exception =
                "waiting would have delayed a security-critical change, for which DPA §06 makes an exception.";
        String inFull = "Your notice period and your time to object run in full from now.";

        assertThat(bothParts(wentFirst(kind, Occasion.ANNOUNCEMENT)).parts())
                .map(text -> text.replace(":", ""))
                .allSatisfy(text -> assertThat(text.replaceAll("}}\\s+", "}}").replaceAll("\\s+\\{\\{", "{{"))
                        .contains(
                                "{{#first}}" + first + " " + exception + " " + inFull + "{{/first}}",
                                "{{#late}}" + late + " " + exception + " We could not reach you before; " + applies
                                        + (kind == ChangeKind.MODIFY ? " to" : " for") + " your data from now on. "
                                        + inFull
                                        + "{{/late}}")
                        .doesNotContain("??"));
    }

    private static Email wentFirst(ChangeKind kind, Occasion occasion) {
        VendorChange announced = Announced.at(ANNOUNCED);
        Proposal proposal = new Proposal(
                kind,
                null,
                true,
                true,
                true,
                null,
                announced.proposal().reason(),
                announced.proposal().subprocessor());
        return TEMPLATES.compose(
                occasion.word(),
                model(
                        Promise.in(BERLIN).expedited("DPA §06").made(),
                        VendorChangeBuilder.builder(announced)
                                .register("demo")
                                .state(ChangeState.IN_NOTICE)
                                .round(new Round(1, proposal, "paula", Instant.EPOCH, null, null))
                                .publishedAt(Instant.parse("2026-05-31T08:00:00Z"))
                                .build(),
                        occasion));
    }

    private static Email letter(String template, ChangeKind kind, Subprocessor vendor, Occasion occasion) {
        VendorChange announced = Announced.at(ANNOUNCED);
        Proposal proposal = new Proposal(
                kind, null, true, true, false, null, announced.proposal().reason(), vendor);
        boolean inEffect = occasion == Occasion.IN_EFFECT;
        return TEMPLATES.compose(
                template,
                model(
                        Promise.in(BERLIN).made(),
                        VendorChangeBuilder.builder(announced)
                                .register("demo")
                                .state(inEffect ? ChangeState.PUBLISHED : announced.state())
                                .round(new Round(1, proposal, "paula", Instant.EPOCH, null, null))
                                .publishedAt(inEffect ? Instant.parse("2026-07-01T22:00:00Z") : null)
                                .build(),
                        occasion));
    }

    /** Without markup, and without the colons and spaces that lay the text out. */
    private static BothParts bothParts(Email letter) {
        return new BothParts(List.of(
                letter.text().replaceAll(": +", " ").replaceAll("\\s+", " "),
                letter.html().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "announcement",
                "reminder",
                "in-effect",
                "amendment",
                "withdrawal",
                "recorded",
                "news-announcement",
                "news-in-effect",
                "news-amendment",
                "news-withdrawal",
                "news-recorded"
            })
    void a_letter_to_who_reads_german_has_no_english_words_of_its_own(String template) {
        Occasion occasion = Stream.of(Occasion.values())
                .filter(each -> template.endsWith(each.word()))
                .findFirst()
                .orElse(Occasion.WITHDRAWAL);
        Subprocessor vendor = Announced.at(ANNOUNCED).proposal().subprocessor();

        for (ChangeKind kind : List.of(ChangeKind.ADD, ChangeKind.MODIFY)) {
            Email letter = Language.DE.speak(() -> letter(template, kind, vendor, occasion));
            assertThat(letter.text()).startsWith(template.startsWith("news-") ? "Guten Tag!" : "Guten Tag {{name}}!");
            assertThat(bothParts(letter).parts())
                    .allSatisfy(text -> assertThat(text)
                            .doesNotContainPattern(
                                    "(?i)\\b(the|of|is|your|notice|vendor|stated|before|change|see|leave)\\b")
                            .doesNotContain("??"));
        }
    }

    @Test
    void a_part_for_some_customers_only_stands_where_the_language_has_it() {
        Subprocessor vendor = Announced.at(ANNOUNCED).proposal().subprocessor();

        bothParts(letter("in-effect", ChangeKind.ADD, vendor, Occasion.IN_EFFECT))
                .contains("has been in effect{{#forOthers}} for others{{/forOthers}} since 2 July 2026");
        bothParts(Language.DE.speak(() -> letter("in-effect", ChangeKind.ADD, vendor, Occasion.IN_EFFECT)))
                .contains("ist{{#forOthers}} für andere{{/forOthers}} seit 2. Juli 2026 (Europe/Berlin) wirksam");
    }

    @Test
    void what_a_modification_takes_out_of_the_list_is_no_longer_stated() {
        VendorChange change = Announced.at(ANNOUNCED);
        Proposal added = change.proposal();
        Proposal modified =
                new Proposal(ChangeKind.MODIFY, null, true, true, false, null, added.reason(), added.subprocessor());
        Map<String, Object> model = model(
                Promise.in(BERLIN).made(),
                VendorChangeBuilder.builder(change)
                        .register("demo")
                        .round(new Round(1, modified, "paula", Instant.EPOCH, null, null))
                        .build(),
                Occasion.ANNOUNCEMENT);
        model.put(
                "changed",
                List.of(
                        new ChangedField(EntryField.POSTURE, "ISO 27001", null),
                        new ChangedField(EntryField.TRANSFER, null, "SCCs")));
        Email letter = TEMPLATES.compose("news-announcement", model);

        assertThat(letter.text())
                .contains("before: ISO 27001\n  after:  no longer stated\n", "before: not stated\n  after:  SCCs\n");
        assertThat(letter.html().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .contains("ISO 27001 no longer stated", "not stated SCCs");
    }

    private static Email newsletter(NoticePolicy policy) {
        return newsletter(policy, Announced.at(ANNOUNCED), Occasion.ANNOUNCEMENT);
    }

    private static Email newsletter(NoticePolicy policy, VendorChange change, Occasion occasion) {
        return TEMPLATES.compose("news-" + occasion.word(), model(policy, change, occasion));
    }

    private static Map<String, Object> model(NoticePolicy policy, VendorChange change, Occasion occasion) {
        Register register = new Register(
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
                policy);
        Map<String, Object> model =
                new HashMap<>(EmailModel.of(register, policy, change, change.round(), Kind.NEWSLETTER, occasion));
        model.put("changed", List.of());
        model.put("replaced", null);
        model.putAll(EmailModel.standard(
                NoticeDates.standard(policy, Instant.parse(ANNOUNCED), Holidays.NONE),
                change,
                change.publishedAt() == null ? change.updatedAt() : change.publishedAt()));
        return model;
    }
}
