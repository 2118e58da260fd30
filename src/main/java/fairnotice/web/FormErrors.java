package fairnotice.web;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** What was refused, shown beside the fields of a form that comes back as it was typed. */
public final class FormErrors {

    private FormErrors() {}

    /** Puts a form into a page, as {@code form}, with room for its errors. */
    public static BindingResult of(Object form, Model model) {
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        return errors;
    }

    /** Each problem beside its field; one about no field of this form stands in the summary alone. */
    public static void show(Refused refused, BindingResult form) {
        refused.problems().forEach(problem -> show(problem, form));
    }

    private static void show(FieldProblem problem, BindingResult form) {
        if (isOn(form, problem.field())) {
            form.rejectValue(problem.field(), "refused", problem.sentence());
        } else {
            form.reject("refused", problem.sentence());
        }
    }

    private static boolean isOn(BindingResult form, String field) {
        return !field.isEmpty()
                && PropertyAccessorFactory.forBeanPropertyAccess(form.getTarget())
                        .isReadableProperty(field);
    }
}
