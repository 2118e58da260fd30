package fairnotice.objection;

import fairnotice.register.NoticePolicy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What an objection can be refused for. Where none is left, it can only be admitted. */
final class RefusalReasons {

    private RefusalReasons() {}

    /**
     * Where the promise asks for no grounds none can be wanting: an objection is then refused for who filed it or for when it came, never for
     * what it says. An appeal is refused for the reason that was appealed, as long as that is open: a refusal on appeal is final, and its customer could
     * answer no other.
     *
     * @param thread what was said in its case, read only where it matters
     */
    static List<RefusalReason> open(Objection objection, NoticePolicy policy, Supplier<List<ThreadMessage>> thread) {
        List<RefusalReason> open = open(objection, policy.groundsRequired(), thread);
        return objection.state() == ObjectionState.CONTESTED && open.contains(objection.refusedFor())
                ? List.of(objection.refusedFor())
                : open;
    }

    private static List<RefusalReason> open(
            Objection objection, boolean groundsRequired, Supplier<List<ThreadMessage>> thread) {
        return Arrays.stream(RefusalReason.values())
                .filter(reason -> switch (reason) {
                    case GROUNDS -> groundsRequired;
                    case NOT_ENTITLED -> !isGrantedToSender(objection) && !isAdopted(objection, thread);
                    case LATE -> objection.late();
                })
                .toList();
    }

    /** It came by the link of a notice; where that gives no right to object, what comes is a comment, and nobody assesses it. */
    static boolean isGrantedToSender(Objection objection) {
        return objection.filing().channel() == Channel.LINK;
    }

    /** An appeal is made by the link of one of the customer's contacts alone; so is what is added to its case as an objection. */
    static boolean isAdopted(Objection objection, Supplier<List<ThreadMessage>> thread) {
        return objection.contested()
                || thread.get().stream()
                        .anyMatch(message -> message.kind() == ThreadMessage.Kind.ADDED && message.isByContact());
    }
}
