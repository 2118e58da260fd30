package fairnotice.mail;

import java.util.Map;

/** Composes letters from the templates under {@code templates/mail}. */
public interface Letters {

    /**
     * @param template name without ending: {@code announcement} reads {@code mail/announcement.txt}, {@code mail/announcement.html} and
     *     the subject {@code mail.announcement.subject} of the message bundle
     * @param model what the templates show; text from people is escaped there
     */
    Letter compose(String template, Map<String, Object> model);
}
