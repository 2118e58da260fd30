package fairnotice.mail;

import java.util.Optional;

/** Whether this node can hand messages to the relay. What the relay refuses is told by {@link HeldMailings}. */
public interface RelayStanding {

    /** Since when the relay cannot be reached or turns every connection away; empty while it works, or nothing was to be sent. */
    Optional<RelayOutage> outage();
}
