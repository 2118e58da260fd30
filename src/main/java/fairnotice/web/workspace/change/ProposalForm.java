package fairnotice.web.workspace.change;

import static fairnotice.web.workspace.Problems.text;

import fairnotice.change.Proposal;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.refusal.WrittenDay;
import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import org.apache.commons.lang3.EnumUtils;

/**
 * A proposal as typed; its names are those of the API.
 *
 * @param comment why it is amended; only an amendment asks for it
 */
record ProposalForm(
        String kind,
        String replaces,
        Boolean personalData,
        Boolean material,
        Boolean securityCritical,
        String goLiveAt,
        String reason,
        String comment,
        VendorForm subprocessor) {

    /** A kind that there is, or none: what a visitor types as one never reaches a page. */
    ProposalForm {
        kind = EnumUtils.isValidEnum(ChangeKind.class, kind) ? kind : null;
        personalData = Boolean.TRUE.equals(personalData);
        material = Boolean.TRUE.equals(material);
        securityCritical = Boolean.TRUE.equals(securityCritical);
        subprocessor = subprocessor == null ? VendorForm.blank(null) : subprocessor;
    }

    /** @param entry the listed entry it touches; null for an ADD */
    static ProposalForm blank(ChangeKind kind, Subprocessor entry) {
        VendorForm vendor = switch (kind) {
            case ADD -> VendorForm.blank(null);
            case REPLACE -> VendorForm.blank(entry.category());
            case MODIFY -> VendorForm.of(entry).withoutExclusion();
            case REMOVE -> VendorForm.of(entry);
        };
        String replaces = kind == ChangeKind.REPLACE ? entry.name() : null;
        return new ProposalForm(
                kind.name(), replaces, true, kind != ChangeKind.MODIFY, false, null, null, null, vendor);
    }

    static ProposalForm of(Proposal proposal) {
        return new ProposalForm(
                proposal.kind().name(),
                proposal.replaces(),
                proposal.personalData(),
                proposal.material(),
                proposal.securityCritical(),
                proposal.goLiveAt() == null ? null : proposal.goLiveAt().toString(),
                proposal.reason(),
                null,
                VendorForm.of(proposal.subprocessor()));
    }

    /** @throws Refused when a day cannot be read */
    Proposal proposal() {
        return new Proposal(
                EnumUtils.getEnum(ChangeKind.class, kind),
                text(replaces),
                personalData,
                material,
                securityCritical,
                WrittenDay.typed("goLiveAt", goLiveAt),
                text(reason),
                subprocessor.entry());
    }

    /** Checked here too, since the amendment calls this reason by the name of another field of the form. */
    String whyAmended() {
        new TextRules()
                .paragraph("comment", "refused.name.why-amended", comment)
                .orRefuse();
        return text(comment);
    }
}
