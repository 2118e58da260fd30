package fairnotice.web;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Puts phrases into the words of whoever reads the page, in the language of the request. */
@Component("phrases")
public class Phrases {

    private final MessageSource messages;

    public Phrases(MessageSource messages) {
        this.messages = messages;
    }

    public String said(Phrase phrase) {
        return messages.getMessage(resolvable(phrase), Language.reader());
    }

    public String said(String key, Object... facts) {
        return messages.getMessage(key, facts, Language.reader());
    }

    /** What a field offers to choose from, each value in its words. @param key of the message, up to the value */
    public Map<String, String> choices(String key, Collection<?> values) {
        Map<String, String> choices = new LinkedHashMap<>();
        values.forEach(value -> choices.put(value.toString(), said(key + value)));
        return choices;
    }

    /** All that was refused, one sentence after another. */
    public String said(Refused refused) {
        return refused.problems().stream()
                .map(FieldProblem::phrase)
                .map(this::said)
                .collect(Collectors.joining(" "));
    }

    /** All that is wrong with a form, one sentence after another. */
    public String sentences(Errors form) {
        return form.getAllErrors().stream()
                .map(error -> messages.getMessage(error, Language.reader()))
                .collect(Collectors.joining(" "));
    }

    static MessageSourceResolvable resolvable(Phrase phrase) {
        return new DefaultMessageSourceResolvable(new String[] {phrase.key()}, arguments(phrase), phrase.english());
    }

    static Object[] arguments(Phrase phrase) {
        return phrase.arguments().stream().map(Phrases::argument).toArray();
    }

    private static Object argument(Object argument) {
        if (argument instanceof Phrase phrase) {
            return resolvable(phrase);
        }
        return Phrase.inWords(argument);
    }
}
