package fairnotice.objection;

import static fairnotice.customer.ContactFixture.contact;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.attachment.MailText;
import fairnotice.calendar.Deadline;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.customer.Contact;
import fairnotice.customer.ContactRole;
import fairnotice.customer.Customer;
import fairnotice.customer.Terms;
import fairnotice.mail.BothParts;
import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.mail.RealTemplates;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeBuilder;
import fairnotice.notice.NoticeStanding;
import fairnotice.refusal.Language;
import fairnotice.register.ChangeKind;
import fairnotice.register.ListStyle;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.register.Settlement.Cure;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters of a case as they are read, under a promise whose days are those of Auckland: there the next day has begun. */
class ObjectionEmailsTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final Contact OLGA = contact(70, "Olga", "olga@acme.example.com", ContactRole.PRIVACY);

    /** The last day is 5 December there. */
    private static final String MISSED =
            "If Demo misses its last day, the new objection stays open until it is answered; until then the outcome of your"
                    + " earlier one stands.";

    private static final Instant ANSWER_BY = Instant.parse("2026-12-05T11:00:00Z");
    private static final Instant PAST = Instant.parse("2026-11-25T11:00:00Z");

    private static final Instant NOW = Instant.parse("2026-11-26T11:02:00Z");

    private static final EmailTemplates TEMPLATES =
            RealTemplates.of("messages/mail", "messages/objection-letters", "messages/portal");

    private NoticePolicy policy = Promise.in(AUCKLAND).made();
    private final List<NewMailing> sent = new ArrayList<>();
    private final List<Outgoing> written = new ArrayList<>();
    private Notice notice;
    private List<Contact> readers = List.of(OLGA);
    private final ObjectionEmails letters =
            new ObjectionEmails(new Contexts(), new Parties(), only(Registers.class), TEMPLATES, only(Mailings.class));

    @Test
    void who_gave_no_grounds_reads_until_when_they_may_follow() {
        ObjectionEmail letter = ObjectionEmail.RECEIPT_WITHOUT_GROUNDS;
        Objection filed = Cases.waiting(ObjectionState.ASSESSMENT, ANSWER_BY);
        Objection without = ObjectionBuilder.builder(filed)
                .filing(filed.filing().withGrounds(Grounds.NOT_GIVEN))
                .windowClosesAt(Instant.parse("2026-12-12T11:00:00Z"))
                .build();
        String by =
                "Please give your grounds by the end of 12 December 2026 (Pacific/Auckland). After that day your objection"
                        + " can be refused because it gives none.";

        letters.write(without, letter, EmailFacts.until(ANSWER_BY));
        bothParts().contains(by);

        sent.clear();
        letters.write(
                ObjectionBuilder.builder(without).windowClosesAt(NOW).build(), letter, EmailFacts.until(ANSWER_BY));
        bothParts().doesNotContain("Please give your grounds by");
    }

    @Test
    void a_receipt_promises_no_answer_before_the_grounds_that_may_still_follow() {
        Objection filed = Cases.waiting(ObjectionState.ASSESSMENT, ANSWER_BY);
        Objection without = ObjectionBuilder.builder(filed)
                .filing(filed.filing().withGrounds(Grounds.NOT_GIVEN))
                .answerDueAt(ANSWER_BY)
                .windowClosesAt(Instant.parse("2026-12-12T11:00:00Z"))
                .build();

        letters.write(without, ObjectionEmail.RECEIPT_WITHOUT_GROUNDS, EmailFacts.until(ANSWER_BY));
        bothParts()
                .contains(
                        "Your objection was received: please add your grounds by 12 December 2026 (Pacific/Auckland)",
                        "Demo answers you by the end of 5 December 2026 (Pacific/Auckland) if you have given your grounds by"
                                + " then. Without grounds it cannot decide before the end of 12 December 2026");

        sent.clear();
        letters.write(
                ObjectionBuilder.builder(without).windowClosesAt(ANSWER_BY).build(),
                ObjectionEmail.RECEIPT_WITHOUT_GROUNDS,
                EmailFacts.until(ANSWER_BY));
        bothParts()
                .contains("Demo answers you by the end of 5 December 2026 (Pacific/Auckland). While")
                .doesNotContain("Without grounds it cannot decide");
    }

    @Test
    void an_open_ended_exemption_has_no_dates_to_point_to() {
        letters.write(
                Cases.waiting(ObjectionState.OFFERED, ANSWER_BY),
                ObjectionEmail.OFFER,
                EmailFacts.until(ANSWER_BY).offering(terms(null)));
        bothParts().contains("An open-ended exemption").doesNotContain("The dates that apply if you accept");

        sent.clear();
        letters.write(Cases.exempted(null, NOW), ObjectionEmail.AGREED, EmailFacts.NOTHING.agreeing(terms(null)));
        bothParts()
                .contains("What was agreed is set out above; it has no last day.")
                .doesNotContain("from when the change may take effect");
    }

    @Test
    void a_code_says_until_when_it_can_be_used_and_stands_in_the_thread_of_its_case() {
        Objection objection = Cases.waiting(ObjectionState.OFFERED, ANSWER_BY);

        letters.writeCode(
                objection,
                OLGA,
                "12345678",
                Instant.parse("2026-11-26T11:32:00Z"),
                EmailFacts.quoting("accept the offer")
                        .offering(terms("2027-03-31"))
                        .about(Set.of("PO-2", "PO-1")),
                null);

        assertThat(text())
                .containsSubsequence(
                        "objection OBJ-2026-0003 to Talvik (change DEMO-2026-0001)",
                        "12345678",
                        "Valid until 27 November 2026, 00:32 (Pacific/Auckland). It can be used once.",
                        "Kind of offer: An exemption with a last day",
                        "The vendor is not used for you until: the end of 31 March 2027 (Pacific/Auckland)",
                        "Orders that the objection is about: PO-1, PO-2",
                        "accept the offer");
        letters.write(objection, ObjectionEmail.OFFER, EmailFacts.until(ANSWER_BY));
        assertThat(sent).extracting(NewMailing::thread).containsOnly("objection/OBJ-2026-0003");
        assertThat(sent)
                .extracting(mailing -> mailing.letter().subject())
                .containsOnly("Demo: objection to Talvik (OBJ-2026-0003) – {{customer}}");
    }

    @Test
    void each_contact_is_written_to_in_its_own_language_with_its_days_written_so() {
        readers = List.of(OLGA, new Contact(71, "Jörg", "joerg@acme.example.com", Set.of(), 0, Language.DE));

        letters.write(
                Cases.waiting(ObjectionState.OFFERED, ANSWER_BY),
                ObjectionEmail.OFFER,
                EmailFacts.until(ANSWER_BY).offering(terms("2027-03-31")));

        assertThat(written).extracting(Outgoing::language).containsExactly(Language.EN, Language.DE);
        assertThat(sent.get(0).letter().text()).contains("5 December 2026", "31 March 2027 (Pacific/Auckland)");
        assertThat(sent.get(0).letter().html()).contains("<html lang=\"en\"");
        Email german = sent.get(0).translations().get(Language.DE);
        assertThat(german.subject()).startsWith("Demo: Einspruch ");
        assertThat(german.text())
                .contains(
                        "Ein Lösungsvorschlag: Ihre Antwort bis 5. Dezember 2026 (Pacific/Auckland)",
                        "nicht eingesetzt bis: 31. März 2027, 24:00 Uhr (Pacific/Auckland)",
                        "Verbindlich ist die englische Fassung des Vertrags.")
                .doesNotContain("December", "objection", "??");
        assertThat(german.html()).contains("Verbindlich ist die englische Fassung des Vertrags.");
        assertThat(sent.get(0).letter().text()).doesNotContain("of the agreement is binding");
        assertThat(german.html()).contains("<html lang=\"de\"");
    }

    @Test
    void a_letter_that_nobody_reads_in_german_is_not_written_in_it() {
        letters.write(
                Cases.waiting(ObjectionState.OFFERED, ANSWER_BY), ObjectionEmail.OFFER, EmailFacts.until(ANSWER_BY));

        assertThat(sent.get(0).translations()).isEmpty();
    }

    @Test
    void a_code_to_withdraw_an_objection_says_from_when_the_change_applies() {
        letters.writeCode(
                Cases.waiting(ObjectionState.OFFERED, ANSWER_BY),
                OLGA,
                "12345678",
                Instant.parse("2026-11-26T11:32:00Z"),
                EmailFacts.quoting("withdraw the objection OBJ-2026-0003"),
                "portal.code.text.withdraw.in-effect");

        bothParts()
                .containsSubsequence(
                        "withdraw the objection OBJ-2026-0003",
                        "Withdrawing it closes the objection. The change, which is in effect, applies to your data from that "
                                + "moment, as if you had not objected.",
                        "Only you can use the code");
    }

    @Test
    void the_last_reminder_to_terminate_says_that_the_refund_is_seen_first_and_a_code_confirms() {
        for (ObjectionEmail letter : List.of(ObjectionEmail.TERMINATION_OFFER, ObjectionEmail.ELECTION_REMINDER)) {
            letters.write(
                    Cases.waiting(ObjectionState.TERMINATION_OFFERED, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

            bothParts()
                    .contains("You see what is refunded before you confirm, and confirm with a code that is sent by"
                            + " email.");
            sent.clear();
        }
    }

    @Test
    void a_refusal_for_who_filed_it_speaks_of_the_sender_and_not_of_the_customers_right() {
        Objection refused = Cases.filedBy("ann@example.com", "<1@example.com>")
                .refused(RefusalReason.NOT_ENTITLED, "We do not know Ann", "counsel", ANSWER_BY, NOW);
        ownRight = new RightAfterRefusal.OwnRight(
                Deadline.endingAt(Instant.parse("2026-12-20T11:00:00Z"), AUCKLAND), false, false);

        letters.write(
                refused, ObjectionEmail.REFUSED, EmailFacts.until(ANSWER_BY).withQuote("We do not know Ann"));

        bothParts()
                .containsSubsequence(
                        "We do not know Ann",
                        "It was refused because of its sender: whoever submitted it was not entitled to object for your"
                                + " organisation.",
                        "This takes nothing from your own right: your own contacts can still object to this change with"
                                + " their links, in time until the end of 20 December 2026 (Pacific/Auckland). That counts as"
                                + " your first objection: from its receipt, Talvik may not be used for your data under this"
                                + " change.",
                        "If one of your own contacts appeals, the objection counts as your own from then on");
    }

    @Test
    void what_is_left_after_a_refusal_for_the_sender_is_said_as_its_day_stands() {
        Objection refused = Cases.filedBy("ann@example.com", "<1@example.com>")
                .refused(RefusalReason.NOT_ENTITLED, "We do not know Ann", "counsel", ANSWER_BY, NOW)
                .refusedForGood(NOW);
        ownRight = new RightAfterRefusal.OwnRight(
                Deadline.endingAt(Instant.parse("2026-11-20T11:00:00Z"), AUCKLAND), true, false);

        letters.write(refused, ObjectionEmail.REFUSAL_FINAL, EmailFacts.NOTHING);

        bothParts()
                .contains("The last day to object, 20 November 2026 (Pacific/Auckland), has passed, so that is kept and"
                        + " marked late, and our legal team decides about it.")
                .doesNotContain("You can submit a new objection", "If one of your own contacts appeals");
        sent.clear();
        ownRight = new RightAfterRefusal.OwnRight(null, false, false);
        letters.write(refused, ObjectionEmail.REFUSAL_FINAL, EmailFacts.NOTHING);
        bothParts().contains("once your notice period has started until the last day that your page then shows.");
    }

    @Test
    void an_offer_names_its_days_before_the_words_that_may_speak_of_them() {
        for (ObjectionEmail letter : List.of(ObjectionEmail.OFFER, ObjectionEmail.OFFER_REMINDER)) {
            letters.write(
                    Cases.waiting(ObjectionState.OFFERED, ANSWER_BY),
                    letter,
                    EmailFacts.until(ANSWER_BY)
                            .withQuote("Talvik is not used until then.")
                            .offering(terms("2027-03-31")));

            assertThat(text())
                    .containsSubsequence(
                            "until the end of 5 December 2026 (Pacific/Auckland).",
                            "The vendor is not used for you until: the end of 31 March 2027 (Pacific/Auckland)",
                            "Earliest effective date for you if you accept: 1 April 2027",
                            "Talvik is not used until then.",
                            "Please accept, reply or reject on your own page by the end of 5 December 2026",
                            "A reply by then counts as an answer in time: Demo looks for another way",
                            "The dates that apply if you accept are given above the words of the offer.",
                            "If you neither accept nor reply in time, the objection is closed without agreement")
                    .doesNotContain("??");
            assertThat(sent.get(0).letter().html())
                    .containsSubsequence("the end of 31 March 2027", "Talvik is not used until then.");
            sent.clear();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {"OFFER", "OFFER_REMINDER", "ADMITTED", "OFFER_MISSED", "ANSWER_MISSED"})
    void whoever_may_come_to_terminate_orders_reads_with_it_what_is_refunded(ObjectionEmail letter) {
        String refund = "For what you terminate, you are refunded the fees paid ahead and not used.";
        Deadline last = Deadline.on(LocalDate.of(2027, 1, 4), AUCKLAND);
        Optional<Deadline> due = Optional.of(last)
                .filter(day -> letter == ObjectionEmail.ADMITTED || letter == ObjectionEmail.OFFER_MISSED);
        for (boolean promised : List.of(true, false)) {
            policy = promised
                    ? Promise.in(AUCKLAND).terminating("30 days").made()
                    : Promise.in(AUCKLAND).made();
            letters.write(
                    Cases.waiting(ObjectionState.OFFERED, ANSWER_BY),
                    letter,
                    EmailFacts.until(ANSWER_BY).offeredBy(due));

            bothParts().containsIf(promised, refund).doesNotContain("??");
            sent.clear();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXPLANATION, , 'Once you accept, Trilvo, which this change replaces, may be used for your data until the change takes effect for you, and no longer after that.'",
        "EXEMPTION, 2027-03-31, 'Once you accept, Trilvo, which this change replaces, may go on being used for your data as before while the exemption runs.'",
        "EXEMPTION, , 'Once you accept, Trilvo, which this change replaces, may go on being used for your data as before while the exemption runs.'"
    })
    void an_offer_about_a_replacement_says_until_when_the_vendor_that_is_replaced_may_be_used(
            Cure cure, LocalDate until, String used) {
        kind = ChangeKind.REPLACE;
        replaces = "Trilvo";
        terms = OfferTerms.of(
                new Offer(1, cure, "Words", until, NOW, "legal"),
                AUCKLAND,
                Optional.of(LocalDate.of(2026, 12, 20)),
                Optional.empty(),
                NOW);

        letters.write(
                Cases.waiting(ObjectionState.OFFERED, ANSWER_BY), ObjectionEmail.OFFER, EmailFacts.until(ANSWER_BY));
        bothParts().contains(used);

        sent.clear();
        kind = ChangeKind.ADD;
        letters.write(
                Cases.waiting(ObjectionState.OFFERED, ANSWER_BY), ObjectionEmail.OFFER, EmailFacts.until(ANSWER_BY));
        bothParts().doesNotContain("Trilvo");
    }

    @Test
    void an_exemption_agreed_before_stays_whatever_is_decided_about_a_new_objection() {
        String stays =
                "The exemption you agreed to before still holds, whatever Demo decides about this objection: while it"
                        + " runs, Talvik is not used for your data under this change, unless you agree to something else.";
        for (ObjectionEmail letter : List.of(ObjectionEmail.RECEIPT, ObjectionEmail.ADMITTED)) {
            exemption = terms("2027-03-31");
            letters.write(Cases.waiting(ObjectionState.ASSESSMENT, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));
            bothParts().contains(stays);
            sent.clear();
            exemption = null;
            letters.write(Cases.waiting(ObjectionState.ASSESSMENT, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));
            bothParts().doesNotContain("still holds");
            sent.clear();
        }
        letters.write(
                Cases.exempted("2027-03-31", Instant.EPOCH),
                ObjectionEmail.AGREED,
                EmailFacts.NOTHING.agreeing(terms("2027-03-31")));
        bothParts()
                .contains(
                        "The exemption you agreed to still holds, whatever Demo decides about a new objection: while it"
                                + " runs, Talvik is not used for your data under this change, unless you agree to something"
                                + " else.");
    }

    @Test
    void whoever_filed_on_the_open_page_is_told_about_whom_and_until_when_to_confirm() {
        Instant asked = Instant.parse("2026-11-20T11:32:00Z");

        letters.writeConfirmation(
                new Unconfirmed(
                        5,
                        "DEMO-2026-0001",
                        "Eve",
                        "Acme",
                        "eve@example.com",
                        Grounds.LOCATION,
                        "",
                        Instant.parse("2026-11-19T08:00:00Z"),
                        null,
                        null,
                        null,
                        Language.EN),
                change(),
                policy,
                asked);

        assertThat(text())
                .contains(
                        "an objection to Talvik (change DEMO-2026-0001)",
                        "by 28 November 2026, 00:32 (Pacific/Auckland)")
                .doesNotContain("Eve", "Acme");
    }

    @Test
    void an_exemption_that_has_ended_beside_a_change_in_effect_says_since_when_it_is_in_effect() {
        inEffect = true;
        OfferTerms over = OfferTerms.of(
                Cases.exemption("2027-01-31"),
                AUCKLAND,
                Optional.of(LocalDate.of(2026, 12, 20)),
                Optional.of(Instant.parse("2026-12-20T00:00:00Z")),
                Instant.parse("2027-01-31T11:00:00Z"));

        letters.write(
                Cases.exempted("2027-01-31", Instant.EPOCH),
                ObjectionEmail.EXEMPTION_ENDED,
                EmailFacts.until(Instant.parse("2027-01-31T11:00:00Z"))
                        .withQuote("Not for you")
                        .agreeing(over));

        bothParts()
                .containsSubsequence(
                        "ended at the end of 31 January 2027 (Pacific/Auckland)",
                        "The vendor was not used for you until",
                        "the end of 31 January 2027",
                        "The vendor may be used for your data from",
                        "1 February 2027 (Pacific/Auckland)",
                        "Talvik may be used for your data from the day given above.",
                        "reply to this message: Demo decides, and no day is set for its answer. Such a request is not an"
                                + " objection: by itself it does not keep the change from your data.",
                        "with the form on your own page or by an email that says that you object. While it is open, Talvik may"
                                + " not be used for your data under this change. Our legal team answers it within 10 days; if"
                                + " it misses that day, this never counts against you.")
                .doesNotContain("may take effect", "in effect", "In effect", "is not used");
    }

    @Test
    void before_its_end_and_while_the_change_is_not_in_effect_it_says_from_when_that_may_be() {
        OfferTerms running = OfferTerms.of(
                Cases.exemption("2027-01-31"),
                AUCKLAND,
                Optional.of(LocalDate.of(2026, 12, 20)),
                Optional.empty(),
                Instant.parse("2027-01-31T10:59:59Z"));

        letters.write(
                Cases.exempted("2027-01-31", Instant.EPOCH),
                ObjectionEmail.EXEMPTION_ENDS,
                EmailFacts.until(Instant.parse("2027-01-31T11:00:00Z")).agreeing(running));

        bothParts()
                .contains(
                        "ends at the end of 31 January 2027 (Pacific/Auckland)",
                        "The vendor is not used for you until",
                        "Earliest effective date for you",
                        "After that day the change may take effect",
                        "before it ends: Demo decides, no last day is set for its answer, and without its consent the"
                                + " exemption ends on that day. Such a"
                                + " request is not an objection: by itself it does not keep the change from your data after"
                                + " that day.",
                        "You can submit a new objection, with the form on your own page or by an email that says that you"
                                + " object. While it is open, Talvik may not be used")
                .doesNotContain("In effect", "in effect", "was not used");
        sent.clear();

        inEffect = true;
        letters.write(
                Cases.exempted("2027-01-31", Instant.EPOCH),
                ObjectionEmail.EXEMPTION_ENDS,
                EmailFacts.until(Instant.parse("2027-01-31T11:00:00Z")).agreeing(running));

        bothParts()
                .contains(
                        "The change is in effect for others already, since the day given above. Once your exemption"
                                + " has ended, it may take effect for your data too.",
                        "before it ends: Demo decides, no last day is set for its answer, and without its consent the"
                                + " exemption ends on that day. Such a"
                                + " request is not an objection: by itself it does not keep the change from your data after"
                                + " that day.",
                        "You can submit a new objection, with the form on your own page or by an email that says that you"
                                + " object. While it is open, Talvik may not be used",
                        "The exemption you agreed to still holds, whatever Demo decides about a new objection: while it runs,");
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIPT, ASSESSMENT, 'holds, whatever Demo decides about this objection: Talvik may be used for your data only with it'",
        "RECEIPT_AGAIN, ASSESSMENT, 'holds, whatever Demo decides about this objection: Talvik may be used for your data only with it'",
        "ADMITTED, AWAITING_OFFER, 'holds, whatever Demo decides about this objection: Talvik may be used for your data only with it'",
        "REFUSAL_FINAL, REFUSED, 'holds: Talvik may be used for your data only with it.'",
        "WITHDRAWN, WITHDRAWN, 'holds: Talvik may be used for your data only with it.'",
    })
    void beside_a_new_objection_a_safeguard_agreed_before_still_holds(
            ObjectionEmail letter, ObjectionState state, String said) {
        Objection agreed = ObjectionBuilder.builder(Cases.earlier(1, "OBJ-2026-0001", ObjectionState.RESOLVED))
                .offer(new Offer(1, Cure.SAFEGUARD, "We mask", null, Instant.EPOCH, "legal"))
                .build();
        earlier = List.of(agreed);

        letters.write(Cases.waiting(state, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));
        bothParts()
                .contains("The safeguard you agreed to before still " + said)
                .doesNotContain("as if you had not objected");

        sent.clear();
        earlier = List.of(Cases.earlier(2, "OBJ-2026-0002", ObjectionState.RESOLVED), agreed);
        letters.write(Cases.waiting(state, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));
        bothParts().doesNotContain("safeguard");
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {"EXEMPTION_ENDS", "EXEMPTION_ENDED"})
    void after_a_later_objection_was_refused_for_good_a_new_one_counts_once_admitted(ObjectionEmail letter) {
        earlier = List.of(Cases.other(4, ObjectionState.REFUSED, NOW));

        letters.write(
                Cases.exempted("2027-01-31", Instant.EPOCH),
                letter,
                EmailFacts.until(Instant.parse("2027-01-31T11:00:00Z")));

        bothParts()
                .contains(
                        "our legal team decides within 10 days whether it is admitted as a new objection. Until then the"
                                + " outcome of your earlier objection stands.")
                .doesNotContain("While it is open");
    }

    @Test
    void an_accepted_exemption_with_a_last_day_can_be_prolonged_and_one_without_needs_not() {
        for (String until : Arrays.asList("2027-03-31", null)) {
            letters.write(
                    Cases.exempted(until, Instant.EPOCH),
                    ObjectionEmail.AGREED,
                    EmailFacts.NOTHING.agreeing(terms(until)));

            String prolonged =
                    "If you want the exemption to continue, write to us before it ends: Demo decides, no last day is set for"
                            + " its answer, and without its consent the exemption ends on that day. Such a request is not an objection: by itself it"
                            + " does not keep the change from your data after that day. We remind you by email before it ends";
            bothParts().containsIf(until != null, prolonged);
            sent.clear();
        }
    }

    @Test
    void whose_objection_is_admitted_reads_that_the_vendor_may_not_be_used_meanwhile() {
        for (ObjectionEmail letter : List.of(ObjectionEmail.ADMITTED, ObjectionEmail.ADMITTED_ON_APPEAL)) {
            letters.write(Cases.waiting(ObjectionState.AWAITING_OFFER, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

            bothParts()
                    .contains("While the objection is open, Talvik may not be used for your data under this change.");
            sent.clear();
        }
    }

    @Test
    void whoever_rejected_an_offer_reads_what_comes_or_is_told_not_to_come() {
        letters.write(
                Cases.waiting(ObjectionState.AWAITING_OFFER, ANSWER_BY),
                ObjectionEmail.REJECTED,
                EmailFacts.until(ANSWER_BY).offeredBy(Optional.of(Deadline.on(LocalDate.of(2026, 12, 20), AUCKLAND))));

        bothParts()
                .containsSubsequence(
                        "you get another offer of how it could be settled, or hear that none can be made.",
                        "If neither comes by then,");
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {
                "REFUSED_AGAIN",
                "REFUSAL_FINAL",
                "LAPSED",
                "TERMINATION_OFFER",
                "ELECTION_REMINDER",
                "RECEIPT_AGAIN"
            })
    void the_end_of_a_notice_is_named_only_while_it_is_ahead(ObjectionEmail letter) {
        Objection objection = Cases.waiting(ObjectionState.OFFERED, ANSWER_BY);
        letters.write(objection, letter, EmailFacts.until(ANSWER_BY));
        assertThat(text()).contains("your notice period has ended");
        sent.clear();

        noticeOver = true;
        letters.write(objection, letter, EmailFacts.until(ANSWER_BY));

        assertThat(bothParts().parts())
                .allSatisfy(text -> assertThat(text)
                        .containsPattern(
                                "the change may (then )?take effect for your data[.]|The change may take effect for your data[.]")
                        .doesNotContain("notice period", "??"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ON_A_DAY        |        | Once the refusal is final, Talvik may be used for your data from 20 December 2026 (Pacific/Auckland) at the earliest. The objection is then closed. This does not affect your other rights under your agreement or the law.",
                "WITH_THE_CHANGE |        | Once the refusal is final, Talvik may be used for your data as soon as the change takes effect. The objection is then closed. This does not affect your other rights under your agreement or the law.",
                "AT_ONCE         |        | Once the refusal is final, Talvik may be used for your data at once. The objection is then closed. This does not affect your other rights under your agreement or the law.",
                "STANDS          |        | so your objection stands even once the refusal is final: Talvik may not be used for your data under this change. The objection is then closed. This does not affect your other rights under your agreement or the law.",
                "EXEMPTED        |        | still holds once the refusal is final: while it runs, Talvik is not used for your data under this change. The objection is then closed. This does not affect your other rights under your agreement or the law.",
                "ON_A_DAY        | MODIFY | Once the refusal is final, the change to Talvik may take effect for your data from 20 December 2026 (Pacific/Auckland) at the earliest.",
                "AT_ONCE         | MODIFY | Once the refusal is final, the change to Talvik may apply to your data at once."
            })
    void a_refusal_and_its_appeal_say_what_follows_once_it_is_final(
            FinalRefusal.Then then, ChangeKind modify, String words) {
        kind = modify == null ? ChangeKind.ADD : modify;
        LocalDate day = then == FinalRefusal.Then.ON_A_DAY ? LocalDate.of(2026, 12, 20) : null;
        ifFinal = FinalRefusal.on(then, day);
        for (ObjectionEmail letter : List.of(ObjectionEmail.REFUSED, ObjectionEmail.CONTESTED)) {
            letters.write(Cases.waiting(ObjectionState.REFUSED, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

            bothParts().contains(words);
            sent.clear();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {"RECEIPT", "RECEIPT_WITHOUT_GROUNDS", "NOT_AGREED", "REFUSED_AGAIN_STANDS", "REFUSAL_FINAL_STANDS"
            })
    void whoever_objects_to_what_is_in_use_reads_that_it_stops_and_what_is_not_said_of_its_data(ObjectionEmail letter) {
        String stopped =
                "Talvik was in use for your data when the objection was submitted. Its use for your data stops with the objection:"
                        + " from the time at which that counts as received, Talvik may not be used for your data under this change."
                        + " Demo's notice terms do not state what becomes of your data that Talvik received before. Where the GDPR"
                        + " applies, you can instruct Demo to have them deleted or returned (art. 28(3)(a) and (g)): write to"
                        + " legal@demo.example, or reply to one of our emails about your objection.";
        for (boolean was : List.of(false, true)) {
            inEffectWhenFiled = was;
            letters.write(Cases.waiting(ObjectionState.ASSESSMENT, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

            assertThat(bothParts().parts())
                    .allSatisfy(text -> assertThat(text.replace("&#39;", "'").contains(stopped))
                            .isEqualTo(was));
            sent.clear();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {
                "REFUSED_AGAIN",
                "REFUSAL_FINAL",
                "LAPSED",
                "WITHDRAWN",
                "TERMINATION_OFFER",
                "ELECTION_REMINDER",
                "RECEIPT_AGAIN"
            })
    void while_an_earlier_objection_stands_no_end_of_a_later_one_says_that_the_change_applies(ObjectionEmail letter) {
        inEffect = true;
        keptAwayByEarlier = true;

        letters.write(Cases.waiting(ObjectionState.ASSESSMENT, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains("The outcome of your earlier objection stands: Talvik may not be used for your data"
                        + " under this change.")
                .doesNotContain("applies to your data", "may take effect", "in effect");
    }

    @Test
    void what_was_never_admitted_as_new_ends_with_the_change_in_effect_as_it_was() {
        inEffect = true;
        Map.of(
                        ObjectionEmail.REFUSED_AGAIN, ObjectionState.REFUSED,
                        ObjectionEmail.REFUSAL_FINAL, ObjectionState.REFUSED,
                        ObjectionEmail.WITHDRAWN, ObjectionState.WITHDRAWN)
                .forEach((letter, state) -> {
                    letters.write(Cases.again(state), letter, EmailFacts.NOTHING);

                    bothParts()
                            .contains("The change stays in effect for your data, as it was while this objection was"
                                    + " open.")
                            .doesNotContain("now applies", "may take effect");
                    sent.clear();
                });
    }

    @Test
    void an_offer_and_its_acceptance_name_what_ended_without_agreement_before_and_is_settled_too() {
        earlier = List.of(
                Cases.earlier(2, "OBJ-2026-0002", ObjectionState.LAPSED),
                Cases.earlier(1, "OBJ-2026-0001", ObjectionState.NOT_AGREED));
        Objection offered = Cases.waiting(ObjectionState.OFFERED, ANSWER_BY);
        String ahead =
                "Accepting replaces the outcome of your earlier objections to this change, OBJ-2026-0001, OBJ-2026-0002:"
                        + " from then on only this agreement counts.";
        for (ObjectionEmail letter : List.of(ObjectionEmail.OFFER, ObjectionEmail.OFFER_REMINDER)) {
            letters.write(offered, letter, EmailFacts.until(ANSWER_BY).offering(terms(null)));
            bothParts().contains(ahead);
            sent.clear();
        }
        letters.writeCode(
                offered, OLGA, "12345678", NOW, EmailFacts.quoting("accept").offering(terms(null)), null);
        bothParts().contains(ahead);
        sent.clear();

        earlier = List.of(Cases.earlier(1, "OBJ-2026-0001", ObjectionState.NOT_AGREED));
        letters.write(Cases.settled(ObjectionState.RESOLVED, NOW), ObjectionEmail.AGREED, EmailFacts.NOTHING);
        bothParts()
                .contains(
                        "It replaces the outcome of your earlier objection to this change, OBJ-2026-0001: only this agreement"
                                + " counts.");
        sent.clear();

        earlier = List.of(
                Cases.earlier(2, "OBJ-2026-0002", ObjectionState.RESOLVED),
                Cases.earlier(1, "OBJ-2026-0001", ObjectionState.NOT_AGREED));
        letters.write(offered, ObjectionEmail.OFFER, EmailFacts.until(ANSWER_BY));
        assertThat(text()).as("settled by the agreement before it").doesNotContain("OBJ-2026-0001", "also settles");
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {"REFUSED_AGAIN", "REFUSAL_FINAL", "LAPSED", "WITHDRAWN", "AGREED", "EXEMPTION_ENDED"})
    void who_lets_a_replacement_in_is_told_that_what_it_replaces_may_no_longer_be_used(ObjectionEmail letter) {
        String over = "Sentry, which this change replaces, may no longer be used for your data.";
        Objection objection = Cases.waiting(ObjectionState.OFFERED, ANSWER_BY);
        kind = ChangeKind.REPLACE;
        replaces = "Sentry";
        letters.write(objection, letter, EmailFacts.until(ANSWER_BY));
        bothParts().doesNotContain(over);
        sent.clear();

        inEffect = true;
        letters.write(objection, letter, EmailFacts.until(ANSWER_BY));
        bothParts().contains(over);
        sent.clear();

        exemption = letter == ObjectionEmail.EXEMPTION_ENDED || letter == ObjectionEmail.AGREED
                ? null
                : terms("2027-03-31");
        letters.write(
                letter == ObjectionEmail.AGREED ? Cases.exempted("2027-03-31", Instant.EPOCH) : objection,
                letter,
                EmailFacts.until(ANSWER_BY));
        bothParts().containsIf(letter == ObjectionEmail.EXEMPTION_ENDED, over);
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {"TERMINATION_OFFER", "ELECTION_REMINDER", "EXEMPTION_ENDS"})
    void while_the_replacement_is_still_kept_away_nothing_says_that_the_other_is_over(ObjectionEmail letter) {
        kind = ChangeKind.REPLACE;
        replaces = "Sentry";
        inEffect = true;
        letters.write(Cases.waiting(ObjectionState.OFFERED, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));
        bothParts().doesNotContain("may no longer be used");
    }

    @ParameterizedTest
    @CsvSource({
        "ADD, 'Talvik was in use for your data before. Its use for your data stopped with the objection of ', 'Talvik may not be"
                + " used for your data under this change'",
        "MODIFY, 'The change to Talvik was in effect for your data before. It stopped with the objection of ', 'the change to"
                + " Talvik may not apply to your data, and the use of Talvik as before the change goes on'"
    })
    void a_receipt_names_the_earlier_objection_that_stopped_the_use_and_the_one_that_stands(
            ChangeKind of, String stopped, String kept) {
        kind = of;
        earlier = List.of(Cases.earlier(1, "OBJ-2026-0001", ObjectionState.NOT_AGREED));
        earlierInEffect = true;
        String day = ObjectionEmails.day(LocalDate.ofInstant(earlier.get(0).receivedAt(), AUCKLAND));
        String stands =
                "The outcome of your earlier objection OBJ-2026-0001 stands. Whatever Demo decides about this one, "
                        + kept + ", unless you agree to something else.";
        Objection open = Cases.waiting(ObjectionState.ASSESSMENT, ANSWER_BY);

        letters.write(open, ObjectionEmail.RECEIPT, EmailFacts.until(ANSWER_BY));
        bothParts().contains(stopped + day + ", and stays stopped.", stands);
        sent.clear();
        letters.write(open, ObjectionEmail.ADMITTED, EmailFacts.until(ANSWER_BY));
        bothParts().contains(stands);
        sent.clear();

        earlier = List.of(Cases.earlier(1, "OBJ-2026-0001", ObjectionState.LAPSED));
        earlierInEffect = false;
        letters.write(open, ObjectionEmail.RECEIPT, EmailFacts.until(ANSWER_BY));
        bothParts().doesNotContain("stays stopped", "OBJ-2026-0001");
    }

    @Test
    void whose_case_is_closed_reads_what_another_objection_would_be() {
        Map<ObjectionEmail, Objection> closed = Map.of(
                ObjectionEmail.REFUSED_AGAIN, Cases.settled(ObjectionState.REFUSED, NOW),
                ObjectionEmail.REFUSAL_FINAL, Cases.settled(ObjectionState.REFUSED, NOW),
                ObjectionEmail.REFUSAL_FINAL_STANDS, Cases.settled(ObjectionState.REFUSED, NOW),
                ObjectionEmail.LAPSED, Cases.settled(ObjectionState.LAPSED, NOW),
                ObjectionEmail.NOT_AGREED, Cases.settled(ObjectionState.NOT_AGREED, NOW),
                ObjectionEmail.WITHDRAWN, Cases.settled(ObjectionState.WITHDRAWN, NOW));
        closed.forEach((letter, objection) -> {
            letters.write(objection, letter, EmailFacts.NOTHING);

            String kept = "you object: it is kept, and our legal team decides within ";
            String counts =
                    "you object. While it is open, Talvik may not be used for your data under this change. Our legal"
                            + " team answers it within 10 days; if it misses that day, this never counts against you.";
            String stands =
                    "Your objection to this change is closed. You can submit a new objection, with the form on your own page or"
                            + " by an email that says that you object: our legal team answers it within 10 days. Whatever it decides,"
                            + " Talvik may not be used for your data under this change, unless you agree to something else.";
            assertThat(bothParts().parts())
                    .allSatisfy(text -> assertThat(text)
                            .contains(
                                    switch (objection.state()) {
                                        case REFUSED -> kept;
                                        case NOT_AGREED -> stands;
                                        default -> counts;
                                    })
                            .contains("If a new objection is refused, you get the reasons and can appeal once.")
                            .satisfies(any -> assertThat(any.contains(MISSED)).isEqualTo(!any.contains(counts)))
                            .doesNotContain("??")
                            .satisfies(any -> assertThat(any.contains(
                                            "If a new objection is admitted and no agreement is reached, it is closed, and "
                                                    + "the vendor may not be used for your data under this change."))
                                    .isEqualTo(objection.state() != ObjectionState.NOT_AGREED))
                            .satisfies(any -> assertThat(any.contains(counts))
                                    .isEqualTo(objection.state() != ObjectionState.REFUSED
                                            && objection.state() != ObjectionState.NOT_AGREED)));
            sent.clear();
        });
    }

    /** Nothing is kept away from the customer, so that another objection would stop what is in effect. */
    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {"LAPSED", "WITHDRAWN", "EXEMPTION_ENDED"})
    void once_the_change_is_in_effect_a_letter_says_what_a_final_refusal_of_another_objection_lets_be(
            ObjectionEmail letter) {
        inEffect = true;
        letters.write(Cases.settled(ObjectionState.LAPSED, NOW), letter, EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains("If a new objection is refused, you get the reasons and can appeal once. Once a refusal is"
                        + " final, Talvik may be used for your data again.");
    }

    /** Every letter whose case leaves its customer where the others are. */
    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {
                "REFUSED_AGAIN",
                "REFUSAL_FINAL",
                "LAPSED",
                "WITHDRAWN",
                "TERMINATION_OFFER",
                "ELECTION_REMINDER",
                "AGREED",
                "RECEIPT_AGAIN"
            })
    void once_the_change_is_in_effect_no_letter_says_that_it_may_be_later(ObjectionEmail letter) {
        Objection objection = Cases.waiting(ObjectionState.OFFERED, ANSWER_BY);
        letters.write(objection, letter, EmailFacts.until(ANSWER_BY));
        assertThat(text()).doesNotContain("is in effect");
        sent.clear();

        inEffect = true;
        letters.write(objection, letter, EmailFacts.until(ANSWER_BY));

        assertThat(bothParts().parts())
                .allSatisfy(text -> assertThat(text)
                        .containsPattern("[Tt]he change(, which)? is in effect")
                        .doesNotContain("may take effect", "may then take effect", "notice period", "??"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {
                "REFUSED_AGAIN",
                "REFUSAL_FINAL",
                "LAPSED",
                "WITHDRAWN",
                "TERMINATION_OFFER",
                "ELECTION_REMINDER",
                "RECEIPT_AGAIN"
            })
    void while_an_exemption_agreed_before_runs_a_later_case_ends_without_the_change_for_its_customer(
            ObjectionEmail letter) {
        inEffect = true;
        exemption = terms("2027-03-31");

        letters.write(Cases.waiting(ObjectionState.OFFERED, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains("The exemption you agreed to before still holds: while it runs, Talvik is not used for"
                        + " your data under this change.")
                .doesNotContain("applies to your data", "may take effect");
    }

    @Test
    void a_refusal_and_its_appeal_say_that_the_vendor_may_not_be_used_meanwhile() {
        for (Map.Entry<ObjectionEmail, ObjectionState> each : Map.of(
                        ObjectionEmail.REFUSED,
                        ObjectionState.REFUSED,
                        ObjectionEmail.CONTESTED,
                        ObjectionState.CONTESTED)
                .entrySet()) {
            letters.write(
                    Cases.waiting(each.getValue(), ANSWER_BY),
                    each.getKey(),
                    EmailFacts.until(ANSWER_BY)
                            .with(List.of(new EmailFact("appealed", "26 November 2026, 09:00:00 (UTC)"))));

            assertThat(bothParts().parts())
                    .allSatisfy(text -> assertThat(text)
                            .containsPattern("Counts as appealed:? +26 November 2026, 09:00:00")
                            .contains("Talvik may not be used for your data under this change.")
                            .doesNotContain("??"));
            sent.clear();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {
                "RECEIPT",
                "RECEIPT_WITHOUT_GROUNDS",
                "REFUSED",
                "CONTESTED",
                "REJECTED",
                "OFFER",
                "NOT_AGREED",
                "REFUSED_AGAIN_STANDS",
                "REFUSAL_FINAL_STANDS"
            })
    void an_objection_to_a_modification_keeps_the_change_away_and_leaves_the_use_before_it_alone(
            ObjectionEmail letter) {
        kind = ChangeKind.MODIFY;

        letters.write(Cases.waiting(ObjectionState.OFFERED, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains("the change to Talvik may not apply to your data, and the use of Talvik as before the"
                        + " change goes on")
                .doesNotContain("may not be used", "not cleared");
    }

    @Test
    void an_exemption_from_a_modification_is_one_from_the_change_and_not_from_the_vendor() {
        kind = ChangeKind.MODIFY;
        inEffect = true;
        OfferTerms over = OfferTerms.of(
                Cases.exemption("2027-01-31"),
                AUCKLAND,
                Optional.of(LocalDate.of(2026, 12, 20)),
                Optional.of(Instant.parse("2026-12-20T00:00:00Z")),
                Instant.parse("2027-01-31T11:00:00Z"));

        letters.write(
                Cases.exempted("2027-01-31", Instant.EPOCH),
                ObjectionEmail.EXEMPTION_ENDED,
                EmailFacts.until(Instant.parse("2027-01-31T11:00:00Z")).agreeing(over));
        assertThat(bothParts().parts())
                .allSatisfy(text -> assertThat(text)
                        .containsPattern("The change did not apply to you until:? +the end of 31 January 2027")
                        .containsPattern("The change may apply to your data from:? +1 February 2027")
                        .contains("The change may apply to your data from the day given above.")
                        .doesNotContain(" used", "??"));
        sent.clear();

        for (String until : Arrays.asList("2027-03-31", null)) {
            letters.write(
                    Cases.exempted(until, Instant.EPOCH),
                    ObjectionEmail.AGREED,
                    EmailFacts.NOTHING.agreeing(terms(until)));
            assertThat(bothParts().parts())
                    .allSatisfy(text -> assertThat(text)
                            .containsPattern("[Tt]he change does not apply to you")
                            .doesNotContain("vendor is not used", "??"));
            sent.clear();
        }

        exemption = terms("2027-03-31");
        letters.write(
                Cases.waiting(ObjectionState.OFFERED, ANSWER_BY), ObjectionEmail.LAPSED, EmailFacts.until(ANSWER_BY));
        bothParts()
                .contains("The exemption you agreed to before still holds: while it runs, the change to Talvik does not"
                        + " apply to your data.")
                .doesNotContain("not used");
    }

    @ParameterizedTest
    @CsvSource({
        "OFFER, ADD, 'Once you accept, Talvik may be used for your data only with this safeguard.'",
        "OFFER_REMINDER, ADD, 'Once you accept, Talvik may be used for your data only with this safeguard.'",
        "AGREED, ADD, Talvik may be used for your data only with this safeguard.",
        "OFFER, MODIFY, 'Once you accept, the change to Talvik may apply to your data only with this safeguard.'",
        "AGREED, MODIFY, The change to Talvik may apply to your data only with this safeguard.",
    })
    void an_offer_of_a_safeguard_says_that_nothing_applies_without_it(
            ObjectionEmail letter, ChangeKind of, String words) {
        kind = of;
        for (Cure cure : List.of(Cure.EXPLANATION, Cure.SAFEGUARD)) {
            OfferTerms terms = OfferTerms.of(
                    new Offer(1, cure, "Recordings are blurred", null, NOW, "legal"),
                    AUCKLAND,
                    Optional.of(LocalDate.of(2026, 11, 20)),
                    Optional.of(NOW),
                    NOW);
            EmailFacts says = EmailFacts.until(ANSWER_BY).withQuote("Recordings are blurred");

            letters.write(
                    Cases.waiting(ObjectionState.OFFERED, ANSWER_BY),
                    letter,
                    letter == ObjectionEmail.AGREED ? says.agreeing(terms) : says.offering(terms));

            bothParts().containsIf(cure == Cure.SAFEGUARD, words);
            sent.clear();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OFFER, 'Once you accept, no orders can be terminated on the ground of this objection.'",
        "OFFER_REMINDER, 'Once you accept, no orders can be terminated on the ground of this objection.'",
        "CODE, 'Once you accept, no orders can be terminated on the ground of this objection.'",
        "AGREED, No orders can be terminated on the ground of this objection.",
    })
    void whoever_accepts_an_offer_reads_what_that_costs_where_orders_could_be_terminated(
            ObjectionEmail letter, String words) {
        for (boolean promised : List.of(false, true)) {
            policy = promised
                    ? Promise.in(AUCKLAND).terminating("30 days").made()
                    : Promise.in(AUCKLAND).made();
            Objection offered = Cases.waiting(ObjectionState.OFFERED, ANSWER_BY);
            EmailFacts says = EmailFacts.until(ANSWER_BY).offering(terms("2027-03-31"));

            if (letter == ObjectionEmail.CODE) {
                letters.writeCode(offered, OLGA, "12345678", ANSWER_BY, says, null);
            } else {
                letters.write(offered, letter, says);
            }

            bothParts()
                    .containsIf(
                            promised,
                            words + " This does not affect your other rights under your agreement or the law.");
            sent.clear();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {"REFUSED", "CONTESTED", "REFUSED_AGAIN", "REFUSAL_FINAL", "LAPSED"})
    void no_letter_takes_the_right_to_terminate_without_leaving_the_customers_other_rights_alone(
            ObjectionEmail letter) {
        for (boolean over : List.of(false, true)) {
            noticeOver = over;
            ifFinal = FinalRefusal.of(FinalRefusal.Then.AT_ONCE);
            letters.write(Cases.waiting(ObjectionState.REFUSED, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

            bothParts().containsOnlyOnce("This does not affect your other rights under your agreement or the law.");
            sent.clear();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, ANSWER_MISSED", "false, ANSWER_MISSED", "true, APPEAL_MISSED"})
    void whose_answer_was_missed_reads_that_no_later_day_is_set_and_that_no_right_is_lost(
            boolean promised, ObjectionEmail letter) {
        policy = promised
                ? Promise.in(AUCKLAND).terminating("30 days").made()
                : Promise.in(AUCKLAND).made();
        boolean answer = letter == ObjectionEmail.ANSWER_MISSED;
        letters.write(
                Cases.waiting(answer ? ObjectionState.ASSESSMENT : ObjectionState.CONTESTED, ANSWER_BY),
                letter,
                EmailFacts.until(ANSWER_BY));

        bothParts()
                .doesNotContain("??")
                .containsIf(
                        answer,
                        "The answer is still to come, and no later day is set for it: your"
                                + " objection is admitted, or refused with reasons; you can appeal a refusal once.")
                .containsIf(
                        answer && promised,
                        "The delay takes no right from you: if your objection is admitted and"
                                + " no agreement is reached, you may terminate the affected orders, however late the answer"
                                + " comes.")
                .containsIf(
                        !answer,
                        "The decision of a different reviewer is still to come, and no later day is set for it:"
                                + " your objection is admitted, or the refusal becomes final.");
    }

    /** A contact of the customer appealed a refusal for the sender of what needs no grounds. */
    @Test
    void a_missed_decision_on_what_can_only_be_admitted_speaks_of_no_final_refusal() {
        policy = Promise.in(AUCKLAND).withoutGrounds().made();
        Objection appealed = Cases.waiting(ObjectionState.ASSESSMENT, ANSWER_BY)
                .refused(RefusalReason.NOT_ENTITLED, "Not yours", "legal", ANSWER_BY, NOW)
                .contested(ANSWER_BY);

        letters.write(appealed, ObjectionEmail.APPEAL_MISSED, EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains("The decision of a different reviewer is still to come, and no later day is set for it: your"
                        + " objection counts as your own, your agreement asks for no grounds and it came in"
                        + " time, so it cannot be refused again. If")
                .doesNotContain("refusal becomes final");
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER_MISSED, ASSESSMENT, 'Your objection is still to be admitted, and no later day is set for that. It cannot be refused: your agreement asks for no grounds, and it came in time. You then get an offer of how it could be settled, or hear that none can be made. While your objection is open, Talvik may not be used for your data under this change.'",
        "APPEAL_MISSED, CONTESTED, 'your objection counts as your own, your agreement asks for no grounds and it came in time, so it cannot be refused again. If it is admitted, you get an offer'"
    })
    void whose_objection_can_only_be_admitted_reads_of_no_refusal_when_its_day_is_missed(
            ObjectionEmail letter, ObjectionState state, String only) {
        policy = Promise.in(AUCKLAND).withoutGrounds().made();

        letters.write(Cases.waiting(state, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains(only, "You can write to Demo at any time")
                .doesNotContain("refused with reasons", "or the refusal becomes final");
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER_MISSED, ASSESSMENT, was to answer your objection OBJ-2026-0003 to Talvik, Until then",
        "APPEAL_MISSED, CONTESTED, was to decide your appeal about your objection OBJ-2026-0003 to Talvik, Until the decision",
        "OFFER_MISSED, AWAITING_OFFER, was to make you an offer of how your objection OBJ-2026-0003 to Talvik, 'While your objection is open,'",
    })
    void a_customer_whose_publisher_missed_its_day_reads_which_and_that_it_never_counts_against_it(
            ObjectionEmail letter, ObjectionState state, String missed, String meanwhile) {
        Deadline last = Deadline.on(LocalDate.of(2027, 1, 4), AUCKLAND);

        letters.write(
                Cases.waiting(state, ANSWER_BY),
                letter,
                EmailFacts.until(ANSWER_BY)
                        .offeredBy(Optional.of(last).filter(offer -> letter == ObjectionEmail.OFFER_MISSED)));

        bothParts()
                .containsSubsequence(
                        "Demo " + missed,
                        "by the end of 5 December 2026 (Pacific/Auckland), and has",
                        letter == ObjectionEmail.OFFER_MISSED ? "This never counts against you" : "stays open until",
                        meanwhile + " Talvik may not be used for your data under this change.",
                        "You can write to Demo at any time: on your own page, or by replying to this message.")
                .doesNotContain("If neither comes by then", "If Demo misses");
        bothParts()
                .containsIf(
                        letter == ObjectionEmail.OFFER_MISSED,
                        "An offer may still come until the end of 4 January 2027"
                                + " (Pacific/Auckland). After that day the objection is closed without agreement");
        assertThat(ObjectionEmail.ofMissed(state)).contains(letter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECEIPT           | Your objection was received: Demo answers by 5 December 2026 (Pacific/Auckland)",
                "ADMITTED          | Admitted: an offer, or word that none can be made, by 5 December 2026 (Pacific/Auckland)",
                "REFUSED           | Refused: you can appeal until 5 December 2026 (Pacific/Auckland)",
                "OFFER             | An offer: your answer by 5 December 2026 (Pacific/Auckland)",
                "EXEMPTION_ENDS    | Your exemption ends with 5 December 2026 (Pacific/Auckland)",
                "TERMINATION_OFFER | No agreement: you may terminate the affected orders until 5 December 2026 (Pacific/Auckland)",
            })
    void letters_of_one_subject_begin_with_what_tells_them_apart(ObjectionEmail letter, String first) {
        letters.write(Cases.waiting(ObjectionState.OFFERED, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

        assertThat(sent.get(0).letter().subject())
                .isEqualTo("Demo: objection to Talvik (OBJ-2026-0003) – {{customer}}");
        assertThat(text()).startsWith(first + "\n\nDear {{name}},\n");
        String html = sent.get(0).letter().html();
        assertThat(html.substring(html.indexOf("<body")))
                .containsPattern("^<body[^>]*>\\s*<div style=\"display:none[^>]*>"
                        + java.util.regex.Pattern.quote(first) + "</div>");
        assertThat(html).contains("<strong>" + first + "</strong>");
    }

    /** The offer is due on 5 December, and may come for thirty days more. */
    @Test
    void whoever_waits_for_an_offer_reads_what_follows_if_none_comes() {
        Deadline last = Deadline.on(LocalDate.of(2027, 1, 4), AUCKLAND);

        letters.write(
                Cases.waiting(ObjectionState.AWAITING_OFFER, ANSWER_BY),
                ObjectionEmail.ADMITTED,
                EmailFacts.until(ANSWER_BY).offeredBy(Optional.of(last)));

        bothParts()
                .containsSubsequence(
                        "By the end of 5 December 2026 (Pacific/Auckland), you get an offer",
                        "an offer may still come until the end of 4 January 2027 (Pacific/Auckland). After that day",
                        "the objection is closed without agreement, and Talvik may not be used for your data under this change.");
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {"RECEIPT", "RECEIPT_WITHOUT_GROUNDS", "RECEIPT_AGAIN", "CONTESTED"})
    void a_day_that_the_publisher_misses_is_said_never_to_count_against_the_customer(ObjectionEmail letter) {
        letters.write(Cases.waiting(ObjectionState.ASSESSMENT, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains(
                        "If Demo misses its last day, that never counts against you: your objection stays open until it"
                                + " is answered.");
    }

    /** What came by letter weeks ago is received, and receipted, after the day for its answer. */
    @ParameterizedTest
    @CsvSource({
        "RECEIPT, s answer was due by, You should have had an answer by",
        "RECEIPT_WITHOUT_GROUNDS, s answer was due by, You should have had an answer by",
        "RECEIPT_AGAIN, the decision was due by, Our legal team should have decided by",
    })
    void a_receipt_written_after_the_day_for_the_answer_says_that_this_is_still_to_come(
            ObjectionEmail letter, String first, String next) {
        letters.write(Cases.waiting(ObjectionState.ASSESSMENT, PAST), letter, EmailFacts.until(PAST));

        bothParts()
                .contains(
                        first + " 25 November 2026 (Pacific/Auckland) and is still to come",
                        next + " the end of 25 November 2026 (Pacific/Auckland)",
                        "is still to come, and no later day is set for it.",
                        "The delay does not affect your rights: your objection stays open until it is answered.")
                .doesNotContain("answers by", "answers you", "will decide by", "If Demo misses", "{1");
    }

    @Test
    void a_receipt_that_still_awaits_grounds_after_the_day_for_the_answer_names_the_later_day() {
        Objection filed = Cases.waiting(ObjectionState.ASSESSMENT, ANSWER_BY);
        Objection without = ObjectionBuilder.builder(filed)
                .filing(filed.filing().withGrounds(Grounds.NOT_GIVEN))
                .answerDueAt(PAST)
                .windowClosesAt(ANSWER_BY.minus(Duration.ofDays(1)))
                .build();

        letters.write(without, ObjectionEmail.RECEIPT_WITHOUT_GROUNDS, EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains(
                        "please add your grounds by 4 December 2026 (Pacific/Auckland)",
                        "Demo answers you by the end of 5 December 2026 (Pacific/Auckland). Without grounds it cannot decide"
                                + " before the end of 4 December 2026 (Pacific/Auckland).")
                .doesNotContain("still to come", "can now be refused", "{6", "{1");

        sent.clear();
        letters.write(
                ObjectionBuilder.builder(without).windowClosesAt(PAST).build(),
                ObjectionEmail.RECEIPT_WITHOUT_GROUNDS,
                EmailFacts.until(PAST));
        bothParts()
                .contains(
                        "please add your grounds; Demo",
                        "Your objection gives no grounds, and can now be refused for that.");
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeStanding.Objections.class,
            names = {"IN_TIME", "LATE"})
    void where_no_grounds_are_asked_for_only_a_late_new_objection_is_said_to_be_refused(
            NoticeStanding.Objections objections) {
        policy = Promise.in(AUCKLAND).withoutGrounds().made();
        standing = new NoticeStanding(NoticeStanding.State.RUNNING, null, null, null, null, null, false, objections);

        letters.write(Cases.settled(ObjectionState.NOT_AGREED, NOW), ObjectionEmail.NOT_AGREED, EmailFacts.NOTHING);

        bothParts()
                .contains(
                        objections == NoticeStanding.Objections.IN_TIME
                                ? "A new objection of your own contacts in time is admitted. One can be refused only if it is late, or if its sender may not object for you; you then get the reasons"
                                : "If a new objection is refused, you get the reasons and can appeal once.");
    }

    @Test
    void a_case_closed_without_agreement_says_what_holds_without_a_hedge_and_what_alone_alters_it() {
        letters.write(
                Cases.waiting(ObjectionState.OFFERED, ANSWER_BY),
                ObjectionEmail.NOT_AGREED,
                EmailFacts.quoting("We cannot"));

        bothParts()
                .containsSubsequence(
                        "No agreement was reached on your objection OBJ-2026-0003 to Talvik (change DEMO-2026-0001). The "
                                + "objection is closed, and Talvik may not be used for your data under this change.",
                        "We cannot",
                        "Only an agreement that you make later, or a new change of which you get notice, can alter this.",
                        "What your agreement or the law gives you beyond this is untouched.")
                .doesNotContain("As things stand");
    }

    @Test
    void an_appeal_says_what_follows_if_no_offer_can_be_made() {
        letters.write(
                Cases.waiting(ObjectionState.CONTESTED, ANSWER_BY),
                ObjectionEmail.CONTESTED,
                EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains(
                        "If it is admitted, you get an offer of how it could be settled, or hear that none can be made; if no "
                                + "agreement is reached, the objection is closed, and Talvik may not be used for your data "
                                + "under this change.")
                .doesNotContain("an offer follows");
    }

    /** The customer may use what it paid for until then: nothing but the refund is complete. */
    @Test
    void a_refund_paid_ahead_of_the_last_day_says_that_the_orders_still_run() {
        letters.write(
                Cases.waiting(ObjectionState.TERMINATING, ANSWER_BY),
                ObjectionEmail.TERMINATION_COMPLETE,
                EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains(
                        "What you terminated still runs until its last day, the end of"
                                + " 5 December 2026 (Pacific/Auckland) at the latest.",
                        "the day on which any refund was paid, and how to choose what becomes of the personal data of the"
                                + " orders you terminated.")
                .doesNotContain("is complete", "it gives what becomes");
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {"TERMINATED", "TERMINATION_COMPLETE"})
    void where_the_promise_states_what_becomes_of_the_data_the_statement_gives_that(ObjectionEmail letter) {
        policy = Promise.in(AUCKLAND)
                .terminating("30 days")
                .dataAfterEnd("Deleted.")
                .made();

        letters.write(Cases.waiting(ObjectionState.TERMINATING, ANSWER_BY), letter, EmailFacts.until(ANSWER_BY));

        bothParts()
                .contains("any refund was paid, and what becomes of the personal data of the orders you terminated.")
                .doesNotContain("how to choose");
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIPT, ASSESSMENT, If nobody at your organisation submitted it",
        "RECEIPT_WITHOUT_GROUNDS, ASSESSMENT, If nobody at your organisation submitted the objection",
        "RECEIPT_AGAIN, ASSESSMENT, If nobody at your organisation submitted the objection",
        "CONTESTED, CONTESTED, If nobody at your organisation appealed",
    })
    void whoever_did_not_take_the_step_reads_whose_link_it_came_through_and_what_to_do(
            ObjectionEmail letter, ObjectionState state, String nobody) {
        List<EmailFact> who = List.of(new EmailFact("filed-by.LINK", "Bill"), new EmailFact("appealed-by", "Bill"));

        letters.write(
                Cases.waiting(state, ANSWER_BY),
                letter,
                EmailFacts.until(ANSWER_BY).with(who));

        assertThat(bothParts().parts())
                .allSatisfy(text -> assertThat(text)
                        .containsPattern("Submitted with the link of:? +Bill")
                        .containsPattern("Appealed with the link of:? +Bill")
                        .contains(nobody + ", reply at once.")
                        .doesNotContain("Until then Talvik", "??"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectionEmail.class,
            names = {"REFUSED_AGAIN", "REFUSAL_FINAL", "LAPSED", "WITHDRAWN", "AGREED"})
    void whoever_is_left_with_the_change_reads_whether_an_email_says_when_it_is_in_effect(ObjectionEmail letter) {
        String told = "When the change has taken effect, you are told by email.";
        Objection objection = Cases.waiting(ObjectionState.RESOLVED, ANSWER_BY);

        letters.write(objection, letter, EmailFacts.until(ANSWER_BY));
        bothParts()
                .contains("No other message is sent when the change takes effect")
                .doesNotContain(told);
        sent.clear();

        toldLater = true;
        letters.write(objection, letter, EmailFacts.until(ANSWER_BY));
        bothParts().contains(told);
        sent.clear();

        inEffect = true;
        letters.write(objection, letter, EmailFacts.until(ANSWER_BY));
        bothParts().doesNotContain(told, "No other message is sent");
    }

    /** The text and the HTML part, the latter without its markup. */
    private BothParts bothParts() {
        String html = sent.get(0)
                .letter()
                .html()
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]+>", " ");
        return new BothParts(List.of(text(), html.replaceAll("\\s+", " ")));
    }

    @Test
    void a_receipt_follows_the_notice_of_its_customer_and_answers_the_mail_it_came_by() {
        Objection filed = Cases.filedBy("Olga@Acme.example.com", "<we-object.7@acme.example.com>");
        Notice given = NoticeBuilder.builder()
                .id(9)
                .reference("DEMO-2026-0001")
                .round(2)
                .register("demo")
                .policyVersion(1)
                .customer(7)
                .told(true)
                .mayObject(true)
                .build();

        notice = given;
        letters.write(filed, ObjectionEmail.RECEIPT, EmailFacts.until(ANSWER_BY));
        letters.write(filed, ObjectionEmail.ADMITTED, EmailFacts.until(ANSWER_BY));
        notice = null;
        letters.write(filed, ObjectionEmail.RECEIPT, EmailFacts.until(ANSWER_BY));

        assertThat(sent)
                .extracting(NewMailing::follows)
                .containsExactly(
                        new NewMailing.Followed("DEMO-2026-0001/2", 9),
                        new NewMailing.Followed("DEMO-2026-0001/2", 9),
                        null);
        assertThat(written)
                .extracting(Outgoing::answers)
                .containsExactly("<we-object.7@acme.example.com>", null, "<we-object.7@acme.example.com>");
    }

    @Test
    void the_id_of_an_attached_mail_is_read_from_its_header_alone() {
        assertThat(messageId("From: a@x\r\nMessage-Id: <1.a@x.example>\r\nDate: d\r\n\r\nHello"))
                .contains("<1.a@x.example>");
        assertThat(messageId("From: a@x\nMessage-ID:\n <1.a@x.example>\nDate: d\n\nHello"))
                .contains("<1.a@x.example>");
        assertThat(messageId("From: a@x\r\n\r\nMessage-ID: <1.a@x.example>\r\n"))
                .isEmpty();
        assertThat(messageId("From: a@x\r\nMessage-ID: <1 a@x.example>\r\n\r\n"))
                .isEmpty();
        assertThat(messageId("From: a@x\r\nMessage-ID: <1> <2>\r\n\r\n")).isEmpty();
        assertThat(messageId("From: a@x\r\nMessage-ID: <\u00fc@x.example>\r\n\r\n"))
                .isEmpty();
        assertThat(messageId("From: a@x\r\nMessage-ID: <" + "a".repeat(300) + "@x>\r\n\r\n"))
                .isEmpty();
    }

    private static Optional<String> messageId(String mail) {
        return MailText.messageId(mail.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String text() {
        return sent.get(0).letter().text();
    }

    private static OfferTerms terms(String until) {
        return OfferTerms.of(
                Cases.exemption(until),
                AUCKLAND,
                Optional.of(LocalDate.of(2026, 12, 20)),
                Optional.empty(),
                Instant.parse("2026-11-26T11:02:00Z"));
    }

    private VendorChange change() {
        Subprocessor vendor = SubprocessorBuilder.builder()
                .name("Talvik")
                .legalEntity("Talvik OÜ")
                .purpose("Speech")
                .location("Estonia")
                .dataCategories("voice")
                .build();
        Proposal proposal = new Proposal(kind, replaces, true, true, false, null, "Cheaper", vendor);
        Round round = new Round(1, proposal, "paula", Instant.EPOCH, null, null);
        return new VendorChange(
                "DEMO-2026-0001", "demo", ChangeState.IN_NOTICE, round, Instant.EPOCH, null, null, Instant.EPOCH, 1);
    }

    private Register register() {
        return new Register(
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
    }

    /** Answers with the one register, and keeps what is sent. */
    private <T> T only(Class<T> room) {
        return room.cast(Proxy.newProxyInstance(room.getClassLoader(), new Class<?>[] {room}, (proxy, method, args) -> {
            if (method.getName().equals("getById")) {
                return register();
            }
            sent.add((NewMailing) args[0]);
            ((List<?>) args[1]).forEach(message -> written.add((Outgoing) message));
            return 1L;
        }));
    }

    private ChangeKind kind = ChangeKind.ADD;
    private String replaces;
    private OfferTerms terms;
    private boolean inEffect;
    private boolean inEffectWhenFiled;
    private boolean earlierInEffect;
    private boolean noticeOver;

    private static final NoticeStanding OVER =
            new NoticeStanding(NoticeStanding.State.OVER, null, null, null, null, null, false, null);

    private boolean forOthers;
    private Awaited awaited = Awaited.NOTICE;
    private boolean keptAwayByEarlier;
    private List<Objection> earlier = List.of();
    private FinalRefusal ifFinal;
    private RightAfterRefusal.OwnRight ownRight;
    private boolean toldLater;
    private NoticeStanding standing;
    private OfferTerms exemption;

    private class Contexts extends ObjectionContexts {

        Contexts() {
            super(null, null, null, null, null, null, null, null, Clock.fixed(NOW, ZoneOffset.UTC));
        }

        @Override
        public NoticePolicy policy(Objection objection) {
            return policy;
        }

        @Override
        ChangeForCustomer about(String reference, Long customer) {
            return new ChangeForCustomer(
                    () -> change(),
                    () -> Optional.ofNullable(notice),
                    () -> Optional.ofNullable(noticeOver ? OVER : standing),
                    () -> earlier,
                    Optional::empty,
                    Optional::empty);
        }

        @Override
        ObjectionContext of(Objection objection, ChangeForCustomer about, Instant at) {
            return new ObjectionContext(objection, about, this, at) {
                @Override
                Optional<OfferTerms> earlierExemption(Instant any) {
                    return Optional.ofNullable(exemption);
                }

                @Override
                public Optional<OfferTerms> terms() {
                    return terms == null ? super.terms() : Optional.of(terms);
                }

                @Override
                public boolean isToldLater() {
                    return toldLater;
                }

                @Override
                public boolean isInEffect() {
                    return inEffect;
                }

                @Override
                public boolean isForOthers() {
                    return forOthers;
                }

                @Override
                public Awaited awaited() {
                    return awaited;
                }

                @Override
                boolean isKeptAwayByEarlier() {
                    return keptAwayByEarlier;
                }

                @Override
                public boolean stoppedUse() {
                    return inEffectWhenFiled || earlierInEffect && earlier.contains(objection);
                }

                @Override
                public RightAfterRefusal rights() {
                    return new RightAfterRefusal(this, null) {
                        @Override
                        public Optional<FinalRefusal> ifBecomesFinal() {
                            return Optional.ofNullable(ifFinal);
                        }

                        @Override
                        public Optional<OwnRight> ownRight() {
                            return Optional.ofNullable(ownRight);
                        }
                    };
                }
            };
        }
    }

    private class Parties extends ObjectionParties {

        Parties() {
            super(null, null, null);
        }

        @Override
        Optional<Customer> customer(Objection objection) {
            return Optional.of(new Customer(
                    7,
                    "demo",
                    "C-1",
                    "Acme",
                    "enterprise",
                    List.of(OLGA),
                    List.of(),
                    Terms.NONE,
                    Set.of(),
                    Instant.EPOCH,
                    1));
        }

        @Override
        List<Contact> readers(Objection objection) {
            return readers;
        }
    }
}
