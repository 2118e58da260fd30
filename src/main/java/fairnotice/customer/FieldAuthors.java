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
 *     whoever took it away or stated it anew has written all of it
 */
record FieldAuthors(Map<String, Map<String, Set<String>>> byField) {

    FieldAuthors and(Collection<Difference> written, String person) {
        Map<String, Map<String, Set<String>>> more = new HashMap<>(byField);
        for (Difference each : written) {
            String field = each.field();
            Map<String, Set<String>> values = new HashMap<>();
            if (each.before() == null || each.after() == null) {
                more.keySet().removeIf(other -> isWithin(other, field));
            } else {
                values.put(each.before(), nearest(field, each.before()));
                values.putAll(more.getOrDefault(field, Map.of()));
            }
            values.putIfAbsent(text(each.after()), Set.of(person));
            more.put(field, values);
        }
        return new FieldAuthors(more);
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
