package fairnotice.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the columns of a table hold.
 *
 * @param fields one for each column; null for a column that is left out
 * @param heading whether the first row names the columns
 */
public record TableColumns(List<EntryField> fields, boolean heading) {

    /** Parts of headings in English and German, in the order in which they decide: "location of data" is a location. */
    private record Heading(EntryField field, Pattern parts) {

        private static Heading of(EntryField field, String... parts) {
            return new Heading(field, Pattern.compile(String.join("|", parts)));
        }
    }

    private static final List<Heading> HEADINGS = List.of(
            Heading.of(null, "website", "\\burl\\b", "\\blink", "homepage", "webseite"),
            Heading.of(EntryField.TRANSFER, "transfer", "mechanism", "übermittlung", "drittland"),
            Heading.of(EntryField.SAFEGUARDS, "safeguard", "measure", "maßnahme", "garantie"),
            Heading.of(EntryField.POSTURE, "certif", "zertifi", "attestation", "posture", "complian"),
            Heading.of(EntryField.CONTACT, "contact", "kontakt", "ansprech"),
            Heading.of(EntryField.ADDRESS, "address", "adresse", "anschrift", "\\bsitz\\b", "registered office"),
            Heading.of(
                    EntryField.LOCATION,
                    "location",
                    "countr",
                    "region",
                    "jurisdiction",
                    "hosted",
                    "standort",
                    "\\bland\\b",
                    "\\bort\\b",
                    "\\bländer"),
            Heading.of(EntryField.DATA_CATEGORIES, "\\bdata\\b", "daten"),
            Heading.of(EntryField.CATEGORY, "category", "kategorie", "\\bgroup\\b", "\\btype\\b"),
            Heading.of(EntryField.LEGAL_ENTITY, "entity", "legal name", "rechtsträger", "gesellschaft", "firma\\b"),
            Heading.of(EntryField.PURPOSE, "purpose", "\\brole\\b", "function", "zweck", "aufgabe", "funktion"),
            Heading.of(
                    EntryField.NAME,
                    "vendor",
                    "sub-?\\s?processor",
                    "provider\\b",
                    "\\bname\\b",
                    "company",
                    "supplier",
                    "third part",
                    "third-part",
                    "auftrag",
                    "anbieter",
                    "dienstleister",
                    "unternehmen",
                    "lieferant"),
            Heading.of(
                    EntryField.PURPOSE,
                    "service",
                    "description",
                    "activit",
                    "processing",
                    "\\buse",
                    "leistung",
                    "tätigkeit",
                    "beschreibung",
                    "verarbeitung"),
            Heading.of(EntryField.TAG, "\\btag\\b", "kürzel"));

    private static final int LONGEST_HEADING = 60;

    public TableColumns {
        fields = new ArrayList<>(fields);
    }

    /** What its first row says of the columns; where that is no heading, the first column holds the names. */
    public static TableColumns guessed(Table table) {
        List<String> first =
                table.rows().isEmpty() ? List.of() : table.rows().get(0).cells();
        List<EntryField> guessed = new ArrayList<>();
        Set<EntryField> taken = EnumSet.noneOf(EntryField.class);
        for (int i = 0; i < table.columns(); i++) {
            EntryField field = i < first.size() ? field(first.get(i)) : null;
            guessed.add(field != null && taken.add(field) ? field : null);
        }
        if (!isHeading(first, taken)) {
            return new TableColumns(onlyNames(table.columns()), false);
        }
        if (taken.contains(EntryField.LEGAL_ENTITY) && !taken.contains(EntryField.NAME)) {
            guessed.set(guessed.indexOf(EntryField.LEGAL_ENTITY), EntryField.NAME);
        }
        return new TableColumns(guessed, true);
    }

    private static boolean isHeading(List<String> first, Set<EntryField> found) {
        boolean names = found.contains(EntryField.NAME) || found.contains(EntryField.LEGAL_ENTITY);
        return first.stream().allMatch(cell -> cell.length() <= LONGEST_HEADING)
                && (found.size() > 1 && names || names && first.size() == 1);
    }

    private static List<EntryField> onlyNames(int columns) {
        EntryField[] fields = new EntryField[columns];
        if (columns > 0) {
            fields[0] = EntryField.NAME;
        }
        return Arrays.asList(fields);
    }

    private static EntryField field(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        return HEADINGS.stream()
                .filter(each -> each.parts().matcher(lower).find())
                .findFirst()
                .map(Heading::field)
                .orElse(null);
    }
}
