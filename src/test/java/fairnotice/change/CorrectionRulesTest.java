package fairnotice.change;

import static fairnotice.change.Proposed.AT;
import static fairnotice.change.Proposed.actor;
import static fairnotice.change.Proposed.proposal;
import static fairnotice.change.Proposed.vendor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.refusal.Refused;
import fairnotice.register.ChangeKind;
import fairnotice.register.HistoryEntry;
import fairnotice.register.HistoryTag;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a fact stated for the first time needs no notice. paula proposed; rita certified it first. */
class CorrectionRulesTest {

    private static final LocalDate SINCE = LocalDate.parse("2024-03-01");
    private static final NewFacts DISCLOSED = new NewFacts(List.of(), List.of("a transfer stated for the first time"));
    private static final Colleagues LEGAL = colleagues("gina", "paula", "rita");
    private static final VendorChange MODIFICATION = Proposed.of(proposal(ChangeKind.MODIFY, null, vendor("Talvik")));

    @Test
    void only_a_modification_whose_facts_were_all_unstated_is_a_correction() {
        assertThat(CorrectionRules.obstacle(MODIFICATION, DISCLOSED)).isEmpty();
        assertThat(CorrectionRules.obstacle(
                        MODIFICATION, new NewFacts(List.of("a new purpose"), DISCLOSED.disclosed())))
                .hasValueSatisfying(why -> assertThat(why.english()).contains("a new purpose", "owed a notice"));
        assertThat(CorrectionRules.obstacle(MODIFICATION, NewFacts.NONE)).isPresent();
        assertThat(CorrectionRules.obstacle(Proposed.of(proposal(ChangeKind.ADD, null, vendor("Talvik"))), DISCLOSED))
                .isPresent();
    }

    @Test
    void what_was_announced_or_is_planned_for_a_day_is_none() {
        VendorChange amended = Proposed.in(ChangeState.IN_NOTICE)
                .amended(proposal(ChangeKind.MODIFY, null, vendor("Talvik")), "paula", AT);
        Proposal dated = new Proposal(
                ChangeKind.MODIFY, null, true, false, false, LocalDate.parse("2026-08-01"), "Why", vendor("Talvik"));

        assertThat(CorrectionRules.obstacle(amended, DISCLOSED))
                .hasValueSatisfying(why -> assertThat(why.english()).contains("was announced"));
        assertThat(CorrectionRules.obstacle(Proposed.of(dated), DISCLOSED))
                .hasValueSatisfying(why -> assertThat(why.english()).contains("go-live date"));
    }

