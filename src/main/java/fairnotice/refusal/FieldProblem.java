package fairnotice.refusal;

/**
 * What is wrong with one field.
 *
 * @param field as the form and the JSON name it: {@code subprocessor.location}; empty when it is about the whole
 * @param phrase what to do about it
 */
public record FieldProblem(String field, Phrase phrase) {

    /** In English. */
    public String sentence() {
        return phrase.english();
    }
}
