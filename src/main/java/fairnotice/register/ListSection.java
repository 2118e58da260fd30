package fairnotice.register;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a list as it is shown.
 *
 * @param category null for entries without one, or whose category is gone
 */
public record ListSection(Category category, List<Subprocessor> entries) {

    /** In the register's order; entries whose category is gone stand in a last one. */
    public static List<ListSection> of(Register register, List<Subprocessor> entries) {
        List<ListSection> sections = new ArrayList<>();
        List<Subprocessor> left = new ArrayList<>(entries);
        for (Category category : register.categories()) {
            List<Subprocessor> listed = left.stream()
                    .filter(entry -> category.id().equals(entry.category()))
                    .toList();
            left.removeAll(listed);
            if (!listed.isEmpty()) {
                sections.add(new ListSection(category, listed));
            }
        }
        if (!left.isEmpty()) {
            sections.add(new ListSection(null, List.copyOf(left)));
        }
        return List.copyOf(sections);
    }
}
