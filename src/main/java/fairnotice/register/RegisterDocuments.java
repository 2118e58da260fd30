package fairnotice.register;

/** Registers as files that people hand in and take away. */
public interface RegisterDocuments {

    /**
     * @param name of the file, as the complaint calls it
     * @throws fairnotice.refusal.Refused on the field {@code file}, saying where the file is wrong
     */
    RegisterFile read(String name, byte[] content);

    /** As {@link #read} takes it, and so does the folder of register files. What a line of the history refers to is left out. */
    String write(RegisterFile file);
}
