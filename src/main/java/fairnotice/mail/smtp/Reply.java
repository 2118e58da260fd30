package fairnotice.mail.smtp;

import fairnotice.mail.MessageState;

/** What the relay said to one message (RFC 5321, 4.2), in the words of {@link MessageState}. */
record Reply(MessageState state, String text) {

    static Reply accepted(String text) {
        return new Reply(MessageState.HANDED_OVER, text);
    }

    static Reply refused(String text) {
        return new Reply(MessageState.REFUSED, text);
    }

    static Reply deferred(String text) {
        return new Reply(MessageState.DEFERRED, text);
    }
}
