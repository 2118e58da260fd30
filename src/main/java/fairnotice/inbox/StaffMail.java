package fairnotice.inbox;

import fairnotice.mail.Email;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailing;
import fairnotice.mail.NewMailing;
import fairnotice.register.Register;
import java.util.UUID;

/** A mailing to members of staff, from the register that it is about. */
final class StaffMail {

    private StaffMail() {}

    /** @param about what it is about, in its key: {@code tasks} */
    static NewMailing of(Register register, String about, Email letter) {
        return new NewMailing(
                Mailing.TO_STAFF + about + "/" + UUID.randomUUID(),
                Kind.CONTRACTUAL,
                register.id(),
                register.name(),
                register.sender(),
                register.replyTo(),
                register.id() + ".staff.fairnotice",
                letter);
    }
}
