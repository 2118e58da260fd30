package fairnotice.register;

import fairnotice.ledger.Entry;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a register file made of a register's settings and of its promise, field by field: {@code policy/objection/period/length},
 * {@code categories/2/title}.
 */
final class RegisterFields {

    private final SortedMap<String, String> values = new TreeMap<>();

    private RegisterFields() {}

    /** @param before null on the first load */
    static Entry changed(Entry entry, Register before, Register after) {
        Map<String, String> stood = of(before);
        Map<String, String> stands = of(after);
        Set<String> names = new TreeSet<>(stood.keySet());
        names.addAll(stands.keySet());
        Entry told = entry;
        for (String name : names) {
            told = told.changed(name, stood.get(name), stands.get(name));
        }
        return told;
    }

    private static Map<String, String> of(Register register) {
        RegisterFields fields = new RegisterFields();
        if (register != null) {
            fields.components("", register);
        }
        return fields.values;
    }

    private void components(String path, Object whole) {
        for (RecordComponent component : whole.getClass().getRecordComponents()) {
            put(path + component.getName(), value(component, whole));
        }
    }

    private void put(String path, Object value) {
        if (value instanceof Record part) {
            components(path + "/", part);
        } else if (value instanceof List<?> list && list.stream().anyMatch(Record.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                put(path + "/" + (i + 1), list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> put(path + "/" + key, each));
        } else if (value instanceof Collection<?> several) {
            putText(path, joined(several));
        } else if (value != null) {
            putText(path, value.toString());
        }
    }

    /** What is empty is as good as unstated. */
    private void putText(String path, String text) {
        if (!text.isEmpty()) {
            values.put(path, text);
        }
    }

    /** A set has no order of its own. */
    private static String joined(Collection<?> values) {
        var texts = values.stream().map(Object::toString);
        return (values instanceof Set ? texts.sorted() : texts).collect(Collectors.joining(", "));
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's fields are open to its own package", e);
        }
    }
}
