package fairnotice.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import org.junit.jupiter.api.Test;

/** What stands in the form before anybody types. */
class ProposalFormTest {

    private static final Subprocessor LISTED = new Subprocessor(
            "Talvik",
            null,
            null,
            null,
            "Speech",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            true,
            "The customer is served without Talvik");

    @Test
    void how_to_do_without_the_vendor_is_not_suggested_for_a_modification() {
        VendorForm vendor = ProposalForm.blank(ChangeKind.MODIFY, LISTED).subprocessor();

        assertThat(vendor.exclusion()).isNull();
        assertThat(vendor.excludable()).isTrue();
        assertThat(vendor.purpose()).isEqualTo("Speech");
    }
}
