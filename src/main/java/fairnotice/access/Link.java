package fairnotice.access;

/**
 * What a signed link says.
 *
 * @param subject id of the thing it opens
 * @param holder id of the contact or subscriber it was given to
 * @param epoch the holder's epoch when it was signed; raising the holder's epoch revokes the link
 */
public record Link(LinkPurpose purpose, long subject, long holder, int epoch) {}
