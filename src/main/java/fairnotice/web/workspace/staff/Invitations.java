package fairnotice.web.workspace.staff;

import fairnotice.access.Actor;
import fairnotice.inbox.SendingPasswordLink;
import fairnotice.refusal.Refused;
import fairnotice.web.Phrases;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has the link to a first password sent, and the next page say whether it was: the account is there in any case. */
@Component
class Invitations {

    private final SendingPasswordLink sending;
    private final Phrases phrases;

    Invitations(SendingPasswordLink sending, Phrases phrases) {
        this.sending = sending;
        this.phrases = phrases;
    }

    /** @param done key of what is said when it was sent */
    void send(String username, String done, Actor actor, RedirectAttributes redirect) {
        try {
            sending.invite(username, actor);
            redirect.addFlashAttribute("done", done);
        } catch (Refused refused) {
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
    }
}
