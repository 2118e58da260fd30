package fairnotice.bench;

import fairnotice.BuildFolder;
import fairnotice.mail.SmtpSink;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Customers who confirm the receipt of one and the same notice, by open arrivals, as after an announcement. Receipt starts each one's clock
 * there, so that every confirmation moves a clock: the costly case.
 */
public final class ReceiptBench {

    private static final int RATE = 100;
    private static final String REGISTER = "receipts";

    private final House house;
    private final JdbcClient jdbc;

    private ReceiptBench(House house) {
        this.house = house;
        this.jdbc = house.bean(JdbcClient.class);
    }

    /** @param sizes how many have confirmed after each measurement, growing; 500 and 2500 unless told */
    public static void main(String[] sizes) throws Exception {
        try (SmtpSink sink = new SmtpSink(0, false);
                House house = new House(sink.port(), register().toString())) {
            new ReceiptBench(house)
                    .measure(Stream.of(sizes.length > 0 ? sizes : new String[] {"500", "2500"})
                            .mapToInt(Integer::parseInt)
                            .toArray());
        }
        System.exit(0);
    }

    /** OpsTicket's promise, but for what starts a notice. */
    private static Path register() throws Exception {
        Path folder = BuildFolder.fresh("bench-registers");
        try (InputStream original = ReceiptBench.class.getResourceAsStream("/registers/opsticket.yml")) {
            String file = new String(original.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("(?m)^id: .*$", "id: " + REGISTER)
                    .replaceFirst("(?m)^prefix: .*$", "prefix: RECEIPTS")
                    .replaceFirst("from: sent", "from: received\n    presumedReceivedAfter: 3 days");
            Files.writeString(folder.resolve(REGISTER + ".yml"), file);
        }
        return folder;
    }

    private void measure(int[] sizes) throws Exception {
        house.customers(REGISTER, 0, sizes[sizes.length - 1]);
        String change = house.proposed(REGISTER, "Receipt vendor");
        house.announce(change);
        house.awaitQuiet();
        List<String> links = house.links(change);
        int confirmed = 0;
        for (int size : sizes) {
            confirm(change, links.subList(confirmed, size));
            confirmed = size;
        }
    }

    private void confirm(String change, List<String> links) throws Exception {
        OpenArrivals arrivals = new OpenArrivals(house.port(), RATE);
        CustomerForm form = new CustomerForm("http://127.0.0.1:" + house.port(), "/n/" + links.get(0));
        OpenArrivals.Latencies ceiling = arrivals.send(
                Stream.generate(CustomerForm::stylesheet).iterator(), links.size(), status -> status == 200);
        long before = started(change);
        long start = System.nanoTime();
        OpenArrivals.Latencies confirmed = arrivals.send(
                links.stream()
                        .map(link -> form.post("/n/" + link + "/acknowledge", ""))
                        .iterator(),
                links.size(),
                status -> status == 302);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (confirmed.refused() > 0 || started(change) - before != links.size()) {
            throw new IllegalStateException(confirmed.refused() + " receipts were not accepted, and "
                    + (started(change) - before) + " of " + links.size() + " clocks moved");
        }
        long last = System.nanoTime();
        house.awaitQuiet();
        System.out.printf(
                Locale.ROOT,
                "receipts, %d of one notice arriving at %d/s: p99 %.0f ms, p50 %.0f ms, %.0f/s, none refused; ceiling 200 ms; ratio %.2f;"
                        + " static file p99 %.1f ms; the change's dates stood %.1f s after the last%n",
                links.size(),
                RATE,
                confirmed.quantile(0.99),
                confirmed.quantile(0.5),
                links.size() / seconds,
                confirmed.quantile(0.99) / 200,
                ceiling.quantile(0.99),
                (System.nanoTime() - last) / 1e9);
    }

    private long started(String change) {
        return jdbc.sql("select count(*) from notice where reference = :change and started_by = 'RECEIVED'")
                .param("change", change)
                .query(Long.class)
                .single();
    }
}
