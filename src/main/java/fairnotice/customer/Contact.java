package fairnotice.customer;

import fairnotice.refusal.Language;
import java.util.Set;

/**
 * Who is written to.
 *
 * @param epoch raised to revoke every link this contact was ever given
 * @param language that it is written to in; English where none is stated
 */
public record Contact(long id, String name, String email, Set<ContactRole> roles, int epoch, Language language) {

    public Contact {
        language = language == null ? Language.EN : language;
    }
}
