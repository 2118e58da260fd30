package fairnotice.web.workspace.change;

import static fairnotice.web.workspace.Problems.text;

import fairnotice.register.Subprocessor;

/** The sub-processor's part of a proposal, as typed. */
record VendorForm(
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

    VendorForm {
        excludable = Boolean.TRUE.equals(excludable);
    }

    static VendorForm blank(String category) {
        return new VendorForm(null, null, null, null, null, null, null, null, null, null, null, category, false, null);
    }

    static VendorForm of(Subprocessor entry) {
        return new VendorForm(
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

    /** What the list says is about doing without the vendor; of a modification a customer does without the change. */
    VendorForm withoutExclusion() {
        return new VendorForm(
                name,
                legalEntity,
                address,
                contact,
                purpose,
                location,
                tag,
                dataCategories,
                transfer,
                safeguards,
                posture,
                category,
                excludable,
                null);
    }

    /** A category that was offered and not chosen stays empty, so that it is asked for. */
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
                category,
                excludable,
                excludable ? text(exclusion) : null);
    }
}
