package fairnotice.register.file;

import fairnotice.refusal.Phrase;

/** A value that a field cannot have; the field is named by whoever asked for it. */
class UnfitValue extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 80;

    private final transient Phrase complaint;

    UnfitValue(Phrase complaint) {
        super(complaint.english());
        this.complaint = complaint;
    }

    /** @param key of what is said, with the value and whatever else is filled in. @param value as it was written */
    static UnfitValue of(String key, String value, Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        System.arraycopy(more, 0, all, 1, more.length);
        return new UnfitValue(Phrase.of(key, all));
    }

    Phrase complaint() {
        return complaint;
    }
}
