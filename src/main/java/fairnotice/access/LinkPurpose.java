package fairnotice.access;

/** What a signed link is good for; a link of one purpose never opens another. */
public enum LinkPurpose {
    /** Subject: a notice; holder: a contact. */
    NOTICE,
    /** Subject and holder: a subscriber whose address is not yet confirmed. */
    CONFIRM_SUBSCRIPTION,
    /** Subject and holder: a subscriber. */
    SUBSCRIPTION
}
