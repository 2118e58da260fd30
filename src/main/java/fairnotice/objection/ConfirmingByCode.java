package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.access.OneTimeCodes;
import fairnotice.customer.Contact;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Uses up the code with which a contact binds its organisation. The code is the word of the contact it was mailed to: whoever else has come
 * by it confirms nothing, so that the record names the one who did.
 */
@Service
public class ConfirmingByCode {

    private final OneTimeCodes codes;
    private final ObjectionParties parties;

    ConfirmingByCode(OneTimeCodes codes, ObjectionParties parties) {
        this.codes = codes;
        this.parties = parties;
    }

    /**
     * @param act exactly what is confirmed
     * @param by whose page the code was typed on, an actor's id
     * @return id of the contact that confirmed
     * @throws Refused on the field {@code code}; the code is as good as before
     */
    @Transactional
    public long confirm(Objection objection, String act, String code, String by) {
        long holder = codes.redeem(act, code, by).holder();
        String own = Actor.contact(objection.customer(), holder).id();
        if (!own.equals(by)) {
            throw Refused.invalid("code", "refused.code.of-another", name(objection, holder));
        }
        return holder;
    }

    private Object name(Objection objection, long holder) {
        return parties.authority(objection).stream()
                .filter(contact -> contact.id() == holder)
                .findFirst()
                .<Object>map(Contact::name)
                .orElse(Phrase.of("refused.code.another-contact"));
    }
}
