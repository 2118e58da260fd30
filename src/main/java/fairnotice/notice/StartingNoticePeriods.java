package fairnotice.notice;

import fairnotice.mail.MailingOwner;
import fairnotice.mail.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Hearing what became of announcements, and starting, voiding or moving the clocks of the notices they belong to. */
@Service
class StartingNoticePeriods implements MailingOwner {

    private final RecalculatingNoticePeriods recounting;
    private final MovedClocks moved;

    StartingNoticePeriods(RecalculatingNoticePeriods recounting, MovedClocks moved) {
        this.recounting = recounting;
        this.moved = moved;
    }

    @Override
    public boolean owns(String mailingKey) {
        String last = mailingKey.substring(mailingKey.lastIndexOf('/') + 1);
        return last.startsWith(Occasion.ANNOUNCEMENT.word() + "-") && !last.endsWith("-news");
    }

    @Override
    public void heard(List<Outcome> outcomes) {
        moved.note(recounting.recount(outcomes.stream().map(ContactOutcome::of).toList()));
    }

    /** References found, for callers that only need to name them. */
    static Set<String> references(Collection<Notice> notices) {
        return notices.stream().map(Notice::reference).collect(Collectors.toSet());
    }
}
