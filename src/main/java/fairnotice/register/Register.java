package fairnotice.register;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One published list of sub-processors, with its notice policy, audience and branding.
 *
 * @param id as in addresses: "opsticket"
 * @param name of the publisher as customers know it: "OpsTicket"
 * @param prefix of its references: "OPSTICKET"
 * @param introduction plain-language lines above the list
 * @param sender address that notices come from
 * @param replyTo address that answers go to and that is read
 * @param archive where the history older than the page shows can be asked for; null where the page offers none
 * @param accent brand colour, "#rrggbb"
 * @param policy the version in force now
 * @param archivedAt since when nothing is proposed and nobody subscribes; null while it is in use
 */
@RecordBuilder
public record Register(
        String id,
        String name,
        String prefix,
        String title,
        List<String> introduction,
        ListStyle style,
        List<Category> categories,
        String sender,
        String replyTo,
        String archive,
        String accent,
        NoticePolicy policy,
        Instant archivedAt) {

    /** One that is in use. */
    public Register(
            String id,
            String name,
            String prefix,
            String title,
            List<String> introduction,
            ListStyle style,
            List<Category> categories,
            String sender,
            String replyTo,
            String archive,
            String accent,
            NoticePolicy policy) {
        this(id, name, prefix, title, introduction, style, categories, sender, replyTo, archive, accent, policy, null);
    }

    public ZoneId zone() {
        return policy.zone();
    }

    /** The same, archived at that moment; in use again where it is null. */
    public Register archived(Instant at) {
        return RegisterBuilder.builder(this).archivedAt(at).build();
    }

    /** This register under another policy. */
    public Register promising(NoticePolicy other) {
        return RegisterBuilder.builder(this).policy(other).build();
    }
}
