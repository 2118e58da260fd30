package fairnotice.access.settings;

import fairnotice.access.RootKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The signing key as it is set, and the one before it. */
@Configuration(proxyBeanMethods = false)
class ConfiguredRootKey {

    @Bean
    RootKey rootKey(
            @Value("${fairnotice.signing-key:}") String key,
            @Value("${fairnotice.signing-key-before:}") String before) {
        return new RootKey(key, before);
    }
}
