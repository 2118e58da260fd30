package fairnotice.web.workspace.customer;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.mail.Mailing;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outcome;
import fairnotice.refusal.Language;
import fairnotice.web.PageHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of two customers, one has a contact who reads German. */
class GermanContactTest extends PageHouse {

    @Autowired
    private Customers customers;

    @Autowired
    private Mailings mailings;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void staff_set_the_language_and_see_in_which_each_message_went_out() throws Exception {
        customer("deutsch");
        customer("english");
        Customer customer = found("deutsch");
        String page = "/customers/" + customer.id();
        String set = page + "/contacts/" + customer.contacts().get(0).id() + "/language";
        open("legal", page).andExpect(saysNot("/language"));
        open("admin", page).andExpect(says("Send Ann of deutsch emails in German from now on"));

        send("admin", set, "language", "DE")
                .andExpect(redirectedUrl(page))
                .andExpect(flash().attribute("done", "workspace.done.language"));
        send("legal", set, "language", "EN").andExpect(flash().attributeExists("sentence"));

        open("admin", page).andExpect(says("German", "language"));
        Mailing announcement = announcement(announced("Sprachen"));
        assertThat(mailings.messages(announcement.id(), 0, 9999))
                .filteredOn(message -> message.address().matches("(deutsch|english)@.*"))
                .extracting(message -> message.address().replaceAll("@.*", ""), Outcome::language)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("deutsch", Language.DE),
                        org.assertj.core.groups.Tuple.tuple("english", Language.EN));
        assertThat(german(announcement))
                .contains("<html lang=\"de\"", "Verbindlich ist die englische Fassung des Vertrags.")
                .doesNotContain("??");
        assertThat(announcement.letter().html()).contains("<html lang=\"en\"").doesNotContain("is binding");
        assertThat(everyPage("/mailings/" + announcement.id()))
                .containsPattern("deutsch@customers.example.com</span>\\s+<span class=\"tag\">German")
                .containsPattern("english@customers.example.com</span>\\s+<span class=\"tag\">English");
    }

    /** @return a paged list as legal reads it: other tests of this house have customers, too, who fill the first page */
    private String everyPage(String list) throws Exception {
        StringBuilder read = new StringBuilder();
        String page;
        int number = 0;
        do {
            number++;
            page = open("legal", list + "?page=" + number)
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            read.append(page);
        } while (page.contains("rel=\"next\""));
        return read.toString();
    }

    private Customer found(String id) {
        return customers.page("opsticket", 0, 9999).stream()
                .filter(customer -> customer.externalId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Mailing announcement(String reference) {
        return mailings.about(reference).stream()
                .filter(mailing -> mailing.key().contains("/announcement")
                        && !mailing.key().endsWith("-news"))
                .findFirst()
                .orElseThrow();
    }

    private String german(Mailing mailing) {
        return jdbc.sql("select html_part from mail_translation where mailing = :id and language = 'de'")
                .param("id", mailing.id())
                .query(String.class)
                .single();
    }
}
