package fairnotice.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Connections that say something at first and then a byte from time to time, or nothing; one that was closed is opened anew. */
final class Crowd implements AutoCloseable {

    private final int port;
    private final List<String> openings;
    private final int receiveBuffer;
    private final List<Socket> open = new ArrayList<>();
    private int opened;
    private int closedByServer;

    /**
     * @param openings what they say first, in turn
     * @param receiveBuffer bytes, 0 for the system's own
     */
    Crowd(int port, List<String> openings, int receiveBuffer) {
        this.port = port;
        this.openings = openings;
        this.receiveBuffer = receiveBuffer;
    }

    void grow(int size) {
        while (open.size() < size) {
            Socket socket = new Socket();
            try {
                if (receiveBuffer > 0) {
                    socket.setReceiveBufferSize(receiveBuffer);
                }
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
                say(socket, openings.get(opened % openings.size()));
                open.add(socket);
                opened++;
            } catch (IOException refused) {
                close(socket);
                return;
            }
        }
    }

    void drip(String bytes) {
        for (Iterator<Socket> each = open.iterator(); each.hasNext(); ) {
            Socket socket = each.next();
            try {
                if (receiveBuffer == 0 && isAnswered(socket)) {
                    throw new IOException("answered");
                }
                if (!bytes.isEmpty()) {
                    say(socket, bytes);
                }
            } catch (IOException closed) {
                closedByServer++;
                close(socket);
                each.remove();
            }
        }
    }

    /** Or closed. */
    private static boolean isAnswered(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException neither) {
            return false;
        }
    }

    private static void say(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    int size() {
        return open.size();
    }

    int closedByServer() {
        return closedByServer;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException nothingToDo) {
            // it is gone either way
        }
    }

    @Override
    public void close() {
        open.forEach(Crowd::close);
        open.clear();
    }
}
