package fairnotice.web.workspace.change;

import static fairnotice.web.workspace.Problems.text;

import fairnotice.change.Track;
import fairnotice.inbox.Completion;
import fairnotice.refusal.Refused;
import fairnotice.refusal.WrittenDay;
import fairnotice.web.workspace.Problems;
import org.apache.commons.lang3.EnumUtils;

/**
 * What somebody decides about a task, as typed. Days are as {@code <input type="date">} sends them.
 *
 * @param track empty for the table's
 * @param announceOn empty for at once
 */
record TaskForm(
        String outcome,
        String comment,
        String track,
        String announceOn,
        String soSince,
        String to,
        String servedOn,
        String proof,
        String contact) {

    static TaskForm blank() {
        return new TaskForm(null, null, "", null, null, null, null, null, null);
    }

    TaskForm announcedOn(String day) {
        return new TaskForm(outcome, comment, track, day, soSince, to, servedOn, proof, contact);
    }

    /** @throws Refused when nothing was chosen or something cannot be read */
    Completion completion() {
        if (outcome == null || outcome.isBlank()) {
            throw Refused.invalid("outcome", "refused.task.choose");
        }
        return new Completion(
                outcome,
                text(comment),
                EnumUtils.getEnum(Track.class, track),
                WrittenDay.typed("announceOn", announceOn),
                WrittenDay.typed("soSince", soSince),
                WrittenDay.typed("to", to),
                WrittenDay.typed("servedOn", servedOn),
                text(proof),
                Problems.id(contact),
                null,
                null,
                null);
    }
}
