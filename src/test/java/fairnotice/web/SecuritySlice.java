package fairnotice.web;

import fairnotice.RealTables;
import fairnotice.access.Actor;
import fairnotice.timekeeping.MachineClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The doors of the house with nothing behind them but a room that says who came in. */
@ComponentScan({"fairnotice.access", "fairnotice.ledger", "fairnotice.limit", "fairnotice.publisher"})
@Import({
    SecurityOfPages.class,
    SecurityOfApi.class,
    SecurityOfStaff.class,
    SecurityThrottle.class,
    SecurityAudit.class,
    SecurityLoginPage.class,
    TypedFormPages.class,
    SecuritySessions.class,
    SecurityHalfway.class,
    SecurityOfCodes.class,
    SecurityOidc.class,
    SecurityOidcPage.class,
    SignInProvider.class,
    Phrases.class,
    NoteCookies.class,
    FormAddresses.class,
    CurrentActor.class,
    SecuritySlice.Room.class
})
@ImportAutoConfiguration({
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class SecuritySlice extends RealTables {

    @RestController
    static class Room {

        @RequestMapping({"/**", "/api/**"})
        String open() {
            return "come in";
        }

        @RequestMapping({"/whoami", "/api/v1/whoami", "/r/whoami"})
        String whoami(Actor actor) {
            return actor.id() + actor.roles().stream().sorted().collect(Collectors.toList());
        }
    }

    /** Quick to check, where the house's own is slow on purpose. */
    @Bean
    @Primary
    PasswordEncoder quick() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
    }

    @Bean
    MachineClock machine() {
        return () -> Instant.parse("2026-03-02T09:00:00Z");
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    }
}
