package fairnotice.notice;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.register.ChangeKind;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import org.springframework.stereotype.Service;

/** Which changes the published list still shows. */
@Service
class ListedChanges {

    private final RegisterVersions versions;

    ListedChanges(RegisterVersions versions) {
        this.versions = versions;
    }

    /** Not after it was withdrawn, nor when another change has taken the entry off the list. */
    boolean isStillInEffect(VendorChange change) {
        boolean listed = change.proposal().kind() == ChangeKind.REMOVE
                || versions.current(change.register()).entries().stream()
                        .anyMatch(entry -> RegisterVersion.sameName(
                                entry.name(), change.proposal().subprocessor().name()));
        return change.isPublished() && change.state() != ChangeState.WITHDRAWN && listed;
    }
}
