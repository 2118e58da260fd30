package fairnotice.web.portal;

import static org.springframework.web.bind.ServletRequestUtils.getStringParameter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What a customer answers in its case.
 *
 * @param action reply, accept, reject, contest, withdraw or dispute
 * @param about reference of the case that the page showed; empty when not said
 * @param offers how many offers there were on that page, as sent
 * @param contact id of whose code it is; empty where none was chosen
 * @param attachments where problems with files are told
 */
record AnswerForm(
        String action, String about, String offers, String text, String code, String contact, String attachments) {

    static AnswerForm blank() {
        return new AnswerForm("", "", "", "", "", "", "");
    }

    static AnswerForm of(HttpServletRequest request, ContactTokens contacts) {
        return of(request, getStringParameter(request, "action", ""), contacts);
    }

    static AnswerForm of(HttpServletRequest request, String action, ContactTokens contacts) {
        return new AnswerForm(
                action,
                getStringParameter(request, "about", ""),
                getStringParameter(request, "offers", ""),
                getStringParameter(request, "text", "").replace("\r\n", "\n"),
                getStringParameter(request, "code", ""),
                contacts.read(getStringParameter(request, "contact", "")),
                "");
    }

    AnswerForm codeOf(long holder) {
        return new AnswerForm(action, about, offers, text, code, Long.toString(holder), attachments);
    }

    /** Null where that is no number. */
    Integer seen() {
        return offers.matches("\\d{1,9}") ? Integer.valueOf(offers) : null;
    }

    /** Whose code it is; empty where that is no id. */
    Optional<Long> holder() {
        return ContactTokens.id(contact);
    }
}
