package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a machine a token with which it acts as a member of staff. Everybody makes their own alone: whoever made another's would act as two. */
@Service
public class IssuingToken {

    /** That one member has at once; more are a sign of something that makes them by itself. */
    static final int MOST = 50;

    private final ApiTokens tokens;
    private final StaffDirectory directory;
    private final AccountNotices notices;
    private final Ledger ledger;
    private final Clock clock;

    IssuingToken(ApiTokens tokens, StaffDirectory directory, AccountNotices notices, Ledger ledger, Clock clock) {
        this.tokens = tokens;
        this.directory = directory;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @return the token, to be shown once: it cannot be read again
     * @throws Refused with every problem of what was typed, or when the member has too many
     */
    @Transactional
    public ApiToken issue(NewToken asked, Actor by) {
        Staff staff = directory.findByUsername(by.id()).orElseThrow(() -> Refused.unknown("refused.unknown.user"));
        NewToken checked = asked.checked();
        if (tokens.of(staff.username()).stream().filter(token -> !token.over()).count() >= MOST) {
            throw Refused.conflict("refused.token.too-many", MOST);
        }
        ApiToken token = ApiToken.generated();
        tokens.add(token.digest(), staff.username(), checked);
        ledger.record(Entry.of("token.issued", "STAFF-" + staff.username(), by.id(), clock.instant())
                .with("token", checked.name())
                .with("days", checked.days())
                .with("readOnly", checked.readOnly() ? true : null)
                .with("roles", checked.within() == null ? null : HeldRoles.written(checked.within())));
        SecurityEvent.done("token-issued")
                .fact("actor", by.id())
                .fact("account", staff.username())
                .log();
        notices.tell(staff, AccountNotices.Event.TOKEN_MADE);
        return token;
    }
}
