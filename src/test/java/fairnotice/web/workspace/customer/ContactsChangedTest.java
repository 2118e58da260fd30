package fairnotice.web.workspace.customer;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import fairnotice.customer.ImportingCustomers;
import fairnotice.mail.Mailing;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outcome;
import fairnotice.web.PageHouse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One administrator makes a stranger the only contact of two customers while nothing runs. */
class ContactsChangedTest extends PageHouse {

    @Autowired
    private ImportingCustomers imports;

    @Autowired
    private Mailings mailings;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void announcements_go_to_the_contacts_before_as_well_until_another_administrator_confirms_all_in_one_step()
            throws Exception {
        customer("swap-1");
        customer("swap-2");
        imports.importInto("opsticket", List.of(taken("swap-1"), taken("swap-2")), ADMIN);

        assertThat(letters("swap-1@customers.example.com")).singleElement().satisfies(letter -> {
            assertThat(recipients(letter))
                    .containsExactlyInAnyOrder("swap-1@customers.example.com", "swap-2@customers.example.com");
            assertThat(text(letter))
                    .contains(
                            "The contacts that OpsTicket writes to for your organisation were changed in its records on",
                            "Customer: {{customer}}",
                            "whoever was a contact before goes on receiving announcements. Contacts that were added receive"
                                    + " announcements at once as well; a code that confirms a step for your organisation can be sent"
                                    + " to them only once the change is confirmed.",
                            "reply to this email at once")
                    .doesNotContain("mallory");
        });
        assertThat(announcedTo(announced("Swapped")))
                .contains(
                        "swap-1@customers.example.com",
                        "swap-2@customers.example.com",
                        "mallory-swap-1@evil.example.com",
                        "mallory-swap-2@evil.example.com");

        open("admin", "/inbox").andExpect(saysNot("/confirmations?"));
        String inbox = open("otheradmin", "/inbox").andReturn().getResponse().getContentAsString();
        String place = inbox.replaceAll("(?s).*href=\"(/confirmations\\?[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        String page = open("otheradmin", java.net.URLDecoder.decode(place, "UTF-8"))
                .andExpect(status().isOk())
                .andExpect(says("mallory-swap-1@evil.example.com"))
                .andExpect(says("Confirm all 2 customers"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String[] form = Stream.of("register", "by", "at", "customers", "newest")
                .flatMap(name ->
                        Stream.of(name, page.replaceAll("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1")))
                .toArray(String[]::new);
        send("admin", "/confirmations", form)
                .andExpect(redirectedUrl("/inbox"))
                .andExpect(flash().attribute("sentence", containsString("You changed this customer")));
        send("otheradmin", "/confirmations", form)
                .andExpect(redirectedUrl("/inbox"))
                .andExpect(flash().attribute("done", "workspace.done.customers-confirmed"));

        assertThat(letters("swap-1@customers.example.com")).hasSize(2).last().satisfies(letter -> {
            assertThat(recipients(letter))
                    .containsExactlyInAnyOrder("swap-1@customers.example.com", "swap-2@customers.example.com");
            assertThat(text(letter))
                    .contains(
                            "were changed in its records, and another administrator confirmed the change on",
                            "You are no longer a contact: announcements and codes now go to the current contacts only, and your"
                                    + " earlier links no longer open.",
                            "reply to this email at once",
                            "this address was on file")
                    .doesNotContain("mallory", "has yet to confirm", "??");
        });
        assertThat(letters("mallory-swap-1@evil.example.com")).singleElement().satisfies(letter -> {
            assertThat(recipients(letter))
                    .containsExactlyInAnyOrder("mallory-swap-1@evil.example.com", "mallory-swap-2@evil.example.com");
            assertThat(text(letter))
                    .contains(
                            "You are now a contact: announcements, and codes that confirm a step for your organisation, can be sent"
                                    + " to you.",
                            "this address is on file")
                    .doesNotContain("no longer", "??");
        });
        assertThat(announcedTo(announced("Swapped Later")))
                .contains("mallory-swap-1@evil.example.com", "mallory-swap-2@evil.example.com")
                .doesNotContain("swap-1@customers.example.com", "swap-2@customers.example.com");
    }

    private List<Mailing> letters(String to) {
        return mailings.about("opsticket").stream()
                .filter(mailing -> mailing.key().startsWith("contacts/opsticket/"))
                .filter(mailing -> recipients(mailing).contains(to))
                .toList();
    }

    private List<String> announcedTo(String reference) {
        return mailings.about(reference).stream()
                .filter(mailing -> mailing.key().contains("/announcement"))
                .flatMap(mailing -> recipients(mailing).stream())
                .toList();
    }

    private List<String> recipients(Mailing mailing) {
        return mailings.messages(mailing.id(), 0, 9999).stream()
                .map(Outcome::address)
                .toList();
    }

    private String text(Mailing mailing) {
        return jdbc.sql("select text_part from mailing where id = :id")
                .param("id", mailing.id())
                .query(String.class)
                .single();
    }

    private static ImportedCustomer taken(String id) {
        return new ImportedCustomer(
                id,
                "Customer " + id,
                "enterprise",
                List.of(new ImportedContact("Mallory", "mallory-" + id + "@evil.example.com", List.of("PRIVACY"))),
                List.of(),
                new ImportedTerms("60 days", null, null, "Secret addendum " + id));
    }
}
