package fairnotice.customer;

/**
 * That a customer was added which may be one that is there already.
 *
 * @param externalId of the one that was there
 * @param name whether both have the same name, however it is written
 * @param address whether both have a contact with the same address
 */
public record Resemblance(String externalId, boolean name, boolean address) {}
