package fairnotice.mail;

import fairnotice.mail.smtp.QuickSockets;
import fairnotice.mail.smtp.SenderSettings;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * How many messages a second the sender hands over, each outcome committed, beside the ceiling measured in the same run: the same bytes
 * over as many raw connections of the same mail client, without any database. Arguments: connections (16), then numbers of messages.
 */
public final class MailBench {

    private static final int PAGE = 1_000;

    private MailBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 16;
        int[] sizes = arguments.length > 1 ? numbers(arguments) : new int[] {2_000, 10_000};
        try (SmtpSink sink = new SmtpSink(0, false);
                MailHouse house = new MailHouse(500)) {
            house.jdbc.sql("alter system set synchronous_commit = on").update();
            house.jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
            measure(house, sink, connections, 1_000);
            for (int n : sizes) {
                Figures figures = measure(house, sink, connections, n);
                System.out.printf(
                        Locale.ROOT,
                        "mail, %d messages of 10 KB on %d connections: %.0f messages/s; ceiling %.0f messages/s; ratio %.2f%n",
                        n,
                        connections,
                        figures.ours(),
                        figures.ceiling(),
                        figures.ours() / figures.ceiling());
            }
        }
        System.exit(0);
    }

    private record Figures(double ours, double ceiling) {}

    private static Figures measure(MailHouse house, SmtpSink sink, int connections, int n) throws InterruptedException {
        double ceiling = ceiling(sink, connections, n);
        return new Figures(ours(house, sink, connections, n), ceiling);
    }

    private static double ours(MailHouse house, SmtpSink sink, int connections, int n) throws InterruptedException {
        long mailing = announce(house, n);
        long before = sink.accepted();
        long start = System.nanoTime();
        SenderSettings settings = MailHouse.settings(connections, 500, Duration.ofSeconds(10));
        var sender = house.sender(sink.port(), settings, house.outbox);
        while (house.jdbc
                .sql("select exists (select from mail_batch where mailing = :id and done_at is null)")
                .param("id", mailing)
                .query(Boolean.class)
                .single()) {
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        sender.stop();
        if (sink.accepted() - before != n) {
            throw new IllegalStateException(sink.accepted() - before + " messages arrived instead of " + n);
        }
        return n / seconds;
    }

    private static long announce(MailHouse house, int n) {
        Email letter = new Email("A change for {{customer}}", words(3_500), "<p>" + words(5_000) + "</p>");
        long mailing =
                house.mailings.open(MailHouse.letter("bench-" + n + "-" + System.nanoTime(), Kind.CONTRACTUAL, letter));
        List<Outgoing> all = MailHouse.recipients(n);
        for (int from = 0; from < n; from += PAGE) {
            house.mailings.append(mailing, all.subList(from, Math.min(n, from + PAGE)));
        }
        house.mailings.seal(mailing);
        return mailing;
    }

    private static String words(int length) {
        return "Dear {{name}}, see {{base}}/n/{{token}}.\n"
                + "We plan to use one more sub-processor.\n".repeat(length / 39);
    }

    private static double ceiling(SmtpSink sink, int connections, int n) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(n);
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> raw(sink.port(), left));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return n / ((System.nanoTime() - start) / 1e9);
    }

    private static void raw(int port, AtomicInteger left) {
        try {
            Session session = quickSession();
            SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
            transport.connect("127.0.0.1", port, null, null);
            Address[] to = {new InternetAddress("person@example.com")};
            MimeMessage message = new Streamed(session, 10 * 1024);
            while (left.getAndDecrement() > 0) {
                transport.sendMessage(message, to);
            }
            transport.close();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Session quickSession() {
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", new QuickSockets());
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.from", "notices@publisher.example");
        return Session.getInstance(properties);
    }

    private static int[] numbers(String[] arguments) {
        int[] numbers = new int[arguments.length - 1];
        for (int i = 1; i < arguments.length; i++) {
            numbers[i - 1] = Integer.parseInt(arguments[i]);
        }
        return numbers;
    }

    private static final class Streamed extends MimeMessage {

        private final byte[] bytes;

        Streamed(Session session, int size) {
            super(session);
            String header = "From: notices@publisher.example\r\nTo: person@example.com\r\nSubject: s\r\n\r\n";
            bytes = (header + ("x".repeat(74) + "\r\n").repeat(size / 76)).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            out.write(bytes);
        }
    }
}
