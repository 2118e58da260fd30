package fairnotice.register;

/** What this node remembers of registers, so that a page asks no database. */
public interface RegisterMemory {

    /** Takes in what other nodes changed. */
    void refresh();
}
