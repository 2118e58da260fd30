package fairnotice.web.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What clients may take of this node. All durations are real time.
 *
 * @param atOnce requests worked on at once; each may take a database connection. One that waits for its client is none of them
 * @param inLine how long a request waits for its turn to be worked on before it is answered 503
 * @param bodies requests whose body is waited for at once; one more is answered 503. While there are more than half as many, clients are
 *     waited for a fifth as long
 * @param silence how long a client may send nothing of a body or of its headers, or take nothing of an answer
 * @param headers how long all headers of a request may take
 * @param grace how long a body or an answer may be waited for, all waits together, before its pace counts
 * @param pace what must arrive each second from then on, on the average
 * @param largest what is read of a body at most
 */
@ConfigurationProperties("fairnotice.requests")
record RequestSettings(
        int atOnce,
        @DefaultValue("10s") Duration inLine,
        @DefaultValue("400") int bodies,
        @DefaultValue("10s") Duration silence,
        @DefaultValue("10s") Duration headers,
        @DefaultValue("15s") Duration grace,
        @DefaultValue("8KB") DataSize pace,
        @DefaultValue("32MB") DataSize largest) {

    /** What Tomcat reads of a form without files. */
    private static final long LARGEST_FORM = 2L << 20;

    /** @throws IllegalArgumentException when nothing could ever be answered so */
    RequestSettings {
        if (atOnce < 1 || bodies < 1) {
            throw new IllegalArgumentException(
                    "fairnotice.requests needs at least one request at once and one body that may be waited for");
        }
    }

    long largest(String type) {
        boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
        return form ? Math.min(LARGEST_FORM, largest.toBytes()) : largest.toBytes();
    }

    /** A little more than is read: whoever sends slightly too much is to see the page that says so. */
    long mostDiscarded() {
        return largest.toBytes() + largest.toBytes() / 4;
    }
}
