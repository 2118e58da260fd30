package fairnotice.mail;

import fairnotice.access.Scope;
import java.util.List;
import java.util.Optional;

/** The mailings that wait because the relay refuses us; the same on every node. */
public interface HeldMailings {

    /** Those about something of these registers, held longest first; all where all are asked for. */
    List<HeldMailing> all(Scope within);

    Optional<HeldMailing> find(long mailing);

    /** All of these registers in one: the first with what the relay said of it, all messages that wait, and the next try of any. */
    default Optional<HeldMailing> together(Scope within) {
        return all(within).stream()
                .reduce((first, other) -> new HeldMailing(
                        first.mailing(),
                        first.about(),
                        first.since(),
                        first.reply(),
                        first.waiting() + other.waiting(),
                        first.nextTry().isBefore(other.nextTry()) ? first.nextTry() : other.nextTry()));
    }
}
