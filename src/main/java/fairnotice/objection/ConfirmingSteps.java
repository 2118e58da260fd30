package fairnotice.objection;

import fairnotice.attachment.Attachment;
import fairnotice.calendar.Deadline;
import fairnotice.mail.Email;
import fairnotice.register.NoticePolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Confirms to every contact of a customer, at once, a step that binds it, and says what happens next and when. */
@Service
class ConfirmingSteps {

    private final ObjectionContexts contexts;
    private final ObjectionParties parties;
    private final ReadingObjection reading;
    private final ObjectionEmails letters;
    private final ReceiptEntry receiptEntry;
    private final ObjectionDays days;
    private final Clock clock;

    ConfirmingSteps(
            ObjectionContexts contexts,
            ObjectionParties parties,
            ReadingObjection reading,
            ObjectionEmails letters,
            ReceiptEntry receiptEntry,
            ObjectionDays days,
            Clock clock) {
        this.contexts = contexts;
        this.parties = parties;
        this.reading = reading;
        this.letters = letters;
        this.receiptEntry = receiptEntry;
        this.days = days;
        this.clock = clock;
    }

    void accepted(Objection settled) {
        OfferTerms terms = contexts.of(settled).terms().orElseThrow();
        EmailFacts says = EmailFacts.quoting(settled.offer().text()).agreeing(terms);
        boolean atOnce = terms.begins() == OfferTerms.Begins.AT_ONCE;
        letters.write(
                settled,
                ObjectionEmail.AGREED,
                (atOnce ? says.with(UseFacts.from(contexts.of(settled))) : says).and(withDays(settled)));
    }

    /** The customer's days as they stand: what it no longer has to do is taken back. */
    UnaryOperator<Email> withDays(Objection objection) {
        return letter -> days.enclosedIn(letter, objection);
    }

    /** The same, and by when the objection was to be answered, which it is, or need not be any more. */
    UnaryOperator<Email> withDaysAndAnswer(Objection closed) {
        return letter -> withDays(closed)
                .apply(letter)
                .enclosing(receiptEntry.takenBack(closed, contexts.policy(closed), clock.instant()));
    }

    /** The same with the publisher's next last day in its place. */
    private UnaryOperator<Email> withDaysAndNext(Objection open) {
        return letter ->
                withDays(open).apply(letter).enclosing(receiptEntry.next(open, contexts.policy(open), clock.instant()));
    }

    /** The customer's last day in the case that this one took the place of, taken back; the letter as it is where there was none. */
    UnaryOperator<Email> withoutReplaced(Objection filed) {
        return letter -> contexts.of(filed)
                .takesPlaceOf()
                .map(replaced -> days.takenBackIn(letter, replaced))
                .orElse(letter);
    }

    /** Its change was withdrawn. */
    void moot(Objection closed) {
        letters.write(
                closed,
                ObjectionEmail.MOOT,
                EmailFacts.until(contexts.of(closed).withdrawnOn().endsAt()).and(withDaysAndAnswer(closed)));
    }

    /** Its change was amended: the case goes on as it stands, and by the same day. */
    void asked(Objection asked) {
        NoticePolicy policy = contexts.policy(asked);
        List<EmailFact> says = new ArrayList<>();
        if (asked.dueAt() != null) {
            says.add(EmailFact.said("stands." + asked.state(), () -> ObjectionEmails.lastDay(policy, asked.dueAt())));
        }
        if (AmendedWhileOpen.isToldOf(asked, policy)) {
            says.add(new EmailFact("objection.letter.stands.refused-for-good", null));
        }
        letters.write(
                asked, ObjectionEmail.STANDS, EmailFacts.NOTHING.with(says).numbered(asked.round()));
    }

    /**
     * A reply that is neither yes nor no takes the offer off the table, and the publisher has the turn.
     *
     * @param offered as it was before
     * @param by whoever replied, an actor's id
     * @param text what it says
     */
    void replied(Objection offered, Objection after, String by, String text, List<Attachment> files, Instant arrived) {
        NoticePolicy policy = contexts.policy(after);
        List<EmailFact> facts = new ArrayList<>(step("replied", after, by, arrived));
        facts.addAll(sent(files));
        if (offered.dueAt() != null) {
            facts.add(EmailFact.said("replied-until", () -> ObjectionEmails.lastDay(policy, offered.dueAt())));
        }
        letters.write(
                after,
                ObjectionEmail.REPLIED,
                EmailFacts.until(after.dueAt())
                        .withQuote(text)
                        .with(facts)
                        .offeredBy(reading.silentUntil(after))
                        .numbered(after.offer().number())
                        .and(withDaysAndNext(after)));
    }

    /**
     * What a contact wrote whose word decides nothing, which leaves the offer open.
     *
     * @param message of the thread, which tells letters of this kind apart
     */
    void wrote(Objection offered, long message, String text, List<Attachment> files, Instant arrived) {
        NoticePolicy policy = contexts.policy(offered);
        List<EmailFact> facts =
                new ArrayList<>(List.of(EmailFact.said("wrote", () -> ObjectionEmails.moment(policy, arrived))));
        facts.addAll(sent(files));
        if (offered.dueAt() != null) {
            facts.add(EmailFact.said("stands.OFFERED", () -> ObjectionEmails.lastDay(policy, offered.dueAt())));
        }
        letters.write(
                offered,
                ObjectionEmail.WROTE,
                EmailFacts.NOTHING.withQuote(text).with(facts).numbered(Math.toIntExact(message)));
    }

