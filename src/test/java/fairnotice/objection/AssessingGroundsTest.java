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
        assertThat(assessing(Promise.in(ZoneOffset.UTC)).reasons(Cases.filed(false)))
                .containsExactly(GROUNDS, NOT_ENTITLED);
        assertThat(assessing(Promise.in(ZoneOffset.UTC)).reasons(Cases.filed(true)))
                .containsExactly(GROUNDS, NOT_ENTITLED, LATE);
    }

    @Test
    void where_none_are_asked_for_only_its_sender_or_its_time_can_be_wrong() {
        assertThat(assessing(Promise.in(ZoneOffset.UTC).withoutGrounds()).reasons(Cases.filed(false)))
                .containsExactly(NOT_ENTITLED);
        assertThat(assessing(Promise.in(ZoneOffset.UTC).withoutGrounds()).reasons(Cases.filed(true)))
                .containsExactly(NOT_ENTITLED, LATE);
    }

    private static AssessingGrounds assessing(Promise promise) {
        return new AssessingGrounds(null, null, Cases.file(promise.made()), null, null, null, null);
    }
}
