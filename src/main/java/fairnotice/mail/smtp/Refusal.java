package fairnotice.mail.smtp;

/** A message that the relay refused, and whose batch is not finished. */
public record Refusal(long batch, int ordinal, String address, String reply) {}
