/**
 * Hands messages to the relay. {@link fairnotice.mail.smtp.Sender} runs one {@link fairnotice.mail.smtp.SmtpWorker} a connection; each owns
 * a batch by a {@link fairnotice.mail.smtp.Leases lease}, and waits for the {@link fairnotice.mail.smtp.OutcomeFlusher} to commit an
 * outcome before it hands over the next.
 */
package fairnotice.mail.smtp;
