package fairnotice.web.api;

import fairnotice.change.Classification;
import fairnotice.change.Proposal;
import fairnotice.change.Round;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.mail.Mailings;
import fairnotice.mail.MessageCounts;
import fairnotice.notice.ChangeDates;
import fairnotice.notice.Dispatch;
import fairnotice.notice.Notices;
import fairnotice.notice.Occasion;
import fairnotice.notice.ReadingNoticePeriods;
import fairnotice.objection.Objections;
import fairnotice.register.ChangeKind;
import fairnotice.register.Subprocessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts together what is told of a change: its own row, its clocks, its notices and messages. */
@Component
class ChangeBodies {

    private final VendorChanges changes;
    private final ReadingNoticePeriods clocks;
    private final Notices notices;
    private final Mailings mailings;
    private final Objections objections;
    private final MessageSource messages;

    ChangeBodies(
            VendorChanges changes,
            ReadingNoticePeriods clocks,
            Notices notices,
            Mailings mailings,
            Objections objections,
            MessageSource messages) {
        this.changes = changes;
        this.clocks = clocks;
        this.notices = notices;
        this.mailings = mailings;
        this.objections = objections;
        this.messages = messages;
    }

    /** @throws fairnotice.refusal.Refused when there is no such change */
    ChangeBody of(String reference) {
        VendorChange change = changes.getByReference(reference);
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
                toCheck(change.proposal()),
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

    /** The sentence of the review. */
    private String toCheck(Proposal proposal) {
        Subprocessor entry = proposal.subprocessor();
        boolean kept = proposal.kind() == ChangeKind.MODIFY && entry.excludable() && entry.exclusion() != null;
        return kept
                ? messages.getMessage(
                        "workspace.review.kept", new Object[] {entry.exclusion(), entry.name()}, Locale.ENGLISH)
                : null;
    }

    /** Of the announcement alone, with those to customers that arrived later; not of reminders. */
    private MessageCounts announcements(VendorChange change) {
        String round = Dispatch.keyPrefix(change.reference(), change.round().number());
        return mailings.counts(round + Occasion.ANNOUNCEMENT.word() + "-");
    }
}
