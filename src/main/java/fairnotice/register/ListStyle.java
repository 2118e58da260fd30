package fairnotice.register;

/** How the public list is laid out. */
public enum ListStyle {
    /** Tables grouped in categories: vendor and entity, role, location, data accessed, posture. */
    CATEGORIES,
    /** One card a vendor with a location tag: purpose, data categories, location. */
    CARDS
}
