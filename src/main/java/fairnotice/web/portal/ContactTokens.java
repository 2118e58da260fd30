package fairnotice.web.portal;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.SignedLinks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How forms name whose code it is: ids of contacts count all customers' contacts, and no number that an outsider gets does (decision record 20). */
@Component("contactTokens")
class ContactTokens {

    /** Stands for what names nobody. */
    private static final String NOBODY = "?";

    private final SignedLinks links;

    ContactTokens(SignedLinks links) {
        this.links = links;
    }

    /** As a form sends it; always the same for a contact while the key that signs is. */
    public String of(long contact) {
        return links.sign(new Link(LinkPurpose.CONTACT_IN_FORM, contact, contact, 0));
    }

    /** The same of what {@link #read} gave. */
    public String written(String contact) {
        return id(contact).map(this::of).orElse("");
    }

    /** What {@link #read} gave as a number; empty where it names nobody. */
    static Optional<Long> id(String contact) {
        return contact.isEmpty() || contact.equals(NOBODY) ? Optional.empty() : Optional.of(Long.valueOf(contact));
    }

    /** The contact's id; empty where none was sent. */
    String read(String sent) {
        return sent.isEmpty()
                ? ""
                : links.read(sent)
                        .filter(link -> link.purpose() == LinkPurpose.CONTACT_IN_FORM)
                        .map(link -> Long.toString(link.holder()))
                        .orElse(NOBODY);
    }
}
