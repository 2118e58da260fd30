package fairnotice.web.workspace;

import fairnotice.refusal.Language;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a field offers to choose from, each value in the words that the messages have for it. */
@Component
class ChoicesInWords {

    private final MessageSource messages;

    ChoicesInWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param key the message key up to the value */
    Map<String, String> choices(String key, Collection<String> values) {
        Map<String, String> choices = new LinkedHashMap<>();
        values.forEach(value -> choices.put(value, messages.getMessage(key + value, null, Language.reader())));
        return choices;
    }
}
