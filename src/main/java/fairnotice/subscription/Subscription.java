package fairnotice.subscription;

import fairnotice.refusal.Language;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;

/**
 * What one address has to do with a register's notification list: it asked, confirmed, left, perhaps asked again.
 *
 * @param askedAt the last time it was asked for
 * @param countedFrom since when {@code asked} counts
 * @param confirmedAt null until the owner of the address has said yes
 * @param leftAt null unless the owner has left since
 * @param epoch raised on leaving, so that an old confirmation cannot bring anybody back
 * @param language of the page on which it was asked for last
 */
@RecordBuilder
public record Subscription(
        long id,
        String register,
        String email,
        Instant askedAt,
        Instant countedFrom,
        int asked,
        Instant confirmedAt,
        Instant leftAt,
        int epoch,
        Language language) {

    static final int ASKS_A_DAY = 3;
    static final Duration CONFIRMABLE = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    public boolean isOnList() {
        return confirmedAt != null && leftAt == null;
    }

    /** Whether another confirmation mail may go to the address. */
    boolean mayAsk(Instant now) {
        return !isOnList() && (asked < ASKS_A_DAY || isNewDay(now));
    }

    Subscription ask(Instant now) {
        boolean afresh = asked == 0 || isNewDay(now);
        return edit().askedAt(now)
                .countedFrom(afresh ? now : countedFrom)
                .asked(afresh ? 1 : asked + 1)
                .language(Language.spoken())
                .build();
    }

    /** @param given the epoch of the link that is used */
    boolean mayConfirm(int given, Instant now) {
        return given == epoch && !now.isAfter(askedAt.plus(CONFIRMABLE));
    }

    Subscription confirm(Instant now) {
        return edit().confirmedAt(now).leftAt(null).build();
    }

    Subscription leave(Instant now) {
        return edit().leftAt(now).epoch(epoch + 1).build();
    }

    private SubscriptionBuilder edit() {
        return SubscriptionBuilder.builder(this);
    }

    private boolean isNewDay(Instant now) {
        return !now.isBefore(countedFrom.plus(DAY));
    }
}
