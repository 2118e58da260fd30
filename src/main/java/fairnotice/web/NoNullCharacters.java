package fairnotice.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A null character in an address, which the database knows in no text, becomes the replacement character: what is named so does not exist.
 * Texts of a form are left alone; their own rules refuse it beside its field.
 */
@ControllerAdvice
public class NoNullCharacters {

    /** For what is read by hand and has no rule of its own, such as a hidden field. */
    public static String replaced(String text) {
        return text.replace('\0', '\uFFFD');
    }

    @InitBinder
    void replace(WebDataBinder binder) {
        if (binder.getTarget() == null && binder.getTargetType() == null) {
            binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
                @Override
                public void setAsText(String text) {
                    setValue(replaced(text));
                }
            });
        }
    }
}
