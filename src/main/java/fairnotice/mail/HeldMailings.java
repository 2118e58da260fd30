package fairnotice.mail;

import java.util.List;
import java.util.Optional;

/** The mailings that wait because the relay refuses us; the same on every node. */
public interface HeldMailings {

    /** Those held longest first. */
    List<HeldMailing> all();

    Optional<HeldMailing> find(long mailing);

    /** All in one: the first with what the relay said of it, all messages that wait, and the next try of any. */
    default Optional<HeldMailing> together() {
        return all().stream()
                .reduce((first, other) -> new HeldMailing(
                        first.mailing(),
                        first.since(),
                        first.reply(),
                        first.waiting() + other.waiting(),
                        first.nextTry().isBefore(other.nextTry()) ? first.nextTry() : other.nextTry()));
    }
}
