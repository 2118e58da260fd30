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
import fairnotice.customer.UnconfirmedChange;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.notice.Notice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer that one administrator adds, with less than the register promises, or with the name or an address of another. */
class NewCustomerTest extends OwnPages {

    private static final Actor ADA = new Actor("ada", Set.of(Role.ADMIN));

    @Autowired
    private ConfirmingCustomerChange confirming;

    @Autowired
    private UnconfirmedChanges unconfirmed;

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
                .hasValueSatisfying(why -> assertThat(why.english()).startsWith("You changed this customer;"));
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

    @Test
    void is_shown_with_the_customer_that_it_looks_like_to_whoever_confirms_it() throws Exception {
        adds("first-of-two", null);
        importing.importInto(
                "opsticket",
                List.of(
                        named("second", "CUSTOMER first of two", "eve@second.example.com"),
                        named("third", "Third", "FIRST-of-two@customers.example.com"),
                        named("fourth", "Customer First of Two.", "first-of-two@customers.example.com")),
                ADA);

        String both =
                "had the same name as the customer first-of-two of this publisher, and a contact with the same email address.";
        String wait =
                "Before it is confirmed, find out whether they are the same customer: what one customer paid must not be"
                        + " refunded to two.";
        Customer second = customers.find("opsticket", "second").orElseThrow();
        assertThat(words("/customers/" + second.id()))
                .contains(
                        "stated or changed orders or payments of this customer. Another administrator has to confirm this; until"
                                + " then they count for no objection of this customer",
                        "When this customer was added, it had the same name as the customer first-of-two of this publisher.",
                        wait)
                .doesNotContain(both);
        UnconfirmedChange waiting = unconfirmed.of(second.id()).orElseThrow();
        assertThat(words("/confirmations?register=opsticket&by=ada&at=" + waiting.changedAt()))
                .contains(
                        "When this customer was added, it had the same name as the customer first-of-two of this publisher.",
                        "When this customer was added, it had a contact with the same email address as the customer first-of-two of this"
                                + " publisher.",
                        both,
                        wait);

        for (String id : List.of("second", "third", "fourth")) {
            Customer added = customers.find("opsticket", id).orElseThrow();
            confirming.confirm(added.id(), added.revision(), ADMIN);
        }
        assertThat(words("/customers/" + second.id())).doesNotContain(wait, "Until another administrator confirms");
    }

    private String words(String path) throws Exception {
        return open("admin", path)
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private static ImportedCustomer named(String id, String name, String email) {
        return new ImportedCustomer(
                id,
                name,
                "enterprise",
                List.of(new ImportedContact("Ann", email, List.of("PRIVACY"))),
                List.of(order("O-1")),
                null);
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
