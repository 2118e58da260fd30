package fairnotice.objection;

import fairnotice.register.Settlement.Cure;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What legal offered to settle an objection.
 *
 * @param number 1 for the first of its objection
 * @param until for an exemption: its last day, in the policy's zone; null for one without end
 * @param by user name of who offered it
 */
public record Offer(int number, Cure cure, String text, LocalDate until, Instant offeredAt, String by) {}
