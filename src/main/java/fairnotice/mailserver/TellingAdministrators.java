package fairnotice.mailserver;

import fairnotice.access.Actor;

/** Tells the administrators of all registers of a change of a mail server; whoever knows who they are and how they are written to does it. */
public interface TellingAdministrators {

    /**
     * In the caller's transaction. What waits is told through the relay that is in force until it is confirmed.
     *
     * @param server null where there is to be none
     * @param waits whether it waits for one of them
     * @param by who is not told
     */
    void tell(Part part, MailServer server, boolean waits, Actor by);
}
