package fairnotice.access;

import fairnotice.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Makes and checks one-time codes; hashes them with the keys that sign links (HMAC-SHA256, RFC 2104). */
@Service
class HmacCodes implements OneTimeCodes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DIGITS = 8;
    private static final int BOUND = 100_000_000;
    /** Longer than any code with whatever stands between its digits. */
    private static final int LONGEST = 40;

    private final KeptCodes codes;
    private final SigningKeys keys;
    private final Clock clock;

    HmacCodes(KeptCodes codes, LinkKeys keys, Clock clock) {
        this.codes = codes;
        this.keys = new SigningKeys(keys, System::nanoTime);
        this.clock = clock;
    }

    @Override
    public String issue(String purpose, String act, long holder, String by) {
        KeptCodes.Asked asked = codes.askedThisHour(act, by);
        if (asked.codes() >= CODES_AN_HOUR) {
            throw CodeRules.tooManyAsked(asked);
        }
        if (codes.mailedThisHour(holder, purpose, by) >= CODES_TO_ONE_AN_HOUR) {
            throw Refused.conflict("refused.code.too-many-for-contact");
        }
        String code = String.format("%0" + DIGITS + "d", RANDOM.nextInt(BOUND));
        LinkKey key = keys.newest();
        codes.add(KeptCode.issued(purpose, act, holder, key.id(), hash(key, purpose, act, holder, code)), by, end());
        return code;
    }

    private Instant end() {
        return clock.instant().plus(Duration.ofMinutes(VALID_MINUTES)).truncatedTo(ChronoUnit.MINUTES);
    }

    @Override
    public Optional<Instant> validUntil(String act, long holder, String by) {
        return codes.statedUntil(act, holder, by);
    }

    @Override
    public Redeemed redeem(String act, String typed, String by) {
        String code = read(typed);
        KeptCodes.Tried tried = codes.attempt(act, by, kept -> isRight(kept, code));
        try {
            CodeRules.check(tried, by);
        } catch (Refused refused) {
            SecurityEvent.refused("code").fact("actor", by).log();
            throw refused;
        }
        if (!codes.redeem(tried.right().id())) {
            throw CodeRules.usedBefore();
        }
        return new Redeemed(tried.right().purpose(), tried.right().holder());
    }

    /** The digits of what was typed or pasted, of whatever script. */
    private static String read(String typed) {
        String text = typed == null || typed.length() > LONGEST ? "" : typed;
        StringBuilder digits = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .filter(c -> Character.getType(c) != Character.DASH_PUNCTUATION)
                .map(c -> Character.digit(c, 10))
                .forEach(digits::append);
        if (digits.length() != DIGITS || digits.indexOf("-") >= 0) {
            throw Refused.invalid("code", "refused.code.digits", DIGITS);
        }
        return digits.toString();
    }

    private boolean isRight(KeptCode kept, String code) {
        return keys.find(kept.key())
                .map(key -> hash(key, kept.purpose(), kept.act(), kept.holder(), code))
                .filter(hash -> MessageDigest.isEqual(hash, kept.hash()))
                .isPresent();
    }

    /** Over all the code is for, each part with its length in front, so that no two acts can read the same. */
    private static byte[] hash(LinkKey key, String purpose, String act, long holder, String code) {
        String said =
                "one-time code\n" + purpose.length() + ":" + purpose + act.length() + ":" + act + holder + ":" + code;
        return key.hmac(said.getBytes(StandardCharsets.UTF_8));
    }
}
