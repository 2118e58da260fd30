package fairnotice.objection;

/** Objections against one change. @param open those not settled */
public record ObjectionCounts(long open, long unmatched, long total) {}
