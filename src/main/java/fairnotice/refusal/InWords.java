package fairnotice.refusal;

/** A value that has words of its own in every language, and another form for machines. */
public interface InWords {

    /** In the language that is spoken. */
    String inWords();
}
