package fairnotice.web.workspace.inbox;

import fairnotice.mail.MessageState;

/** A contact of a customer that was not reached. @param state of the last message to it; null when it was not written to */
public record Tried(String name, String email, MessageState state, boolean unconfirmed) {}
