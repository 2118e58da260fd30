package fairnotice.web.workspace.history;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.customer.Customers;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import fairnotice.customer.ImportingCustomers;
import fairnotice.web.PageHouse;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;

/** Whether the ledger is whole, checked against a head that somebody kept. */
class LedgerPageTest extends PageHouse {

    private static final Pattern HEAD = Pattern.compile("(\\d+):([0-9a-f]{64})");

    @Autowired
    private ImportingCustomers importing;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_kept_head_is_shown_to_be_copied_and_checked_again_later() throws Exception {
        proposed("Head Keeper");
        String head = head();

        proposed("Head Keeper Two");
        open("auditor", "/ledger?verify=true&head=" + head)
                .andExpect(status().isOk())
                .andExpect(says("Integrity verified", "value=\"" + head + "\""));
    }

    @Test
    void a_chain_that_was_longer_or_another_when_the_head_was_kept_shows() throws Exception {
        proposed("Head Loser");
        Matcher head = HEAD.matcher(head());
        assertThat(head.matches()).isTrue();
        long position = Long.parseLong(head.group(1));

        open("auditor", "/ledger?verify=true&head=" + (position + 1_000_000) + ":" + head.group(2))
                .andExpect(says("The chain was cut off"))
                .andExpect(saysNot("Integrity verified"));
        open("auditor", "/ledger?verify=true&head=" + position + ":" + "ab".repeat(32))
                .andExpect(says("The chain was rewritten"));
    }

    @Test
    void what_is_no_head_is_said_beside_its_field_and_nothing_is_claimed() throws Exception {
        open("auditor", "/ledger?verify=true&head=yesterday")
                .andExpect(status().isOk())
                .andExpect(says("id=\"head-error\">Please give the head as it was shown", "value=\"yesterday\""))
                .andExpect(saysNot("Integrity verified"));
    }

    @Test
    void what_an_import_did_to_a_customer_is_told_field_by_field_until_it_is_erased() throws Exception {
        customer("erased");
        rename("erased", "Acme & II");
        long id = customers.find("opsticket", "erased").orElseThrow().id();
        String entries = "/ledger?subject=customer:" + id;

        open("auditor", entries)
                .andExpect(says("Name: ", "Customer erased", "Acme &amp; II", "The customer was added"));
        open("auditor", "/ledger/erasure").andExpect(status().isForbidden());
        send("auditor", "/ledger/erasure", "person", "customer:" + id, "reason", "Mine")
                .andExpect(status().isForbidden());
        open("admin", "/ledger/erasure").andExpect(saysNot("??"));
        send("admin", "/ledger/erasure", "person", "OPSTICKET-2026-0001", "reason", "Tidy up")
                .andExpect(says("Please give the number of a customer"));
        send("admin", "/ledger/erasure", "person", "customer:" + id, "reason", "Who changed it erases it")
                .andExpect(says("Another administrator, who wrote none of it, erases it."));
        openCase(id, proposed("Case Opener"));
        send("second-admin", "/ledger/erasure", "person", "customer:" + id, "reason", "Art. 17")
                .andExpect(says("This customer has an open objection"));
        closeCase(id);
        MvcResult erased = send(
                        "second-admin", "/ledger/erasure", "person", " customer:" + id + " ", "reason", "Art. 17")
                .andExpect(status().isFound())
                .andExpect(flash().attribute("done", "workspace.done.erased"))
                .andReturn();
        pages.perform(get(URI.create(erased.getResponse().getRedirectedUrl()))
                        .cookie(erased.getResponse().getCookies())
                        .with(user("second-admin").roles("ADMIN")))
                .andExpect(says("<p class=\"note\" role=\"status\">The values were erased.</p>"));

        open("auditor", entries + "&verify=true")
                .andExpect(says("value erased on", "Values about this person were erased", "Integrity verified"))
                .andExpect(saysNot("Customer erased", "Acme"));
    }

    private void openCase(long customer, String change) {
        jdbc.sql("""
                insert into objection (reference, change_reference, register, round, policy_version, customer, state, filing,
                                       received_at, late, answer_due_at, begun_at)
                values ('OBJ-2019-0001', :change, 'opsticket', 1, 1, :customer, 'WITHDRAWN',
                        '{"channel": "LINK", "sender": "Ann", "grounds": "LOCATION", "orders": []}',
                        now(), false, now(), now())""").param("change", change).param("customer", customer).update();
    }

    private void closeCase(long customer) {
        jdbc.sql("update objection set settled_at = now() where customer = :customer")
                .param("customer", customer)
                .update();
    }

    private void rename(String id, String name) {
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        id,
                        name,
                        "enterprise",
                        List.of(new ImportedContact("Ann of " + id, id + "@customers.example.com", List.of("PRIVACY"))),
                        List.of(),
                        new ImportedTerms("60 days", null, null, "Secret addendum " + id))),
                ADMIN);
    }

    private String head() throws Exception {
        Matcher[] found = new Matcher[1];
        await(() -> {
            found[0] = HEAD.matcher(page());
            return found[0].find() && !found[0].group(1).equals("0");
        });
        return found[0].group();
    }

    private String page() {
        try {
            return open("auditor", "/ledger?verify=true")
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
