package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.register.ChangeKind;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every email about an objection names, and what its words alone decide, whatever lies around the objection. */
final class EmailFrame {

    private static final List<String> UNSAID = List.of(
            "others",
            "anotherUntil",
            "ownUntil",
            "placeOf",
            "stoppedOn",
            "acceptingReplaces",
            "finalDay",
            "finalObject");

    private EmailFrame() {}

    /** @param reference of the objection; of the change for what is no objection yet */
    static Map<String, Object> of(
            Register register,
            NoticePolicy policy,
            VendorChange change,
            String reference,
            ObjectionEmail letter,
            EmailFacts says) {
        boolean none = policy.remedy() == NoticePolicy.Remedy.NONE;
        Map<String, Object> model = new HashMap<>();
        model.put("publisher", register.name());
        model.put("replyTo", register.replyTo());
        model.put("letter", letter.word());
        model.put("first", "objection.letter." + letter.word() + ".first");
        model.put("opening", "objection.letter." + letter.word() + ".opening");
        model.put("reference", reference);
        model.put("change", change.reference());
        model.put("vendorName", change.proposal().subprocessor().name());
        model.put("date", says.until() == null ? "" : ObjectionEmails.day(policy, says.until()));
        model.put("zone", policy.zone().getId());
        model.put("binding", policy.binding());
        model.put("quote", says.quote() == null || says.quote().isBlank() ? null : says.quote());
        String modify = change.proposal().kind() == ChangeKind.MODIFY ? ".MODIFY" : "";
        model.put("modify", modify);
        model.put("missed", letter.promisesAnswer() ? "portal.case.until.missed" : null);
        model.put("rightStays", letter == ObjectionEmail.ANSWER_MISSED && !none);
        model.put("ifAdmitted", "portal.case.if-admitted" + (none ? ".NONE" : ""));
        model.put("answerWithin", policy.settlement().answerWithin());
        model.put("dates", says.dates().stream().map(dated -> dated.in(modify)).toList());
        model.put("startsTime", letter.startsTime());
        model.put("silence", letter.isOffer() ? "objection.letter.silence" + (none ? ".none" : "") : null);
        model.put("lost", none ? null : lostByAccepting(letter, says));
        Deadline offer = says.offerUntil();
        model.put("offerUntil", offer == null ? null : ObjectionEmails.lastDay(offer.lastDay(), offer.zone()));
        boolean speaksOfTermination =
                letter.isOffer() || says.offerUntil() != null || letter == ObjectionEmail.ANSWER_MISSED;
        model.put("refund", none || !speaksOfTermination ? null : "portal.refund." + policy.remedy());
        model.put(
                "noOffer",
                "objection.letter.no-offer" + (letter == ObjectionEmail.OFFER_MISSED ? ".missed" : "")
                        + (none ? ".none" : ""));
        model.put("cure", "EXEMPTION_WITHOUT_END".equals(says.cure()) ? says.cure() + modify : says.cure());
        model.put("awaited", Awaited.NOTICE);
        model.put("parted", false);
        model.put("next", "next");
        model.put("decides", "objection.letter.receipt-again.decides");
        model.put("closedIfFinal", "portal.final.closed" + (none ? ".NONE" : ""));
        UNSAID.forEach(each -> model.put(each, ""));
        return model;
    }

    /** The key of what an offer costs whoever accepts it; null in letters that are about none. */
    private static String lostByAccepting(ObjectionEmail letter, EmailFacts says) {
        if (letter == ObjectionEmail.AGREED) {
            return "objection.letter.lost." + Withdrawal.FILED;
        }
        return letter.isOffer() || letter == ObjectionEmail.CODE && says.cure() != null ? "portal.accept.lost" : null;
    }
}
