package fairnotice.ledger;

import fairnotice.refusal.Phrase;

/** What a check of the whole ledger found. */
public sealed interface Verification {

    /**
     * Nothing was changed, deleted, reordered or cut off before the anchor.
     *
     * @param erased how many values of changed fields were erased; of those the sealed digests alone were checked
     * @param head the end of the chain now; keep it elsewhere as the anchor of the next check
     */
    record Intact(long count, long erased, Head head) implements Verification {}

    /**
     * The first place where the ledger is not what was sealed.
     *
     * @param reason in a sentence
     */
    record Broken(long position, Phrase reason) implements Verification {}
}
