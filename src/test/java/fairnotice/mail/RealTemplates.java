package fairnotice.mail;

import fairnotice.web.MessagesInWords;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The templates of emails as production has them, with these bundles. */
public final class RealTemplates {

    private RealTemplates() {}

    public static EmailTemplates of(String... bundles) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean("messageSource", MessagesInWords.class, () -> new MessagesInWords(bundles));
        context.scan("fairnotice.mail.thymeleaf");
        context.refresh();
        return context.getBean(EmailTemplates.class);
    }
}
