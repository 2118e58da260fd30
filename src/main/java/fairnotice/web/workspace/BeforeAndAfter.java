package fairnotice.web.workspace;

import fairnotice.change.Proposal;
import fairnotice.change.VendorChange;
import fairnotice.register.Category;
import fairnotice.register.EntryField;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import fairnotice.register.Subprocessor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An entry before and after a change, field by field. */
@Component
class BeforeAndAfter {

    /** @param before null where nothing was stated or listed */
    record Field(EntryField field, String before, String after, boolean differs) {}

    private final Registers registers;
    private final RegisterVersions versions;

    BeforeAndAfter(Registers registers, RegisterVersions versions) {
        this.registers = registers;
        this.versions = versions;
    }

    /** Fields that are stated before or after. */
    List<Field> of(VendorChange change) {
        Proposal proposal = change.proposal();
        Subprocessor before = listedBefore(change)
                .flatMap(version -> version.entry(proposal.entryName()))
                .orElse(null);
        return Stream.of(EntryField.values())
                .map(field -> field(
                        field,
                        value(field, before, change.register()),
                        value(field, proposal.subprocessor(), change.register())))
                .filter(field -> field.before() != null || field.after() != null)
                .toList();
    }

    private Optional<RegisterVersion> listedBefore(VendorChange change) {
        if (!change.isPublished()) {
            return Optional.of(versions.current(change.register()));
        }
        return versions.all(change.register()).stream()
                .filter(version -> change.reference().equals(version.change()))
                .findFirst()
                .flatMap(made -> versions.number(change.register(), made.number() - 1));
    }

    /** A category by its title, everything else as it is stated. */
    private String value(EntryField field, Subprocessor entry, String register) {
        String stated = entry == null ? null : field.of(entry);
        return field != EntryField.CATEGORY
                ? stated
                : registers.named(register).categories().stream()
                        .filter(category -> category.id().equals(stated))
                        .map(Category::title)
                        .findFirst()
                        .orElse(stated);
    }

    private static Field field(EntryField field, String was, String is) {
        return new Field(field, was, is, !Objects.equals(was, is));
    }
}
