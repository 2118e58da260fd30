package fairnotice.web.api;

import fairnotice.change.Proposal;
import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * A proposal as it is sent and shown. What is required is checked where changes are proposed, so that all that is missing is told at
 * once.
 *
 * @param personalData true when left out, like {@code material}
 * @param securityCritical false when left out
 */
@Schema(description = "What somebody wants to change on a register")
record ProposedChange(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ChangeKind kind,

        @Schema(description = "Name of the entry that a REPLACE takes the place of", nullable = true)
        String replaces,

        @Schema(description = "Whether the vendor processes personal data", defaultValue = "true")
        Boolean personalData,

        @Schema(
                description = "A new entity, purpose, data category, location or transfer always is",
                defaultValue = "true")
        Boolean material,

        @Schema(description = "Whether waiting would leave a security risk open", defaultValue = "false")
        Boolean securityCritical,

        @Schema(description = "First day of use wished for; null for as soon as the promise allows", nullable = true)
        LocalDate goLiveAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Why, for reviewers and audience")
        String reason,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description =
                        "name, legalEntity, purpose, location and dataCategories are required; exclusion where excludable"
                                + " is true: how a customer does without the vendor, or, for a MODIFY, without this change, while"
                                + " the use of the vendor as before goes on for it; category where the register groups its list in categories. A MODIFY needs the name, and"
                                + " what it leaves out stays as the list states it, the exclusion too: the answer's toCheck quotes it; null or an empty text removes what is stated, and"
                                + " what is required and not stated on the list has to be sent. A REPLACE without a category keeps"
                                + " the entry's; a REMOVE needs the name alone.")
        Subprocessor subprocessor) {

    private static final Subprocessor NOTHING_STATED =
            new Subprocessor(null, null, null, null, null, null, null, null, null, null, null, null, false, null);

    static ProposedChange of(Proposal proposal) {
        return new ProposedChange(
                proposal.kind(),
                proposal.replaces(),
                proposal.personalData(),
                proposal.material(),
                proposal.securityCritical(),
                proposal.goLiveAt(),
                proposal.reason(),
                proposal.subprocessor());
    }

    Proposal proposal() {
        return new Proposal(
                kind,
                replaces,
                personalData == null || personalData,
                material == null || material,
                securityCritical != null && securityCritical,
                goLiveAt,
                reason,
                subprocessor == null ? NOTHING_STATED : stated(subprocessor));
    }

    /** Blank is not stated; but a category that is blank is a choice still to be made. */
    private static Subprocessor stated(Subprocessor sent) {
        return new Subprocessor(
                sent.name(),
                stated(sent.legalEntity()),
                stated(sent.address()),
                stated(sent.contact()),
                stated(sent.purpose()),
                stated(sent.location()),
                stated(sent.tag()),
                stated(sent.dataCategories()),
                stated(sent.transfer()),
                stated(sent.safeguards()),
                stated(sent.posture()),
                sent.category(),
                sent.excludable(),
                sent.excludable() ? stated(sent.exclusion()) : null);
    }

    private static String stated(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
