package fairnotice.demo;

import fairnotice.BuildFolder;
import fairnotice.MainOnly;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A demonstration with its customers and its history told, as {@code bin/run} gives it. Its clock moves, so that it runs among the stories,
 * and ends with its class.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "fairnotice.demo=on",
            "fairnotice.demonstration.data=true",
            "fairnotice.process.collect-tasks=1h",
            "logging.level.root=warn"
        })
@ContextConfiguration(initializers = MainOnly.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@Tag("story")
abstract class ToldDemo {

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) {
        Path folder = BuildFolder.fresh("demo");
        registry.add("fairnotice.data", folder::toString);
    }

    /** A port known before the start, since the links in mails carry it. */
    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            registry.add("server.port", () -> port);
        }
    }
}
