package fairnotice.web.workspace.customer;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.web.PageHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NewCustomerTest extends PageHouse {

    private static final String FORM = "/customers/new?register=opsticket";

    @Autowired
    private Customers customers;

    @Test
    void a_customer_is_added_by_hand_with_a_contact_and_an_order() throws Exception {
        open("admin", "/customers?register=opsticket").andExpect(says(FORM, "Add a customer"));
        open("admin", FORM)
                .andExpect(says("The promise names these: enterprise, recruiter."))
                .andExpect(saysNot("??"));

        send(
                "admin",
                FORM,
                "name",
                "Hand Made Ltd",
                "number",
                "HM-1",
                "plan",
                "enterprise",
                "contact",
                "Hanna Maid",
                "email",
                "hanna@handmade.example.com",
                "roles",
                "PRIVACY",
                "roles",
                "OWNER",
                "language",
                "DE",
                "order",
                "HM-1-1",
                "product",
                "Seats",
                "begins",
                "2026-01-01",
                "ends",
                "2026-12-31",
                "prepaid",
                "1200.00",
                "currency",
                "EUR");

        Customer added = customers.find("opsticket", "HM-1").orElseThrow();
        assertThat(added.plan()).isEqualTo("enterprise");
        assertThat(added.contacts()).singleElement().satisfies(contact -> {
            assertThat(contact.email()).isEqualTo("hanna@handmade.example.com");
            assertThat(contact.roles()).hasSize(2);
        });
        assertThat(added.orders()).singleElement().extracting("externalId").isEqualTo("HM-1-1");
        open("admin", "/customers/" + added.id()).andExpect(says("Hand Made Ltd", "Hanna Maid"));
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_comes_back() throws Exception {
        send("admin", FORM, "name", "Typed Ltd", "number", " ", "email", "nobody", "prepaid", "1.200,00")
                .andExpect(status().isOk())
                .andExpect(says("value=\"Typed Ltd\"", "This amount cannot be read."));
        send("admin", FORM, "name", "Typed Ltd", "number", " ", "email", "nobody", "ends", "2026-12-31")
                .andExpect(says(
                        "id=\"number-error\"",
                        "id=\"plan-error\"",
                        "id=\"contact-error\"",
                        "id=\"email-error\"",
                        "id=\"order-error\""));
        send("admin", FORM, "begins", "1.1.2026").andExpect(says("This day cannot be read."));
    }

    @Test
    void a_number_that_is_taken_changes_nobody() throws Exception {
        customer("taken");

        send(
                        "admin",
                        FORM,
                        "name",
                        "Another",
                        "number",
                        "taken",
                        "plan",
                        "enterprise",
                        "contact",
                        "A",
                        "email",
                        "a@another.example.com")
                .andExpect(says("There is a customer with the number taken already."));

        assertThat(customers.find("opsticket", "taken").orElseThrow().name()).isEqualTo("Customer taken");
    }

    @Test
    void only_administrators_of_the_register_add_customers() throws Exception {
        open("legal", FORM).andExpect(status().isForbidden());
        send("legal", FORM, "name", "Nobody").andExpect(status().isForbidden());
        send("auditor", FORM, "name", "Nobody").andExpect(status().isForbidden());
        open("legal", "/customers?register=opsticket").andExpect(saysNot(FORM));
        open("admin", "/customers/new?register=nowhere").andExpect(status().isNotFound());
        send("admin", FORM).andExpect(status().isOk()).andExpect(redirectedUrl(null));
    }
}
