package fairnotice.web.workspace;

import fairnotice.refusal.Refused;
import fairnotice.web.FormErrors;
import org.springframework.validation.BindingResult;

/** What was refused, beside the field of the form it is about. */
public final class Problems {

    private Problems() {}

    /**
     * @return whether the step was taken; if not, the form says why
     * @throws Refused when what was sent is no such form at all
     */
    public static boolean none(BindingResult form, Runnable step) {
        if (form.getTarget() == null) {
            throw Refused.invalid("", "refused.form.unreadable");
        }
        try {
            step.run();
            return true;
        } catch (Refused refused) {
            FormErrors.show(refused, form);
            return false;
        }
    }

    /** An id that was chosen; null when none was. */
    public static Long id(String chosen) {
        return chosen != null && chosen.matches("\\d{1,18}") ? Long.valueOf(chosen) : null;
    }

    /** Text of one or several lines; null when nothing but space was given. */
    public static String text(String given) {
        return given == null || given.isBlank()
                ? null
                : given.replace("\r\n", "\n").strip();
    }
}
