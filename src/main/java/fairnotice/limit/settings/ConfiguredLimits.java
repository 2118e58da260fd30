package fairnotice.limit.settings;

import fairnotice.limit.MailLimits;
import fairnotice.limit.SignInLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits as they are set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class ConfiguredLimits {

    @Bean
    MailLimits mailLimits(LimitSettings settings) {
        return new MailLimits(settings.mailClient(), settings.mailAddress(), settings.mailAll());
    }

    @Bean
    SignInLimits signInLimits(LimitSettings settings) {
        return new SignInLimits(
                settings.signInDevice(), settings.signInClient(), settings.signInName(), settings.tokenClient());
    }
}
