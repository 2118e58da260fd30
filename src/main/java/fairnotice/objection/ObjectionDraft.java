package fairnotice.objection;

import java.util.List;

/**
 * An objection as its sender has typed it so far; nothing of it counts as filed.
 *
 * @param text may be empty
 * @param orders external ids of the affected orders; empty for all
 * @param after reference of the customer's last case that the form knew of; empty for none
 */
public record ObjectionDraft(Grounds grounds, String text, List<String> orders, String after) {

    public ObjectionDraft {
        orders = List.copyOf(orders);
    }
}
