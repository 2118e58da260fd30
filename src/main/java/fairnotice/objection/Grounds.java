package fairnotice.objection;

/** Why somebody objects: one of a short list, beside the text. */
public enum Grounds {
    /** How the vendor protects personal data, its certificates, its breaches. */
    DATA_PROTECTION,
    /** Where the vendor is or processes, or how data gets there. */
    LOCATION,
    /** What the vendor is given is more than the purpose needs. */
    PURPOSE,
    /** The vendor competes with the customer or stands in conflict with it. */
    CONFLICT,
    /** A law or a contract that binds the customer forbids it. */
    OBLIGATION,
    OTHER,
    /** None yet: they may follow. */
    NOT_GIVEN
}
