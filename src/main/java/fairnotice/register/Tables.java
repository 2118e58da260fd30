package fairnotice.register;

/** Reads tables that people paste or hand in. */
public interface Tables {

    /**
     * Cells with tabs, semicolons, commas or bars between them, quoted as spreadsheets do it.
     *
     * @throws fairnotice.refusal.Refused on the field {@code table}
     */
    Table read(String text);

    /** The text of a file: in UTF-8 or UTF-16 with or without their mark, else in Windows-1252. */
    String text(byte[] file);
}
