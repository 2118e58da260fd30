package fairnotice.change;

import static fairnotice.change.Proposed.listing;
import static fairnotice.change.Proposed.proposal;
import static fairnotice.change.Proposed.vendor;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.refusal.Language;
import fairnotice.register.ChangeKind;
import fairnotice.register.HistoryEntry;
import fairnotice.register.HistoryTag;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a change is material whatever its proposer says, and what a register looks like after it. */
class MaterialityTest {

    private static final RegisterVersion LIST = listing(stating("Qanat", "SCCs"), vendor("Talvik"));

    @Test
    void facts_are_kept_in_english_and_shown_in_the_words_of_the_reader() {
        List<String> kept = List.of(
                "a new legal entity",
                "a new location",
                "a safeguard stated for the first time",
                "an address not stated before",
                "a country not stated before: Brazil, Chile",
                "as an earlier wording had it");
        Classification classification = new Classification(Track.NOTICE, "Rule", kept);

        assertThat(classification.newFactsInWords()).isEqualTo(kept);
        assertThat(Language.DE.speak(classification::newFactsInWords))
                .containsExactly(
                        "ein neuer Rechtsträger",
                        "neu: Standort",
                        "erstmals angegeben: Garantie",
                        "eine bisher nicht angegebene Adresse",
                        "ein bisher nicht angegebenes Land: Brasilien, Chile",
                        "as an earlier wording had it");
    }

    @Test
    void a_vendor_that_was_not_listed_is_a_new_legal_entity_and_a_removal_brings_nothing_new() {
        assertThat(facts(ChangeKind.ADD, null, vendor("Novum"))).containsExactly("a new legal entity");
        assertThat(facts(ChangeKind.REPLACE, "Qanat", vendor("Novum"))).containsExactly("a new legal entity");
        assertThat(facts(ChangeKind.REMOVE, null, vendor("Qanat"))).isEmpty();
    }

    @Test
    void each_fact_that_a_notice_states_is_material_when_it_changes_or_is_no_longer_stated() {
        Subprocessor all = SubprocessorBuilder.builder()
                .name("qanat")
                .legalEntity("Other")
                .address("Rue 1")
                .contact("dpo@q.example")
                .purpose("Other")
                .location("Other")
                .tag("X")
                .dataCategories("Other")
                .transfer("BCRs")
                .safeguards("s")
                .posture("p")
                .build();

        assertThat(facts(ChangeKind.MODIFY, null, all))
                .containsExactly(
                        "a new legal entity",
                        "a new purpose",
                        "a new location",
                        "a new data category",
                        "a new transfer",
                        "a location tag stated for the first time",
                        "a safeguard stated for the first time",
                        "an address not stated before");
        assertThat(facts(ChangeKind.MODIFY, null, stating("Qanat", null))).containsExactly("a new transfer");
    }

    @Test
    void a_fact_stated_for_the_first_time_is_material_and_space_and_case_are_no_change() {
        assertThat(facts(ChangeKind.MODIFY, null, stating("Qanat", " sccs "))).isEmpty();
        assertThat(facts(ChangeKind.MODIFY, null, stating("Talvik", "SCCs")))
                .containsExactly("a transfer stated for the first time");
        assertThat(Materiality.newFacts(proposal(ChangeKind.MODIFY, null, vendor("Unsaid")), unsaid(null))
                        .disclosed())
                .containsExactly(
                        "a legal entity stated for the first time",
                        "a purpose stated for the first time",
                        "a location stated for the first time",
                        "a data category stated for the first time");
    }

    /** What an attack on a running copy tried: neither of them was called material by its proposer. */
    @Test
    void a_transfer_to_another_country_is_news_whatever_its_proposer_calls_it() {
        Proposal attack = new Proposal(
                ChangeKind.MODIFY,
                null,
                true,
                false,
                false,
                null,
                "Housekeeping",
                stating("Talvik", "To the US, no safeguards"));

        NewFacts facts = Materiality.newFacts(attack, LIST);

        assertThat(facts.disclosed()).containsExactly("a transfer stated for the first time");
        assertThat(facts.changed())
                .as("the list says Estonia, so it is no matter of what was not stated")
                .containsExactly("a country not stated before: United States");
        assertThat(facts.areOnlyDisclosed()).isFalse();
    }

    @Test
    void where_nothing_was_said_of_any_place_the_first_one_is_a_fact_not_stated_before() {
        NewFacts facts = Materiality.newFacts(
                proposal(ChangeKind.MODIFY, null, placed("Unsaid", "Virginia, USA", null)), unsaid("Unsaid Ltd"));

        assertThat(facts.changed()).isEmpty();
        assertThat(facts.disclosed()).contains("a location stated for the first time");
        assertThat(facts.areOnlyDisclosed()).isTrue();
    }

