package fairnotice.objection;

/** @param added whether it was added to a case that was there already */
public record Filed(Objection objection, boolean added) {}
