package fairnotice.web.workspace.objection;

import fairnotice.attachment.Attachment;
import fairnotice.objection.Channel;
import fairnotice.objection.Grounds;
import fairnotice.objection.RecordingObjection;
import fairnotice.refusal.Refused;
import fairnotice.refusal.WrittenDay;
import fairnotice.web.workspace.Problems;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.EnumUtils;

/**
 * An objection that came otherwise, as typed.
 *
 * @param receivedAt as {@code <input type="datetime-local">} sends it, in the register's zone
 * @param orders order numbers, one a line
 * @param attachments where problems with files are told; they are handed in beside the form, under a name of their own
 */
record RecordingForm(
        String customer,
        String channel,
        String receivedAt,
        String sender,
        String organisation,
        String email,
        String grounds,
        String text,
        String orders,
        String attachments) {

    static RecordingForm blank() {
        return new RecordingForm(null, null, null, null, null, null, null, null, null, null);
    }

    /** @throws Refused when the time cannot be read */
    RecordingObjection.Came came(ZoneId zone, List<Attachment> files) {
        return new RecordingObjection.Came(
                customer,
                EnumUtils.getEnum(Channel.class, channel),
                instant(zone),
                Problems.text(sender),
                Problems.text(organisation),
                Problems.text(email),
                EnumUtils.getEnum(Grounds.class, grounds),
                Problems.text(text),
                numbers(),
                files);
    }

    /** A time that comes twice on that day, when clocks go back, is taken for the first, which favours the customer. */
    private Instant instant(ZoneId zone) {
        if (receivedAt == null || receivedAt.isBlank()) {
            return null;
        }
        LocalDateTime local = WrittenDay.local(receivedAt.strip().replace(' ', 'T'))
                .orElseThrow(() -> Refused.invalid("receivedAt", "refused.day-and-time", zone.getId()));
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw Refused.invalid("receivedAt", "refused.day-and-time.skipped", zone.getId());
        }
        return local.atZone(zone).toInstant();
    }

    private Set<String> numbers() {
        return orders == null
                ? Set.of()
                : orders.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toSet());
    }
}
