package fairnotice.objection;

import static fairnotice.objection.ObjectionEmails.day;

import fairnotice.calendar.Deadline;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.register.ChangeKind;
import fairnotice.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an email says of an objection: the keys of its sentences, and what is merged into them. */
final class ObjectionEmailModel {

    private final ObjectionContext context;
    private final Objection objection;
    private final ObjectionEmail letter;
    private final EmailFacts says;
    private final Map<String, Object> model;

    ObjectionEmailModel(ObjectionContext context, ObjectionEmail letter, EmailFacts says, Register register) {
        this.context = context;
        this.objection = context.objection();
        this.letter = letter;
        this.says = says;
        this.model = EmailFrame.of(register, context.policy(), context.change(), objection.reference(), letter, says);
    }

    /** With a code for a step in it. @param accepts whether that is to accept an offer */
    Map<String, Object> ofCode(boolean accepts) {
        model.put("late", false);
        forOthers();
        model.put("parted", !model.get("others").equals("") && accepts);
        if (accepts) {
            settling("accept");
        }
        model.put("replaces", accepts ? replaced() : null);
        return model;
    }

    Map<String, Object> whole() {
        String next = new NextSentence(context, letter).key();
        model.put("next", next);
        if (letter == ObjectionEmail.MOOT && context.change().state() == ChangeState.UNLISTED) {
            model.put("letter", letter.word() + "-unlisted");
            model.put("first", "objection.letter." + letter.word() + "-unlisted.first");
            model.put("opening", "objection.letter." + letter.word() + "-unlisted.opening");
        }
        boolean safeguarded = next.equals("next.safeguard");
        boolean inEffect = next.startsWith("next.in-effect") || safeguarded && context.isInEffect();
        boolean ahead = next.equals("next") || next.equals("next.ended") || safeguarded && !inEffect;
        model.put("told", ahead ? told() : null);
        model.put("replaced", staysInUse());
        model.put("replacedOver", inEffect ? replacedOver() : null);
        if (objection.customer() != null) {
            forOthers();
        }
        model.put("parted", !model.get("others").equals("") && (letter.saysEffect() || letter.isOffer()));
        model.put("named", letter.offersTermination() ? context.namedOrders().orElse(null) : null);
        boolean own = sayOwnRight();
        Optional<AnotherObjection> another = own ? Optional.empty() : AnotherObjection.in(letter, context);
        model.put("another", another.orElse(null));
        model.put("anotherUntil", said(another.map(AnotherObjection::until).map(Deadline::lastDay)));
        if (letter.saysThatUseStopped()
                || letter.admits() && context.admittedAnew().isPresent()) {
            stopped();
        }
        Optional<Objection> standing = letter.saysWhatStands() ? context.earlierStanding() : Optional.empty();
        model.put("standing", standing.map(Objection::reference).orElse(null));
        model.put("stays", stays());
        Optional<FinalRefusal> ifFinal = letter.saysIfFinal() ? context.rights().ifBecomesFinal() : Optional.empty();
        model.put("ifFinal", ifFinal.orElse(null));
        model.put("finalObject", said(ifFinal.map(FinalRefusal::objectUntil)));
        model.put("finalDay", said(ifFinal.map(FinalRefusal::day)));
        if (letter.promisesAnswer() && objection.isToBeAdmittedAnew()) {
            model.put("missed", "portal.case.until.missed.again");
        }
        model.put("groundsBy", groundsBy());
        model.put("groundsOver", lacksGrounds() && isOver(objection.windowClosesAt()));
        if (letter == ObjectionEmail.RECEIPT_WITHOUT_GROUNDS && waitsForGrounds()) {
            model.put("first", model.get("first") + ".grounds");
            model.put("next", next + (isOver(objection.answerDueAt()) ? ".grounds-awaited" : ".grounds"));
        }
        if (letter.isReceipt() && letter.promisesAnswer() && isOver(says.until())) {
            sayOverdue(next);
        }
        if (letter == ObjectionEmail.REFUSED && objection.isRefusedAnew()) {
            model.put("first", model.get("first") + ".anew");
            model.put("opening", "objection.letter.refused.opening.anew");
        }
        boolean continues = letter.isReceipt() && objection.isInTimeByAnother();
        model.put("inTimeOver", continues ? day(context.policy(), objection.windowClosesAt()) : null);
        model.put("follows", follows());
        model.put("late", objection.late() && letter.isReceipt());
        if (letter.saysWhatIsSettled()) {
            settling(letter == ObjectionEmail.AGREED ? "agreed" : "accept");
        }
        model.put("replaces", letter.isOffer() ? replaced() : null);
        model.put("path", context.notice().isPresent() ? "/n" : null);
        return model;
    }

    private static String said(Optional<LocalDate> day) {
        return day.map(ObjectionEmails::day).orElse("");
    }

