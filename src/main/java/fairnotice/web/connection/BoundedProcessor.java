package fairnotice.web.connection;

import java.io.IOException;
import java.lang.reflect.Field;
import org.apache.coyote.OutputBuffer;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** One connection's requests. Headers that are not complete hold no thread, but a connection: they have a deadline as a whole. */
final class BoundedProcessor extends Http11Processor {

    private final BoundedExchange exchange;
    private final long headers;

    /** When the headers at hand began, or the request before them; 0 while there are none. */
    private long since;

    BoundedProcessor(BoundedProtocol protocol, BoundedExchange exchange, RequestSettings settings) {
        super(protocol, exchange);
        this.exchange = exchange;
        exchange.answerThrough(answer(this));
        this.headers = settings.headers().toNanos();
    }

    /** Tomcat offers no way to ask for it. */
    private static OutputBuffer answer(Http11Processor processor) {
        try {
            Field field = Http11Processor.class.getDeclaredField("outputBuffer");
            field.setAccessible(true);
            return (OutputBuffer) field.get(processor);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("This version of Tomcat writes its answers in another way", changed);
        }
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        if (since == 0) {
            since = System.nanoTime();
        }
        long served = exchange.served();
        exchange.on(socket);
        SocketState state = super.service(socket);
        if (state != SocketState.LONG) {
            since = 0;
        } else if (exchange.served() > served) {
            since = System.nanoTime();
        } else if (System.nanoTime() - since > headers) {
            since = 0;
            return SocketState.CLOSED;
        }
        return state;
    }
}
