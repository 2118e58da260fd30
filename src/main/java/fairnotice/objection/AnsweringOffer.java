package fairnotice.objection;

import fairnotice.attachment.Attachment;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicy.Remedy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer accepts, answers or rejects an offer. */
@Service
public class AnsweringOffer {

    private final Objections objections;
    private final Threads threads;
    private final ObjectionContexts contexts;
    private final MakingOffer making;
    private final SettlementDates dates;
    private final ElapsedDates elapsed;
    private final RestartingCustomerTime restarting;
    private final ConfirmingSteps confirming;
    private final TellingExemptionEnd exemptions;
    private final OfferRead read;
    private final ConfirmingByCode codes;
    private final Ledger ledger;
    private final Clock clock;

    AnsweringOffer(
            Objections objections,
            Threads threads,
            ObjectionContexts contexts,
            MakingOffer making,
            SettlementDates dates,
            ElapsedDates elapsed,
            RestartingCustomerTime restarting,
            ConfirmingSteps confirming,
            TellingExemptionEnd exemptions,
            OfferRead read,
            ConfirmingByCode codes,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.contexts = contexts;
        this.making = making;
        this.dates = dates;
        this.elapsed = elapsed;
        this.restarting = restarting;
        this.confirming = confirming;
        this.exemptions = exemptions;
        this.read = read;
        this.codes = codes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param code mailed to a contact with authority; see {@link RequestingCode}
     * @param seen how many offers there were on the page that was answered; null when that is not said
     */
    @Transactional
    public Objection accept(String reference, String by, String code, Integer seen) {
        Instant now = clock.instant();
        Objection objection = read.mustStand(
                elapsed.at(now, objections.lock(reference), CustomerStep.ACCEPT), CustomerStep.ACCEPT, seen);
        Objection accepted = objection.accepted(now);
        long holder = confirmed(objection, code, by);
        keep(accepted, by, ThreadMessage.Kind.ACCEPTED, "", List.of(), now);
        exemptions.plan(accepted);
        confirming.accepted(accepted);
        List<String> settled = contexts.of(accepted).beside().alsoSettled();
        ledger.record(ObjectionEntries.of("objection.accepted", objection, by, now)
                .with("offer", objection.offer().number())
                .with("alsoSettles", settled.isEmpty() ? null : String.join(", ", settled))
                .with("confirmedBy", holder));
        return accepted;
    }

    private long confirmed(Objection objection, String code, String by) {
        try {
            return codes.confirm(objection, Act.ACCEPT.on(objection), code, by);
        } catch (Refused wrong) {
            throw read.wrongCode(objection, wrong);
        }
    }

    /**
     * Another proposal, a question: legal has the turn again, unless the last day to answer the offer is over; all contacts are told then. The
     * same again, as a double click sends it, changes nothing.
     *
     * @param seen how many offers there were on the page that was answered; null when that is not said
     */
    @Transactional
    public Objection reply(String reference, String by, String text, List<Attachment> attachments, Integer seen) {
        return say(reference, by, true, text, attachments, seen);
    }

    /**
     * The same of a contact that decides nothing, since one person entered or changed it and nobody else has confirmed: its words are kept, and
     * all contacts are told of them, but an offer stays open.
     */
    @Transactional
    public Objection write(String reference, String by, String text, List<Attachment> attachments, Integer seen) {
        return say(reference, by, false, text, attachments, seen);
    }

    private Objection say(
            String reference, String by, boolean decides, String text, List<Attachment> attachments, Integer seen) {
        Instant now = clock.instant();
        Objection objection = elapsed.at(now, objections.lock(reference), CustomerStep.REPLY);
        new TextRules().paragraph("text", "refused.name.answer", text).orRefuse();
        if (DuplicateSubmission.saidLast(
                threads, objection.id(), ThreadMessage.Kind.REPLIED, text.strip(), attachments)) {
            return objection;
        }
        read.mustStand(objection, CustomerStep.REPLY, seen);
        ObjectionRules.mayStillWrite(threads.thread(objection.id()));
        Objection allowed = objection.allow(CustomerStep.REPLY, "refused.moved.answered");
        Objection after = withGrounds(decides ? replied(allowed, now) : allowed, now);
        if (after != allowed) {
            objections.save(after);
        }
        long message =
                threads.say(objection.id(), now, by, ThreadMessage.Kind.REPLIED, false, text.strip(), attachments);
        if (allowed.state() == ObjectionState.OFFERED && decides) {
            confirming.replied(allowed, after, by, text.strip(), attachments, now);
        } else if (allowed.state() == ObjectionState.OFFERED) {
            confirming.wrote(allowed, message, text.strip(), attachments, now);
        }
        ledger.record(ObjectionEntries.of(decides ? "objection.replied" : "objection.written", objection, by, now)
                .with("text", text)
                .with("attachments", attachments.size()));
        return allowed.isNobodysOwn() && !after.isNobodysOwn() ? restarting.restart(reference, now) : after;
    }

    private Objection replied(Objection objection, Instant now) {
        Objection own = objection.adoptedByItsCustomer();
        return own.state() == ObjectionState.OFFERED
                ? own.repliedTo(dates.due(contexts.policy(objection), ObjectionState.AWAITING_OFFER, now))
                : own;
    }

    /** Whoever gave no grounds is asked for them in words: the words are grounds. */
    private static Objection withGrounds(Objection objection, Instant now) {
        boolean asked = objection.state() == ObjectionState.ASSESSMENT
                && objection.filing().grounds() == Grounds.NOT_GIVEN;
        return asked ? objection.withGrounds(Grounds.OTHER, now) : objection;
    }

    /**
     * The offer is not taken: the customer may leave where the policy gives that remedy, else legal looks further.
     *
     * @param seen how many offers there were on the page that was answered; null when that is not said
     */
    @Transactional
    public Objection reject(String reference, String by, String text, List<Attachment> attachments, Integer seen) {
        Instant now = clock.instant();
        Objection allowed = read.mustStand(
                        elapsed.at(now, objections.lock(reference), CustomerStep.REJECT), CustomerStep.REJECT, seen)
                .allow(CustomerStep.REJECT, "refused.moved.rejected");
        Objection objection = allowed.adoptedByItsCustomer();
        new TextRules()
                .optionalParagraph("text", "refused.name.your-reasons", text)
                .orRefuse();
        NoticePolicy policy = contexts.policy(objection);
        Objection after = policy.remedy() == Remedy.NONE
                ? objection.repliedTo(dates.due(policy, ObjectionState.AWAITING_OFFER, now))
                : making.unsettled(objection, true, now);
        keep(after, by, ThreadMessage.Kind.REJECTED, text == null ? "" : text.strip(), attachments, now);
        confirming.rejected(after, by, now);
        ledger.record(ObjectionEntries.of("objection.rejected", objection, by, now)
                .with("offer", objection.offer().number())
                .with("text", text));
        return after;
    }

    private void keep(
            Objection after,
            String by,
            ThreadMessage.Kind kind,
            String text,
            List<Attachment> attachments,
            Instant now) {
        objections.save(after);
        threads.say(after.id(), now, by, kind, false, text, attachments);
    }
}
