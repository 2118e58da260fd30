package fairnotice.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was bought, for how long, and pre-paid how much.
 *
 * @param externalId the customer's order number, unique for the customer
 * @param begins first day
 * @param ends last day, inclusive
 * @param prepaid in {@code currency}, never negative, at the currency's own minor unit
 * @param currency ISO 4217
 */
public record Order(
        String externalId, String product, LocalDate begins, LocalDate ends, BigDecimal prepaid, String currency) {}
