package fairnotice.web.workspace.customer;

import fairnotice.customer.UnconfirmedChanges.Together;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.web.workspace.People;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Customers that were changed at once and wait to be confirmed, as pages and forms name them.
 *
 * @param by user names of who changed them, each once
 * @param changedBy the same as people read them
 */
public record ChangedTogether(
        Register register, List<String> by, String changedBy, Instant changedAt, long customers, long newest) {

    public static ChangedTogether of(Together together, Register register, People people) {
        TreeSet<String> by = new TreeSet<>(together.changedBy());
        return new ChangedTogether(
                register,
                List.copyOf(by),
                by.stream().map(people::named).collect(Collectors.joining(", ")),
                together.changedAt(),
                together.customers(),
                together.newest());
    }

    /** What a form holds; a link to it no numbers. */
    record Form(String register, List<String> by, String at, Long customers, Long newest) {

        /** @throws Refused when it is no form of ours */
        Together together() {
            if (register == null || by == null || at == null) {
                throw Refused.unknown("refused.unknown.changes");
            }
            try {
                return new Together(register, Set.copyOf(by), Instant.parse(at), orNone(customers), orNone(newest));
            } catch (DateTimeException e) {
                throw Refused.unknown("refused.unknown.changes");
            }
        }

        private static long orNone(Long number) {
            return number == null ? 0 : number;
        }
    }
}
