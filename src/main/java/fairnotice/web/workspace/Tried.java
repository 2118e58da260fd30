package fairnotice.web.workspace;

import fairnotice.mail.MessageState;

/** A contact of a customer that was not reached. @param state of the last message to it; null when it was not written to */
record Tried(String name, String email, MessageState state, boolean unconfirmed) {}
