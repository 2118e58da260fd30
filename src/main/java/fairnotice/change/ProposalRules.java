package fairnotice.change;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.TextRules;
import fairnotice.register.Category;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryField;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a proposal must be before it becomes a change. The required fields are those a notice must carry (GDPR art. 28(2); clause 7.7 of
 * the standard contractual clauses 2021/915).
 */
final class ProposalRules {

    private ProposalRules() {}

    /** @return every problem, in the order of the form; empty when the proposal can be taken */
    static List<FieldProblem> problems(Proposal proposal, Register register, RegisterVersion listed, LocalDate today) {
        TextRules rules = new TextRules();
        if (proposal.kind() == null) {
            return rules.refuseIf(true, "kind", "refused.proposal.kind").problems();
        }
        rules.paragraph("reason", "refused.name.change-reason", proposal.reason());
        if (proposal.subprocessor() == null) {
            return rules.refuseIf(true, "subprocessor", "refused.proposal.subprocessor")
                    .problems();
        }
        texts(rules, proposal);
        if (rules.isOverlong()) {
            return rules.problems();
        }
        alphabets(rules, proposal, listed);
        category(rules, proposal, register);
        fitsTheList(rules, proposal, listed);
        PlannedDay.check(rules, "goLiveAt", proposal.goLiveAt(), today, "refused.proposal.past-day", today);
        rules.refuseIf(
                !proposal.personalData() && proposal.kind() != ChangeKind.ADD,
                "personalData",
                "refused.proposal.personal-data");
        return rules.problems();
    }

    /** What is wrong with its texts where one of them is longer than fits, so that nothing can be read out of them; else empty. */
    static List<FieldProblem> overlong(Proposal proposal) {
        TextRules rules = new TextRules().optionalParagraph("reason", "refused.name.change-reason", proposal.reason());
        if (proposal.subprocessor() != null) {
            texts(rules, proposal);
        }
        return rules.isOverlong() ? rules.problems() : List.of();
    }

    private static void texts(TextRules rules, Proposal proposal) {
        Subprocessor vendor = proposal.subprocessor();
        rules.line("subprocessor.name", "refused.name.vendor", vendor.name());
        if (proposal.kind() == ChangeKind.REMOVE) {
            return; // it carries what the list says, and what the list does not state stays unstated
        }
        rules.line("subprocessor.legalEntity", "refused.name.legal-entity", vendor.legalEntity())
                .paragraph("subprocessor.purpose", "refused.name.purpose", vendor.purpose())
                .paragraph("subprocessor.location", "refused.name.location", vendor.location())
                .paragraph("subprocessor.dataCategories", "refused.name.data-categories", vendor.dataCategories())
                .optionalLine("subprocessor.address", "refused.name.address", vendor.address())
                .optionalLine("subprocessor.contact", "refused.name.contact", vendor.contact())
                .optionalLine("subprocessor.tag", "refused.name.tag", vendor.tag())
                .optionalParagraph("subprocessor.transfer", "refused.name.transfer", vendor.transfer())
                .optionalParagraph("subprocessor.safeguards", "refused.name.safeguards", vendor.safeguards())
                .optionalParagraph("subprocessor.posture", "refused.name.posture", vendor.posture())
                .optionalLine("replaces", "refused.name.replaced-entry", proposal.replaces())
                .optionalParagraph("subprocessor.exclusion", "refused.name.exclusion", vendor.exclusion())
                .refuseIf(
                        vendor.excludable()
                                && (vendor.exclusion() == null
                                        || vendor.exclusion().isBlank()),
                        "subprocessor.exclusion",
                        proposal.kind() == ChangeKind.MODIFY
                                ? "refused.proposal.exclusion.modify"
                                : "refused.proposal.exclusion");
    }