    /** That the use stopped with this objection, or with an earlier one, where there was any. */
    private void stopped() {
        Optional<Objection> before = context.stoppedBefore();
        ObjectionContext stopping = before.map(context::of).orElse(context);
        if (before.isEmpty() && !context.stoppedUse()) {
            return;
        }
        ZoneId zone = stopping.zone();
        String admitted = stopping.admittedAnew()
                .map(at -> day(LocalDate.ofInstant(at, zone)))
                .orElse(null);
        String itself = admitted == null ? "portal.stopped" : "portal.stopped.admitted";
        model.put("stopped", before.isPresent() ? "portal.stopped.before" : itself);
        model.put("stoppedOn", day(LocalDate.ofInstant(stopping.objection().receivedAt(), zone)));
        model.put("stoppedAdmitted", admitted);
    }

    /** For what of its customer's the change may take effect, and what has to end before. */
    private void forOthers() {
        model.put("awaited", context.awaited());
        if (context.isForOthers()) {
            model.put("others", ".others");
            model.put(
                    "dates",
                    ((List<?>) model.get("dates"))
                            .stream()
                                    .map(each -> ((EmailFact) each).forOthers())
                                    .toList());
        }
    }

    /** What else of its customer's the agreement settles, or takes the place of. @param when the word for accepting or having accepted */
    private void settling(String when) {
        List<String> settled = context.beside().alsoSettled();
        model.put("settles", settled.isEmpty() ? null : "portal." + when + ".settles");
        model.put("settled", String.join(", ", settled));
        model.put("settledCount", settled.size());
        Optional<String> replaced = context.replacedExemption();
        model.put("replacesExemption", replaced.isPresent() ? "portal." + when + ".replaces" : null);
        model.put("exemptionReplaced", replaced.orElse(""));
        if (when.equals("accept")) {
            usedUntilAccepted();
        }
    }

    /** What an offer means for the vendor that the change replaces. */
    private void usedUntilAccepted() {
        Proposal proposal = context.change().proposal();
        if (proposal.kind() == ChangeKind.REPLACE && !context.isForOthers()) {
            context.terms().ifPresent(terms -> model.put("accepting", "portal.accept.replaced" + terms.replaced()));
            model.put("acceptingReplaces", proposal.replaces());
        }
    }

    private boolean isOver(Instant end) {
        return !context.now().isBefore(end);
    }

    /** What was recorded late may be received after the day for its answer: that is still to come. */
    private void sayOverdue(String next) {
        model.put("first", model.get("first") + ".overdue");
        model.put("decides", "objection.letter.receipt-again.decides.overdue");
        model.put("missed", "portal.case.until.missed.past");
        if (letter != ObjectionEmail.RECEIPT_AGAIN) {
            model.put("next", next + ".overdue");
        }
    }

    /** Until when its customer may still give the grounds that the promise asks for; null where none are awaited. */
    private String groundsBy() {
        return lacksGrounds() && !isOver(objection.windowClosesAt())
                ? day(context.policy(), objection.windowClosesAt())
                : null;
    }

    /** Whether it acknowledges an objection that gives none of the grounds that the promise asks for until a day. */
    private boolean lacksGrounds() {
        return letter == ObjectionEmail.RECEIPT_WITHOUT_GROUNDS
                && context.policy().groundsRequired()
                && objection.filing().grounds() == Grounds.NOT_GIVEN
                && objection.windowClosesAt() != null;
    }

    /** Whether the grounds may still come after the day on which its answer is due. */
    private boolean waitsForGrounds() {
        Instant closes = objection.windowClosesAt();
        return closes != null && context.now().isBefore(closes) && closes.isAfter(objection.answerDueAt());
    }

    /** What a refusal says of who filed it; null where that was the customer. */
    private String follows() {
        if (isForTheSender()) {
            return "portal.case.refused-for-sender";
        }
        return letter.refuses() && objection.isRefusedUnadopted() ? "portal.case.refused-unadopted" : null;
    }

    /** What makes it the customer's own, or has; null where it is, and always was. */
    private String adopts() {
        if (letter == ObjectionEmail.REFUSED && isForTheSender()) {
            return "portal.appeal.adopts";
        }
        if (letter == ObjectionEmail.REFUSED && objection.isRefusedUnadopted()) {
            return "portal.appeal.adopts.unadopted";
        }
        if (letter == ObjectionEmail.CONTESTED && objection.isAppealedForItsSender()) {
            return "portal.case.adopted";
        }
        boolean received = letter.isReceipt() && letter != ObjectionEmail.RECEIPT_UNMATCHED;
        return received && objection.customer() != null && objection.isNobodysOwn() ? "portal.case.nobodys-own" : null;
    }

    /** Whether it was refused for who filed it, and not for what its customer may do. */
    private boolean isForTheSender() {
        return objection.refusedFor() == RefusalReason.NOT_ENTITLED && letter.refuses();
    }

