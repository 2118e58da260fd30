package fairnotice.web.connection;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 in which no client holds what others need; public for Tomcat, which makes it by its name. */
public final class BoundedProtocol extends Http11NioProtocol {

    private Traffic traffic;

    void bound(Traffic bounds) {
        traffic = bounds;
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedProcessor(this, new BoundedExchange(getAdapter(), traffic), traffic.settings());
    }
}
