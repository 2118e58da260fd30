package fairnotice.customer;

import java.util.Set;

/**
 * Who is written to.
 *
 * @param epoch raised to revoke every link this contact was ever given
 */
public record Contact(long id, String name, String email, Set<ContactRole> roles, int epoch) {}
