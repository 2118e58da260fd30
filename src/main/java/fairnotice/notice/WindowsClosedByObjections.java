package fairnotice.notice;

import java.util.Collection;
import java.util.Map;

/** Windows that a customer's own case has closed. Implemented by the room that knows the cases. */
public interface WindowsClosedByObjections {

    /** @return by the notice's id; without those that no case has closed */
    Map<Long, WindowClosing> of(Collection<Notice> notices);
}
