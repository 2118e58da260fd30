package fairnotice.mailserver;

import java.util.Optional;

/** What the settings of this process say of one part; whoever connects to it reads them. */
public interface GivenServer {

    Part part();

    /** Empty where they name none, so that the browser may. */
    Optional<ServerInForce> server();
}