    @Test
    void it_was_so_when_the_vendor_was_listed_or_it_was_a_change_then() {
        LocalDate listed = LocalDate.parse("2025-06-30");

        assertThatCode(() -> CorrectionRules.dayFits(listed, "Talvik", listed)).doesNotThrowAnyException();
        assertThatThrownBy(() -> CorrectionRules.dayFits(LocalDate.parse("2025-07-01"), "Talvik", listed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("listed since 30 June 2025");
        assertThatThrownBy(() -> CorrectionRules.dayFits(null, "Talvik", listed))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_vendor_is_listed_since_it_last_came_or_another_company_took_its_name() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        RegisterVersion now = version(4, "2026-05-01T10:00:00Z", owned("Acme Inc"));
        RegisterVersion before = version(3, "2026-02-28T23:30:00Z", owned(null));
        RegisterVersion gone = version(2, "2026-01-01T10:00:00Z");
        RegisterVersion first = version(1, "2025-01-01T10:00:00Z", owned("Acme Inc"));

        assertThat(CorrectionRules.listedSince(" acme ", List.of(now, before, gone, first), berlin))
                .isEqualTo("2026-03-01");
        assertThat(CorrectionRules.listedSince(
                        "Acme", List.of(now, version(3, "2026-02-01T00:00:00Z", owned("Other Inc"))), berlin))
                .isEqualTo("2026-05-01");
        assertThat(CorrectionRules.listedSince("Acme", List.of(now, before, first), berlin))
                .isEqualTo("2025-01-01");
    }

    @Test
    void two_of_legal_certify_it_who_did_not_propose_it() {
        VendorChange certified = certifiedBy("rita");

        assertThat(certified.state()).isEqualTo(ChangeState.SECOND_APPROVAL);
        for (String barred : List.of("paula", "rita")) {
            assertThatThrownBy(() -> StaffRules.mayApproveSecond(certified, actor(barred, Role.LEGAL), LEGAL))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> StaffRules.mayApproveSecond(certified, actor("ada", Role.ADMIN), LEGAL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("two of the legal group");
        assertThatCode(() -> StaffRules.mayApproveSecond(certified, actor("gina", Role.LEGAL), LEGAL))
                .doesNotThrowAnyException();
        assertThatCode(() -> StaffRules.mayCertify(MODIFICATION, actor("rita", Role.LEGAL), LEGAL))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> StaffRules.mayCertify(MODIFICATION, actor("paula", Role.LEGAL), colleagues("paula")))
                .as("also where she is the only one")
                .isInstanceOf(Refused.class)
                .hasMessageContaining("It waits for another person of the legal group");
    }

    /** An earlier reading may have called it immaterial. */
    @Test
    void it_needs_the_second_also_where_the_table_asked_for_no_notice() {
        VendorChange unannounced =
                MODIFICATION.classified(new Classification(Track.UNANNOUNCED, "Nothing material", List.of()));

        assertThat(unannounced
                        .approved(Review.certifying(SINCE, "rita", AT, "The contract says so"))
                        .state())
                .isEqualTo(ChangeState.SECOND_APPROVAL);
    }

    @Test
    void what_the_table_called_immaterial_is_looked_at_again_before_it_passes_unannounced() {
        Classification immaterial = new Classification(Track.UNANNOUNCED, "Nothing material", List.of());
        Classification material = new Classification(Track.NOTICE, "Material", DISCLOSED.all());

        assertThatThrownBy(() -> ReviewRules.nothingNewUnannounced(Track.UNANNOUNCED, immaterial, DISCLOSED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a transfer stated for the first time");
        assertThatCode(() -> {
                    ReviewRules.nothingNewUnannounced(Track.UNANNOUNCED, immaterial, NewFacts.NONE);
                    ReviewRules.nothingNewUnannounced(Track.NOTICE, immaterial, DISCLOSED);
                    ReviewRules.nothingNewUnannounced(Track.UNANNOUNCED, material, DISCLOSED);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void the_history_calls_it_a_correction_and_says_since_when() {
        VendorChange certified = certifiedBy("rita").approvedAgain("gina");

        List<HistoryEntry> history = RevisedList.after(
                        Proposed.listing(vendor("Talvik")), certified, AT, ZoneOffset.UTC)
                .history();

        assertThat(history)
                .containsExactly(new HistoryEntry(
                        LocalDate.parse("2026-06-01"),
                        HistoryTag.CORRECTED,
                        "Correction: so since 1 March 2024. Talvik: It costs less",
                        Proposed.REFERENCE));
    }

    private static Colleagues colleagues(String... names) {
        return new Colleagues(Arrays.stream(names)
                .map(name -> new Staff(name, name, name + "@acme.example", Set.of(Role.LEGAL)))
                .toList());
    }

    private static VendorChange certifiedBy(String reviewer) {
        return MODIFICATION
                .classified(new Classification(Track.NOTICE, "Material", DISCLOSED.all()))
                .approved(Review.certifying(SINCE, reviewer, AT, "The contract of 2024 says so"));
    }

    private static RegisterVersion version(int number, String at, Subprocessor... entries) {
        return new RegisterVersion("opsticket", number, Instant.parse(at), List.of(entries), List.of(), null);
    }

    private static Subprocessor owned(String legalEntity) {
        return new Subprocessor(
                "Acme", legalEntity, null, null, "Hosting", null, null, "All", null, null, null, null, false, null);
    }
}
