package fairnotice.web.connection;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has Tomcat take requests in within bounds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RequestSettings.class)
class ConnectionConfiguration {

    /** Bytes; a megabyte a second to a client a tenth of a second away. */
    private static final int SEND_BUFFER = 128 * 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bounded(RequestSettings settings) {
        Traffic traffic = new Traffic(settings);
        return factory -> {
            factory.setProtocol(BoundedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                BoundedProtocol protocol = (BoundedProtocol) connector.getProtocolHandler();
                protocol.bound(traffic);
                // whoever asks first whether a body is wanted need not send one that is refused (RFC 9110, section
                // 10.1.1)
                protocol.setContinueResponseTiming("onRead");
                // what a client that reads nothing fills of the system's memory, times its connections
                protocol.setProperty("socket.txBufSize", String.valueOf(SEND_BUFFER));
            });
        };
    }
}
