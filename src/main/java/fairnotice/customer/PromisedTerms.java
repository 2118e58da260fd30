package fairnotice.customer;

import fairnotice.refusal.Language;
import java.time.Instant;

/** What a register promises every customer, to which negotiated terms are compared. Implemented by the room that gives the notices. */
public interface PromisedTerms {

    /** The promise in force; asked once for many customers. */
    Promise of(String register, Instant now);

    /** In which language its agreement is, and its contacts are written to at first. */
    default Language language(String register) {
        return Language.EN;
    }

    /** A promise. */
    interface Promise {

        /**
         * The terms without those that give less than it: a period that would end earlier, begun on any day of the coming year, or leave for a
         * security-critical change to go first where it gives none. The same where none does.
         */
        Terms withoutLess(Terms terms);
    }
}
