package fairnotice.web.site;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import fairnotice.change.AmendingChange;
import fairnotice.change.PostponingChange;
import fairnotice.change.WithdrawingChange;
import fairnotice.publisher.PublicAddress;
import fairnotice.web.Dates;
import fairnotice.web.PageHouse;
import fairnotice.web.site.PublicChange.State;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChangePageTest extends PageHouse {

    @Autowired
    ToldChanges told;

    @Autowired
    PublicAddress address;

    @Autowired
    PostponingChange postponing;

    @Autowired
    WithdrawingChange withdrawing;

    @Autowired
    AmendingChange amending;

    @Test
    void a_change_that_is_not_announced_does_not_exist_in_public() throws Exception {
        String reference = proposed("Nu");

        open(page(reference)).andExpect(status().isNotFound());
        assertThat(state(reference)).isEmpty();

        withdrawing.withdraw(reference, "Not needed", LEGAL);
        open(page(reference)).andExpect(status().isNotFound());
    }

    @Test
    void an_announced_change_shows_standard_dates_and_no_customer() throws Exception {
        customer("secret");
        String reference = announced("Xi");

        open(page(reference))
                .andExpect(status().isOk())
                .andExpect(says(
                        "the dates on your own notice page count for you",
                        "DPA §05 is 15 days",
                        "DPA §05 is 30 days",
                        "An objection that arrives later is kept, marked late"))
                .andExpect(saysNot("Secret addendum", "60 days"));
        open("/r/securicom/changes/" + reference).andExpect(status().isNotFound());
    }

    @Test
    void the_list_hears_of_an_announced_change_and_of_its_end() {
        String reference = announced("Omicron");
        await(() -> state(reference).equals(Optional.of(State.ANNOUNCED)));
        long revision = told.revision("opsticket");

        withdrawing.withdraw(reference, "Not needed", LEGAL);

        await(() -> state(reference).equals(Optional.of(State.WITHDRAWN)));
        assertThat(told.revision("opsticket")).isGreaterThan(revision);
    }

    @Test
    void the_feed_keeps_one_entry_for_a_change_and_says_when_it_last_changed() throws Exception {
        String reference = announced("Sigma");
        await(() -> state(reference).isPresent());
        Instant announced = told(reference).orElseThrow().updatedAt();

        postponing.postpone(reference, LocalDate.now(ZoneOffset.UTC).plusDays(90), "Not ready", COUNSEL);
        await(() -> told(reference).orElseThrow().updatedAt().isAfter(announced));
        Instant postponed = told(reference).orElseThrow().updatedAt();
        assertThat(entry(reference).getUpdatedDate()).isEqualTo(postponed.truncatedTo(SECONDS));
        assertThat(entry(reference).getTitle()).isEqualTo("Announced: Sigma is to be added");

        postponing.postpone(reference, LocalDate.now(ZoneOffset.UTC).plusDays(80), "The year was a slip", COUNSEL);
        await(() -> told(reference).orElseThrow().updatedAt().isAfter(postponed));
        assertThat(told(reference).orElseThrow().earliestUse())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(80));

        withdrawing.withdraw(reference, "Not needed", LEGAL);
        await(() -> state(reference).equals(Optional.of(State.WITHDRAWN)));
        assertThat(told(reference).orElseThrow().updatedAt()).isAfter(postponed);
        assertThat(entry(reference).getTitle()).isEqualTo("Withdrawn: Sigma");
        assertThat(entry(reference).getLink()).isEqualTo(address.to(page(reference)));
    }

    @Test
    void a_change_withdrawn_after_its_announcement_is_shown_as_withdrawn() throws Exception {
        String reference = announced("Pi");
        withdrawing.withdraw(reference, "Not needed", LEGAL);

        open(page(reference))
                .andExpect(status().isOk())
                .andExpect(says("This change was withdrawn on " + new Dates().day(LocalDate.now(ZoneOffset.UTC))
                        + " (UTC). It will not take effect."));
    }

    @Test
    void an_amended_change_says_that_it_is_revised_and_not_yet_how() throws Exception {
        String reference = announced("Rho");
        amending.amend(reference, addition("Rho", "Reykjavik"), "It moves", LEGAL);

        open(page(reference)).andExpect(says("being amended", "Bonn")).andExpect(saysNot("Reykjavik"));
    }

    /** Asked for at an address that is the visitor's to say. */
    private SyndEntry entry(String reference) throws Exception {
        String feed = open("http://127.0.0.1:4711/r/opsticket/feed.atom")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(feed).doesNotContain("127.0.0.1");
        return new SyndFeedInput()
                .build(new StringReader(feed)).getEntries().stream()
                        .filter(entry -> entry.getUri().equals("urn:fairnotice:opsticket:change:" + reference))
                        .findFirst()
                        .orElseThrow();
    }

    private Optional<PublicChange> told(String reference) {
        return told.of("opsticket").stream()
                .filter(change -> change.reference().equals(reference))
                .findFirst();
    }

    private Optional<State> state(String reference) {
        return told(reference).map(PublicChange::state);
    }

    private static String page(String reference) {
        return "/r/opsticket/changes/" + reference;
    }
}
