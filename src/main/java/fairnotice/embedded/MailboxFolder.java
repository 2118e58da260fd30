package fairnotice.embedded;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Received messages, one {@code .eml} file each, so that a restart finds them; the oldest make room for new ones. Only who got them, and
 * the heads of those that were listed, are kept in memory.
 */
final class MailboxFolder implements Mailbox {

    private static final String DELIVERED_TO = "Delivered-To: ";
    private static final int MOST_SHOWN = 1_000;

    /** A message never changes, so its head is read once. */
    private static final class Filed {

        private final long number;
        private final Path file;
        private final String to;
        private volatile Headed head;

        private Filed(long number, Path file, String to) {
            this.number = number;
            this.file = file;
            this.to = to;
        }

        Path file() {
            return file;
        }

        String to() {
            return to;
        }

        /** None when it was thrown out meanwhile. */
        Stream<Headed> head() {
            try {
                if (head == null && Files.exists(file)) {
                    try (InputStream message = new BufferedInputStream(Files.newInputStream(file))) {
                        head = MailboxReading.head(message, number, to);
                    }
                }
                return Stream.ofNullable(head);
            } catch (IOException e) {
                throw new UncheckedIOException("The message " + file + " cannot be read", e);
            }
        }
    }

    private final Path folder;
    private final int most;
    private final Deque<Filed> newestFirst = new ArrayDeque<>();
    private long number;

    /** @param most how many messages are kept */
    MailboxFolder(Path folder, int most) {
        this.folder = folder;
        this.most = most;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".eml")).sorted().forEach(this::remember);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The mailbox " + folder + " cannot be used", e);
        }
    }

    synchronized void deliver(String to, byte[] raw) {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream(raw.length + 100);
            message.write((DELIVERED_TO + to.replaceAll("\\p{Cntrl}", "") + "\r\n").getBytes(StandardCharsets.UTF_8));
            message.write(raw);
            number++;
            Path file = folder.resolve("%012d.eml".formatted(number));
            Path part = folder.resolve("%012d.part".formatted(number));
            Files.write(part, message.toByteArray());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            add(new Filed(number, file, to));
        } catch (IOException e) {
            throw new UncheckedIOException("A message to " + to + " cannot be filed", e);
        }
    }

    @Override
    public List<Received> to(String address) {
        return matching(address).stream().flatMap(MailboxFolder::open).toList();
    }

    @Override
    public List<Headed> headed(String address) {
        return matching(address).stream().flatMap(Filed::head).toList();
    }

    @Override
    public Optional<Received> open(Headed message) {
        return matching(message.to()).stream()
                .filter(filed -> filed.number == message.number())
                .flatMap(MailboxFolder::open)
                .findFirst();
    }

    @Override
    public Optional<byte[]> enclosed(Received message, int number) {
        return matching(message.to()).stream()
                .filter(filed -> open(filed).anyMatch(message::equals))
                .findFirst()
                .flatMap(filed -> enclosed(filed, number));
    }

    private static Optional<byte[]> enclosed(Filed filed, int number) {
        try {
            return MailboxReading.enclosed(Files.readAllBytes(filed.file()), number);
        } catch (IOException e) {
            throw new UncheckedIOException("The message " + filed.file() + " cannot be read", e);
        }
    }

    private synchronized List<Filed> matching(String address) {
        return newestFirst.stream()
                .filter(filed -> address == null || filed.to().equalsIgnoreCase(address))
                .limit(MOST_SHOWN)
                .toList();
    }

    private void add(Filed filed) throws IOException {
        newestFirst.addFirst(filed);
        if (newestFirst.size() > most) {
            Files.deleteIfExists(newestFirst.removeLast().file());
        }
    }

    private void remember(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String first = reader.readLine();
            if (first != null && first.startsWith(DELIVERED_TO)) {
                long own = Long.parseLong(file.getFileName().toString().replaceAll("\\D", ""));
                number = Math.max(number, own);
                add(new Filed(own, file, first.substring(DELIVERED_TO.length())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** None when it was thrown out meanwhile. */
    private static Stream<Received> open(Filed filed) {
        try {
            return Files.exists(filed.file())
                    ? Stream.of(MailboxReading.read(Files.readAllBytes(filed.file()), filed.to()))
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The message " + filed.file() + " cannot be read", e);
        }
    }
}
