package fairnotice.publisher.settings;

import fairnotice.publisher.AddressSetting;
import fairnotice.publisher.PublicAddress;
import fairnotice.publisher.StoredPublisher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the environment says of the public address. */
@Configuration(proxyBeanMethods = false)
class PublicAddressConfiguration {

    @Bean
    AddressSetting addressSetting(
            @Value("${fairnotice.public-url:}") String url,
            @Value("http://localhost:${server.port:8080}") String otherwise) {
        return new AddressSetting(url.isBlank() ? null : url, otherwise);
    }

    @Bean
    PublicAddress publicAddress(AddressSetting setting, StoredPublisher stored) {
        return setting.following(stored);
    }
}
