package fairnotice.clearance;

/** The clearance of one listed entry for a customer. @param subprocessor its name as listed */
public record EntryClearance(String subprocessor, Clearance clearance) {}
