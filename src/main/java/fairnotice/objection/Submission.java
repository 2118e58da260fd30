package fairnotice.objection;

import fairnotice.calendar.Explanation;
import fairnotice.refusal.EmailAddress;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Set;

/**
 * An objection as it was filed, kept as it is.
 *
 * @param contact id of the contact that filed it; null for anybody else
 * @param sender who signed it, as stated
 * @param organisation for whom, as stated; null when the contact's customer is known
 * @param email where answers go; null when staff recorded one without an address
 * @param orders external ids of the affected orders; empty for all
 * @param explanation how the last day it is measured by came about; null while no clock has started
 * @param recordedBy the member of staff who wrote it down; null when its sender filed it
 * @param recordedAt legal time at which it was written down
 * @param messageId of the email it came by, where that was attached, in angle brackets; null otherwise
 * @param unconfirmed whether one person alone had added or changed that contact until then
 */
@RecordBuilder
public record Submission(
        Channel channel,
        Long contact,
        String sender,
        String organisation,
        String email,
        Grounds grounds,
        Set<String> orders,
        Explanation explanation,
        String recordedBy,
        Instant recordedAt,
        String messageId,
        boolean unconfirmed) {

    /** One that came by no email that is known. */
    public Submission(
            Channel channel,
            Long contact,
            String sender,
            String organisation,
            String email,
            Grounds grounds,
            Set<String> orders,
            Explanation explanation,
            String recordedBy,
            Instant recordedAt) {
        this(
                channel,
                contact,
                sender,
                organisation,
                email,
                grounds,
                orders,
                explanation,
                recordedBy,
                recordedAt,
                null,
                false);
    }

    /** Who signed it, with the address that staff wrote down beside the name: "A consultant (office@example.com)". */
    public String signed() {
        return email == null ? sender : sender + " (" + email + ")";
    }

    Submission withGrounds(Grounds given) {
        return SubmissionBuilder.builder(this).grounds(given).build();
    }

    Submission measuredBy(Explanation other) {
        return SubmissionBuilder.builder(this).explanation(other).build();
    }

    /** The same by a contact that one person alone had added or changed. */
    Submission byUnconfirmed() {
        return SubmissionBuilder.builder(this).unconfirmed(true).build();
    }

    /** Whether a contact of the customer filed it that is none of one person's making. */
    boolean isItsCustomers() {
        return contact != null && !unconfirmed;
    }

    /** Whether both were signed with one address, or with one name where one of them has none. */
    boolean isFromSenderOf(Submission other) {
        return email == null || other.email == null
                ? sender.strip().equalsIgnoreCase(other.sender.strip())
                : EmailAddress.comparable(email).equals(EmailAddress.comparable(other.email));
    }
}
