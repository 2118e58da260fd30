package fairnotice.objection;

import fairnotice.attachment.Attachment;
import fairnotice.refusal.TextRules;
import java.util.List;
import java.util.Set;

/**
 * What somebody says who objects. A bare "we object" counts.
 *
 * @param grounds null is taken for {@link Grounds#NOT_GIVEN}
 * @param text in its sender's words; may be empty
 * @param orders external ids of the affected orders; empty for all
 */
public record ObjectionStatement(Grounds grounds, String text, Set<String> orders, List<Attachment> attachments) {

    public ObjectionStatement {
        grounds = grounds == null ? Grounds.NOT_GIVEN : grounds;
        text = text == null ? "" : text.strip().replace("\r\n", "\n");
        orders = Set.copyOf(orders);
        attachments = List.copyOf(attachments);
    }

    /** What is wrong with it; filing refuses the same. @param known external ids of the customer's orders */
    public TextRules check(Set<String> known) {
        return new TextRules()
                .optionalParagraph("text", "refused.name.explanation", text)
                .refuseIf(!known.containsAll(orders), "orders", "refused.objection.orders");
    }
}
