package fairnotice.change;

import fairnotice.register.ChangeKind;
import java.util.List;

/**
 * What {@code change-track.dmn} is asked with.
 *
 * @param material as proposed, or because of {@code newFacts}
 * @param expeditedAllowed whether the policy has an exception for security-critical changes
 * @param removalNeedsNotice whether the policy keeps a removed entry listed until a notice is over
 * @param noticePromised whether the policy promises a notice of material changes of that kind
 */
public record TrackFacts(
        ChangeKind kind,
        boolean personalData,
        boolean material,
        boolean securityCritical,
        boolean expeditedAllowed,
        boolean removalNeedsNotice,
        boolean noticePromised,
        List<String> newFacts) {}
