package fairnotice.customer.jdbc;

import fairnotice.customer.ImportedCustomer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parts of a page of customers as columns, for {@code unnest}: whose part, in which place, and the part itself. */
record Rows<T>(List<Long> owners, List<Integer> places, List<T> parts) {

    static <T> Rows<T> of(
            List<ImportedCustomer> page, Map<String, Long> ids, Function<ImportedCustomer, List<T>> part) {
        Rows<T> rows = new Rows<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ImportedCustomer customer : page) {
            int place = 0;
            for (T one : part.apply(customer)) {
                rows.owners.add(ids.get(customer.id()));
                rows.places.add(place++);
                rows.parts.add(one);
            }
        }
        return rows;
    }

    Long[] ownerColumn() {
        return owners.toArray(Long[]::new);
    }

    Integer[] placeColumn() {
        return places.toArray(Integer[]::new);
    }

    String[] column(Function<T, String> value) {
        return parts.stream().map(value).toArray(String[]::new);
    }
}
