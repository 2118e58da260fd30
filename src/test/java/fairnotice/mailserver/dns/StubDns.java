package fairnotice.mailserver.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;

/** A DNS server on loopback that knows what a test tells it; of all else it says that there is no such name. */
final class StubDns implements AutoCloseable {

    private static final int TTL = 1;

    private final DatagramSocket socket;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    StubDns() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "stub-dns");
        thread.setDaemon(true);
        thread.start();
    }

    StubDns text(String name, String... texts) throws IOException {
        Name of = Name.fromString(name + ".");
        records.put(
                key(of),
                Arrays.stream(texts)
                        .map(text -> (Record) new TXTRecord(of, DClass.IN, TTL, pieces(text)))
                        .toList());
        return this;
    }

    /** As a long text stands in a record: in strings of 255 characters at most. */
    private static List<String> pieces(String text) {
        return List.of(text.split("(?<=\\G.{200})"));
    }

    StubDns address(String name, String address) throws IOException {
        Name of = Name.fromString(name + ".");
        records.put(key(of), List.of(new ARecord(of, DClass.IN, TTL, InetAddress.getByName(address))));
        return this;
    }

    /** Says that it could not find out. */
    StubDns fails(String name) {
        silent.add(name);
        return this;
    }

    Resolver resolver() {
        SimpleResolver resolver = new SimpleResolver((InetSocketAddress) socket.getLocalSocketAddress());
        resolver.setTimeout(Duration.ofSeconds(2));
        return resolver;
    }

    private void serve() {
        byte[] bytes = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // closed, or no question
            }
        }
    }

    private Message answer(Message asked) {
        Message answer = new Message(asked.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        Record question = asked.getQuestion();
        answer.addRecord(question, Section.QUESTION);
        String name = key(question.getName());
        if (silent.contains(name)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (!records.containsKey(name)) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            records.get(name).stream()
                    .filter(record -> record.getType() == question.getType())
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        return answer;
    }

    private static String key(Name name) {
        return name.toString(true).toLowerCase();
    }

    @Override
    public void close() {
        socket.close();
    }
}
