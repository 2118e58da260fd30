package fairnotice.notice;

import fairnotice.mail.MessageState;
import java.time.Instant;

/** What became of a notice's message to one contact. */
public record ContactOutcome(long notice, long contact, MessageState state, Instant at) {}
