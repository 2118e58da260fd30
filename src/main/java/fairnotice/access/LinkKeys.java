package fairnotice.access;

import java.util.List;

/** The keys that sign and verify links, kept in the database. */
public interface LinkKeys {

    /** All keys, retired ones included, by id. */
    List<LinkKey> all();

    /**
     * Adds a key and retires those before it, committed at once whatever becomes of the caller's transaction, since links signed with it
     * leave the house. A key whose id was taken meanwhile is not added.
     */
    void add(LinkKey key);

    /** Seals those that are not sealed under the {@link RootKey} that is set; none where none is. @return their ids */
    List<Integer> sealAnew();
}
