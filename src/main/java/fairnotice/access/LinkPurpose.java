package fairnotice.access;

import java.util.Arrays;
import java.util.Optional;

/** What a signed link is good for; a link of one purpose never opens another. */
public enum LinkPurpose {
    /** Subject: a notice; holder: a contact. */
    NOTICE('n'),
    /** Subject and holder: a subscriber whose address is not yet confirmed. */
    CONFIRM_SUBSCRIPTION('c'),
    /** Subject and holder: a subscriber. */
    SUBSCRIPTION('s'),
    /** Subject and holder: an objection filed on the public page whose sender's address is not yet confirmed. */
    CONFIRM_OBJECTION('o'),
    /** Subject: a link that was sent in place of an ended one to a notice; holder: a contact. */
    RENEWED_NOTICE('r'),
    /** No link, but how a form names a contact of its own customer without telling its number. Subject and holder: a contact. */
    CONTACT_IN_FORM('f');

    /** As it stands in links that are already in mailboxes; never changed or given again. */
    private final byte code;

    LinkPurpose(char code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static Optional<LinkPurpose> of(byte code) {
        return Arrays.stream(values()).filter(purpose -> purpose.code == code).findFirst();
    }

    /** By the capital letter under which its numbers stood in the clear. */
    static Optional<LinkPurpose> ofBefore(byte code) {
        return Arrays.stream(values())
                .filter(purpose -> Character.toUpperCase(purpose.code) == code)
                .findFirst();
    }
}
