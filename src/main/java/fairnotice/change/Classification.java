package fairnotice.change;

import fairnotice.refusal.KeptPhrase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the table of tracks said.
 *
 * @param reason the rule that decided, in English
 * @param newFacts what makes the change material whatever its proposer said, in English; facts that were not stated before say so
 */
public record Classification(Track track, String reason, List<String> newFacts) {

    private static final String[] RULES = {
        "said.rule.NoPersonalData",
        "said.rule.RemovalAtOnce",
        "said.rule.RemovalAfterNotice",
        "said.rule.NotMaterial",
        "said.rule.SecurityCritical",
        "said.rule.SecurityCriticalNoException",
        "said.rule.NoticeNotPromised",
        "said.rule.Notice"
    };

    /** The rule in the language that is spoken. */
    public String reasonInWords() {
        return keptReason(reason);
    }

    /** The same of one that the ledger keeps. */
    public static String keptReason(String kept) {
        return KeptPhrase.inWords(kept, RULES);
    }

    /** The new facts in the language that is spoken. */
    public List<String> newFactsInWords() {
        return newFacts.stream().map(StoredFact::inWords).toList();
    }

    /** The same of those that the ledger keeps. */
    public static String keptFacts(String kept) {
        return Stream.of(kept.split(", ")).map(StoredFact::inWords).collect(Collectors.joining(", "));
    }
}
