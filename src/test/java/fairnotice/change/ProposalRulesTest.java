package fairnotice.change;

import static fairnotice.change.Proposed.listing;
import static fairnotice.change.Proposed.proposal;
import static fairnotice.change.Proposed.vendor;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.refusal.FieldProblem;
import fairnotice.register.Category;
import fairnotice.register.ChangeKind;
import fairnotice.register.ListStyle;
import fairnotice.register.Promise;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proposal must be before it becomes a change. Qanat and Talvik are listed. */
class ProposalRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final RegisterVersion LIST = listing(vendor("Qanat"), vendor("Talvik"));

    @Test
    void a_whole_proposal_of_each_kind_is_taken() {
        assertThat(fields(proposal(ChangeKind.ADD, null, vendor("Novum")))).isEmpty();
        assertThat(fields(proposal(ChangeKind.MODIFY, null, vendor(" qanat ")))).isEmpty();
        assertThat(fields(proposal(ChangeKind.REMOVE, null, vendor("Talvik")))).isEmpty();
        assertThat(fields(proposal(ChangeKind.REPLACE, "QANAT", vendor("Novum"))))
                .isEmpty();
        assertThat(fields(proposal(ChangeKind.REPLACE, "Qanat", vendor("Qanat"))))
                .as("by itself, under another entity")
                .isEmpty();
    }

    @Test
    void a_proposal_is_about_its_vendor_by_every_name_however_spelled_and_a_removal_about_itself() {
        Subprocessor vendor = SubprocessorBuilder.builder()
                .name("Talvik\u200b-Cloud")
                .legalEntity("TALVIK, O.Ü.")
                .build();

        assertThat(proposal(ChangeKind.ADD, null, vendor).vendors())
                .containsExactlyInAnyOrder("talvikcloud", "talvikou", "word talvlk");
        assertThat(proposal(ChangeKind.REPLACE, "Qanat 2", vendor).vendors())
                .containsExactlyInAnyOrder("talvikcloud", "talvikou", "qanat2", "word talvlk", "word qanat");
        assertThat(proposal(ChangeKind.REMOVE, null, vendor).vendors())
                .containsExactlyInAnyOrder("removal of talvikcloud", "removal of talvikou", "removal of word talvlk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vaultline Cloud",
                "The Vaultline",
                "Vaultline (backups)",
                "Vaultline™",
                "Vau1tline",
                "VauItline",
                "Vaultlıne",
                "Vaúltline Group Holding"
            })
    void another_word_or_a_letter_that_looks_alike_makes_no_other_vendor(String name) {
        assertThat(named(name).vendors())
                .containsAnyElementsOf(named("Vaultline").vendors());
    }

    @Test
    void vendors_that_share_a_common_word_are_two() {
        assertThat(named("Nickel Cloud Services Ltd").vendors())
                .doesNotContainAnyElementsOf(named("Kobalt Cloud Services Ltd").vendors());
    }

    private static Proposal named(String name) {
        return proposal(
                ChangeKind.ADD,
                null,
                new Subprocessor(name, null, null, null, null, null, null, null, null, null, null, null, false, null));
    }

    @Test
    void what_is_added_is_not_listed_yet_and_what_is_changed_is() {
        assertThat(fields(proposal(ChangeKind.ADD, null, vendor("TALVIK")))).containsExactly("subprocessor.name");
        assertThat(fields(proposal(ChangeKind.MODIFY, null, vendor("Novum")))).containsExactly("subprocessor.name");
        assertThat(fields(proposal(ChangeKind.REMOVE, null, vendor("Novum")))).containsExactly("subprocessor.name");
        assertThat(fields(proposal(ChangeKind.REPLACE, "Novum", vendor("Other"))))
                .containsExactly("replaces");
        assertThat(fields(proposal(ChangeKind.REPLACE, "Qanat", vendor("Talvik"))))
                .containsExactly("subprocessor.name");
        assertThat(fields(proposal(ChangeKind.REPLACE, " ", vendor("Novum")))).containsExactly("replaces");
        assertThat(fields(proposal(ChangeKind.ADD, "Qanat", vendor("Novum")))).containsExactly("replaces");
    }

    @Test
    void a_new_legal_entity_under_a_listed_name_is_a_replacement() {
        assertThat(fields(proposal(ChangeKind.MODIFY, null, of("Qanat", "Qanat GmbH"))))
                .containsExactly("subprocessor.legalEntity");
        assertThat(sentences(proposal(ChangeKind.MODIFY, null, of("qanat", "Qanat GmbH"))))
                .containsExactly("Qanat is listed with the legal entity Qanat Ltd. Another legal entity is another"
                        + " sub-processor: propose a REPLACE of Qanat.");
        assertThat(fields(proposal(ChangeKind.MODIFY, null, of("Qanat", " QANAT Ltd"))))
                .isEmpty();
        assertThat(fields(proposal(ChangeKind.REPLACE, "Qanat", of("Qanat", "Qanat GmbH"))))
                .isEmpty();
        assertThat(fields(proposal(ChangeKind.MODIFY, null, vendor("Bare")), listing(of("Bare", null))))
                .as("stated for the first time")
                .isEmpty();
    }

    @Test
    void a_word_of_look_alike_letters_from_two_alphabets_is_refused_unless_it_is_listed_so() {
        Subprocessor alike = placed("Qanat", "Indi\u0430");

        assertThat(fields(proposal(ChangeKind.MODIFY, null, alike))).containsExactly("subprocessor.location");
        assertThat(sentences(proposal(ChangeKind.MODIFY, null, alike)))
                .containsExactly(
                        "Please write \"Indi\u0430\" in one alphabet: it mixes Latin, Greek or Cyrillic letters.");
        assertThat(fields(proposal(ChangeKind.MODIFY, null, alike), listing(alike)))
                .isEmpty();
        for (String whole : List.of(
                "Sofia (\u0421\u043e\u0444\u0438\u044f)", "\u6771\u4eac\u30bf\u30ef\u30fc, Japan", "T\u00fcrkiye")) {
            assertThat(fields(proposal(ChangeKind.MODIFY, null, placed("Qanat", whole))))
                    .as(whole)
                    .isEmpty();
        }
    }

    private static Subprocessor placed(String name, String location) {
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity(name + " Ltd")
                .purpose("Speech to text")
                .location(location)
                .dataCategories("voice recordings")
                .build();
    }

    private static Subprocessor of(String name, String entity) {
        return SubprocessorBuilder.builder()
                .name(name)
                .legalEntity(entity)
                .purpose("Speech to text")
                .location("Estonia")
                .dataCategories("voice recordings")
                .build();
    }

    @Test
    void a_notice_states_entity_purpose_location_and_data() {
        Subprocessor bare =
                new Subprocessor("Novum", null, null, null, " ", null, null, "", null, null, null, null, false, null);

        assertThat(fields(proposal(ChangeKind.ADD, null, bare)))
                .containsExactly(
                        "subprocessor.legalEntity",
                        "subprocessor.purpose",
                        "subprocessor.location",
                        "subprocessor.dataCategories");
    }

    @Test
    void the_first_day_of_use_is_today_or_within_five_years() {
        assertThat(firstUse("2026-06-01")).isEmpty();
        assertThat(firstUse("2031-06-01")).isEmpty();
        assertThat(firstUse("2026-05-31")).containsExactly("goLiveAt");
        assertThat(firstUse("2031-06-02")).containsExactly("goLiveAt");
    }

    @Test
    void only_an_addition_may_be_without_personal_data() {
        for (ChangeKind kind : ChangeKind.values()) {
            String replaces = kind == ChangeKind.REPLACE ? "Qanat" : null;
            Subprocessor vendor = vendor(kind == ChangeKind.ADD || kind == ChangeKind.REPLACE ? "Novum" : "Qanat");
            Proposal without = new Proposal(kind, replaces, false, true, false, null, "It costs less", vendor);

            assertThat(fields(without))
                    .as("%s", kind)
                    .isEqualTo(kind == ChangeKind.ADD ? List.of() : List.of("personalData"));
        }
    }

    @Test
    void a_vendor_that_customers_can_be_left_out_of_says_how() {
        assertThat(fields(proposal(ChangeKind.ADD, null, excludable(" ")))).containsExactly("subprocessor.exclusion");
        assertThat(fields(proposal(ChangeKind.ADD, null, excludable("By a setting"))))
                .isEmpty();
    }

    @Test
    void a_proposal_says_what_why_and_who() {
        assertThat(fields(proposal(null, null, vendor("Novum")))).containsExactly("kind");
        assertThat(fields(proposal(ChangeKind.ADD, null, null))).containsExactly("subprocessor");
        assertThat(fields(new Proposal(ChangeKind.ADD, null, true, true, false, null, "", vendor("Novum"))))
                .containsExactly("reason");
    }

    @Test
    void a_list_in_categories_asks_for_one_of_them() {
        assertThat(ofGroupedList(proposal(ChangeKind.ADD, null, filedUnder("hosting"))))
                .isEmpty();
        for (String none : new String[] {"other", "", null}) {
            assertThat(ofGroupedList(proposal(ChangeKind.ADD, null, filedUnder(none))))
                    .as("%s", none)
                    .containsExactly("subprocessor.category");
        }
    }

    @Test
    void a_list_without_categories_takes_none() {
        assertThat(fields(proposal(ChangeKind.ADD, null, filedUnder("hosting"))))
                .containsExactly("subprocessor.category");
    }

    private static Subprocessor excludable(String how) {
        return new Subprocessor(
                "Novum", "Novum SA", null, null, "Mail", "France", null, "names", null, null, null, null, true, how);
    }

    private static Subprocessor filedUnder(String category) {
        return SubprocessorBuilder.builder()
                .name("Novum")
                .legalEntity("Novum SA")
                .purpose("Mail")
                .location("France")
                .dataCategories("names")
                .category(category)
                .build();
    }

    private static List<String> firstUse(String day) {
        return fields(Proposed.wishing(LocalDate.parse(day)), listing());
    }

    private static List<String> fields(Proposal proposal) {
        return fields(proposal, LIST);
    }

    private static List<String> fields(Proposal proposal, RegisterVersion listed) {
        return fields(proposal, listed, List.of());
    }

    private static List<String> ofGroupedList(Proposal proposal) {
        return fields(proposal, LIST, List.of(new Category("hosting", "Hosting", "Where it runs")));
    }

    private static List<String> sentences(Proposal proposal) {
        return problems(proposal, LIST, List.of()).stream()
                .map(FieldProblem::sentence)
                .toList();
    }

    private static List<String> fields(Proposal proposal, RegisterVersion listed, List<Category> categories) {
        return problems(proposal, listed, categories).stream()
                .map(FieldProblem::field)
                .toList();
    }

    private static List<FieldProblem> problems(Proposal proposal, RegisterVersion listed, List<Category> categories) {
        Register register = new Register(
                "opsticket",
                "OpsTicket",
                "OPSTICKET",
                "Sub-processors",
                List.of(),
                ListStyle.values()[0],
                categories,
                "notices@opsticket.example",
                "privacy@opsticket.example",
                null,
                "#123456",
                Promise.in(ZoneOffset.UTC).made());
        return ProposalRules.problems(proposal, register, listed, TODAY);
    }
}
