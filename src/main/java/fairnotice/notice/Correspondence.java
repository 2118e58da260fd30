package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.mail.Mailings;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Opens a telling with its mailings; the pages are cut later, outside the transaction that decided to tell. */
@Service
class Correspondence {

    private final Registers registers;
    private final Mailings mailings;
    private final Dispatches tellings;
    private final ChangeEmails letters;
    private final StandardDates standard;
    private final Ledger ledger;

    Correspondence(
            Registers registers,
            Mailings mailings,
            Dispatches tellings,
            ChangeEmails letters,
            StandardDates standard,
            Ledger ledger) {
        this.registers = registers;
        this.mailings = mailings;
        this.tellings = tellings;
        this.letters = letters;
        this.standard = standard;
        this.ledger = ledger;
    }

    /**
     * @param round the round whose audience is written to
     * @param cursor where the audience begins: 0 but for customers that arrived later
     */
    void open(
            VendorChange change,
            Round round,
            int policyVersion,
            Occasion occasion,
            int number,
            long cursor,
            Instant at) {
        Register register = registers.getById(change.register());
        NoticePolicy policy = registers.policy(change.register(), policyVersion);
        long contractual = mailings.open(letters.contractual(register, policy, change, round, occasion, number));
        Long newsletter = toSubscribers(policy, occasion, number)
                ? mailings.open(letters.newsletter(
                        register, policy, change, round, occasion, standard.of(change, policy, at), at))
                : null;
        tellings.open(
                new NewDispatch(
                        change.reference(),
                        round.number(),
                        occasion,
                        number,
                        register.id(),
                        policyVersion,
                        contractual,
                        newsletter,
                        cursor),
                at);
        ledger.record(Entry.of("notice." + occasion.word(), change.reference(), Actor.SYSTEM.id(), at)
                .with("round", round.number())
                .with("number", number)
                .with("policyVersion", policyVersion)
                .with("mailing", contractual)
                .with("newsletter", newsletter));
    }

    /** Subscribers hear what is public: never a reminder, and never of one customer's late arrival. */
    private static boolean toSubscribers(NoticePolicy policy, Occasion occasion, int number) {
        return policy.audience().subscribers() && occasion != Occasion.REMINDER && number == 0;
    }
}
