package fairnotice.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/**
 * Requests that arrive at random moments at a given rate, whether or not earlier ones were answered, up to a number at once. Latency counts
 * from the moment a request was to arrive, so a server that falls behind cannot hide it.
 */
final class OpenArrivals {

    private static final int AT_ONCE = 200;
    private static final long SEED = 20260302;

    /** A client that takes little of the machine it shares with the server. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(2, OpenArrivals::daemon))
            .build();

    private final double rate;

    /** @param rate arrivals a second */
    OpenArrivals(double rate) {
        this.rate = rate;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "arrivals");
        thread.setDaemon(true);
        return thread;
    }

    /** Latencies in milliseconds, sorted. */
    record Latencies(double[] sorted, int refused) {

        double quantile(double q) {
            return sorted[(int) Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)];
        }
    }

    Latencies send(Iterator<HttpRequest> requests, int count, IntPredicate accepted) throws InterruptedException {
        Random random = new Random(SEED);
        double[] millis = new double[count];
        AtomicInteger refused = new AtomicInteger();
        Semaphore free = new Semaphore(AT_ONCE);
        CountDownLatch answered = new CountDownLatch(count);
        double at = System.nanoTime();
        for (int i = 0; i < count; i++) {
            at += -Math.log(1 - random.nextDouble()) / rate * 1e9;
            long due = (long) at;
            LockSupport.parkNanos(due - System.nanoTime());
            free.acquire();
            int n = i;
            client.sendAsync(requests.next(), HttpResponse.BodyHandlers.discarding())
                    .whenComplete((answer, failure) -> {
                        millis[n] = (System.nanoTime() - due) / 1e6;
                        if (failure != null || !accepted.test(answer.statusCode())) {
                            refused.incrementAndGet();
                        }
                        free.release();
                        answered.countDown();
                    });
        }
        answered.await();
        Arrays.sort(millis);
        return new Latencies(millis, refused.get());
    }
}
