package fairnotice.web.api;

import fairnotice.customer.Customer;
import fairnotice.objection.Channel;
import fairnotice.objection.Grounds;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Offer;
import fairnotice.objection.RefusalReason;
import fairnotice.objection.StoredAttachment;
import fairnotice.objection.Submission;
import fairnotice.objection.ThreadMessage;
import fairnotice.register.Settlement.Cure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * An objection and where it stands. Times are UTC; what has not happened is null.
 *
 * @param customer null while it is to be matched
 * @param sender who signed it, as stated
 * @param orders external ids of the affected orders; empty for all
 * @param late whether it was filed after the window it is measured by
 * @param windowClosesAt when that window closes; null while no clock has started
 * @param windowExplanation how that date came about
 * @param answerDueAt by when the policy promises an answer
 * @param dueAt by when whoever has the turn is to act; null when nobody has, and while {@code unreached}
 * @param unreached whether the customer has the turn and the letter that starts its time has reached nobody
 * @param mayObjectUntil until when its final refusal leaves its customer in time to object to the change as amended while it was open
 * @param refusal the reasons it was refused or declined for
 * @param refusedFor what kind of reason it was refused for
 * @param again whether an earlier objection to the same round was refused for good and this one is not admitted as new; it then blocks nothing
 * @param offer the last one
 * @param settledBy reference of the customer's later objection whose agreement settles this one, or takes the place of what was agreed in it
 */
record ObjectionBody(
        String reference,
        String change,
        String register,
        Whose customer,
        ObjectionState state,
        Channel channel,
        String sender,
        String organisation,
        String email,
        Grounds grounds,
        List<String> orders,
        Instant receivedAt,
        boolean late,
        Instant windowClosesAt,
        String windowExplanation,
        Instant answerDueAt,
        Instant dueAt,
        boolean unreached,
        String refusal,
        RefusalReason refusedFor,
        boolean again,
        boolean contested,
        Offered offer,
        Instant leftOutAt,
        Instant settledAt,
        Instant mayObjectUntil,
        String settledBy,
        List<Message> messages) {

    /** @param id the publisher's own */
    record Whose(String id, String name) {

        static Whose of(Customer customer) {
            return customer == null ? null : new Whose(customer.externalId(), customer.name());
        }
    }

    /** @param until for an exemption: its last day, in the register's zone */
    record Offered(int number, Cure cure, String text, LocalDate until, Instant offeredAt) {

        static Offered of(Offer offer) {
            return offer == null
                    ? null
                    : new Offered(offer.number(), offer.cure(), offer.text(), offer.until(), offer.offeredAt());
        }
    }

    /**
     * @param from "customer", "staff", or "sender" for somebody who is no contact
     * @param author user name; only of staff
     * @param internal whether only staff see it
     */
    record Message(
            Instant at,
            String from,
            String author,
            ThreadMessage.Kind kind,
            boolean internal,
            String text,
            List<Attached> attachments) {

        static Message of(ThreadMessage message, List<StoredAttachment> attachments) {
            String from = message.author().startsWith("customer:")
                    ? "customer"
                    : message.author().startsWith("sender:") ? "sender" : "staff";
            return new Message(
                    message.at(),
                    from,
                    from.equals("staff") ? message.author() : null,
                    message.kind(),
                    message.internal(),
                    message.text(),
                    attachments.stream()
                            .filter(attachment -> attachment.message() == message.id())
                            .map(Attached::of)
                            .toList());
        }
    }

    /** @param size in bytes */
    record Attached(long id, String name, String type, int size) {

        static Attached of(StoredAttachment attachment) {
            return new Attached(attachment.number(), attachment.name(), attachment.type(), attachment.size());
        }
    }

    static ObjectionBody of(
            Objection objection,
            Customer customer,
            String settledBy,
            List<ThreadMessage> thread,
            List<StoredAttachment> attachments) {
        Submission filing = objection.filing();
        return new ObjectionBody(
                objection.reference(),
                objection.change(),
                objection.register(),
                Whose.of(customer),
                objection.state(),
                filing.channel(),
                filing.sender(),
                filing.organisation(),
                filing.email(),
                filing.grounds(),
                filing.orders().stream().sorted().toList(),
                objection.receivedAt(),
                objection.late(),
                objection.windowClosesAt(),
                filing.explanation() == null ? null : filing.explanation().sentence(Locale.ENGLISH),
                objection.answerDueAt(),
                objection.dueAt(),
                objection.isUnreached(),
                objection.refusal(),
                objection.refusedFor(),
                objection.again(),
                objection.contested(),
                Offered.of(objection.offer()),
                objection.leftOutAt(),
                objection.settledAt(),
                objection.mayObjectUntil(),
                settledBy,
                thread.stream().map(message -> Message.of(message, attachments)).toList());
    }
}
