package fairnotice.subscription;

import fairnotice.RealTables;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.mail.MailHouse;
import fairnotice.mail.smtp.SenderSettings;
import fairnotice.register.RegisterActivity;
import fairnotice.register.RegisterDatabase;
import fairnotice.timekeeping.AgreeingClocks;
import fairnotice.timekeeping.NodeClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Subscribing with its pages, links, letters and mailings on a real database and a real server: no engine, no sender, no security. Bears no stereotype, so that no other scan finds it. */
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    MessageSourceAutoConfiguration.class
})
@ComponentScan(
        basePackages = {
            "fairnotice.access",
            "fairnotice.ledger",
            "fairnotice.limit",
            "fairnotice.mail.jdbc",
            "fairnotice.mail.thymeleaf",
            "fairnotice.register",
            "fairnotice.subscription"
        },
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "fairnotice\\.register\\.RegisterDatabase.*"))
@ComponentScan(
        basePackages = "fairnotice.web",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "fairnotice\\.web\\.((Dates|LayoutParts|ErrorPages|ReadersLanguage)|site\\.(Published|Subscribe\\w*Controller))"))
class SubscriptionRooms extends RealTables {

    /** Legal time that a test moves on. */
    static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-06-01T09:30:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Bean
    NodeClock nodeClock() {
        return AgreeingClocks.nodeClock();
    }

    @Bean
    MovedClock clock() {
        return new MovedClock();
    }

    /** Nothing is under way here. */
    @Bean
    RegisterActivity registerActivity() {
        return new RegisterDatabase.SaidActivity();
    }

    @Bean
    HolidayCalendars holidayCalendars() {
        return id -> Holidays.NONE;
    }

    @Bean
    SenderSettings senderSettings() {
        return MailHouse.settings(1, 500, Duration.ofSeconds(10));
    }
}
