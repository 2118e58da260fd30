package fairnotice.web;

import fairnotice.refusal.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * Pages speak the language that the browser asks for, of those that there are words in; English where it asks for none of them. The API
 * speaks English.
 */
@Configuration(proxyBeanMethods = false)
class ReadersLanguage {

    private static final LocaleResolver BY_BROWSER = byBrowser();

    private static LocaleResolver byBrowser() {
        AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return isOfApi(request) ? Locale.ENGLISH : super.resolveLocale(request);
            }
        };
        browser.setSupportedLocales(
                Arrays.stream(Language.values()).map(Language::locale).toList());
        browser.setDefaultLocale(Locale.ENGLISH);
        return browser;
    }

    private static boolean isOfApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    static Language of(HttpServletRequest request) {
        return Language.of(BY_BROWSER.resolveLocale(request));
    }

    @Bean
    LocaleResolver localeResolver() {
        return BY_BROWSER;
    }

    /** Around all that answers a request, refusals of other filters and error pages included. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Spoken extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try (Language.Spoken spoken = of(request).begin()) {
                chain.doFilter(request, response);
            }
        }
    }

    /** Whoever keeps a page keeps one for each language. */
    @Component
    static class Varying implements HandlerInterceptor, WebMvcConfigurer {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this);
        }

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
            if (page != null && page.hasView()) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            }
        }
    }
}
