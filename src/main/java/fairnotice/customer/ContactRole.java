package fairnotice.customer;

/** What a contact is to its customer. */
public enum ContactRole {
    OWNER,
    PRIVACY,
    LEGAL,
    SECURITY,
    BILLING
}
