package fairnotice.mail;

import java.util.List;

/** Who acts on what became of a mailing's messages. */
public interface MailingOwner {

    /** @param mailingKey see {@link NewMailing#key} */
    boolean owns(String mailingKey);

    /** Hears what became of messages of its own, in order; joins the caller's transaction. The same may be said again. */
    void heard(List<Outcome> outcomes);
}
