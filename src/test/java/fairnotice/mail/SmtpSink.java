package fairnotice.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A small real SMTP server on loopback that answers as a test wants. */
public final class SmtpSink implements AutoCloseable {

    /** A message it took. */
    record Taken(String from, List<String> to, String raw, int connection) {

        String header(String name) {
            String head = raw.substring(0, raw.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]+", " ");
            return head.lines()
                    .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final ServerSocket server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final boolean keeping;
    private volatile String offers = "250 OK";
    private volatile Function<String, String> senders = address -> "250 2.1.0 OK";
    private volatile Function<String, String> recipients = address -> "250 2.1.5 OK";
    private volatile Function<String, String> bodies = address -> "250 2.0.0 queued";

    public SmtpSink() {
        this(0, true);
    }

    /** @param keeping whether to keep what it takes, or only to count it */
    public SmtpSink(int port, boolean keeping) {
        this.keeping = keeping;
        try {
            server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public long accepted() {
        return accepted.get();
    }

    long connections() {
        return connections.get();
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** Each line that clients said before a message, of all connections. */
    public List<String> said() {
        return List.copyOf(said);
    }

    /** The reply to EHLO. */
    public SmtpSink offers(String reply) {
        offers = reply;
        return this;
    }

    /** The reply to each MAIL, by address; null drops the connection. */
    public SmtpSink senders(Function<String, String> reply) {
        senders = reply;
        return this;
    }

    /** The reply to each RCPT, by address; null drops the connection. */
    public SmtpSink recipients(Function<String, String> reply) {
        recipients = reply;
        return this;
    }

    /** The reply to each message once it is read, by address; null drops the connection. */
    public SmtpSink bodies(Function<String, String> reply) {
        bodies = reply;
        return this;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                int number = (int) connections.incrementAndGet();
                start(() -> talk(socket, number));
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket socket, int number) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Talk(new BufferedInputStream(socket.getInputStream(), 65536), socket.getOutputStream(), number).run();
        } catch (IOException e) {
            // The client went away, or the test closed this server.
        } finally {
            open.remove(socket);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Talk {

        private final InputStream in;
        private final OutputStream out;
        private final int number;
        private String from;
        private List<String> to = List.of();

        Talk(InputStream in, OutputStream out, int number) {
            this.in = in;
            this.out = out;
            this.number = number;
        }

        void run() throws IOException {
            say("220 sink");
            boolean on = true;
            while (on) {
                String line = line();
                on = line != null && answer(line);
            }
        }

        private boolean answer(String line) throws IOException {
            if (keeping) {
                said.add(line);
            }
            String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
            return switch (verb) {
                case "EHLO" -> say(offers);
                case "MAIL" -> {
                    from = address(line);
                    yield say(senders.apply(from));
                }
                case "RCPT" -> recipient(address(line));
                case "DATA" -> data();
                case "QUIT" -> say("221 bye") && false;
                default -> say("250 OK");
            };
        }

        private boolean recipient(String address) throws IOException {
            String reply = recipients.apply(address);
            to = reply != null && reply.startsWith("2") ? List.of(address) : List.of();
            return say(reply);
        }

        private boolean data() throws IOException {
            say("354 go");
            String raw = body();
            String reply = bodies.apply(to.isEmpty() ? "" : to.get(0));
            if (reply != null && reply.startsWith("2")) {
                accepted.incrementAndGet();
                if (keeping) {
                    taken.add(new Taken(from, to, raw, number));
                }
            }
            return say(reply);
        }

        private boolean say(String reply) throws IOException {
            if (reply == null) {
                return false;
            }
            out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return true;
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    return null;
                }
                line.write(b);
            }
            return line.toString(StandardCharsets.US_ASCII).strip();
        }

        private String body() throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream(16384);
            int state = 2;
            while (state < 5) {
                int b = in.read();
                if (b < 0) {
                    throw new IOException("closed in the middle of a message");
                }
                body.write(b);
                state = next(state, b);
            }
            return keeping ? undot(body.toString(StandardCharsets.ISO_8859_1)) : "";
        }

        private int next(int state, int b) {
            return switch (b) {
                case '\r' -> state == 3 ? 4 : 1;
                case '\n' -> state == 4 ? 5 : state == 1 ? 2 : 0;
                case '.' -> state == 2 ? 3 : 0;
                default -> 0;
            };
        }

        private String undot(String body) {
            return body.substring(0, body.length() - 3).replace("\r\n..", "\r\n.");
        }

        private static String address(String line) {
            return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        }
    }
}
