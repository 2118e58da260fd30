package fairnotice.customer;

import fairnotice.refusal.Language;
import java.util.Set;

/** Contacts who read English, and whose links nobody has revoked. */
public final class ContactFixture {

    private ContactFixture() {}

    public static Contact contact(long id, String name, String email, ContactRole... roles) {
        return new Contact(id, name, email, Set.of(roles), 0, Language.EN);
    }
}
