package fairnotice.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Who asks, as far as a network tells: an IPv4 address, or the first 64 bits of an IPv6 address, since one subscriber is given at least that
 * many (RFC 6177).
 *
 * @param network {@code 192.0.2.1} or {@code 2001:db8:0:0:0:0:0:0/64}; {@code unknown} where there is none
 */
public record Client(String network) {

    /** Literal addresses alone, so that no name is ever looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final int PREFIX = 8;

    /** @param address of the connection, as the container tells it; see {@code fairnotice.trusted-proxies} */
    public static Client at(String address) {
        String literal = address == null ? "" : address.split("%", 2)[0];
        if (!LITERAL.matcher(literal).matches()) {
            return new Client("unknown");
        }
        try {
            InetAddress parsed = InetAddress.getByName(literal);
            return new Client(parsed instanceof Inet6Address ? prefix(parsed.getAddress()) : parsed.getHostAddress());
        } catch (UnknownHostException e) {
            return new Client("unknown");
        }
    }

    private static String prefix(byte[] address) throws UnknownHostException {
        byte[] prefix = Arrays.copyOf(Arrays.copyOf(address, PREFIX), address.length);
        return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
    }
}