    @Test
    void a_country_hides_in_no_other_field() {
        assertThat(facts(ChangeKind.MODIFY, null, placed("Talvik", "Estonia", "12 Main St, Dover, United States")))
                .containsExactly("a country named for the first time: United States", "an address not stated before");
        assertThat(facts(ChangeKind.MODIFY, null, placed("Talvik", "Estonia", "Rue 1, Tallinn, Estonia")))
                .containsExactly("an address not stated before");
    }

    @Test
    void a_country_in_passing_is_found_in_every_free_text() {
        String support = "Support in Hyderabad, India";

        for (Subprocessor after : List.of(
                texts(support, "ISO 27001", null),
                texts("dpo@talvik.example", support, null),
                texts("dpo@talvik.example", "ISO 27001", support))) {
            assertThat(facts(ChangeKind.MODIFY, null, after))
                    .containsExactly("a country named for the first time: India");
        }
        assertThat(facts(ChangeKind.MODIFY, null, texts("Support in Tallinn, Estonia", "ISO 27001", null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Support in In\u200Ddia",
                "Support in \uFF29ndia",
                "Support in In\uFE0Fdia",
                "Support in \u00CDndia",
                "Support in I n d i a",
                "Support in lndia",
                "Support in 1ND1A",
                "Support in |ndla",
                "Support in I.N.D.I.A., by night",
                "Support in I\u00A0n\u00A0d\u00A0i\u00A0a",
                "Support aus Indien",
                "Backups in ap-south-1",
                "Backups in AP-SOUTH-2b, weekly",
                "Backups in asia-south1-c",
                "Backups in CentralIndia"
            })
    void a_country_is_found_however_it_is_written_and_behind_the_code_of_a_region(String words) {
        assertThat(facts(ChangeKind.MODIFY, null, texts(words, "ISO 27001", null)))
                .containsExactly("a country named for the first time: India");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yandex LLC, Moscow | Yandex LLC",
                "Sub-vendor: Yandex Cloud Ltd. | Yandex Cloud Ltd",
                "Operated by Acme GmbH | Acme GmbH",
                "Operated by Acme B.V. | Acme B.V",
                "Acme, Inc. | Acme, Inc",
                "c/o Data S.A., Paris | Data S.A",
            })
    void a_company_named_in_passing_is_a_fact_not_stated_before(String words, String company) {
        for (Subprocessor after : List.of(
                texts(words, "ISO 27001", null),
                texts("dpo@talvik.example", words, null),
                texts("dpo@talvik.example", "ISO 27001", words))) {
            assertThat(facts(ChangeKind.MODIFY, null, after))
                    .containsExactly("a legal entity named for the first time: " + company);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISO 27001, SOC 2 Type II",
                "Support by mail, 24/7",
                "The limited plan",
                "A/S-Netz",
                "dpo@acme.se"
            })
    void what_names_no_company_is_no_such_fact(String words) {
        assertThat(facts(ChangeKind.MODIFY, null, texts(words, "ISO 27001", null)))
                .isEmpty();
    }

    @Test
    void the_entity_that_the_list_states_is_no_news() {
        assertThat(facts(ChangeKind.MODIFY, null, texts("Talvik Ltd., privacy team", "ISO 27001", null)))
                .isEmpty();
    }

    @Test
    void a_text_called_immaterial_is_named_for_the_two_who_read_it() {
        assertThat(changedTexts(texts("new@talvik.example", "ISO 27001", null))).containsExactly("contact");
        assertThat(changedTexts(texts("dpo@talvik.example", "ISO 27001, SOC 2", "Without speech")))
                .containsExactly("posture", "exclusion", "excludable");
        assertThat(changedTexts(texts("DPO@talvik.example", "ISO  27001 ", null)))
                .as("case and spaces")
                .isEmpty();
    }

    private static List<String> changedTexts(Subprocessor after) {
        return Materiality.textsChanged(
                proposal(ChangeKind.MODIFY, null, after),
                listing(stating("Qanat", "SCCs"), texts("dpo@talvik.example", "ISO 27001", null)));
    }

    @Test
    void what_is_no_region_names_no_country() {
        assertThat(Countries.named("Support at us-2 level, port ap-south, east1, a1-b"))
                .isEmpty();
        assertThat(Countries.named("us-east-1a, eu-central-1, europe-west2, westeurope"))
                .containsExactly("Germany", "Netherlands", "United Kingdom", "United States");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hosted in the U.S.A. | United States",
                "hosted in the U.S. | United States",
                "option B U.S. | United States",
                "hosted in the U. S. of A. | United States",
                "a U S A company | United States",
                "copies go to the States | United States",
                "The States host it | United States",
                "in den Vereinigten Staaten | United States",
                "in der Türkei | Turkey",
                "U.K. and U.A.E. | United Arab Emirates, United Kingdom",
                "I-N-D-I-A and C_H_I_N_A | China, India",
                "Indian, Russian Federation and Republic of Korea data centres | India, Russia, South Korea",
                "kept in California, or by Chinese staff | China, United States",
                "Viet Nam, PRC, Burma, Holland, Macedonia | China, Myanmar (Burma), Netherlands, North Macedonia, Vietnam",
                "Inde, Chine, Estados Unidos, Etats-Unis, Bharat, Россия, 中国数据中心 | China, India, Russia, United States",
                "America, the USofA, us-east | United States",
                "im Vereinigten Königreich | United Kingdom",
                "the states of an objection, told to us | ",
                "an island of data | ",
                "Mail: ask the mall, or 10 modern turns | ",
                "plan A, B. C. or D e | "
            })
    void a_country_is_found_spelled_letter_by_letter_and_in_german(String words, String countries) {
        assertThat(String.join(", ", Countries.named(words))).isEqualTo(countries == null ? "" : countries);
    }

