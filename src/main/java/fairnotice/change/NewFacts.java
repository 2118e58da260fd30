package fairnotice.change;

import java.util.List;
import java.util.stream.Stream;

/**
 * What makes a change material whatever its proposer says, in words for the reviewer.
 *
 * @param changed facts that were stated otherwise before
 * @param disclosed facts that were not stated before; two of legal may certify that they are no news ({@link CorrectionRules})
 */
record NewFacts(List<String> changed, List<String> disclosed) {

    static final NewFacts NONE = new NewFacts(List.of(), List.of());

    List<String> all() {
        return Stream.concat(changed.stream(), disclosed.stream()).toList();
    }

    boolean areOnlyDisclosed() {
        return changed.isEmpty() && !disclosed.isEmpty();
    }
}
