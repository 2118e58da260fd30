package fairnotice.customer;

import java.util.List;

/**
 * One thing that an order is made of.
 *
 * @param externalId unique in its order
 * @param payments one for each invoice and period, in the order stated; their periods do not overlap
 */
public record OrderLine(String externalId, String description, Pricing pricing, List<Payment> payments) {

    public OrderLine {
        payments = List.copyOf(payments);
    }
}
