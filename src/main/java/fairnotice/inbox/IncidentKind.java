package fairnotice.inbox;

import fairnotice.refusal.Phrase;
import java.util.Locale;

/** What is stuck, by what it takes to go on. */
public enum IncidentKind {
    /** A step of a process failed as often as it is tried. */
    STEP("said.incident.blocks.step"),
    /** Work in the background failed and was set aside. */
    WORKER("said.incident.blocks.worker"),
    /** Steps that were due are not taken. */
    JOBS("said.incident.blocks.jobs"),
    /** The relay is away. */
    RELAY("said.incident.blocks.relay"),
    /** The relay refuses a mailing as a whole. */
    HELD_MAIL("said.incident.blocks.held-mail"),
    /** Messages cannot be written. */
    UNWRITTEN_MAIL("said.incident.blocks.unwritten-mail"),
    /** What comes back by mail cannot be read. */
    MAILBOX("said.incident.blocks.mailbox"),
    /** A register says no address that answers go to. */
    REPLY_ADDRESS("said.incident.blocks.reply-address"),
    /** A customer that nobody can write to. */
    CONTACT("said.incident.blocks.contact"),
    CLOCK("said.incident.blocks.clock"),
    /** Some of the incidents could not be looked for. */
    UNREAD("said.incident.blocks.unread");

    private final String blocks;

    IncidentKind(String blocks) {
        this.blocks = blocks;
    }

    /** What does not go on meanwhile, as a sentence. */
    public String blocks() {
        return Phrase.of(blocks).said();
    }

    /** Whether whoever runs the system has to look; else it is work of the staff, as ordinary as a letter that comes back. */
    public boolean isOfSystem() {
        return this != CONTACT;
    }

    /** For machines: {@code held-mail}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
