package fairnotice.objection;

import static fairnotice.objection.RefusalReason.GROUNDS;
import static fairnotice.objection.RefusalReason.LATE;
import static fairnotice.objection.RefusalReason.NOT_ENTITLED;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.register.Promise;
import java.time.ZoneOffset;
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
        assertThat(judging.obstacleToCallingNotEntitled(Cases.filed(false)))
                .contains(
                        "It came by the link of the customer's own notice, which says that the customer may object: its sender is"
                                + " entitled.");
        assertThat(judging.obstacleToCallingNotEntitled(Cases.filedBy("ann@example.com", "<1@example.com>")))
                .isEmpty();
        assertThat(without.reasons(Cases.filed(false))).isEmpty();
        assertThat(without.obstacleToRefusing(Cases.filed(false)))
                .hasValueSatisfying(why -> assertThat(why)
                        .endsWith(
                                "its sender is entitled. This promise asks for no grounds, and the objection came in time. Admit"
                                        + " it and look for a resolution: without one it ends as not agreed."));
    }

    private static AssessingGrounds assessing(Promise promise) {
        return new AssessingGrounds(null, null, Cases.file(promise.made()), null, null, null, null);
    }
}
