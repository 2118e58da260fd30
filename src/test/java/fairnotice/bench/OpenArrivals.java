package fairnotice.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * Requests that arrive at random moments at a given rate, whether or not earlier ones were answered, up to a number at once. Latency counts
 * from the moment a request was to arrive, so a server that falls behind cannot hide it. One thread on plain sockets, kept alive, so that
 * the client takes little of the machine it shares with the server.
 */
final class OpenArrivals {

    private static final int AT_ONCE = 200;
    private static final long SEED = 20260302;

    private final InetSocketAddress server;
    private final double rate;

    /** @param rate arrivals a second */
    OpenArrivals(int port, double rate) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.rate = rate;
    }

    /** Latencies in milliseconds, sorted. */
    record Latencies(double[] sorted, int refused) {

        double quantile(double q) {
            return sorted[(int) Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)];
        }
    }

    /** @param requests whole HTTP/1.1 requests; answers name their length, or come in chunks */
    Latencies send(Iterator<byte[]> requests, int count, IntPredicate accepted) throws IOException {
        try (Selector selector = Selector.open()) {
            return new Run(selector, requests, count, accepted).toTheEnd();
        }
    }

    private final class Run {

        private final Selector selector;
        private final Iterator<byte[]> requests;
        private final IntPredicate accepted;
        private final Random random = new Random(SEED);
        private final Queue<Connection> free = new ArrayDeque<>();
        private final double[] millis;
        private int connections;
        private int sent;
        private int answered;
        private int refused;

        Run(Selector selector, Iterator<byte[]> requests, int count, IntPredicate accepted) {
            this.selector = selector;
            this.requests = requests;
            this.accepted = accepted;
            this.millis = new double[count];
        }

        Latencies toTheEnd() throws IOException {
            double due = System.nanoTime() + gap();
            while (answered < millis.length) {
                long now = System.nanoTime();
                while (sent < millis.length && due <= now && mayStart()) {
                    connection().send(requests.next(), due);
                    sent++;
                    due += gap();
                }
                boolean waiting = sent < millis.length && mayStart();
                selector.select(waiting ? Math.max(1, (long) ((due - now) / 1e6)) : 1_000);
                for (SelectionKey key : selector.selectedKeys()) {
                    read((Connection) key.attachment());
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            Arrays.sort(millis);
            return new Latencies(millis, refused);
        }

        private double gap() {
            return -Math.log(1 - random.nextDouble()) / rate * 1e9;
        }

        private boolean mayStart() {
            return !free.isEmpty() || connections < AT_ONCE;
        }

        private Connection connection() throws IOException {
            if (free.isEmpty()) {
                connections++;
                return new Connection(selector, server);
            }
            return free.remove();
        }

        private void read(Connection connection) throws IOException {
            int status = connection.read();
            if (status == 0) {
                return;
            }
            millis[answered++] = (System.nanoTime() - connection.due) / 1e6;
            if (!accepted.test(status)) {
                refused++;
            }
            if (connection.isOpen()) {
                free.add(connection);
            } else {
                connections--;
            }
        }
    }

    private static final class Connection {

        private static final String LENGTH = "\r\ncontent-length:";

        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
        private double due;

        Connection(Selector selector, InetSocketAddress server) throws IOException {
            channel = SocketChannel.open(server);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        /** A request is small enough for the socket's buffer. */
        void send(byte[] request, double at) throws IOException {
            due = at;
            in.clear();
            if (channel.write(ByteBuffer.wrap(request)) != request.length) {
                throw new IOException("A request of " + request.length + " bytes did not fit at once");
            }
        }

        /** @return its status once the whole answer is there; 0 before */
        int read() throws IOException {
            boolean closed = channel.read(in) < 0;
            String answer = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
            int body = answer.indexOf("\r\n\r\n") + 4;
            String head = answer.substring(0, Math.max(0, body - 2)).toLowerCase(Locale.ROOT);
            boolean whole = body > 3 && isWhole(head, answer.substring(body));
            if (closed && !whole) {
                throw new IOException("The server closed a connection in the middle of an answer");
            }
            if (whole && head.contains("\r\nconnection: close\r\n")) {
                channel.close();
            }
            return whole ? Integer.parseInt(answer.substring(9, 12)) : 0;
        }

        private static boolean isWhole(String head, String body) {
            int at = head.indexOf(LENGTH);
            if (at < 0) {
                return body.endsWith("0\r\n\r\n");
            }
            int from = at + LENGTH.length();
            return body.length()
                    >= Integer.parseInt(
                            head.substring(from, head.indexOf("\r\n", from)).strip());
        }

        boolean isOpen() {
            return channel.isOpen();
        }
    }
}
