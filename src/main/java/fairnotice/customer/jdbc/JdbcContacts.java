package fairnotice.customer.jdbc;

import fairnotice.customer.ContactNotCorrected;
import fairnotice.customer.Contacts;
import fairnotice.customer.ImportedCustomers;
import fairnotice.refusal.Language;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcContacts implements Contacts {

    private final JdbcClient jdbc;
    private final ImportedCustomers customers;

    JdbcContacts(JdbcClient jdbc, ImportedCustomers customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    private record Owner(long customer, String register) {}

    @Override
    public long lock(long contact) {
        Owner owner = owner(contact);
        customers.lock(owner.register());
        return owner.customer();
    }

    @Override
    public void correct(long contact, String email) {
        Owner owner = owner(contact);
        try {
            jdbc.sql("update contact set email = :email, epoch = epoch + 1 where id = :id")
                    .param("email", email)
                    .param("id", contact)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new ContactNotCorrected("Another contact of this customer has that address already.");
        }
        raise(owner);
    }

    @Override
    public void speak(long contact, Language language) {
        Owner owner = owner(contact);
        jdbc.sql("update contact set language = :language where id = :id")
                .param("language", language.code())
                .param("id", contact)
                .update();
        raise(owner);
    }

    private void raise(Owner owner) {
        jdbc.sql("update customer set revision = nextval('customer_revision') where id = :id")
                .param("id", owner.customer())
                .update();
    }

    private Owner owner(long contact) {
        return jdbc.sql("""
                        select contact.customer, customer.register
                        from contact join customer on customer.id = contact.customer where contact.id = :id
                        """)
                .param("id", contact)
                .query(Owner.class)
                .optional()
                .orElseThrow(() -> new ContactNotCorrected("There is no contact with the number " + contact + "."));
    }
}
