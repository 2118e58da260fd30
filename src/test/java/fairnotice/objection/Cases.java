package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.customer.Contact;
import fairnotice.mail.Email;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.register.Settlement.Cure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cases to try rules with. */
public final class Cases {

    private static final Instant FILED = Instant.parse("2026-02-01T12:00:00Z");

    private static final ThreadMessage OFFERED =
            new ThreadMessage(1, FILED, "legal", ThreadMessage.Kind.OFFERED, false, "It is fine");

    static final LocalDate EARLIEST_USE = LocalDate.of(2026, 3, 3);

    private Cases() {}

    /** No refund is disputed. */
    public static ReadingDispute noDispute() {
        return new ReadingDispute(null, null, null) {
            @Override
            public Optional<WaitingDispute> of(String objection) {
                return Optional.empty();
            }
        };
    }

    /** One that waits until then, with an offer of an explanation. @param due the end of a last day */
    public static Objection waiting(ObjectionState state, Instant due) {
        return of(state, due, new Offer(1, Cure.EXPLANATION, "It is fine", null, FILED, "legal"), null, false);
    }

    static Objection settled(ObjectionState state, Instant at) {
        return of(state, null, null, at, false);
    }

    static Objection filed(boolean late) {
        return of(ObjectionState.ASSESSMENT, FILED, null, null, late);
    }

    static Offer exemption(String until) {
        return new Offer(
                1, Cure.EXEMPTION, "Not for you", until == null ? null : LocalDate.parse(until), FILED, "legal");
    }

    /** @param until last day of the exemption; null for none */
    static Objection exempted(String until, Instant accepted) {
        return of(ObjectionState.EXEMPTED, null, exemption(until), accepted, false);
    }

    /** A later one of the same customer. */
    static Objection other(long id, ObjectionState state, Instant settled) {
        return of(id, state, null, null, settled, false);
    }

    /** Filed again after a final refusal, closed without having been admitted as a new one. */
    static Objection again(ObjectionState state) {
        return ObjectionBuilder.builder(settled(state, FILED)).again(true).build();
    }

    /** One of the same customer to the same change that was closed before. */
    static Objection earlier(long id, String reference, ObjectionState state) {
        return of(id, reference, state, null, null, FILED, false, filing());
    }

    /** @param messageId of the email that it came by */
    static Objection filedBy(String email, String messageId) {
        return of(
                3,
                ObjectionState.ASSESSMENT,
                null,
                null,
                null,
                false,
                SubmissionBuilder.builder()
                        .channel(Channel.EMAIL)
                        .sender("Ann")
                        .email(email)
                        .grounds(Grounds.LOCATION)
                        .orders(Set.of())
                        .recordedBy("counsel")
                        .recordedAt(FILED)
                        .messageId(messageId)
                        .build());
    }

    private static Objection of(ObjectionState state, Instant due, Offer offer, Instant settled, boolean late) {
        return of(3, state, due, offer, settled, late);
    }

    private static Objection of(
            long id, ObjectionState state, Instant due, Offer offer, Instant settled, boolean late) {
        return of(id, state, due, offer, settled, late, filing());
    }

    private static Submission filing() {
        return new Submission(
                Channel.LINK, 70L, "Ann", null, "ann@example.com", Grounds.LOCATION, Set.of(), null, null, FILED);
    }

    private static Objection of(
            long id, ObjectionState state, Instant due, Offer offer, Instant settled, boolean late, Submission filing) {
        return of(id, "OBJ-2026-0003", state, due, offer, settled, late, filing);
    }

    private static Objection of(
            long id,
            String reference,
            ObjectionState state,
            Instant due,
            Offer offer,
            Instant settled,
            boolean late,
            Submission filing) {
        return ObjectionBuilder.builder()
                .id(id)
                .reference(reference)
                .change("DEMO-2026-0001")
                .register("demo")
                .round(1)
                .policyVersion(1)
                .customer(7L)
                .state(state)
                .filing(filing)
                .receivedAt(FILED)
                .late(late)
                .answerDueAt(FILED)
                .dueAt(due)
                .offer(offer)
                .offers(offer == null ? 0 : 1)
                .settledAt(settled)
                .version(1)
                .build();
    }

    /** Registers with that policy alone. */
    static Registers registers(NoticePolicy policy) {
        return new Registers() {
            @Override
            public List<Register> all() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Register> find(String id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Register getById(String id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public NoticePolicy policy(String register, int version) {
                return policy;
            }
        };
    }

    /** No days: nothing is enclosed in a letter. */
    public static ObjectionDays noDays() {
        return new ObjectionDays(null, null, null, null) {
            @Override
            public Email takenBackIn(Email letter, Objection objection) {
                return letter;
            }
        };
    }

    /** In which nobody disputes. */
    public static DisputingSettlement undisputed() {
        return new DisputingSettlement(null, null, null, null, null, null, null);
    }

    /** What lies around a case of a register with that policy alone. */
    public static ObjectionContexts contexts(NoticePolicy policy) {
        return contexts(policy, null, FILED);
    }

    /** The same of a customer whose notice can be objected to until then; null where it no longer can. */
    static ObjectionContexts contexts(NoticePolicy policy, Deadline openUntil, Instant now) {
        return new ObjectionContexts(null, registers(policy), null, null, null, null, null, null, null) {
            @Override
            String calendarId(Objection objection) {
                return objection.reference();
            }

            @Override
            List<ThreadMessage> thread(Objection objection) {
                return objection.offers() == 0 ? List.of() : List.of(OFFERED);
            }

            @Override
            public ObjectionContext of(Objection objection) {
                return new ObjectionContext(objection, Cases.about(null, List.of()), this, now) {
                    @Override
                    public boolean isInEffect() {
                        return false;
                    }

                    @Override
                    public boolean stoppedUse() {
                        return false;
                    }

                    @Override
                    public Optional<Deadline> openUntil() {
                        return Optional.ofNullable(openUntil);
                    }

                    @Override
                    public boolean goesOnAfter(LocalDate day) {
                        return true;
                    }

                    @Override
                    Optional<LocalDate> useAfter(LocalDate lastDay) {
                        return Optional.of(lastDay.plusDays(1));
                    }

                    @Override
                    public Optional<LocalDate> useIfNothingIsChosen() {
                        return useAfter(LocalDate.of(2026, 12, 31));
                    }

                    @Override
                    Optional<LocalDate> earliestUse() {
                        return Optional.of(EARLIEST_USE);
                    }
                };
            }
        };
    }

    /** A change of a customer that was given no notice of it, with those objections to it. @param newestFirst all of the customer */
    static ChangeForCustomer about(VendorChange change, List<Objection> newestFirst) {
        return new ChangeForCustomer(
                () -> change, Optional::empty, Optional::empty, () -> newestFirst, Optional::empty, Optional::empty);
    }

    /** A customer with those contacts. */
    static ObjectionParties parties(Contact... contacts) {
        return new ObjectionParties(null, null, null) {
            @Override
            List<Contact> contacts(Objection objection) {
                return List.of(contacts);
            }

            @Override
            List<Contact> readers(Objection objection) {
                return List.of(contacts);
            }
        };
    }
}
