package fairnotice.register;

/**
 * A register as the database has it now.
 *
 * @param epoch counts what was changed of it, so that nobody changes what they did not look at
 */
public record StoredRegister(Register register, Origin origin, int epoch) {

    /** Whether a file says what it is: what is changed here would not outlast the next start. */
    public boolean isOfFile() {
        return origin == Origin.FILE;
    }
}
