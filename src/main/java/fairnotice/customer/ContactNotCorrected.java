package fairnotice.customer;

/** Why a contact keeps the address it has. */
public class ContactNotCorrected extends RuntimeException {
    public ContactNotCorrected(String sentence) {
        super(sentence);
    }
}
