package fairnotice.mail.smtp;

import fairnotice.mail.MessageState;

/** What the relay said to one message (RFC 5321, 4.2), in the words of {@link MessageState}. @param about whom, when it is a refusal */
record Reply(MessageState state, String text, About about) {

    static Reply accepted(String text) {
        return new Reply(MessageState.HANDED_OVER, text, About.RECIPIENT);
    }

    static Reply refused(String text) {
        return refused(text, About.RECIPIENT);
    }

    static Reply refused(String text, About about) {
        return new Reply(MessageState.REFUSED, text, about);
    }

    static Reply deferred(String text) {
        return new Reply(MessageState.DEFERRED, text, About.RECIPIENT);
    }
}
