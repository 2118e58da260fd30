package fairnotice.objection;

import fairnotice.register.ChangeKind;
import fairnotice.register.Settlement;
import java.util.Optional;

/** What an email says that comes next, by the end of its key. */
record NextSentence(ObjectionContext context, ObjectionEmail letter) {

    String key() {
        Objection objection = context.objection();
        if (letter == ObjectionEmail.MESSAGE && objection.isSettled()) {
            return "next.closed";
        }
        Optional<KeptAway> kept = letter.saysWhatFollows() ? context.keptAway() : Optional.empty();
        if (kept.isPresent()) {
            return "next." + kept.get().word();
        }
        if (letter == ObjectionEmail.WITHDRAWN && context.beside().isOnSafeguard()) {
            return "next.safeguard";
        }
        boolean lacksGrounds = objection.filing().grounds() == Grounds.NOT_GIVEN;
        if (letter == ObjectionEmail.RECEIPT_UNMATCHED
                && lacksGrounds
                && context.policy().groundsRequired()) {
            return "next.without-grounds";
        }
        if (letter == ObjectionEmail.ADDED && EmailKey.awaited(objection).isPresent()) {
            return "next." + objection.state();
        }
        if (letter == ObjectionEmail.STANDS && objection.customer() != null && objection.isNobodysOwn()) {
            return "next.unadopted";
        }
        if (letter.saysThatRefusalIsFinal() && objection.leavesAmended()) {
            return "next.amended";
        }
        if (letter.saysHowItIsAssessed() && context.canOnlyBeAdmitted()) {
            return "next.own";
        }
        if (objection.isToBeAdmittedAnew() && letter.saysWhatIsKeptAway()) {
            return "next.again";
        }
        if (letter.saysHowItIsAssessed() && objection.isAppealedForItsSender()) {
            return "next.sender";
        }
        if (letter.saysDataAfterEnd() && isDataAfterEndStated()) {
            return "next.stated";
        }
        return letter.saysEffect() && context.isInEffect() ? inEffect(objection) : ahead(objection);
    }

    private boolean isDataAfterEndStated() {
        return Optional.ofNullable(context.policy().settlement().termination())
                .map(Settlement.Termination::dataAfterEnd)
                .isPresent();
    }

    private String ahead(Objection objection) {
        if (letter == ObjectionEmail.AGREED && objection.isExemptedWithoutEnd()) {
            return "next.without-end";
        }
        boolean over = letter.namesNoticeEnd()
                && context.awaited() == Awaited.NOTICE
                && context.about().isNoticeOver();
        return over ? "next.ended" : "next";
    }

    private String inEffect(Objection objection) {
        if (letter == ObjectionEmail.AGREED && objection.state() == ObjectionState.EXEMPTED) {
            return "next.exempted";
        }
        if (objection.again() && letter.endsWithoutHavingStood()) {
            return "next.in-effect.again";
        }
        boolean modification = context.change().proposal().kind() == ChangeKind.MODIFY;
        return letter == ObjectionEmail.EXEMPTION_ENDED && modification ? "next.in-effect.MODIFY" : "next.in-effect";
    }
}
