package fairnotice.web;

import fairnotice.refusal.InWords;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The bundles, which put what is filled in into words in the language of the sentence around it: periods, and lists. */
@Component("messageSource")
public class MessagesInWords extends ResourceBundleMessageSource {

    /** @param bundles from the class path, as {@code messages/common} */
    public MessagesInWords(@Value("${spring.messages.basename}") String... bundles) {
        setBasenames(bundles);
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
    }

    @Override
    protected Object[] resolveArguments(Object[] arguments, Locale locale) {
        Object[] resolved = super.resolveArguments(arguments, locale);
        return Language.of(locale)
                .speak(() -> Arrays.stream(resolved)
                        .map(argument -> argument instanceof InWords || argument instanceof List<?>
                                ? Phrase.inWords(argument)
                                : argument)
                        .toArray());
    }
}
