package fairnotice.register.file;

import fairnotice.refusal.Phrase;

/** A register file that cannot be used; the message is one sentence that names the file and the field. */
class BadRegisterFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Phrase sentence;

    /** @param path of the field; empty for the whole */
    BadRegisterFile(String file, String path, Phrase complaint) {
        this(Phrase.of(
                "refused.register-file",
                file,
                path.isEmpty() ? complaint : Phrase.of("refused.register-file.at", path, complaint)));
    }

    private BadRegisterFile(Phrase sentence) {
        super(sentence.english());
        this.sentence = sentence;
    }

    Phrase sentence() {
        return sentence;
    }
}
