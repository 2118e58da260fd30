package fairnotice.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.calendar.Period;
import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.Customer;
import fairnotice.customer.ImportRefused;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import fairnotice.notice.Notice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer that one administrator adds while a notice runs, with less than the register promises. */
class NewCustomerTest extends OwnPages {

    private static final Actor ADA = new Actor("ada", Set.of(Role.ADMIN));

    @Autowired
    private ConfirmingCustomerChange confirming;

    @Test
    void is_given_notice_of_what_it_was_stated_to_be_shown_by_the_terms_that_everybody_is_promised() throws Exception {
        String change = announced("Firstterms");

        adds("first-terms", new ImportedTerms("1 days", "1 days", null, "Order form 7"), change);

        await(() -> notices.page(change, 1, 0, 500).stream()
                .anyMatch(each -> of(each).externalId().equals("first-terms")));
        Notice notice = notice(change, "first-terms");
        assertThat(notice.terms().notice()).isEqualTo(Period.days(30));
        assertThat(notice.terms().objection()).isEqualTo(Period.days(15));
        Customer added = of(notice);
        assertThat(confirming.obstacle(
                        confirming.waiting(ADA).stream()
                                .filter(each -> each.change().customer() == added.id())
                                .findFirst()
                                .orElseThrow()
                                .change(),
                        "opsticket",
                        ADMIN))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("You changed this customer;"));
        assertThat(open("admin", "/customers/" + added.id())
                        .andReturn()
                        .getResponse()
                        .getContentAsString()
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " "))
                .contains("stated or changed the plan, the terms, the changes shown before the contract")
                .contains("Before, a new customer has what every customer is promised.");
    }

    @Test
    void is_refused_with_less_that_no_clause_is_named_for() {
        assertThatThrownBy(
                        () -> adds("no-clause", new ImportedTerms(null, "14 days", null, null), "OPSTICKET-2026-0001"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("State the clause in which that is agreed.");
        adds("as-promised", new ImportedTerms("30 days", "3 weeks", false, null));
        assertThat(customers.find("opsticket", "as-promised").orElseThrow().earlier())
                .isNull();
        adds("a-month", new ImportedTerms("1 month", null, null, "Order form 7"));
        assertThat(customers.find("opsticket", "a-month").orElseThrow().earlier())
                .as("a month may have 28 days")
                .isNotNull();
    }

    private void adds(String id, ImportedTerms terms, String... shown) {
        importing.importInto(
                "opsticket",
                List.of(new ImportedCustomer(
                        id,
                        "Customer " + id,
                        "enterprise",
                        List.of(new ImportedContact("Ann", id + "@customers.example.com", List.of("PRIVACY"))),
                        List.of(order("O-1")),
                        terms,
                        List.of(shown))),
                ADMIN);
    }
}
