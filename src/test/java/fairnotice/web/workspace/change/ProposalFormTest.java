package fairnotice.web.workspace.change;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import fairnotice.register.SubprocessorBuilder;
import org.junit.jupiter.api.Test;

/** What stands in the form before anybody types. */
class ProposalFormTest {

    private static final Subprocessor LISTED = SubprocessorBuilder.builder()
            .name("Talvik")
            .purpose("Speech")
            .excludable(true)
            .exclusion("The customer is served without Talvik")
            .build();

    @Test
    void how_to_do_without_the_vendor_is_not_suggested_for_a_modification() {
        VendorForm vendor = ProposalForm.blank(ChangeKind.MODIFY, LISTED).subprocessor();

        assertThat(vendor.exclusion()).isNull();
        assertThat(vendor.excludable()).isTrue();
        assertThat(vendor.purpose()).isEqualTo("Speech");
    }
}
