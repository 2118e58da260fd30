package fairnotice.customer.jdbc;

import fairnotice.customer.ContactNotCorrected;
import fairnotice.customer.Contacts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcContacts implements Contacts {

    private final JdbcClient jdbc;

    JdbcContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long correct(long contact, String email) {
        try {
            return jdbc.sql("update contact set email = :email, epoch = epoch + 1 where id = :id returning customer")
                    .param("email", email)
                    .param("id", contact)
                    .query(Long.class)
                    .optional()
                    .orElseThrow(() -> new ContactNotCorrected("There is no contact with the number " + contact + "."));
        } catch (DuplicateKeyException taken) {
            throw new ContactNotCorrected("Another contact of this customer has that address already.");
        }
    }
}
