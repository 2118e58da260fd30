package fairnotice.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.change.AmendingChange;
import fairnotice.change.WithdrawingChange;
import fairnotice.web.PageHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChangePageTest extends PageHouse {

    @Autowired
    UpcomingChanges upcoming;

    @Autowired
    WithdrawingChange withdrawing;

    @Autowired
    AmendingChange amending;

    @Test
    void a_change_that_is_not_announced_does_not_exist_in_public() throws Exception {
        String reference = proposed("Nu");

        open(page(reference)).andExpect(status().isNotFound());
        assertThat(isUpcoming(reference)).isFalse();

        withdrawing.withdraw(reference, "Not needed", LEGAL);
        open(page(reference)).andExpect(status().isNotFound());
    }

    @Test
    void an_announced_change_shows_standard_dates_and_no_customer() throws Exception {
        customer("secret");
        String reference = announced("Xi");

        open(page(reference))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("the dates in your notice govern"),
                                containsString("DPA §05 is 15 days"),
                                containsString("DPA §05 is 30 days"),
                                containsString("An objection that arrives later, but by the end of "),
                                not(containsString("Secret addendum")),
                                not(containsString("60 days")),
                                not(containsString("??")))));
        open("/r/securicom/changes/" + reference).andExpect(status().isNotFound());
    }

    @Test
    void the_list_hears_of_an_announced_change_and_of_its_end() {
        String reference = announced("Omicron");
        await(() -> isUpcoming(reference));
        long revision = upcoming.revision("opsticket");

        withdrawing.withdraw(reference, "Not needed", LEGAL);

        await(() -> !isUpcoming(reference));
        assertThat(upcoming.revision("opsticket")).isGreaterThan(revision);
    }

    @Test
    void a_change_withdrawn_after_its_announcement_is_shown_as_withdrawn() throws Exception {
        String reference = announced("Pi");
        withdrawing.withdraw(reference, "Not needed", LEGAL);

        open(page(reference))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This change was withdrawn.")));
    }

    @Test
    void an_amended_change_says_that_it_is_revised_and_not_yet_how() throws Exception {
        String reference = announced("Rho");
        amending.amend(reference, addition("Rho", "Reykjavik"), "It moves", LEGAL);

        open(page(reference))
                .andExpect(content()
                        .string(allOf(
                                containsString("being revised"),
                                containsString("Bonn"),
                                not(containsString("Reykjavik")),
                                not(containsString("??")))));
    }

    private boolean isUpcoming(String reference) {
        return upcoming.of("opsticket").stream()
                .anyMatch(change -> change.reference().equals(reference));
    }

    private static String page(String reference) {
        return "/r/opsticket/changes/" + reference;
    }
}