    /** A word of look-alike letters from two alphabets is read as one thing and found as another. What is listed already stays. */
    private static void alphabets(TextRules rules, Proposal proposal, RegisterVersion listed) {
        if (proposal.kind() == ChangeKind.REMOVE) {
            return;
        }
        Subprocessor vendor = proposal.subprocessor();
        Optional<Subprocessor> before = Optional.ofNullable(vendor.name()).flatMap(listed::entry);
        for (EntryField field : EntryField.values()) {
            String text = field.of(vendor);
            boolean stays = before.filter(entry -> Objects.equals(field.of(entry), text))
                    .isPresent();
            MixedAlphabets.word(text == null || stays ? "" : text)
                    .ifPresent(word ->
                            rules.refuseIf(true, "subprocessor." + field.key(), "refused.proposal.alphabets", word));
        }
    }

    /** A list in categories shows no entry outside of them; what is removed is not asked where it stood. */
    private static void category(TextRules rules, Proposal proposal, Register register) {
        String category = proposal.subprocessor().category();
        boolean stated = category != null && !category.isBlank();
        List<String> choices = register.categories().stream().map(Category::id).toList();
        Phrase choose = choices.isEmpty()
                ? Phrase.of("refused.proposal.category.none")
                : Phrase.of("refused.proposal.category.one-of", String.join(", ", choices));
        rules.refuseIf(
                stated && !choices.contains(category),
                "subprocessor.category",
                "refused.proposal.no-such-category",
                choose);
        rules.refuseIf(
                !stated && !choices.isEmpty() && proposal.kind() != ChangeKind.REMOVE,
                "subprocessor.category",
                "refused.proposal.category",
                choose);
    }

    private static void fitsTheList(TextRules rules, Proposal proposal, RegisterVersion listed) {
        String name = proposal.subprocessor().name();
        boolean isListed = name != null && listed.entry(name).isPresent();
        switch (proposal.kind()) {
            case ADD -> rules.refuseIf(isListed, "subprocessor.name", "refused.proposal.listed-already", name);
            case MODIFY, REMOVE ->
                rules.refuseIf(
                        name != null && !name.isBlank() && !isListed,
                        "subprocessor.name",
                        "refused.proposal.not-listed",
                        name);
            case REPLACE -> replacement(rules, proposal, listed, name, isListed);
        }
        if (proposal.kind() == ChangeKind.MODIFY) {
            listed.entry(name).ifPresent(entry -> sameEntity(rules, proposal.subprocessor(), entry));
        }
        rules.refuseIf(
                proposal.kind() != ChangeKind.REPLACE
                        && proposal.replaces() != null
                        && !proposal.replaces().isBlank(),
                "replaces",
                "refused.proposal.replaces-only-replace");
    }

    /** A new legal entity is another processor, also under a listed name (GDPR art. 28(2)). */
    private static void sameEntity(TextRules rules, Subprocessor vendor, Subprocessor entry) {
        String stated = entry.legalEntity();
        rules.refuseIf(
                stated != null
                        && vendor.legalEntity() != null
                        && !vendor.legalEntity().isBlank()
                        && !spelt(stated).equalsIgnoreCase(spelt(vendor.legalEntity())),
                "subprocessor.legalEntity",
                "refused.proposal.other-entity",
                entry.name(),
                stated,
                entry.name());
    }

    private static String spelt(String entity) {
        return entity.strip().replaceAll("\\s+", " ");
    }

    private static void replacement(
            TextRules rules, Proposal proposal, RegisterVersion listed, String name, boolean isListed) {
        String replaced = proposal.replaces();
        if (replaced == null || replaced.isBlank()) {
            rules.refuseIf(true, "replaces", "refused.proposal.replaces");
            return;
        }
        rules.refuseIf(listed.entry(replaced).isEmpty(), "replaces", "refused.proposal.not-listed", replaced);
        rules.refuseIf(
                isListed && !RegisterVersion.sameName(name, replaced),
                "subprocessor.name",
                "refused.proposal.replacement-listed",
                name);
    }
}
