package fairnotice.web;

import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import java.util.Collection;
import java.util.List;

/** A promise as the public page says it; the same words where it is only foreseen. */
public record PromiseView(Register register) {

    public NoticePolicy policy() {
        return register.policy();
    }

    /** Plans, always in the same order. */
    public List<String> told() {
        return sorted(policy().audience().told());
    }

    /** Plans, always in the same order. */
    public List<String> mayObject() {
        return sorted(policy().audience().mayObject());
    }

    /** Keys of the words for the contacts that are written to. */
    public List<String> roleKeys() {
        return policy().audience().roles().stream()
                .map(role -> "site.policy.role." + role)
                .toList();
    }

    private static List<String> sorted(Collection<String> plans) {
        return plans.stream().sorted().toList();
    }
}
