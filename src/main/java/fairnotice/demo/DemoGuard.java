package fairnotice.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Keeps a demonstration away from production and from real mail, before anything of it is made. */
@InDemo
@Configuration(proxyBeanMethods = false)
class DemoGuard {

    @Bean
    static BeanFactoryPostProcessor keepsDemoApart(Environment environment) {
        return beans -> check(environment);
    }

    /** @throws DemoRefused with what is wrong and what to do */
    static void check(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new DemoRefused(
                    "The production profile runs without demo data, demo staff and the demo clock, and the demo is"
                            + " switched on.",
                    "Set FAIRNOTICE_DEMO=off, or start without the production profile.");
        }
        String relay = environment.getProperty("spring.mail.host", "");
        if (!relay.isBlank() && !isLoopback(relay.strip())) {
            throw new DemoRefused(
                    "The demo hands mail to invented people only to a relay on this machine, and " + relay.strip()
                            + " is not on loopback.",
                    "Set FAIRNOTICE_DEMO=off to use this relay, or leave SPRING_MAIL_HOST empty for the embedded"
                            + " mailbox.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
