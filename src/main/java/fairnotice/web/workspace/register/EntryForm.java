package fairnotice.web.workspace.register;

import static fairnotice.web.workspace.Problems.text;

import fairnotice.register.Subprocessor;

/** One entry of a list as typed; only its name has to be stated. */
record EntryForm(
        String name,
        String legalEntity,
        String address,
        String contact,
        String purpose,
        String location,
        String tag,
        String dataCategories,
        String transfer,
        String safeguards,
        String posture,
        String category,
        Boolean excludable,
        String exclusion) {

    EntryForm {
        excludable = Boolean.TRUE.equals(excludable);
    }

    static EntryForm blank() {
        return new EntryForm(null, null, null, null, null, null, null, null, null, null, null, null, false, null);
    }

    static EntryForm of(Subprocessor entry) {
        return new EntryForm(
                entry.name(),
                entry.legalEntity(),
                entry.address(),
                entry.contact(),
                entry.purpose(),
                entry.location(),
                entry.tag(),
                entry.dataCategories(),
                entry.transfer(),
                entry.safeguards(),
                entry.posture(),
                entry.category(),
                entry.excludable(),
                entry.exclusion());
    }

    Subprocessor entry() {
        return new Subprocessor(
                text(name),
                text(legalEntity),
                text(address),
                text(contact),
                text(purpose),
                text(location),
                text(tag),
                text(dataCategories),
                text(transfer),
                text(safeguards),
                text(posture),
                text(category),
                excludable,
                excludable ? text(exclusion) : null);
    }
}
