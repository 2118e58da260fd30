package fairnotice.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/**
 * Of what a form sends, only what its record names is read. Other names reach into nothing: not into an element of a field, such as
 * {@code email[0]}, and not into an object that a page only shows. A list has as many places as a form of ours has at most: what names
 * another, or none, is no form of ours.
 */
@ControllerAdvice
class OnlyDeclaredFields {

    private static final Pattern PLACE = Pattern.compile("\\d{1,2}\\].*", Pattern.DOTALL);

    @InitBinder
    void declare(WebDataBinder binder, WebRequest request) {
        binder.setDeclarativeBinding(true);
        ResolvableType type = binder.getTargetType();
        Class<?> form = type == null ? null : type.resolve();
        if (form != null && form.isRecord()) {
            Arrays.stream(form.getRecordComponents())
                    .filter(component -> component.getType() == List.class)
                    .forEach(list -> places(list, request));
        }
    }

    private static void places(RecordComponent list, WebRequest request) {
        String before = list.getName() + "[";
        request.getParameterNames().forEachRemaining(name -> {
            if (name.startsWith(before)
                    && !PLACE.matcher(name.substring(before.length())).matches()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        });
    }
}
