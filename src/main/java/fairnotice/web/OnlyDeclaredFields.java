package fairnotice.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Of what a form sends, only what its record names is read. Other names reach into nothing: not into an element of a field, such as
 * {@code email[0]}, and not into an object that a page only shows.
 */
@ControllerAdvice
class OnlyDeclaredFields {

    @InitBinder
    void declare(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
