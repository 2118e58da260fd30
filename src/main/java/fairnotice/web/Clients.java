package fairnotice.web;

import fairnotice.limit.Client;
import jakarta.servlet.http.HttpServletRequest;

/** Who asks, as limits count and the security log tells it. */
public final class Clients {

    private Clients() {}

    /** By the address of the connection; by what a proxy says of it only where the proxy is one of {@code fairnotice.trusted-proxies}. */
    public static Client of(HttpServletRequest request) {
        return Client.at(request.getRemoteAddr());
    }
}
