package fairnotice.change;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An earlier change brought "Sentry" of "Functional Software, Inc.". */
class SameVendorTest {

    @ParameterizedTest
    @CsvSource({
        "ADD,     sentry,     Functional Software Inc, ,       false, true",
        "ADD,     Sentry,     Another Ltd,             ,       false, true",
        "REPLACE, Sentry,     Functional Software Inc, Rival,  false, true",
        "ADD,     Sentry EU,  Functional Software Inc, ,       false, true",
        "ADD,     Sentry EU,  Functional Software Inc, ,       true,  false",
        "REPLACE, Sentry EU,  Functional Software Inc, Sentry, true,  true",
        "REPLACE, Sentry EU,  Functional Software Inc, Rival,  true,  false",
        "ADD,     Sentry EU,  Another Ltd,             ,       false, false",
        "ADD,     Rival,      ,                        ,       false, false",
        "MODIFY,  Sentry,     Functional Software Inc, ,       false, false",
        "REMOVE,  Sentry,     Functional Software Inc, ,       false, false"
    })
    void a_vendor_is_known_by_its_name_and_by_its_legal_entity_where_it_stands_alone(
            ChangeKind kind, String name, String entity, String replaces, boolean besideIt, boolean same) {
        Proposal earlier = proposal(ChangeKind.ADD, "Sentry", "Functional Software, Inc.", null);
        Proposal later = proposal(kind, name, entity, replaces);

        assertThat(SameVendor.isBroughtBy(earlier, later, listed -> besideIt && listed.equals("Sentry")))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"MODIFY", "REMOVE"})
    void what_alters_or_ends_an_entry_brings_no_vendor(ChangeKind kind) {
        Proposal later = proposal(ChangeKind.ADD, "Sentry", "Functional Software, Inc.", null);
        Proposal earlier = proposal(kind, "Sentry", "Functional Software, Inc.", null);

        assertThat(SameVendor.isBroughtBy(earlier, later, listed -> false)).isFalse();
    }

    private static Proposal proposal(ChangeKind kind, String name, String entity, String replaces) {
        Subprocessor vendor = new Subprocessor(
                name, entity, null, null, "Errors", "USA", null, "IP", null, null, null, null, false, null);
        return new Proposal(kind, replaces, true, true, false, null, "Better", vendor);
    }
}
