package fairnotice.notice;

import fairnotice.change.BeforeAndAfter;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.Round;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.mail.Kind;
import fairnotice.refusal.Phrase;
import fairnotice.register.ChangeKind;
import fairnotice.register.EntryFact;
import fairnotice.register.EntryField;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the letters about a change show to everybody alike; the templates under {@code templates/mail} name these values. */
final class EmailModel {

    private EmailModel() {}

    static Map<String, Object> of(
            Register register, NoticePolicy policy, VendorChange change, Round round, Kind kind, Occasion occasion) {
        Map<String, Object> model = new HashMap<>();
        model.put("publisher", register.name());
        model.put("why", kind == Kind.NEWSLETTER ? whyNews(register) : why(register, policy, occasion));
        model.put("register", register);
        model.put("policy", policy);
        model.put("binding", policy.binding());
        model.put("change", change);
        model.put("reference", change.reference());
        model.put("round", round.number());
        model.put("proposal", round.proposal());
        model.put("vendor", round.proposal().subprocessor());
        model.put("facts", facts(round.proposal(), occasion));
        model.put("vendorName", round.proposal().subprocessor().name());
        model.put("zone", policy.zone().getId());
        model.put("expedited", isExpedited(change, round, occasion));
        model.put("inUse", change.isPublished());
        model.put(
                "withdrawnOn",
                occasion == Occasion.WITHDRAWAL
                        ? day(change.updatedAt(), policy) + " (" + policy.zone().getId() + ")"
                        : "");
        model.put("outcomes", EffectOnCustomer.Outcome.values());
        model.put("steps", EffectOnCustomer.Step.values());
        model.put("modify", round.proposal().kind() == ChangeKind.MODIFY);
        model.put(
                "inUseSince",
                change.isPublished()
                        ? day(change.publishedAt(), policy) + " ("
                                + policy.zone().getId() + ")"
                        : "");
        return model;
    }

    /** How the vendor can be done without is no open choice any more once the change is in effect. */
    private static List<EntryFact> facts(Proposal proposal, Occasion occasion) {
        return EntryFact.forCustomers(proposal.subprocessor()).stream()
                .filter(fact -> occasion != Occasion.IN_EFFECT || fact.field() != EntryField.EXCLUSION)
                .toList();
    }

    /** What becomes of the entry. */
    static Map<String, Object> compared(BeforeAndAfter entry) {
        Map<String, Object> model = new HashMap<>();
        model.put("changed", entry.changed());
        model.put("replaced", entry.replaced());
        return model;
    }

    /**
     * The standard dates, for letters to those who have no notice of their own.
     *
     * @param at when the letter is made
     */
    static Map<String, Object> standard(NoticeDates dates, VendorChange change, Instant at) {
        return Map.of(
                "standardOver", dates.objectionsClose().isOverAt(at),
                "standardEnds", PersonalFields.day(dates.noticeEnds().lastDay()),
                "standardUse", PersonalFields.day(dates.earliestUse(dates, change.earliestGoLive())),
                "standardCloses", PersonalFields.day(dates.objectionsClose().lastDay()),
                "standardLate", Phrase.of("said.objecting.late").said(),
                "announcedOn",
                        change.announcedAt() == null
                                ? ""
                                : PersonalFields.day(LocalDate.ofInstant(
                                        change.announcedAt(), dates.noticeEnds().zone())));
    }

    /** Whether the change went first and its notices run, or this is one that is given after them. */
    private static boolean isExpedited(VendorChange change, Round round, Occasion occasion) {
        boolean given = occasion == Occasion.ANNOUNCEMENT && round.track() == Track.EXPEDITED;
        return change.isPublished() && (change.state() != ChangeState.PUBLISHED || given);
    }

    private static String whyNews(Register register) {
        return Phrase.of("said.why.news", register.name()).said();
    }

    private static String why(Register register, NoticePolicy policy, Occasion occasion) {
        String why = switch (occasion) {
            case ANNOUNCEMENT -> "said.why.notice";
            case IN_EFFECT -> "said.why.in-effect";
            default -> "said.why.about-notice";
        };
        return Phrase.of(why, register.name(), policy.clause()).said();
    }

    private static String day(Instant at, NoticePolicy policy) {
        return PersonalFields.day(LocalDate.ofInstant(at, policy.zone()));
    }
}
