package fairnotice.notice;

import fairnotice.change.ChangeState;
import fairnotice.change.ComparingEntry;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.NewMailing;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The letters about a change, in every language: contractual ones carry each customer's own dates, the newsletter the standard ones. */
@Service
class ChangeEmails {

    private final EmailTemplates letters;
    private final ComparingEntry comparing;

    ChangeEmails(EmailTemplates letters, ComparingEntry comparing) {
        this.letters = letters;
        this.comparing = comparing;
    }

    NewMailing contractual(
            Register register, NoticePolicy policy, VendorChange change, Round round, Occasion occasion, int number) {
        return NewMailing.spoken(
                () -> mailing(register, policy, change, round, occasion, number, Kind.CONTRACTUAL, Map.of()));
    }

    /**
     * @param standard the dates that hold for everybody without terms of their own
     * @param at when it is made
     */
    NewMailing newsletter(
            Register register,
            NoticePolicy policy,
            VendorChange change,
            Round round,
            Occasion occasion,
            NoticeDates standard,
            Instant at) {
        return NewMailing.spoken(() -> mailing(
                register,
                policy,
                change,
                round,
                occasion,
                0,
                Kind.NEWSLETTER,
                EmailModel.standard(standard, change, at)));
    }

    /** A change that was amended to involve no personal data ends its notices as a withdrawn one does, and is none. */
    private static String template(Occasion occasion, VendorChange change) {
        boolean recorded = occasion == Occasion.WITHDRAWAL && change.state() == ChangeState.UNLISTED;
        return recorded ? "recorded" : occasion.word();
    }

    /** The subject says where an announcement replaces an earlier one. */
    private static String again(Occasion occasion, Round round) {
        return occasion == Occasion.ANNOUNCEMENT && round.number() > 1 ? "-again" : "";
    }

    private NewMailing mailing(
            Register register,
            NoticePolicy policy,
            VendorChange change,
            Round round,
            Occasion occasion,
            int number,
            Kind kind,
            Map<String, Object> standard) {
        boolean news = kind == Kind.NEWSLETTER;
        Map<String, Object> model = EmailModel.of(register, policy, change, round, kind, occasion);
        model.putAll(EmailModel.compared(comparing.compare(change, round.number())));
        model.putAll(standard);
        String template = (news ? "news-" : "") + template(occasion, change);
        Email letter = letters.compose(template, template + again(occasion, round), model);
        String key = Dispatch.key(change.reference(), round.number(), occasion, number);
        NewMailing mailing = new NewMailing(
                news ? key + "-news" : key,
                kind,
                change.reference(),
                register.name(),
                register.sender(),
                register.replyTo(),
                register.id() + (news ? ".news" : ".notices") + ".fairnotice",
                letter);
        return news ? mailing : mailing.in(Notice.conversation(change.reference(), round.number()));
    }
}
