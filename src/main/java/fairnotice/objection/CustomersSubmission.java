package fairnotice.objection;

import fairnotice.change.VendorChange;
import java.time.Instant;

/** What was submitted for a customer about a change, at that moment. @param isMatched whether two people have found out whose it is */
record CustomersSubmission(
        VendorChange change, long customer, Submission submission, Instant receivedAt, boolean isMatched) {}
