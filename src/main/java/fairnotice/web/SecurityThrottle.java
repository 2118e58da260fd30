package fairnotice.web;

import fairnotice.access.KnownDevices;
import fairnotice.limit.Client;
import fairnotice.limit.Limit;
import fairnotice.limit.Limits;
import fairnotice.limit.SignInLimits;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How often passwords and tokens may still be tried. A try is taken before anything is looked at, so that many at once are no more than one
 * after the other, and given back when it was right (decision record 15).
 */
@Component
class SecurityThrottle {

    private final Limits limits;
    private final SignInLimits signIn;
    private final KnownDevices devices;

    SecurityThrottle(Limits limits, SignInLimits signIn, KnownDevices devices) {
        this.limits = limits;
        this.signIn = signIn;
        this.devices = devices;
    }

    /** @param waits real time until the next may be made; none when this one may */
    record Try(List<Limit> taken, Duration waits) {}

    /** @param device what the browser keeps of an earlier sign-in; null for nothing */
    Try password(String username, Client client, String device) {
        List<Limit> asked = devices.recognise(username, device)
                .map(known -> signIn.known(username, known))
                .orElseGet(() -> signIn.unknown(username, client));
        return new Try(asked, limits.take(asked));
    }

    void giveBack(Try made) {
        limits.giveBack(made.taken());
    }

    /** @return real time until the client may be told again that a token is unknown; none when it may be now */
    Duration unknownToken(Client client) {
        return limits.take(signIn.token(client));
    }
}
