package fairnotice.objection;

/** How an objection came. */
public enum Channel {
    /** Through the signed link in a notice. */
    LINK,
    /** Through the change's public page, by an address confirmed since. */
    PAGE,
    EMAIL,
    LETTER,
    TELEPHONE;

    /** Whether a member of staff writes it down. */
    public boolean isRecordedByStaff() {
        return this != LINK && this != PAGE;
    }
}
