package fairnotice.mail;

import java.util.Map;

/**
 * Composes letters from the templates under {@code templates/mail}, in the language that is spoken.
 *
 * <p>How to write one, say {@code announcement}:
 *
 * <ul>
 *   <li>{@code templates/mail/announcement.txt}, Thymeleaf in TEXT mode: {@code [(${vendor})]} shows a value as it is,
 *       {@code [# th:each="p : ${points}"]…[/]} repeats; end with {@code [# th:insert="~{mail/footer.txt}"/]}.
 *   <li>{@code templates/mail/announcement.html}, HTML mode, in the shared layout:
 *       <pre>{@code <html xmlns:th="http://www.thymeleaf.org" th:replace="~{mail/layout.html :: letter(~{::main})}">
 * <main><p th:text="${vendor}">…</p><p><a class="button" href="{{base}}/n/{{token}}">Read your notice</a></p></main></html>}</pre>
 *   <li>{@code mail.announcement.subject} in {@code messages/mail.properties}: {@code {vendor} joins the list}. A word in single
 *       braces is a value of the model; MessageFormat is not involved, so an apostrophe stands for itself.
 * </ul>
 *
 * Words in double braces ({@code {{name}}}, {@code {{base}}}, {@code {{token}}}, any field of the messages) pass through in all three and
 * are merged in at hand-over. Only templates can make them: what the model says is words, whatever braces are in it
 * ({@link TypedBraces}), so that nobody can type himself a token.
 *
 * <p>The layout shows two values of the model: {@code publisher}, whose name heads and signs the letter, and {@code why}, the sentence
 * that says why the recipient gets it; both are required.
 */
public interface EmailTemplates {

    /**
     * @param template name without ending
     * @param model what the templates show; text from people is escaped there
     * @throws IllegalArgumentException when the subject, or a value the subject or the layout needs, is missing
     */
    default Email compose(String template, Map<String, Object> model) {
        return compose(template, template, model);
    }

    /** One template for letters of several subjects: {@code mail.{subject}.subject}. */
    Email compose(String template, String subject, Map<String, Object> model);
}
