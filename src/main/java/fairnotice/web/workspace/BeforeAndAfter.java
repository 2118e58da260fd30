package fairnotice.web.workspace;

import fairnotice.change.Proposal;
import fairnotice.change.VendorChange;
import fairnotice.register.EntryField;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
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

    private final RegisterVersions versions;

    BeforeAndAfter(RegisterVersions versions) {
        this.versions = versions;
    }

    /** Fields that are stated before or after. */
    List<Field> of(VendorChange change) {
        Proposal proposal = change.proposal();
        Subprocessor before = listedBefore(change)
                .flatMap(version -> version.entry(proposal.entryName()))
                .orElse(null);
        return Stream.of(EntryField.values())
                .map(field -> field(field, before, proposal.subprocessor()))
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

    private static Field field(EntryField field, Subprocessor before, Subprocessor after) {
        String was = before == null ? null : field.of(before);
        String is = field.of(after);
        return new Field(field, was, is, !Objects.equals(was, is));
    }
}
