package fairnotice.web.connection;

import fairnotice.refusal.Phrase;
import fairnotice.web.RefusedBody;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.OutputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * One request after the other of a connection. A request is worked on in its turn; while it waits for more of its body, and from the first
 * byte of its answer on, it leaves its turn to others.
 */
final class BoundedExchange implements Adapter {

    private static final String BUSY = Phrase.of("refused.busy").english();

    private final Adapter application;
    private final Traffic traffic;

    private SocketWrapperBase<?> socket;
    private long served;

    private Request request;
    private InputBuffer body;
    private OutputBuffer answer;
    private Semaphore line;
    private boolean inTurn;
    private long largest;
    private long read;
    private long readWaited;
    private long written;
    private long writeWaited;
    private RefusedBody refused;

    BoundedExchange(Adapter application, Traffic traffic) {
        this.application = application;
        this.traffic = traffic;
    }

    void on(SocketWrapperBase<?> connection) {
        socket = connection;
    }

    void answerThrough(OutputBuffer connection) {
        answer = connection;
    }

    /** How many requests there were so far. */
    long served() {
        return served;
    }

    @Override
    public void service(Request asked, Response response) throws Exception {
        begin(asked);
        if (!takeTurn()) {
            refuse(response);
            return;
        }
        asked.setInputBuffer(new Body());
        response.setOutputBuffer(new Answer());
        socket.setWriteTimeout(traffic.silence().toMillis());
        try {
            application.service(asked, response);
        } finally {
            leaveTurn();
            asked.setInputBuffer(body);
            response.setOutputBuffer(answer);
        }
        discardRest();
    }

    private void begin(Request asked) {
        served++;
        request = asked;
        StatedType.dropIfUseless(asked);
        body = asked.getInputBuffer();
        line = traffic.line(asked.requestURI().toString());
        largest = traffic.settings().largest(asked.getContentType());
        read = 0;
        readWaited = 0;
        written = 0;
        writeWaited = 0;
        refused = null;
    }

    private boolean takeTurn() throws IOException {
        try {
            inTurn = line.tryAcquire(traffic.settings().inLine().toMillis(), TimeUnit.MILLISECONDS);
            return inTurn;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("The node stops", stopping);
        }
    }

    private void leaveTurn() {
        if (inTurn) {
            inTurn = false;
            line.release();
        }
    }

    private static void refuse(Response response) throws IOException {
        byte[] sentence = BUSY.getBytes(StandardCharsets.US_ASCII);
        response.setStatus(503);
        response.setContentType("text/plain");
        response.setContentLength(sentence.length);
        response.setHeader("Retry-After", "30");
        response.doWrite(ByteBuffer.wrap(sentence));
        response.action(ActionCode.CLOSE, null);
    }

    private final class Body implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler into) throws IOException {
            if (refused != null) {
                throw refused;
            }
            int got = isRead() || isHere() ? body.doRead(into) : waitFor(into);
            read += Math.max(got, 0);
            if (read > largest) {
                throw refusal(RefusedBody.tooLarge());
            }
            return got;
        }

        private int waitFor(ApplicationBufferHandler into) throws IOException {
            leaveTurn();
            int got;
            try {
                got = await(into);
            } catch (RefusedBody because) {
                takeTurn(); // to say so is work too
                throw because;
            }
            if (!takeTurn()) {
                throw refusal(RefusedBody.busy());
            }
            return got;
        }

        @Override
        public int available() {
            return body.available();
        }
    }

    private int await(ApplicationBufferHandler into) throws IOException {
        if (!traffic.awaitBody()) {
            throw refusal(RefusedBody.busy());
        }
        long begun = System.nanoTime();
        int got;
        try {
            socket.setReadTimeout(traffic.silence().toMillis());
            got = body.doRead(into);
        } catch (SocketTimeoutException silent) {
            throw refusal(RefusedBody.tooSlow());
        } finally {
            traffic.bodyCame();
            readWaited += System.nanoTime() - begun;
        }
        if (got >= 0 && traffic.pace().isMissed(read + got, readWaited)) {
            throw refusal(RefusedBody.tooSlow());
        }
        return got;
    }

    private RefusedBody refusal(RefusedBody because) {
        refused = because;
        request.setAttribute(RefusedBody.ATTRIBUTE, because);
        return because;
    }

    private boolean isRead() {
        AtomicBoolean all = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, all);
        return all.get();
    }

    /** Whether more of it has arrived, so that nobody need be waited for. */
    private boolean isHere() {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > 0;
    }

    private final class Answer implements OutputBuffer {

        @Override
        public int doWrite(ByteBuffer chunk) throws IOException {
            leaveTurn();
            int bytes = chunk.remaining();
            long begun = System.nanoTime();
            traffic.awaitAnswerTaken();
            socket.setWriteTimeout(traffic.silence().toMillis());
            int left;
            try {
                left = answer.doWrite(chunk);
            } finally {
                traffic.answerTaken();
            }
            written += bytes;
            writeWaited += System.nanoTime() - begun;
            if (traffic.pace().isMissed(written, writeWaited)) {
                throw new SocketTimeoutException("The answer was taken too slowly");
            }
            return left;
        }

        @Override
        public long getBytesWritten() {
            return answer.getBytesWritten();
        }
    }

    /** A client that still sends sees its answer only after it has sent; one that is slow, or sends far too much, does not. */
    private void discardRest() {
        if (isRead()) {
            return;
        }
        AtomicBoolean broken = new AtomicBoolean();
        request.action(ActionCode.IS_ERROR, broken);
        boolean worthIt = refused == null || refused.status().value() == 413;
        if (worthIt && !broken.get() && !request.hasExpectation() && !traffic.isCrowded()) {
            discard();
        }
        if (!isRead()) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private void discard() {
        ApplicationBufferHandler nobody = new Discarding();
        long most = traffic.settings().mostDiscarded();
        readWaited = 0;
        long before = read;
        try {
            while (!isRead() && read < most) {
                int got = isHere() ? body.doRead(nobody) : await(nobody);
                if (got < 0) {
                    return;
                }
                read += got;
                if (traffic.pace().hurried().isMissed(read - before, readWaited)) {
                    return;
                }
            }
        } catch (IOException | RefusedBody gone) {
            // its answer was sent; whether it is read is up to the client
        }
    }

    private static final class Discarding implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer filled) {
            buffer = filled;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // what is read is handed over in buffers of the connection
        }
    }

    @Override
    public boolean prepare(Request asked, Response response) throws Exception {
        return application.prepare(asked, response);
    }

    @Override
    public boolean asyncDispatch(Request asked, Response response, SocketEvent event) throws Exception {
        return application.asyncDispatch(asked, response, event);
    }

    @Override
    public void log(Request asked, Response response, long time) {
        application.log(asked, response, time);
    }

    @Override
    public void checkRecycled(Request asked, Response response) {
        application.checkRecycled(asked, response);
    }

    @Override
    public String getDomain() {
        return application.getDomain();
    }
}
