package fairnotice.objection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message of an objection's thread.
 *
 * @param author an actor's id, as in the ledger
 * @param internal whether only staff see it
 * @param signed who wrote what staff have recorded in a case that was open already, as stated; null for every other message
 */
public record ThreadMessage(
        long id, Instant at, String author, Kind kind, boolean internal, String text, String signed) {

    ThreadMessage(long id, Instant at, String author, Kind kind, boolean internal, String text) {
        this(id, at, author, kind, internal, text, null);
    }

    /** What a message does. */
    public enum Kind {
        FILED,
        ADDED,
        ASKED,
        NOTE,
        ADMITTED,
        REFUSED,
        CONTESTED,
        OFFERED,
        REPLIED,
        REJECTED,
        ACCEPTED,
        WITHDRAWN,
        DECLINED,
        CLOSED,
        ELECTED,
        DISPUTED
    }

    /**
     * What it does in its thread, as its words are called: a refusal after an appeal is another reviewer's, and final unless it is for another reason.
     *
     * @param isFinal whether the objection was refused on appeal for good
     */
    public String deed(List<ThreadMessage> thread, boolean isFinal) {
        boolean appealed = thread.stream().anyMatch(earlier -> earlier.kind == Kind.CONTESTED && earlier.id < id);
        if (kind != Kind.REFUSED || !appealed) {
            return kind.name();
        }
        boolean last = thread.stream().noneMatch(later -> later.kind == Kind.REFUSED && later.id > id);
        return last && isFinal ? "REFUSED_AGAIN" : "REFUSED_ANEW";
    }

    /** Whether one of the customer's own contacts wrote it, with the link of its notice. */
    boolean isByContact() {
        return author.startsWith("customer:") && author.contains("/contact:");
    }

    public boolean isFromCustomer() {
        return author.startsWith("customer:") || author.startsWith("sender:");
    }

    /** Whether nobody said a word to the last offer in that thread. */
    static boolean isOfferUnanswered(List<ThreadMessage> thread) {
        return last(thread, Kind.OFFERED, Kind.REPLIED, Kind.REJECTED)
                .filter(message -> message.kind() == Kind.OFFERED)
                .isPresent();
    }

    /** Why no agreement could be found, in the words that legal wrote to the customer; null where the time for it ran out. */
    static String whyUnsettled(List<ThreadMessage> thread) {
        return last(thread, Kind.CLOSED).map(ThreadMessage::text).orElse(null);
    }

    private static Optional<ThreadMessage> last(List<ThreadMessage> thread, Kind... kinds) {
        return thread.stream()
                .filter(message -> List.of(kinds).contains(message.kind()))
                .reduce((earlier, later) -> later);
    }
}
