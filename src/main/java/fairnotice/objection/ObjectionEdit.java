package fairnotice.objection;

import java.time.Instant;

/** An objection on its way to its next state: what a verb does not name stays as it is. */
final class ObjectionEdit {

    private final Objection from;
    private int round;
    private Long customer;
    private ObjectionState state;
    private Submission filing;
    private boolean late;
    private Instant closes;
    private Instant due;
    private String assessedBy;
    private String refusal;
    private RefusalReason refusedFor;
    private boolean again;
    private boolean contested;
    private boolean adopted;
    private Offer offer;
    private Instant leaves;
    private Instant leftOut;
    private Instant settled;
    private Wish wish;

    ObjectionEdit(Objection from) {
        this.from = from;
        this.round = from.round();
        this.customer = from.customer();
        this.state = from.state();
        this.filing = from.filing();
        this.late = from.late();
        this.closes = from.windowClosesAt();
        this.due = from.dueAt();
        this.assessedBy = from.assessedBy();
        this.refusal = from.refusal();
        this.refusedFor = from.refusedFor();
        this.again = from.again();
        this.contested = from.contested();
        this.adopted = from.adopted();
        this.offer = from.offer();
        this.leaves = from.leavesAt();
        this.leftOut = from.leftOutAt();
        this.settled = from.settledAt();
        this.wish = from.wish();
    }

    ObjectionEdit round(int value) {
        round = value;
        return this;
    }

    ObjectionEdit customer(long value) {
        customer = value;
        return this;
    }

    ObjectionEdit state(ObjectionState value) {
        state = value;
        return this;
    }

    ObjectionEdit filing(Submission value) {
        filing = value;
        return this;
    }

    ObjectionEdit late(boolean value) {
        late = value;
        return this;
    }

    ObjectionEdit closes(Instant value) {
        closes = value;
        return this;
    }

    ObjectionEdit due(Instant value) {
        due = value;
        return this;
    }

    ObjectionEdit assessedBy(String value) {
        assessedBy = value;
        return this;
    }

    ObjectionEdit refusal(String value) {
        refusal = value;
        return this;
    }

    ObjectionEdit refusedFor(RefusalReason value) {
        refusedFor = value;
        return this;
    }

    ObjectionEdit again(boolean value) {
        again = value;
        return this;
    }

    ObjectionEdit contest() {
        contested = true;
        return this;
    }

    ObjectionEdit adopt() {
        adopted = true;
        return this;
    }

    ObjectionEdit offer(Offer value) {
        offer = value;
        return this;
    }

    ObjectionEdit leaves(Instant value) {
        leaves = value;
        return this;
    }

    ObjectionEdit leftOut(Instant value) {
        leftOut = value;
        return this;
    }

    ObjectionEdit settled(Instant value) {
        settled = value;
        return this;
    }

    ObjectionEdit wish(Wish value) {
        wish = value;
        return this;
    }

    Objection done() {
        return new Objection(
                from.id(),
                from.reference(),
                from.change(),
                from.register(),
                round,
                from.policyVersion(),
                customer,
                state,
                filing,
                from.receivedAt(),
                late,
                closes,
                from.answerDueAt(),
                due,
                assessedBy,
                refusal,
                refusedFor,
                again,
                contested,
                adopted,
                offer,
                offer == null ? from.offers() : offer.number(),
                leaves,
                leftOut,
                settled,
                wish,
                from.version());
    }
}
