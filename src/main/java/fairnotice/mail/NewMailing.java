package fairnotice.mail;

/**
 * A mailing about to be opened.
 *
 * @param key names it once and for all: {@code OPSTICKET-2026-0007/1/announcement}; opening the same key again finds the first
 * @param about the reference it is about
 * @param sender address it comes from; {@code fromName} is shown beside it
 * @param replyTo address that answers go to and that is read
 * @param listId for the List-Id header (RFC 2919): {@code opsticket.fairnotice}
 * @param thread names the conversation it belongs to: what the same party gets in it at the same address is one thread; null for none
 * @param follows the conversation that its own goes on with; null for none
 */
public record NewMailing(
        String key,
        Kind kind,
        String about,
        String fromName,
        String sender,
        String replyTo,
        String listId,
        Email letter,
        String thread,
        Followed follows) {

    /** What one party got in another conversation: whoever got some of it at the same address gets this in the same thread. */
    public record Followed(String thread, long party) {}

    /** A mailing that begins no conversation and belongs to none. */
    public NewMailing(
            String key,
            Kind kind,
            String about,
            String fromName,
            String sender,
            String replyTo,
            String listId,
            Email letter) {
        this(key, kind, about, fromName, sender, replyTo, listId, letter, null, null);
    }

    /** The same in a conversation. */
    public NewMailing in(String conversation) {
        return new NewMailing(key, kind, about, fromName, sender, replyTo, listId, letter, conversation, follows);
    }

    /** The same, going on with what that party got in another conversation. */
    public NewMailing following(String conversation, long party) {
        return new NewMailing(
                key, kind, about, fromName, sender, replyTo, listId, letter, thread, new Followed(conversation, party));
    }
}
