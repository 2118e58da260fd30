package fairnotice.access;

import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step that is not for whoever took an earlier one in the same matter: a pair of steps for two people.
 *
 * @param roles any of which the step is for
 * @param group key of the same in words: "the legal group"
 * @param did key of what those who are barred did, after "You": "approved this refund"
 * @param wanted key of what is needed instead: "somebody else in finance must pay it"
 * @param singleHanded whether the only person who has one of the roles for the register may take both steps, where the publisher is set
 *     to be single-handed
 */
public record TwoPeople(Set<Role> roles, String group, String did, String wanted, boolean singleHanded) {

    /**
     * Why this person may not take the step; empty when the pair does not stand in the way. Whether their role allows the step is asked
     * elsewhere.
     *
     * @param barred user names of those who took the earlier step
     */
    public Optional<Phrase> obstacle(Actor actor, Collection<String> barred, String register, Colleagues colleagues) {
        if (!barred.contains(actor.id()) || isSingleHanded(actor, barred, register, colleagues)) {
            return Optional.empty();
        }
        Phrase obstacle = Phrase.of("refused.two-people", Phrase.of(did), Phrase.of(wanted));
        return Optional.of(
                vacancy(barred, register, colleagues).map(obstacle::and).orElse(obstacle));
    }

    /** @throws Refused with the obstacle */
    public void check(Actor actor, Collection<String> barred, String register, Colleagues colleagues) {
        obstacle(actor, barred, register, colleagues).ifPresent(phrase -> {
            throw Refused.notAllowed(phrase);
        });
    }

    /** Whether this person may take the step only because there is nobody else; the ledger and the evidence say so. */
    public boolean isSingleHanded(Actor actor, Collection<String> barred, String register, Colleagues colleagues) {
        return singleHanded
                && colleagues.singleHanded()
                && barred.contains(actor.id())
                && colleagues.having(roles, register).equals(List.of(actor.id()));
    }

    /** Whom the step waits for, when nobody who is there now may take it. */
    public Optional<Phrase> vacancy(Collection<String> barred, String register, Colleagues colleagues) {
        List<String> active = colleagues.having(roles, register);
        if (active.isEmpty()) {
            return Optional.of(Phrase.of("refused.two-people.nobody", Phrase.of(group)));
        }
        boolean somebody =
                !barred.containsAll(active) || singleHanded && colleagues.singleHanded() && active.size() == 1;
        return somebody
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        active.size() == 1 ? "refused.two-people.one" : "refused.two-people.more",
                        Phrase.of(group),
                        active.stream().map(colleagues::named).toList(),
                        Phrase.of(did)));
    }
}
