package fairnotice.web.portal;

import static org.springframework.web.bind.ServletRequestUtils.getStringParameter;
import static org.springframework.web.bind.ServletRequestUtils.getStringParameters;

import fairnotice.attachment.Attachment;
import fairnotice.objection.Grounds;
import fairnotice.objection.ObjectionDraft;
import fairnotice.objection.ObjectionStatement;
import fairnotice.refusal.Refused;
import fairnotice.web.NoNullCharacters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.EnumUtils;

/**
 * An objection as its customer types it.
 *
 * @param grounds name of one of {@link Grounds}; empty is taken for none given yet
 * @param orders external ids; empty for all
 * @param after reference of the customer's case that was closed when the form was opened; empty for none. A form sent again after its
 *     case was closed does not open another.
 * @param attachments where problems with files are told; files themselves are handed in beside the form
 */
record ObjectionForm(String grounds, String text, List<String> orders, String after, String attachments) {

    static ObjectionForm blank(String after) {
        return new ObjectionForm("", "", List.of(), after, "");
    }

    /** @param after reference of the closed case that the form now knows of */
    static ObjectionForm of(ObjectionDraft draft, String after) {
        String grounds =
                draft.grounds() == Grounds.NOT_GIVEN ? "" : draft.grounds().name();
        return new ObjectionForm(grounds, draft.text(), draft.orders(), after, "");
    }

    /** Read by hand, since a binder would cut order numbers at their commas. */
    static ObjectionForm of(HttpServletRequest request) {
        return new ObjectionForm(
                getStringParameter(request, "grounds", ""),
                getStringParameter(request, "text", ""),
                Arrays.stream(getStringParameters(request, "orders")).distinct().toList(),
                NoNullCharacters.replaced(getStringParameter(request, "after", "")),
                "");
    }

    /** @throws Refused when the grounds are none of the list */
    ObjectionStatement statement(List<Attachment> files) {
        return new ObjectionStatement(chosen(), text, Set.copyOf(orders), files);
    }

    /** For the page on which the answers are checked. */
    public Grounds chosen() {
        return Optional.ofNullable(EnumUtils.getEnum(Grounds.class, grounds.isBlank() ? "NOT_GIVEN" : grounds))
                .orElseThrow(() -> Refused.invalid("grounds", "refused.objection.grounds"));
    }
}
