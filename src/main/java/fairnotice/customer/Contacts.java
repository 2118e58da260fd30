package fairnotice.customer;

import fairnotice.refusal.Language;

/** All contacts of all customers. */
public interface Contacts {

    /**
     * Keeps others from changing customers of the register until the caller's transaction ends.
     *
     * @return the customer the contact belongs to
     * @throws ContactNotCorrected when there is no such contact
     */
    long lock(long contact);

    /**
     * Gives a contact another address and raises its epoch, which revokes the links it was given.
     *
     * @throws ContactNotCorrected when there is no such contact, or its customer has the address already
     */
    void correct(long contact, String email);

    /** Writes to it in that language from now on. @throws ContactNotCorrected when there is no such contact */
    void speak(long contact, Language language);
}
