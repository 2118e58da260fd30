package fairnotice.objection;

import java.util.Optional;

/** Drafts of objections: one for each contact of a customer and notice. Ages are counted in real time. */
public interface ObjectionDrafts {

    /** Days after which a draft that nobody went on with is not shown any more, and deleted. */
    int KEPT_DAYS = 14;

    /**
     * In the place of the one before.
     *
     * @return whether it is kept; nothing is for a contact that is not on file any more
     */
    boolean save(long notice, long contact, ObjectionDraft draft);

    Optional<ObjectionDraft> find(long notice, long contact);

    void discard(long notice, long contact);

    /** Deletes some of those that are too old. */
    void forgetOld();
}
