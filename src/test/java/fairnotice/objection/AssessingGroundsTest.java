package fairnotice.objection;

import static fairnotice.objection.RefusalReason.GROUNDS;
import static fairnotice.objection.RefusalReason.LATE;
import static fairnotice.objection.RefusalReason.NOT_ENTITLED;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.refusal.Phrase;
import fairnotice.register.Promise;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an objection can be refused for. */
class AssessingGroundsTest {

    @Test
    void a_promise_that_asks_for_grounds_lets_them_be_judged() {
        assertThat(assessing(Promise.in(ZoneOffset.UTC)).reasons(Cases.filedBy("ann@example.com", "<1@example.com>")))
                .containsExactly(GROUNDS, NOT_ENTITLED);
        assertThat(assessing(Promise.in(ZoneOffset.UTC)).reasons(Cases.filed(true)))
                .containsExactly(GROUNDS, LATE);
    }

    @Test
    void where_none_are_asked_for_only_its_sender_or_its_time_can_be_wrong() {
        assertThat(assessing(Promise.in(ZoneOffset.UTC).withoutGrounds())
                        .reasons(Cases.filedBy("ann@example.com", "<1@example.com>")))
                .containsExactly(NOT_ENTITLED);
        assertThat(assessing(Promise.in(ZoneOffset.UTC).withoutGrounds()).reasons(Cases.filed(true)))
                .containsExactly(LATE);
    }

    /** Its own notice said "You may object until". */
    @Test
    void who_filed_by_the_link_of_a_notice_that_grants_the_right_is_entitled() {
        AssessingGrounds judging = assessing(Promise.in(ZoneOffset.UTC));
        AssessingGrounds without = assessing(Promise.in(ZoneOffset.UTC).withoutGrounds());

        assertThat(judging.reasons(Cases.filed(false))).containsExactly(GROUNDS);
        assertThat(judging.obstacleToRefusing(Cases.filed(false))).isEmpty();
        assertThat(judging.obstacleToCallingNotEntitled(Cases.filed(false)).map(Phrase::english))
                .contains(
                        "It came by the link of the customer's own notice, which says that the customer may object: its sender is"
                                + " entitled.");
        assertThat(judging.obstacleToCallingNotEntitled(Cases.filedBy("ann@example.com", "<1@example.com>")))
                .isEmpty();
        assertThat(without.reasons(Cases.filed(false))).isEmpty();
        assertThat(without.obstacleToRefusing(Cases.filed(false)))
                .hasValueSatisfying(why -> assertThat(why.english())
                        .endsWith(
                                "its sender is entitled. This promise asks for no grounds, and the objection came in time. Admit"
                                        + " it and look for a resolution: without one it ends as not agreed."));
    }

    @Test
    void once_a_contact_has_appealed_or_objected_in_the_same_case_its_sender_is_no_reason_any_more() {
        AssessingGrounds judging = assessing(Promise.in(ZoneOffset.UTC));
        Objection filed = Cases.filedBy("ann@example.com", "<1@example.com>");
        Objection appealed =
                filed.refused(NOT_ENTITLED, "Unknown", "counsel", DUE, DUE).contested(DUE);
        String adopted =
                "A contact of the customer has appealed, or objected itself: the objection is the customer's own, whoever "
                        + "submitted it first.";

        assertThat(judging.reasons(appealed)).containsExactly(GROUNDS);
        assertThat(judging.obstacleToCallingNotEntitled(appealed).map(Phrase::english))
                .contains(adopted);
        said = List.of(new ThreadMessage(1, DUE, "customer:7", ThreadMessage.Kind.ADDED, false, "by email"));
        assertThat(judging.reasons(filed)).containsExactly(GROUNDS, NOT_ENTITLED);
        said = List.of(
                new ThreadMessage(1, DUE, "customer:7/contact:70", ThreadMessage.Kind.ASKED, false, "a question"));
        assertThat(judging.reasons(filed)).containsExactly(GROUNDS, NOT_ENTITLED);
        said = List.of(
                new ThreadMessage(1, DUE, "customer:7/contact:70", ThreadMessage.Kind.ADDED, false, "We object"));
        assertThat(judging.reasons(filed)).containsExactly(GROUNDS);
        assertThat(judging.obstacleToCallingNotEntitled(filed).map(Phrase::english))
                .contains(adopted);
    }

    private static final Instant DUE = Instant.parse("2026-12-05T11:00:00Z");

    private List<ThreadMessage> said = List.of();

    private AssessingGrounds assessing(Promise promise) {
        Threads threads = (Threads) Proxy.newProxyInstance(
                Threads.class.getClassLoader(), new Class<?>[] {Threads.class}, (proxy, method, args) -> said);
        return new AssessingGrounds(null, threads, Cases.contexts(promise.made()), null, null, null, null);
    }
}
