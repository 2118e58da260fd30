package fairnotice.objection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An objection counts from its filing; one that was filed again after a final refusal, from its admission as a new one. */
public final class AdmittedAnew {

    private AdmittedAnew() {}

    /**
     * When it was admitted as a new one; empty for one that counts from its filing, and for one that was not admitted.
     *
     * @param before its customer's earlier ones to the same change, newest first
     * @param thread of the objection, which is read where it may say so
     */
    public static Optional<Instant> at(
            Objection objection, List<Objection> before, Supplier<List<ThreadMessage>> thread) {
        boolean onceAdmitted = before.stream()
                .filter(each -> !each.isRefusedForItsSender())
                .limit(1)
                .anyMatch(last -> last.isFollowedOnceAdmitted(objection.round()));
        if (!onceAdmitted || objection.again()) {
            return Optional.empty();
        }
        return thread.get().stream()
                .filter(message -> message.kind() == ThreadMessage.Kind.ADMITTED)
                .map(ThreadMessage::at)
                .findFirst();
    }
}
