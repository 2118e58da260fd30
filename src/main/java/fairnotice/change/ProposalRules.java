package fairnotice.change;

import fairnotice.refusal.FieldProblem;
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
            return rules.refuseIf(true, "kind", "Please say what the change does: ADD, REPLACE, MODIFY or REMOVE.")
                    .problems();
        }
        rules.paragraph("reason", "the reason for the change", proposal.reason());
        if (proposal.subprocessor() == null) {
            return rules.refuseIf(true, "subprocessor", "Please describe the sub-processor.")
                    .problems();
        }
        texts(rules, proposal);
        if (rules.isOverlong()) {
            return rules.problems();
        }
        alphabets(rules, proposal, listed);
        category(rules, proposal, register);
        fitsTheList(rules, proposal, listed);
        PlannedDay.check(
                rules,
                "goLiveAt",
                proposal.goLiveAt(),
                today,
                "The first day of use lies in the past; choose today or a later day.",
                today);
        rules.refuseIf(
                !proposal.personalData() && proposal.kind() != ChangeKind.ADD,
                "personalData",
                "A listed sub-processor processes personal data; if it no longer does, propose its removal.");
        return rules.problems();
    }

    /** What is wrong with its texts where one of them is longer than fits, so that nothing can be read out of them; else empty. */
    static List<FieldProblem> overlong(Proposal proposal) {
        TextRules rules = new TextRules().optionalParagraph("reason", "the reason for the change", proposal.reason());
        if (proposal.subprocessor() != null) {
            texts(rules, proposal);
        }
        return rules.isOverlong() ? rules.problems() : List.of();
    }

    private static void texts(TextRules rules, Proposal proposal) {
        Subprocessor vendor = proposal.subprocessor();
        rules.line("subprocessor.name", "the vendor's name", vendor.name());
        if (proposal.kind() == ChangeKind.REMOVE) {
            return; // it carries what the list says, and what the list does not state stays unstated
        }
        rules.line("subprocessor.legalEntity", "the vendor's legal entity", vendor.legalEntity())
                .paragraph("subprocessor.purpose", "what the vendor does", vendor.purpose())
                .paragraph("subprocessor.location", "where the vendor processes data", vendor.location())
                .paragraph("subprocessor.dataCategories", "which data the vendor gets", vendor.dataCategories())
                .optionalLine("subprocessor.address", "the address", vendor.address())
                .optionalLine("subprocessor.contact", "the contact", vendor.contact())
                .optionalLine("subprocessor.tag", "the location tag", vendor.tag())
                .optionalParagraph("subprocessor.transfer", "the transfer mechanism", vendor.transfer())
                .optionalParagraph("subprocessor.safeguards", "the safeguards", vendor.safeguards())
                .optionalParagraph("subprocessor.posture", "the posture", vendor.posture())
                .optionalLine("replaces", "the entry to be replaced", proposal.replaces())
                .optionalParagraph("subprocessor.exclusion", "how a customer is left out", vendor.exclusion())
                .refuseIf(
                        vendor.excludable()
                                && (vendor.exclusion() == null
                                        || vendor.exclusion().isBlank()),
                        "subprocessor.exclusion",
                        proposal.kind() == ChangeKind.MODIFY
                                ? "Please say how a customer can do without this change."
                                : "Please say how a customer can be left out of this vendor's use.");
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
                    .ifPresent(word -> rules.refuseIf(
                            true,
                            "subprocessor." + field.key(),
                            "Please write \"" + word
                                    + "\" in one alphabet: it mixes Latin, Greek or Cyrillic letters."));
        }
    }

    /** A list in categories shows no entry outside of them; what is removed is not asked where it stood. */
    private static void category(TextRules rules, Proposal proposal, Register register) {
        String category = proposal.subprocessor().category();
        boolean stated = category != null && !category.isBlank();
        List<String> choices = register.categories().stream().map(Category::id).toList();
        String choose = choices.isEmpty()
                ? "its list has none, leave this empty."
                : "choose one of " + String.join(", ", choices) + ".";
        rules.refuseIf(
                stated && !choices.contains(category),
                "subprocessor.category",
                "This register has no such category; " + choose);
        rules.refuseIf(
                !stated && !choices.isEmpty() && proposal.kind() != ChangeKind.REMOVE,
                "subprocessor.category",
                "Please state the category; " + choose);
    }

    private static void fitsTheList(TextRules rules, Proposal proposal, RegisterVersion listed) {
        String name = proposal.subprocessor().name();
        boolean isListed = name != null && listed.entry(name).isPresent();
        switch (proposal.kind()) {
            case ADD ->
                rules.refuseIf(
                        isListed,
                        "subprocessor.name",
                        name + " is listed already; propose to modify or replace it instead.");
            case MODIFY, REMOVE ->
                rules.refuseIf(
                        name != null && !name.isBlank() && !isListed,
                        "subprocessor.name",
                        name + " is not on the list; choose the name of a listed sub-processor.");
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
                "Only a REPLACE names the entry that it takes the place of; leave this empty.");
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
                entry.name() + " is listed with the legal entity " + stated
                        + ". Another legal entity is another sub-processor: propose a REPLACE of " + entry.name()
                        + ".");
    }

    private static String spelt(String entity) {
        return entity.strip().replaceAll("\\s+", " ");
    }

    private static void replacement(
            TextRules rules, Proposal proposal, RegisterVersion listed, String name, boolean isListed) {
        String replaced = proposal.replaces();
        if (replaced == null || replaced.isBlank()) {
            rules.refuseIf(true, "replaces", "Please name the listed sub-processor that is to be replaced.");
            return;
        }
        rules.refuseIf(
                listed.entry(replaced).isEmpty(),
                "replaces",
                replaced + " is not on the list; choose the name of a listed sub-processor.");
        rules.refuseIf(
                isListed && !RegisterVersion.sameName(name, replaced),
                "subprocessor.name",
                name + " is listed already; a replacement must be a vendor that is not.");
    }
}
