package fairnotice.access;

import fairnotice.refusal.Refused;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a member of staff is signed in: for themselves, and for administrators of all registers, since it tells where people work from. */
@Service
public class ReadingSessions {

    private final StaffSessions sessions;

    ReadingSessions(StaffSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * @param current the id in the cookie of the session that asks; null for none
     * @throws Refused when they are another's, and the actor is no administrator
     */
    @Transactional(readOnly = true)
    public List<OpenSession> of(String username, String current, Actor actor) {
        StaffRules.mayKeep(username, actor);
        return sessions.open(username, current);
    }

    /** Whether they may. */
    public boolean may(String username, Actor actor) {
        return StaffRules.keeps(username, actor);
    }
}
