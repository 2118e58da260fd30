package fairnotice.customer;

/** All contacts of all customers. */
public interface Contacts {

    /**
     * Gives a contact another address and raises its epoch, which revokes the links it was given.
     *
     * @return the customer it belongs to
     * @throws ContactNotCorrected when there is no such contact, or its customer has the address already
     */
    long correct(long contact, String email);
}
