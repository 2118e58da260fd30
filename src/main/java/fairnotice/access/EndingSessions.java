package fairnotice.access;

import fairnotice.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs a member of staff out elsewhere, from the next request on: they do so themselves, or an administrator of all registers does. */
@Service
public class EndingSessions {

    private final StaffSessions sessions;
    private final StaffEntries entries;

    EndingSessions(StaffSessions sessions, StaffEntries entries) {
        this.sessions = sessions;
        this.entries = entries;
    }

    /**
     * @param id see {@link OpenSession}; one that is over already is no error
     * @throws Refused when it is another's, and the actor is no administrator
     */
    @Transactional
    public void end(String username, String id, Actor by) {
        StaffRules.mayKeep(username, by);
        record(username, sessions.end(username, id), by);
    }

    /** @param current the cookie's id of the session that asks, which goes on; null where there is none, and all end */
    @Transactional
    public void endOthers(String current, Actor by) {
        record(by.id(), sessions.endOthers(by.id(), current), by);
    }

    /** @throws Refused when they are another's, and the actor is no administrator */
    @Transactional
    public void endAll(String username, Actor by) {
        StaffRules.mayKeep(username, by);
        record(username, sessions.endOthers(username, null), by);
    }

    private void record(String username, int ended, Actor by) {
        if (ended > 0) {
            entries.sessionsEnded(username, ended, by);
        }
    }
}
