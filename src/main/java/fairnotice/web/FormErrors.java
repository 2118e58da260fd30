package fairnotice.web;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Phrase;
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
            beside(problem.field(), problem.phrase(), form);
        } else {
            aboutAll(problem.phrase(), form);
        }
    }

    /** Beside that field, in the words of the reader. */
    public static void beside(String field, Phrase phrase, BindingResult form) {
        form.rejectValue(field, phrase.key(), Phrases.arguments(phrase), phrase.english());
    }

    /** In the summary alone. */
    public static void aboutAll(Phrase phrase, BindingResult form) {
        form.reject(phrase.key(), Phrases.arguments(phrase), phrase.english());
    }

    private static boolean isOn(BindingResult form, String field) {
        return !field.isEmpty()
                && PropertyAccessorFactory.forBeanPropertyAccess(form.getTarget())
                        .isReadableProperty(field);
    }
}
