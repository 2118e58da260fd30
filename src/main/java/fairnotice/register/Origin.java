package fairnotice.register;

/** Whose word counts for a register's settings and its promise; the list is always the database's. */
public enum Origin {
    /** That of its file, which is read at each start. */
    FILE,
    /** That of the administrators, in the browser; a file of the same id is passed over. */
    HERE
}
