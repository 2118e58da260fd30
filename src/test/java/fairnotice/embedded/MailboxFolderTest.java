package fairnotice.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of messages opens none of them, and reads the head of each once. */
class MailboxFolderTest {

    @TempDir
    private Path data;

    @Test
    void a_list_knows_what_stands_in_the_heads_newest_first() {
        MailboxFolder folder = folder(
                delivered("ann@example.com", "=?utf-8?q?Gr=C3=BC=C3=9Fe?="),
                delivered("bob@example.com", "Two\r\n lines"));

        assertThat(folder.headed(null)).extracting(Headed::subject).containsExactly("Two lines", "Grüße");
        assertThat(folder.headed("ANN@example.com")).singleElement().satisfies(head -> {
            assertThat(head.to()).isEqualTo("ann@example.com");
            assertThat(head.date()).isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
            assertThat(head.headers()).containsEntry("List-Id", "<opsticket.news.fairnotice>");
            assertThat(folder.open(head)).map(Received::text).hasValue("Hello");
        });
    }

    @Test
    void no_list_reads_a_message_again_or_further_than_its_head() throws IOException {
        MailboxFolder folder = folder(delivered("ann@example.com", "One"), delivered("ann@example.com", "Two"));
        List<Headed> listed = folder.headed(null);
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        assertThat(folder.headed("ann@example.com")).isEqualTo(listed).hasSize(2);
        assertThat(folder.open(listed.get(0))).isEmpty();
        assertThat(folder.to("ann@example.com")).isEmpty();
    }

    @Test
    void a_restart_finds_them_under_the_same_numbers() {
        List<Headed> before = folder(delivered("ann@example.com", "One"), delivered("bob@example.com", "Two"))
                .headed(null);

        assertThat(folder().headed(null)).isEqualTo(before);
    }

    private record Delivered(String to, String subject) {}

    private static Delivered delivered(String to, String subject) {
        return new Delivered(to, subject);
    }

    private MailboxFolder folder(Delivered... messages) {
        MailboxFolder folder = new MailboxFolder(data, 10);
        for (Delivered each : messages) {
            folder.deliver(
                    each.to(),
                    ("From: x@example.com\r\nSubject: " + each.subject()
                                    + "\r\nDate: Mon, 2 Mar 2026 12:00:00 +0000\r\n"
                                    + "List-Id: <opsticket.news.fairnotice>\r\n\r\nHello")
                            .getBytes(StandardCharsets.UTF_8));
        }
        return folder;
    }
}
