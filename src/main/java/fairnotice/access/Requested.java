package fairnotice.access;

/** What one administrator asked for, and another has to confirm. */
public interface Requested {

    /** User name of who asked. */
    String askedBy();
}
