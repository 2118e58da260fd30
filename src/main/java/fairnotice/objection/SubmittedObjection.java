package fairnotice.objection;

/**
 * What became of a filing.
 *
 * @param added whether it was added to a case that was there already
 * @param closedSince nothing was filed: the case was closed since its sender opened the form, and the form knew nothing of it
 */
public record SubmittedObjection(Objection objection, boolean added, boolean closedSince) {

    SubmittedObjection(Objection objection, boolean added) {
        this(objection, added, false);
    }
}
