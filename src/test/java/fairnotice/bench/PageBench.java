package fairnotice.bench;

import fairnotice.mail.SmtpSink;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many warm register pages a second are answered; the ceiling is a static file from the same server, asked by the same clients. */
public final class PageBench {

    private static final int CLIENTS = 4;

    private PageBench() {}

    public static void main(String[] arguments) throws Exception {
        try (SmtpSink sink = new SmtpSink(0, false);
                House house = new House(sink.port())) {
            for (int requests : new int[] {2_000, 10_000}) {
                double ceiling = rate(house, "/assets/app.css", requests);
                double ours = rate(house, "/r/opsticket", requests);
                System.out.printf(
                        Locale.ROOT,
                        "register page, %d requests: %.0f pages/s; ceiling %.0f static files/s; ratio %.2f%n",
                        requests,
                        ours,
                        ceiling,
                        ours / ceiling);
            }
        }
        System.exit(0);
    }

    private static double rate(House house, String path, int requests) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + house.port() + path);
        ask(address, 500);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        List<Future<?>> asked = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            asked.add(clients.submit(() -> ask(address, requests / CLIENTS)));
        }
        for (Future<?> one : asked) {
            one.get();
        }
        clients.shutdown();
        return requests / ((System.nanoTime() - start) / 1e9);
    }

    private static Void ask(URI address, int times) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(address).build();
        for (int i = 0; i < times; i++) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || answer.body().length == 0) {
                throw new IllegalStateException(address + " answered " + answer.statusCode());
            }
        }
        return null;
    }
}
