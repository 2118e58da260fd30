package fairnotice.change;

import java.util.List;

/**
 * What the table of tracks said.
 *
 * @param reason the rule that decided, in words
 * @param newFacts what makes the change material whatever its proposer said; facts that were not stated before say so
 */
public record Classification(Track track, String reason, List<String> newFacts) {

    /** The new facts in the language that is spoken. */
    public List<String> newFactsInWords() {
        return newFacts.stream().map(StoredFact::inWords).toList();
    }
}
