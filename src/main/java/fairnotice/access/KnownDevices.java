package fairnotice.access;

import java.util.Optional;

/** Browsers in which a member of staff signed in before: nobody else's wrong passwords keep them out there. */
public interface KnownDevices {

    /** What the browser keeps, of whoever signed in there just now; it proves nothing but that. */
    String remember(String username);

    /** Which of the name's browsers it is; empty when what was shown was not given to that name. @param shown null for nothing */
    Optional<String> recognise(String username, String shown);
}
