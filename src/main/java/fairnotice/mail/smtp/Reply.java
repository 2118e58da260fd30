package fairnotice.mail.smtp;

import fairnotice.mail.MessageState;

/** What the relay said to one message (RFC 5321, 4.2), in the words of {@link MessageState}. @param about whom, when it is a refusal @param unwritten ours: there was no message to hand over */
record Reply(MessageState state, String text, About about, boolean unwritten) {

    static Reply accepted(String text) {
        return new Reply(MessageState.HANDED_OVER, text, About.RECIPIENT, false);
    }

    static Reply refused(String text) {
        return refused(text, About.RECIPIENT);
    }

    static Reply refused(String text, About about) {
        return new Reply(MessageState.REFUSED, text, about, false);
    }

    /** It counts as refused, since nobody has it, and is tried again, since no server has said no. */
    static Reply unwritten(String text) {
        return new Reply(MessageState.REFUSED, text, About.RECIPIENT, true);
    }

    static Reply deferred(String text) {
        return new Reply(MessageState.DEFERRED, text, About.RECIPIENT, false);
    }
}
