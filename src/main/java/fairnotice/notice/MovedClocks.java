package fairnotice.notice;

import java.util.Collection;
import java.util.List;

/** Changes some of whose clocks started, stopped or moved, until their processes have been told. Each call joins the caller's transaction. */
public interface MovedClocks {

    void note(Collection<String> references);

    /** References of those that wait, in order. */
    List<String> waiting(int limit);

    /** Takes what waits of one change; what is noted meanwhile waits on. */
    void take(String reference);
}
