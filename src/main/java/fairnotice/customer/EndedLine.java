package fairnotice.customer;

import java.time.LocalDate;

/**
 * Something a customer has ended before its time, which it cannot end, and be refunded for, again.
 *
 * @param order the customer's order number
 * @param line id of a line; empty for the order as a whole, whatever lines it gets later
 * @param lastDay last day of use, inclusive, in the register's zone
 * @param by reference of the termination that ended it
 */
public record EndedLine(String order, String line, LocalDate lastDay, String by) {

    public boolean isWhole() {
        return line.isEmpty();
    }
}
