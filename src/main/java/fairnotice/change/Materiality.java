package fairnotice.change;

import fairnotice.refusal.Phrase;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryField;
import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When a change is material whatever its proposer says: a new legal entity, purpose, data category, location, transfer or safeguard always
 * is, and so is such a fact that the list states for the first time (GDPR art. 28(2): any intended change concerning the addition or
 * replacement of other processors; decision record 17).
 */
final class Materiality {

    /** Fields whose new or first content is a fact; their words stand under {@code said.fact.of}. */
    static final Set<EntryField> FACTS = EnumSet.of(
            EntryField.LEGAL_ENTITY,
            EntryField.PURPOSE,
            EntryField.DATA_CATEGORIES,
            EntryField.LOCATION,
            EntryField.TAG,
            EntryField.TRANSFER,
            EntryField.SAFEGUARDS);

    /** Where data goes, in the fields that say so. */
    private static final Set<EntryField> PLACES =
            EnumSet.of(EntryField.LOCATION, EntryField.TAG, EntryField.TRANSFER, EntryField.SAFEGUARDS);

    /** Every other free text, where a country may be named in passing. */
    private static final Set<EntryField> ELSEWHERE = elsewhere();

    /** Free texts that are no fact themselves: what they say can be anything. */
    private static final Set<EntryField> TEXTS =
            EnumSet.of(EntryField.CONTACT, EntryField.POSTURE, EntryField.EXCLUSION);

    private Materiality() {}

    static NewFacts newFacts(Proposal proposal, RegisterVersion listed) {
        return switch (proposal.kind()) {
            case ADD, REPLACE -> new NewFacts(List.of(said("new-vendor")), List.of());
            case REMOVE -> NewFacts.NONE;
            case MODIFY ->
                listed.entry(proposal.entryName())
                        .map(before -> compared(before, proposal.subprocessor()))
                        .orElse(NewFacts.NONE);
        };
    }

    private static NewFacts compared(Subprocessor before, Subprocessor after) {
        List<String> changed = new ArrayList<>();
        List<String> disclosed = new ArrayList<>();
        FACTS.forEach(field -> {
            String stated = said(field, before);
            String states = said(field, after);
            if (!stated.equalsIgnoreCase(states)) {
                (stated.isEmpty() ? disclosed : changed)
                        .add(said(stated.isEmpty() ? "first" : "new", Phrase.of("said.fact.of." + field)));
            }
        });
        Set<String> listed = countries(before, EnumSet.allOf(EntryField.class));
        Set<String> places = Countries.added(listed, countries(after, PLACES));
        boolean saidWhere =
                PLACES.stream().anyMatch(field -> !said(field, before).isEmpty());
        if (!places.isEmpty() && saidWhere) {
            changed.add(said("country", String.join(", ", places)));
        }
        Set<String> passing = Countries.added(listed, countries(after, ELSEWHERE));
        passing.removeAll(places);
        if (!passing.isEmpty()) {
            disclosed.add(said("country-named", String.join(", ", passing)));
        }
        Set<String> companies = companiesAdded(before, after);
        if (!companies.isEmpty()) {
            disclosed.add(said("entity-named", String.join(", ", companies)));
        }
        if (saysAnotherPlace(before, after)) {
            disclosed.add(said("address"));
        }
        return new NewFacts(List.copyOf(changed), List.copyOf(disclosed));
    }

    private static String said(String fact, Object... arguments) {
        return Phrase.of("said.fact." + fact, arguments).english();
    }

    /** In an address it is whom a letter goes to; there the words decide. */
    private static Set<String> companiesAdded(Subprocessor before, Subprocessor after) {
        String listed = Arrays.stream(EntryField.values())
                .map(field -> said(field, before))
                .collect(Collectors.joining(" \u00b7 "));
        return TEXTS.stream()
                .flatMap(field -> LegalForms.named(said(field, after)).stream())
                .filter(company -> !LegalForms.isIn(company, listed))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What a modification that brings no new fact says otherwise in a free text, or of whether a customer can be left out: nobody can tell
     * here that it carries none, so that two people of legal read it.
     */
    static List<String> textsChanged(Proposal proposal, RegisterVersion listed) {
        if (proposal.kind() != ChangeKind.MODIFY) {
            return List.of();
        }
        return listed.entry(proposal.entryName())
                .map(before -> textsChanged(before, proposal.subprocessor()))
                .orElse(List.of());
    }

    private static List<String> textsChanged(Subprocessor before, Subprocessor after) {
        List<String> changed = new ArrayList<>();
        TEXTS.stream()
                .filter(field -> !said(field, before).equalsIgnoreCase(said(field, after)))
                .forEach(field -> changed.add(field.key()));
        if (before.excludable() != after.excludable()) {
            changed.add("excludable");
        }
        return List.copyOf(changed);
    }

    /**
     * Whether the address has a word that it did not have. Nobody can tell here of a city or a code in which country it is, nor whether it
     * stands for a second place beside one that is known; another number in the same street is none.
     */
    private static boolean saysAnotherPlace(Subprocessor before, Subprocessor after) {
        Set<String> known = words(said(EntryField.ADDRESS, before));
        return !known.containsAll(words(said(EntryField.ADDRESS, after)));
    }

    /** House numbers are none; a code of a place is where nothing else is said. */
    private static Set<String> words(String text) {
        Set<String> all = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> words = new TreeSet<>(all);
        words.removeIf(word -> word.chars().allMatch(Character::isDigit));
        return words.isEmpty() ? all : words;
    }

    private static Set<String> countries(Subprocessor entry, Set<EntryField> fields) {
        Set<String> named = new TreeSet<>();
        fields.forEach(field -> named.addAll(Countries.named(said(field, entry))));
        return named;
    }

    /** Spaces say nothing; the case of letters is a matter of spelling. */
    private static String said(EntryField field, Subprocessor entry) {
        String text = field.of(entry);
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    private static Set<EntryField> elsewhere() {
        Set<EntryField> fields = EnumSet.complementOf(EnumSet.copyOf(PLACES));
        fields.remove(EntryField.NAME); // by which the entry is found
        fields.remove(EntryField.CATEGORY); // one of the register's own
        return fields;
    }
}