    /**
     * What a customer wrote against the refund that was approved.
     *
     * @param message of the thread, which tells letters of this kind apart
     * @param by whoever wrote it, an actor's id
     * @param answer by when it is answered
     */
    void disputed(
            Objection objection,
            long message,
            String by,
            String text,
            List<Attachment> files,
            Instant arrived,
            Deadline answer) {
        List<EmailFact> facts = new ArrayList<>(step("disputed", objection, by, arrived));
        facts.addAll(sent(files));
        letters.write(
                objection,
                ObjectionEmail.DISPUTED,
                EmailFacts.until(answer.endsAt()).withQuote(text).with(facts).numbered(Math.toIntExact(message)));
    }

    private static List<EmailFact> sent(List<Attachment> files) {
        String names = files.stream().map(Attachment::name).collect(Collectors.joining(", "));
        return files.isEmpty() ? List.of() : List.of(new EmailFact("files", names));
    }

    /** When a step of the customer arrived, and whose link it came through. @param word the end of the key of the words for it */
    private List<EmailFact> step(String word, Objection objection, String by, Instant arrived) {
        return Stream.concat(
                        Stream.of(EmailFact.said(
                                word, () -> ObjectionEmails.moment(contexts.policy(objection), arrived))),
                        parties.contactNamed(objection, by).map(name -> new EmailFact(word + "-by", name)).stream())
                .toList();
    }

    /**
     * @param after with the publisher's turn to find another offer, or with the time to terminate orders, of which another letter tells
     * @param by whoever rejected it, an actor's id
     */
    void rejected(Objection after, String by, Instant arrived) {
        boolean mayTerminate = after.state() == ObjectionState.TERMINATION_OFFERED;
        EmailFacts says = EmailFacts.until(after.dueAt())
                .with(step("rejected", after, by, arrived))
                .offeredBy(reading.silentUntil(after))
                .numbered(after.offer().number());
        letters.write(
                after,
                mayTerminate ? ObjectionEmail.REJECTED_TERMINATION_NEXT : ObjectionEmail.REJECTED,
                mayTerminate ? says : says.and(withDaysAndNext(after)));
    }

    /**
     * @param by whoever appealed, an actor's id
     * @param arrived when the appeal did
     */
    void contested(Objection contested, String by, Instant arrived) {
        letters.write(
                contested,
                ObjectionEmail.CONTESTED,
                EmailFacts.until(contested.dueAt())
                        .with(step("appealed", contested, by, arrived))
                        .numbered(contested.appeals() - 1)
                        .and(withDaysAndNext(contested)));
    }

    /** @param from where it stood */
    void withdrawn(Objection withdrawn, ObjectionState from) {
        List<EmailFact> says = new ArrayList<>(UseFacts.from(contexts.of(withdrawn)));
        Withdrawal lost = Withdrawal.of(from, contexts.policy(withdrawn).remedy());
        if (lost != Withdrawal.NOTHING) {
            says.add(new EmailFact("objection.letter.lost." + lost, null));
        }
        letters.write(
                withdrawn,
                ObjectionEmail.WITHDRAWN,
                EmailFacts.NOTHING.with(says).and(withDaysAndAnswer(withdrawn)));
    }

    /** Refused after an appeal. */
    void refusedAgain(Objection refused) {
        if (stands(refused)) {
            letters.write(
                    refused,
                    ObjectionEmail.REFUSED_AGAIN_STANDS,
                    EmailFacts.quoting(refused.refusal()).and(withDaysAndAnswer(refused)));
        } else {
            letters.write(
                    refused,
                    ObjectionEmail.REFUSED_AGAIN,
                    EmailFacts.quoting(refused.refusal())
                            .with(UseFacts.from(contexts.of(refused)))
                            .and(withDaysAndAnswer(refused)));
        }
    }

    /** Refused, and not appealed in time. */
    void refusalFinal(Objection refused) {
        if (stands(refused)) {
            letters.write(refused, ObjectionEmail.REFUSAL_FINAL_STANDS, EmailFacts.NOTHING);
        } else {
            letters.write(
                    refused,
                    ObjectionEmail.REFUSAL_FINAL,
                    EmailFacts.NOTHING.with(UseFacts.from(contexts.of(refused))));
        }
    }

    /**
     * What was elected has been paid, whether or not its orders still run.
     *
     * @param disputed what was written against the refund and waits for an answer
     */
    void terminated(
            Objection closed,
            Supplier<List<String>> refunded,
            Supplier<List<String>> units,
            boolean lowered,
            List<EmailFact> disputed) {
        List<EmailFact> facts = new ArrayList<>(each("refund", refunded));
        facts.addAll(each("units", units));
        boolean ended = !clock.instant().isBefore(closed.leavesAt());
        if (!ended) {
            boolean all = units.get().isEmpty();
            facts.add(new EmailFact(all ? "objection.letter.usable" : "objection.letter.usable-but-units", null));
        }
        facts.addAll(disputed);
        facts.addAll(UseFacts.ofOthers(contexts.of(closed)));
        if (lowered) {
            facts.add(new EmailFact("objection.letter.refund-lowered", null));
        }
        letters.write(
                closed,
                ended ? ObjectionEmail.TERMINATED : ObjectionEmail.TERMINATION_COMPLETE,
                EmailFacts.until(closed.leavesAt()).with(facts));
    }

    private static List<EmailFact> each(String label, Supplier<List<String>> words) {
        return IntStream.range(0, words.get().size())
                .mapToObj(i -> EmailFact.said(label, () -> words.get().get(i)))
                .toList();
    }

    private boolean stands(Objection refused) {
        return refused.standsThoughRefused(contexts.policy(refused));
    }
}
