package fairnotice.inbox;

import fairnotice.access.AccountNotices;
import fairnotice.access.Staff;
import fairnotice.refusal.Phrase;
import fairnotice.register.Registers;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** Mails the holder of an account what became of it, and what to do when it was somebody else. */
@Service
class MailingAccountNotices implements AccountNotices {

    private final StaffLinkMail mail;
    private final Registers registers;

    MailingAccountNotices(StaffLinkMail mail, Registers registers) {
        this.mail = mail;
        this.registers = registers;
    }

    @Override
    public void tell(Staff holder, Event event) {
        if (holder.hasAddress() && !registers.all().isEmpty()) {
            String what = event.name().toLowerCase(Locale.ROOT).replace('_', '-');
            mail.tell(holder, "account-" + what, Phrase.of("said.why.account"));
        }
    }
}
