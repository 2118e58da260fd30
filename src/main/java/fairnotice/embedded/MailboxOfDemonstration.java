package fairnotice.embedded;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** A demonstration without a relay of its own. */
class MailboxOfDemonstration implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        return environment.getProperty("fairnotice.demo", Boolean.class, false)
                && !StringUtils.hasText(environment.getProperty("spring.mail.host"));
    }
}
