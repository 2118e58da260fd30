package fairnotice.customer;

import fairnotice.customer.CustomerFields.Difference;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who wrote what waits of a customer: of each field, of each value that it had since, the person who stated it first. So whoever puts back what
 * another had written is none of those who wrote it.
 *
 * @param byField people by value, by field; the value "" is that of a field that is not there. A part that came or went is one field, and
 *     whoever took it away or stated it anew has written all of it; of what is stated under another name so have those who had written something of
 *     what is gone
 */
record FieldAuthors(Map<String, Map<String, Set<String>>> byField) {

    /** Stands among the values of a part that is gone for whoever had written something of it. */
    private static final String FORMER = " ";

    FieldAuthors and(Collection<Difference> written, String person) {
        Map<String, Map<String, Set<String>>> more = new HashMap<>(byField);
        written.stream()
                .filter(each -> each.after() == null)
                .forEach(each -> more.put(each.field(), Map.of("", Set.of(person), FORMER, taken(more, each.field()))));
        written.stream().filter(each -> each.after() != null).forEach(each -> state(more, each, person));
        return new FieldAuthors(more);
    }

    /** A part under another name, as an order with its number put right, holds what others had written under the name before. */
    private void state(Map<String, Map<String, Set<String>>> more, Difference each, String person) {
        String field = each.field();
        if (each.before() == null) {
            more.keySet().removeIf(other -> isWithin(other, field));
            more.put(
                    field,
                    Map.of(
                            each.after(),
                            Stream.concat(Stream.of(person), former(more, field))
                                    .collect(Collectors.toSet())));
            return;
        }
        Map<String, Set<String>> values = new HashMap<>();
        values.put(each.before(), nearest(field, each.before()));
        values.putAll(more.getOrDefault(field, Map.of()));
        values.putIfAbsent(each.after(), Set.of(person));
        more.put(field, values);
    }

    /** Who had written something of a part that goes; from then on that is known of the whole. */
    private static Set<String> taken(Map<String, Map<String, Set<String>>> known, String part) {
        Set<String> wrote = known.entrySet().stream()
                .filter(each -> each.getKey().equals(part) || isWithin(each.getKey(), part))
                .flatMap(each -> everybody(each.getValue()).stream())
                .collect(Collectors.toSet());
        known.keySet().removeIf(other -> isWithin(other, part));
        return wrote;
    }

    /** Who had written something of parts of the same kind that are gone. */
    private static Stream<String> former(Map<String, Map<String, Set<String>>> known, String field) {
        String kind = field.substring(0, field.indexOf('/') + 1);
        return known.entrySet().stream()
                .filter(each -> each.getKey().startsWith(kind))
                .flatMap(each -> each.getValue().getOrDefault(FORMER, Set.of()).stream());
    }

    /** Who wrote these fields of the customer as it stands. */
    Set<String> of(Collection<String> fields, Customer now) {
        Map<String, String> standing = CustomerFields.values(now);
        return fields.stream()
                .flatMap(field -> Stream.concat(
                        nearest(field, text(standing.get(field))).stream(),
                        byField.keySet().stream()
                                .filter(other -> isWithin(other, field))
                                .flatMap(other -> at(other, text(standing.get(other))).stream())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    FieldAuthors only(Predicate<String> which) {
        return new FieldAuthors(byField.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Without what is no part of these fields, nor has one of them as a part. */
    FieldAuthors about(Collection<String> fields) {
        return only(known -> fields.stream()
                .anyMatch(field -> known.equals(field) || isWithin(known, field) || isWithin(field, known)));
    }

    /** Of the field itself, or else of the smallest part that it is in. */
    private Set<String> nearest(String field, String value) {
        if (byField.containsKey(field)) {
            return at(field, value);
        }
        return byField.keySet().stream()
                .filter(part -> isWithin(field, part))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(part -> everybody(byField.get(part)))
                .orElse(Set.of());
    }

    private Set<String> at(String field, String value) {
        Map<String, Set<String>> values = byField.get(field);
        return values.containsKey(value) ? values.get(value) : everybody(values);
    }

    private static Set<String> everybody(Map<String, Set<String>> values) {
        return values.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static boolean isWithin(String field, String part) {
        return field.startsWith(part + "/");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
