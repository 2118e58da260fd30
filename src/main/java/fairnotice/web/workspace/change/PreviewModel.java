package fairnotice.web.workspace.change;

import fairnotice.calendar.Days;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.mailserver.MailReadiness;
import fairnotice.notice.NoticePreview;
import fairnotice.notice.PreviewingNotices;
import fairnotice.refusal.Refused;
import fairnotice.refusal.WrittenDay;
import fairnotice.register.Register;
import fairnotice.web.workspace.Publishers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What will happen if a change is approved: who is told what, and when it binds. */
@Component
class PreviewModel {

    /** How many notices are shown; all are counted. */
    private static final int SHOWN = 100;

    private final PreviewingNotices foreseeing;
    private final Publishers publishers;
    private final MailReadiness mail;
    private final Clock clock;

    PreviewModel(PreviewingNotices foreseeing, Publishers publishers, MailReadiness mail, Clock clock) {
        this.foreseeing = foreseeing;
        this.publishers = publishers;
        this.mail = mail;
        this.clock = clock;
    }

    /** @param announceOn the day to foresee, as typed; empty for the day chosen, or at once */
    void fill(VendorChange change, String announceOn, Model model) {
        Register register = publishers.of(change.register());
        Instant at = announcement(change, announceOn, register);
        Track track = change.round().track();
        NoticePreview foreseen = foreseeing.foresee(register.id(), change.proposal(), track, at, SHOWN);
        model.addAttribute("foreseen", foreseen);
        model.addAttribute("foreseenAt", at);
        model.addAttribute("bindingDay", LocalDate.ofInstant(foreseen.bindingDate(), register.zone()));
        model.addAttribute("tells", track.isTold());
        model.addAttribute("mailMissing", track.isTold() ? mail.missing().orElse(null) : null);
    }

    private Instant announcement(VendorChange change, String announceOn, Register register) {
        LocalDate chosen = change.round().review() == null
                ? read(announceOn)
                : change.round().review().announceOn();
        Instant now = clock.instant();
        Instant morning = chosen == null ? now : Days.morning(chosen, register.zone());
        return morning.isAfter(now) ? morning : now;
    }

    /** A day that cannot be read is told beside its field; here it stands for at once. */
    private static LocalDate read(String announceOn) {
        try {
            return WrittenDay.typed("announceOn", announceOn);
        } catch (Refused unreadable) {
            return null;
        }
    }
}
