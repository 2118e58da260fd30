package fairnotice.mailserver.dns;

import fairnotice.mailserver.DomainRecords;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;

/** Asks the resolvers that this machine is set to. */
@Configuration(proxyBeanMethods = false)
class DnsConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    DomainRecords domainRecords() {
        ExtendedResolver all = new ExtendedResolver(ResolverConfig.getCurrentConfig().servers().stream()
                .map(DnsConfiguration::asking)
                .toList());
        all.setRetries(1);
        return new DnsRecords(all);
    }

    private static Resolver asking(InetSocketAddress server) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(PATIENCE);
        return resolver;
    }
}
