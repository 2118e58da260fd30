package fairnotice.change;

import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.ChangeKind;
import fairnotice.register.NoticePolicy;
import java.time.LocalDate;

/** What a reviewer may choose. */
final class ReviewRules {

    private ReviewRules() {}

    /**
     * A weaker track than the table's needs a reason and a second approval, which {@link Round} asks for. Where customers were promised a
     * notice it needs the policy's leave as well.
     *
     * @param given what the table said
     */
    static void trackMayBeChosen(NoticePolicy policy, ChangeKind kind, Track given, Track chosen, String comment) {
        TextRules rules = new TextRules();
        rules.refuseIf(chosen == Track.EXPEDITED && policy.expedited() == null, "track", "refused.review.no-exception");
        rules.refuseIf(chosen == Track.UNLISTED && given != Track.UNLISTED, "track", "refused.review.unlisted");
        if (chosen.isWeakerThan(given)) {
            rules.refuseIf(!policy.mayWeaken(kind), "track", "refused.review.no-weaker-track");
            rules.paragraph("comment", "refused.name.why-weaker", comment);
        }
        rules.orRefuse();
    }

    /** Customers were told of a stronger track before: a second person reads why it is weaker now. */
    static void weakeningIsExplained(Round round, Track chosen, String comment) {
        if (round.weakensAnnounced(chosen)) {
            new TextRules()
                    .paragraph("comment", "refused.name.why-weaker-than-announced", comment)
                    .orRefuse();
        }
    }

    /**
     * What the table called immaterial may bring a fact all the same, where it was asked under an earlier reading. A weaker track than a
     * notice is another matter: the table said what it is weaker than.
     */
    static void nothingNewUnannounced(Track chosen, Classification given, NewFacts facts) {
        boolean overlooked = chosen == Track.UNANNOUNCED
                && given.track() == Track.UNANNOUNCED
                && !facts.all().isEmpty();
        if (overlooked) {
            throw Refused.conflict("refused.review.owed-notice", String.join(", ", facts.all()));
        }
    }

    /** @param today in the register's zone */
    static void dayCanBePlanned(LocalDate announceOn, LocalDate today) {
        TextRules rules = new TextRules();
        PlannedDay.check(rules, "announceOn", announceOn, today, "refused.review.past-day", today);
        rules.orRefuse();
    }
}
