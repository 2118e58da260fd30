package fairnotice.web.api;

import fairnotice.change.Classification;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.mail.Mailings;
import fairnotice.mail.MessageCounts;
import fairnotice.notice.ChangeDates;
import fairnotice.notice.FollowingClocks;
import fairnotice.notice.Notices;
import fairnotice.notice.Occasion;
import fairnotice.notice.Telling;
import fairnotice.objection.Objections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what is told of a change: its own row, its clocks, its notices and messages. */
@Component
class ChangeBodies {

    private final VendorChanges changes;
    private final FollowingClocks clocks;
    private final Notices notices;
    private final Mailings mailings;
    private final Objections objections;

    ChangeBodies(
            VendorChanges changes, FollowingClocks clocks, Notices notices, Mailings mailings, Objections objections) {
        this.changes = changes;
        this.clocks = clocks;
        this.notices = notices;
        this.mailings = mailings;
        this.objections = objections;
    }

    /** @throws fairnotice.refusal.Refused when there is no such change */
    ChangeBody of(String reference) {
        VendorChange change = changes.named(reference);
        Round round = change.round();
        Optional<Classification> classified = Optional.ofNullable(round.classification());
        Optional<ChangeDates> dates = clocks.dates(reference);
        return new ChangeBody(
                reference,
                change.register(),
                change.proposal().kind(),
                change.state(),
                round.number(),
                round.track(),
                classified.map(Classification::reason).orElse(null),
                classified.map(Classification::newFacts).orElse(List.of()),
                round.proposedBy(),
                round.proposedAt(),
                change.announcedAt(),
                dates.map(ChangeDates::objectionsCloseAt).orElse(null),
                dates.map(ChangeDates::noticeEndsAt).orElse(null),
                dates.map(ChangeDates::goLiveAt).orElse(null),
                change.soSince(),
                change.postponedTo(),
                change.publishedAt(),
                notices.counts(reference, round.number()),
                announcements(change),
                ChangeBody.ObjectionTotals.of(objections.counts(reference)),
                ProposedChange.of(change.proposal()));
    }

    /** Of the announcement alone, with those to customers that arrived later; not of reminders. */
    private MessageCounts announcements(VendorChange change) {
        String round = Telling.keyPrefix(change.reference(), change.round().number());
        return mailings.counts(round + Occasion.ANNOUNCEMENT.word() + "-");
    }
}
