package fairnotice.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Subjects;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentScopeTest {

    private static final Incident HERE = incident("OPSTICKET-2026-0007", "1");
    private static final Incident THERE = incident("SECURICOM-2026-0001", "2");
    private static final Incident OF_NONE = incident(null, "3");

    private static final List<Incident> ALL = List.of(HERE, THERE, OF_NONE);
    private static final Map<String, String> REGISTERS =
            Map.of("OPSTICKET-2026-0007", "opsticket", "SECURICOM-2026-0001", "securicom");

    private final Incidents source = new Incidents() {
        @Override
        public List<Incident> open() {
            return ALL;
        }

        @Override
        public Optional<Incident> find(String id) {
            return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public boolean retry(String id) {
            return retried.add(id);
        }
    };
    private final List<String> retried = new ArrayList<>();
    private final IncidentScope scope = new IncidentScope(new Known());
    private final ReadingIncidents reading = new ReadingIncidents(List.of(source), scope);
    private final RetryingStep retrying = new RetryingStep(List.of(source), scope, new Nowhere(), Clock.systemUTC());

    private static Incident incident(String reference, String id) {
        return new Incident(IncidentKind.STEP, "begin", reference, null, null, "cause", id, null);
    }

    private static Actor having(Role role, Scope scope) {
        return new Actor("gina", Map.of(role, scope));
    }

    @Test
    void an_incident_of_a_register_is_seen_where_the_role_is_held_and_one_of_none_by_who_holds_it_for_all() {
        assertThat(seen(having(Role.ADMIN, Scope.of("opsticket")))).containsExactly(HERE);
        assertThat(seen(having(Role.AUDITOR, Scope.of("securicom")))).containsExactly(THERE);
        assertThat(seen(having(Role.AUDITOR, Scope.of("opsticket", "securicom"))))
                .containsExactly(HERE, THERE);
        assertThat(seen(having(Role.ADMIN, Scope.ALL))).containsExactly(HERE, THERE, OF_NONE);
        assertThat(seen(having(Role.LEGAL, Scope.ALL))).isEmpty();
    }

    @Test
    void only_an_administrator_of_its_register_has_a_step_tried_again() {
        Actor admin = having(Role.ADMIN, Scope.of("opsticket"));

        assertThatCode(() -> retrying.retry("1", admin)).doesNotThrowAnyException();
        for (String foreign : List.of("2", "3", "nothing")) {
            assertThatThrownBy(() -> retrying.retry(foreign, admin))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("no longer waits");
        }
        assertThatThrownBy(() -> retrying.retry("1", having(Role.AUDITOR, Scope.ALL)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only administrators");
        assertThat(retried).containsExactly("1");
        assertThatCode(() -> retrying.retry("3", having(Role.ADMIN, Scope.ALL))).doesNotThrowAnyException();
    }

    @Test
    void the_button_is_for_who_may_press_it() {
        Actor both = new Actor("gina", Map.of(Role.ADMIN, Scope.of("opsticket"), Role.AUDITOR, Scope.ALL));

        assertThat(reading.open(both))
                .extracting(ReadingIncidents.Seen::mayRetry)
                .containsExactly(true, false, false);
    }

    private List<Incident> seen(Actor actor) {
        return reading.open(actor).stream().map(ReadingIncidents.Seen::incident).toList();
    }

    private static class Known implements Subjects {

        @Override
        public Optional<String> register(String subject) {
            return Optional.ofNullable(REGISTERS.get(subject));
        }

        @Override
        public Map<String, String> registers(Collection<String> subjects) {
            Map<String, String> found = new HashMap<>(REGISTERS);
            found.keySet().retainAll(subjects);
            return found;
        }
    }

    private static class Nowhere implements Ledger {

        @Override
        public void record(Entry entry) {}

        @Override
        public List<Recorded> about(String subject) {
            return List.of();
        }
    }
}
