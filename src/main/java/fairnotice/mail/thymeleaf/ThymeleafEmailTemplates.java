package fairnotice.mail.thymeleaf;

import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.refusal.Language;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;

/** Letters from Thymeleaf templates, with an engine of their own, so that pages and mails do not see each other's settings. */
@Component
class ThymeleafEmailTemplates implements EmailTemplates {

    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    /** A fragment that replaces a page's root element leaves the page's own behind. */
    private static final String DOCTYPE = "<!DOCTYPE html>\n";

    private final MergeFieldMarks marks = new MergeFieldMarks();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final MessageSource messages;

    ThymeleafEmailTemplates(MessageSource messages) {
        this.messages = messages;
        engine.setMessageSource(messages);
        engine.addTemplateResolver(new MergeFieldTemplateResolver(marks, TemplateMode.HTML, "mail/*.html"));
        engine.addTemplateResolver(new MergeFieldTemplateResolver(marks, TemplateMode.TEXT, "mail/*.txt"));
    }

    @Override
    public Email compose(String template, String subject, Map<String, Object> model) {
        required(template, model, "publisher");
        required(template, model, "why");
        Context context = new Context(Language.reader(), model);
        return new Email(
                subject(subject, model),
                tidy(marks.reveal(engine.process("mail/" + template + ".txt", context))),
                DOCTYPE + marks.reveal(engine.process("mail/" + template + ".html", context)));
    }

    /** Tags of the template leave empty lines behind. */
    private static String tidy(String text) {
        return text.replaceAll("\\n{3,}", "\n\n").strip() + "\n";
    }

    private String subject(String template, Map<String, Object> model) {
        Matcher value = VALUE.matcher(marks.hide(pattern(template)));
        StringBuilder subject = new StringBuilder();
        while (value.find()) {
            String words = required(template, model, value.group(1)).toString();
            value.appendReplacement(subject, Matcher.quoteReplacement(words));
        }
        value.appendTail(subject);
        return marks.reveal(subject.toString());
    }

    private String pattern(String template) {
        try {
            return messages.getMessage("mail." + template + ".subject", null, Language.reader());
        } catch (NoSuchMessageException e) {
            throw new IllegalArgumentException("The letter " + template + " has no subject", e);
        }
    }

    private static Object required(String template, Map<String, Object> model, String name) {
        Object value = model.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The letter " + template + " needs a value for " + name);
        }
        return value;
    }
}