    /** The vendor that may go on being used while the one that replaces it is kept away; null where none is, or nothing is kept away. */
    private String staysInUse() {
        Proposal proposal = context.change().proposal();
        boolean exempted = letter == ObjectionEmail.AGREED && objection.state() == ObjectionState.EXEMPTED;
        boolean kept = exempted || letter.keepsAway() && !objection.isToBeAdmittedAnew();
        return kept && objection.customer() != null && proposal.kind() == ChangeKind.REPLACE
                ? proposal.replaces()
                : null;
    }

    /** The vendor that may no longer be used, where the one that replaces it may be from now on; null where none is. */
    private String replacedOver() {
        Proposal proposal = context.change().proposal();
        boolean letIn = letter.closes() || letter == ObjectionEmail.EXEMPTION_ENDED;
        return letIn && proposal.kind() == ChangeKind.REPLACE && !context.isForOthers() ? proposal.replaces() : null;
    }

    /** A refusal of what was not the customer's own, or of what kept it from objecting to what was amended, takes nothing from it: what it can still do, until when, and what an appeal makes of it. */
    private boolean sayOwnRight() {
        boolean added = letter == ObjectionEmail.ADDED;
        boolean toRefused = added && objection.state() == ObjectionState.REFUSED;
        Optional<RightAfterRefusal.OwnRight> right =
                toRefused || letter.refuses() || letter == ObjectionEmail.REFUSAL_FINAL
                        ? context.rights().ownRight()
                        : Optional.empty();
        right.ifPresent(own -> {
            model.put("ownRight", (own.amended() ? "portal.object.amended" : "portal.object.own") + word(own));
            model.put(
                    "ownUntil",
                    said(right.map(RightAfterRefusal.OwnRight::until).map(Deadline::lastDay)));
        });
        String adopts = adopts();
        boolean sender = letter == ObjectionEmail.REFUSED && isForTheSender();
        boolean only = sender && !objection.late() && !context.policy().groundsRequired();
        model.put("adopts", adopts);
        model.put("onAppeal", only ? "portal.appeal.adopts.only" : sender ? "portal.appeal.adopts.other" : null);
        boolean takesPlace = (toRefused || letter == ObjectionEmail.REFUSED) && right.isPresent();
        boolean joins = (added || letter.isReceipt()) && objection.canBecomeItsCustomers();
        if (takesPlace || joins) {
            model.put("place", joins ? "portal.object.joins" : "portal.object.own.place");
            model.put("placeOf", objection.reference());
        }
        if (letter.isReceipt()) {
            context.takesPlaceOf().ifPresent(replaced -> {
                model.put("replacing", replaced.takesNothing() ? "portal.case.place" : "portal.case.place.late");
                model.put("replacedCase", replaced.reference());
            });
        }
        return right.isPresent();
    }

    private static String word(RightAfterRefusal.OwnRight own) {
        return own.until() == null ? ".waiting" : own.late() ? ".late" : "";
    }

    /** The key of that what was agreed before stays, whatever becomes of this objection or of another one; null where nothing holds. */
    private String stays() {
        String exemption = exemptionStays();
        String safeguard = exemption == null ? safeguardStays() : null;
        boolean holds = safeguard != null
                && objection.customer() != null
                && context.beside().isOnSafeguard()
                && context.keptAway().isEmpty();
        return holds ? safeguard + model.get("modify") : exemption;
    }

    /** The key of that a safeguard stays, where one was agreed; null in letters that speak of none. */
    private String safeguardStays() {
        if (letter.saysWhatStands() || letter == ObjectionEmail.RECEIPT_AGAIN) {
            return "portal.case.safeguard";
        }
        if (letter == ObjectionEmail.AGREED) {
            return "portal.object.safeguard";
        }
        return letter.closes() ? "portal.case.safeguard.closed" : null;
    }

    private String exemptionStays() {
        if (letter.saysWhatStands()) {
            return context.keptAway()
                    .filter(by -> by == KeptAway.EXEMPTED)
                    .map(by -> "portal.case.exempted")
                    .orElse(null);
        }
        boolean runs = letter == ObjectionEmail.AGREED || letter == ObjectionEmail.EXEMPTION_ENDS;
        return runs && objection.state() == ObjectionState.EXEMPTED ? "portal.object.exempted" : null;
    }

    /** The day of the offer that the last one replaces; null for the first. */
    private String replaced() {
        return context.replacedOffer().map(ObjectionEmails::day).orElse(null);
    }

    /** The key of whether the customer hears when the change has taken effect; null where it is not closed with that still ahead. */
    private String told() {
        boolean closed = letter.closes() && objection.state() != ObjectionState.EXEMPTED;
        return closed ? "portal.next." + (context.isToldLater() ? "told" : "untold.mail") : null;
    }
}
