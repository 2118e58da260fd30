package fairnotice.register;

import fairnotice.refusal.Alphabets;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.TextRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * What an entry of a list must be before the list is published. Only its name has to be stated: a list says of the rest that it is not
 * stated, and a change that touches the entry later has to state it.
 */
final class ListRules {

    /** Of one list, for all its pages to be read. */
    static final int MOST = 5_000;

    private ListRules() {}

    /**
     * @param settings whose categories an entry is listed under
     * @param numbers of the entry at a place, from 0, as its reader knows it
     * @return what is wrong with each entry, in their order; empty lists where nothing is
     */
    static List<List<FieldProblem>> problems(Register settings, List<Subprocessor> entries, IntUnaryOperator numbers) {
        Map<String, Integer> places = new HashMap<>();
        List<List<FieldProblem>> problems = new ArrayList<>();
        for (Subprocessor entry : entries) {
            TextRules rules = rules(settings, entry);
            Integer first = entry.name() == null
                    ? null
                    : places.putIfAbsent(entry.name().strip().toLowerCase(Locale.ROOT), problems.size());
            if (first != null) {
                rules.refuseIf(true, "name", "refused.list.twice", entry.name(), numbers.applyAsInt(first));
            }
            problems.add(rules.problems());
        }
        return problems;
    }

    /** Of one entry by itself. */
    static TextRules rules(Register settings, Subprocessor entry) {
        TextRules rules = new TextRules()
                .line("name", "refused.name.vendor", entry.name())
                .optionalLine("legalEntity", "refused.name.legal-entity", entry.legalEntity())
                .optionalLine("address", "refused.name.address", entry.address())
                .optionalLine("contact", "refused.name.contact", entry.contact())
                .optionalParagraph("purpose", "refused.name.purpose", entry.purpose())
                .optionalParagraph("location", "refused.name.location", entry.location())
                .optionalLine("tag", "refused.name.tag", entry.tag())
                .optionalParagraph("dataCategories", "refused.name.data-categories", entry.dataCategories())
                .optionalParagraph("transfer", "refused.name.transfer", entry.transfer())
                .optionalParagraph("safeguards", "refused.name.safeguards", entry.safeguards())
                .optionalParagraph("posture", "refused.name.posture", entry.posture())
                .optionalParagraph("exclusion", "refused.name.exclusion", entry.exclusion());
        boolean fits = !rules.isOverlong() && entry.name() != null;
        rules.refuseIf(fits && Alphabets.areMixed(entry.name()), "name", Alphabets.MIXED);
        rules.refuseIf(entry.excludable() != (entry.exclusion() != null), "exclusion", "refused.proposal.exclusion");
        category(rules, settings, entry.category());
        return rules;
    }

    private static void category(TextRules rules, Register settings, String category) {
        boolean known =
                settings.categories().stream().anyMatch(each -> each.id().equals(category));
        rules.refuseIf(
                !known && (category != null || settings.style() == ListStyle.CATEGORIES),
                "category",
                category == null ? "refused.list.category" : "refused.list.no-such-category",
                category);
    }
}
