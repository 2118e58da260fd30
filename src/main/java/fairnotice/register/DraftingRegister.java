package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what administrators of all registers type of a register that there is not yet. Nothing of it is public. */
@Service
public class DraftingRegister {

    private static final int MOST = 20;

    private final RegisterDrafts drafts;
    private final Clock clock;

    DraftingRegister(RegisterDrafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    public List<RegisterDraft> all(Actor actor) {
        RegisterRules.onlyAdministrators(actor);
        return drafts.all();
    }

    /** @throws Refused when there is none of that id, or none any more */
    public RegisterDraft draft(long id, Actor actor) {
        RegisterRules.onlyAdministrators(actor);
        return drafts.find(id).orElseThrow(() -> Refused.unknown("refused.register.no-draft"));
    }

    /**
     * @return its id
     * @throws Refused when there are many already
     */
    @Transactional
    public long begin(RegisterDraft.Content content, Actor by) {
        RegisterRules.onlyAdministrators(by);
        if (drafts.all().size() >= MOST) {
            throw Refused.conflict("refused.register.too-many-drafts", MOST);
        }
        return drafts.add(content, by.id(), clock.instant());
    }

    /**
     * @param seen epoch of the draft that was looked at
     * @throws Refused when somebody saved it since
     */
    @Transactional
    public void save(long id, int seen, RegisterDraft.Content content, Actor by) {
        draft(id, by);
        if (!drafts.save(id, seen, content, by.id(), clock.instant())) {
            throw Refused.conflict("refused.register.draft-changed");
        }
    }

    @Transactional
    public void discard(long id, Actor by) {
        RegisterRules.onlyAdministrators(by);
        drafts.remove(id);
    }
}