    @Test
    void the_longest_text_of_single_letters_is_read_to_its_end() {
        assertThat(Countries.named("a ".repeat(1_997) + "U.S.A.")).containsExactly("United States");
    }

    private static Subprocessor texts(String contact, String posture, String exclusion) {
        return SubprocessorBuilder.builder()
                .name("Talvik")
                .legalEntity("Talvik Ltd")
                .contact(contact)
                .purpose("Speech to text")
                .location("Estonia")
                .dataCategories("voice recordings")
                .posture(posture)
                .category("hosting")
                .excludable(exclusion != null)
                .exclusion(exclusion)
                .build();
    }

    @Test
    void a_country_of_the_area_is_no_news_where_the_area_was_named() {
        RegisterVersion area = listing(placed("Talvik", "EU", null));

        assertThat(Materiality.newFacts(
                                proposal(ChangeKind.MODIFY, null, placed("Talvik", "EU", "Rue 1, Tallinn, Estonia")),
                                area)
                        .all())
                .containsExactly("an address not stated before");
        assertThat(Countries.added(Countries.named("Estonia"), Countries.named("EU and Norway")))
                .containsExactly("European Economic Area", "Norway");
    }

    @Test
    void a_contact_and_a_certificate_are_no_facts_of_that_kind() {
        Subprocessor moved = SubprocessorBuilder.builder()
                .name("Talvik")
                .legalEntity("Talvik Ltd")
                .contact("dpo@talvik.example")
                .purpose("Speech to text")
                .location("Estonia")
                .dataCategories("voice recordings")
                .posture("ISO 27001")
                .category("hosting")
                .build();

        assertThat(facts(ChangeKind.MODIFY, null, moved)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rue 1",
                "Rue 1, Tallinn, Estonia",
                "Sakinaka, Mumbai",
                "12 Chang'an Ave, Beijing CN",
                "Block 4, Bangalore +91",
                "560001"
            })
    void an_address_not_stated_before_could_be_anywhere(String address) {
        NewFacts facts =
                Materiality.newFacts(proposal(ChangeKind.MODIFY, null, placed("Talvik", "Estonia", address)), LIST);

        assertThat(facts.changed()).isEmpty();
        assertThat(facts.disclosed()).containsExactly("an address not stated before");
        assertThat(Materiality.newFacts(
                                proposal(
                                        ChangeKind.MODIFY,
                                        null,
                                        placed("Talvik", "Estonia", " " + address.toUpperCase(Locale.ROOT))),
                                listing(placed("Talvik", "Estonia", address)))
                        .all())
                .as("the same as before")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Frankfurt | Mumbai | a new location",
                "Frankfurt, Germany | Frankfurt, Germany, CN | a new location",
                "Germany | Germany and others | a new location"
            })
    void any_other_word_in_a_field_that_says_where_data_goes_is_material(String stood, String stands, String fact) {
        RegisterVersion list = listing(placed("Talvik", stood, null));

        assertThat(Materiality.newFacts(proposal(ChangeKind.MODIFY, null, placed("Talvik", stands, null)), list)
                        .all())
                .containsExactly(fact);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rue 12, Tallinn, Estonia | ",
                "Tallinn (Estonia), Rue 1 | ",
                "Rue 1, Tallinn, Estonia; Sakinaka, Mumbai | an address not stated before",
                "Rue 1, Tartu, Estonia | an address not stated before"
            })
    void another_word_in_an_address_may_be_another_place(String stands, String fact) {
        RegisterVersion list = listing(placed("Talvik", "Estonia", "Rue 1, Tallinn, Estonia"));

        NewFacts facts =
                Materiality.newFacts(proposal(ChangeKind.MODIFY, null, placed("Talvik", "Estonia", stands)), list);

        assertThat(facts.all()).isEqualTo(fact == null ? List.of() : List.of(fact));
    }

    @Test
    void a_removal_carries_what_the_list_says() {
        Proposal bare =
                new Proposal(ChangeKind.REMOVE, null, false, false, true, LocalDate.EPOCH, "Ended", vendor(" QANAT "));

        Proposal whole = CompletedProposal.of(bare, LIST);

        assertThat(whole.subprocessor()).isEqualTo(stating("Qanat", "SCCs"));
        assertThat(whole.personalData()).isTrue();
        assertThat(whole.goLiveAt()).isEqualTo(LocalDate.EPOCH);
        assertThat(whole.reason()).isEqualTo("Ended");
        assertThat(CompletedProposal.of(proposal(ChangeKind.MODIFY, null, vendor("Qanat")), LIST)
                        .subprocessor())
                .isEqualTo(vendor("Qanat"));
    }

    @Test
    void each_kind_leaves_the_list_as_it_says_and_every_other_entry_in_its_place() {
        assertThat(after(ChangeKind.ADD, null, "Novum").entries())
                .extracting(Subprocessor::name)
                .containsExactly("Qanat", "Talvik", "Novum");
        assertThat(after(ChangeKind.REPLACE, "qanat", "Novum").entries())
                .extracting(Subprocessor::name)
                .containsExactly("Novum", "Talvik");
        assertThat(after(ChangeKind.MODIFY, null, "QANAT").entries())
                .containsExactly(vendor("QANAT"), vendor("Talvik"));
        assertThat(after(ChangeKind.REMOVE, null, "Qanat").entries()).containsExactly(vendor("Talvik"));
    }

    @Test
    void a_version_follows_the_last_and_its_history_begins_with_what_was_done() {
        RegisterVersion next = after(ChangeKind.REPLACE, "Qanat", "Novum");

        assertThat(next.number()).isEqualTo(LIST.number() + 1);
        assertThat(next.change()).isEqualTo(Proposed.REFERENCE);
        assertThat(next.history())
                .containsExactly(new HistoryEntry(
                        LocalDate.parse("2027-01-01"),
                        HistoryTag.REPLACED,
                        "Qanat replaced by Novum.",
                        Proposed.REFERENCE));
        assertThat(List.of(
                        after(ChangeKind.ADD, null, "Novum"),
                        after(ChangeKind.MODIFY, null, "Qanat"),
                        after(ChangeKind.REMOVE, null, "Qanat")))
                .extracting(version -> version.history().get(0).tag())
                .containsExactly(HistoryTag.ADDED, HistoryTag.CHANGED, HistoryTag.REMOVED);
    }

    /** Half an hour before midnight in London on the last day of the year: in Berlin the new one has begun. */
    private static RegisterVersion after(ChangeKind kind, String replaces, String name) {
        return RevisedList.after(
                LIST,
                Proposed.of(proposal(kind, replaces, vendor(name))),
                Instant.parse("2026-12-31T23:30:00Z"),
                ZoneId.of("Europe/Berlin"));
    }

    private static List<String> facts(ChangeKind kind, String replaces, Subprocessor vendor) {
        return Materiality.newFacts(proposal(kind, replaces, vendor), LIST).all();
    }

    private static RegisterVersion unsaid(String legalEntity) {
        return listing(new Subprocessor(
                "Unsaid", legalEntity, null, null, null, null, null, null, null, null, null, null, false, null));
    }

    private static Subprocessor placed(String name, String location, String address) {
        Subprocessor bare = vendor(name);
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity(bare.legalEntity())
                .address(address)
                .purpose(bare.purpose())
                .location(location)
                .dataCategories(bare.dataCategories())
                .build();
    }

    private static Subprocessor stating(String name, String transfer) {
        Subprocessor bare = vendor(name);
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity(bare.legalEntity())
                .purpose(bare.purpose())
                .location(bare.location())
                .dataCategories(bare.dataCategories())
                .transfer(transfer)
                .build();
    }
}
