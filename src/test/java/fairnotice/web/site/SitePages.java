package fairnotice.web.site;

import fairnotice.publisher.PublicAddress;
import fairnotice.register.RegisterDatabase;
import fairnotice.web.Banner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The public pages of the list alone, on a real server and a real database: no engine, no security. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
@Import(RegisterDatabase.class)
@ComponentScan(
        basePackages = {"fairnotice.web", "fairnotice.calendar.ical4j"},
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "fairnotice\\.(calendar\\.ical4j\\.Ical4jEntries|web\\.((Dates|Phrases|LayoutParts|MessagesInWords|ErrorPages|ReadersLanguage|StaticFiles)|site\\."
                                        + "(Published(Feed|Calendar)?|AnnouncedWords|Renderings|Html|(List|Version|Download)Controller)))"))
public class SitePages {

    /** A test says what was told. */
    static final class SaidChanges implements ToldChanges {

        private final List<PublicChange> changes = new ArrayList<>();
        private long revision;

        void say(PublicChange... told) {
            changes.clear();
            changes.addAll(List.of(told));
            revision++;
        }

        @Override
        public List<PublicChange> of(String register) {
            return "opsticket".equals(register) ? List.copyOf(changes) : List.of();
        }

        @Override
        public long revision(String register) {
            return revision;
        }
    }

    /** A banner that a test can hang out. */
    static final class SaidBanner implements Banner {

        String text;

        @Override
        public Optional<String> text() {
            return Optional.ofNullable(text);
        }
    }

    @Bean
    SaidChanges told() {
        return new SaidChanges();
    }

    @Bean
    PublicAddress publicAddress() {
        return PublicAddress.of("https://notices.example.com");
    }

    @Bean
    SaidBanner banner() {
        return new SaidBanner();
    }
}
