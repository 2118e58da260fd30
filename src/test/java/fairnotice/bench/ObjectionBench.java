package fairnotice.bench;

import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.mail.SmtpSink;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Objections against one and the same change: filed over HTTP as customers file them, by open arrivals; the inbox and a case page among all
 * that are open; and all their timers due at one moment. Everything is committed: filings are counted in the database afterwards.
 */
public final class ObjectionBench {

    private static final int RATE = 300;
    private static final int WARM_UP_CHECKS = 3_000;
    private static final int WARM_UP_FILINGS = 5_000;
    private static final int COLLEAGUES = 40;
    private static final String OBJECTION = "grounds=LOCATION&text=Not+in+that+country.";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final House house;
    private final JdbcClient jdbc;
    private final String base;
    private final OpenArrivals arrivals;

    private final int[] sizes;

    private ObjectionBench(House house, int[] sizes) {
        this.house = house;
        this.sizes = sizes;
        this.jdbc = house.bean(JdbcClient.class);
        this.base = "http://127.0.0.1:" + house.port();
        this.arrivals = new OpenArrivals(house.port(), RATE);
    }

    /** @param sizes how many objections are open after each measurement, growing; 3000 and 10000 unless told */
    public static void main(String[] sizes) throws Exception {
        try (SmtpSink sink = new SmtpSink(0, false);
                House house = new House(sink.port())) {
            new ObjectionBench(
                            house,
                            Stream.of(sizes.length > 0 ? sizes : new String[] {"3000", "10000"})
                                    .mapToInt(Integer::parseInt)
                                    .toArray())
                    .measure();
        }
        System.exit(0);
    }

    private void measure() throws Exception {
        int all = sizes[sizes.length - 1];
        house.customers(0, all);
        warmUp(announced("Warm-up vendor"));
        List<String> links = house.links(announced("Bench vendor"));
        CustomerForm form = new CustomerForm(base, "/n/" + links.get(0) + "/objection");
        int filed = 0;
        for (int size : sizes) {
            file(form, links.subList(filed, size));
            filed = size;
        }
        pages(open());
        for (int size : sizes) {
            timers(size);
        }
    }

    private String announced(String vendor) throws InterruptedException {
        String change = house.proposed(vendor);
        house.announce(change);
        return change;
    }

    // ---- filing

    /** A service that has been up for a while: the same pages, and filings of another change. */
    private void warmUp(String change) throws Exception {
        List<String> links = house.links(change);
        CustomerForm form = new CustomerForm(base, "/n/" + links.get(0) + "/objection");
        house.awaitQuiet();
        arrivals.send(
                Stream.generate(() -> form.post("/n/" + links.get(0) + "/objection", OBJECTION + "&step=check"))
                        .iterator(),
                WARM_UP_CHECKS,
                status -> status == 302);
        int filings = Math.min(WARM_UP_FILINGS, links.size());
        arrivals.send(links.stream().map(link -> filing(form, link)).iterator(), filings, status -> status == 302);
    }

    private void file(CustomerForm form, List<String> links) throws Exception {
        house.awaitQuiet();
        OpenArrivals.Latencies ceiling = arrivals.send(
                Stream.generate(CustomerForm::stylesheet).iterator(),
                Math.min(links.size(), 3_000),
                status -> status == 200);
        double commits = house.commits(2_000);
        long before = count();
        long start = System.nanoTime();
        OpenArrivals.Latencies filed = arrivals.send(
                links.stream().map(link -> filing(form, link)).iterator(), links.size(), status -> status == 302);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (filed.refused() > 0 || count() - before != links.size()) {
            throw new IllegalStateException(filed.refused() + " filings were not accepted, and " + (count() - before)
                    + " of " + links.size() + " are in the database");
        }
        System.out.printf(
                Locale.ROOT,
                "filing, %d objections to one change arriving at %d/s: p99 %.0f ms, p50 %.0f ms; ceiling static file p99 %.1f ms;"
                        + " ratio %.1f%nfiling, %d objections: %.0f/s accepted and committed; ceiling %.0f one-row commits/s; ratio %.2f%n",
                links.size(),
                RATE,
                filed.quantile(0.99),
                filed.quantile(0.5),
                ceiling.quantile(0.99),
                filed.quantile(0.99) / ceiling.quantile(0.99),
                links.size(),
                links.size() / seconds,
                commits,
                links.size() / seconds / commits);
        receipts(links.size(), commits);
    }

    /** From the last filing until every case has its process, its task and its receipt handed over. */
    private void receipts(int filed, double commits) throws InterruptedException {
        long start = System.nanoTime();
        house.awaitQuiet();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "receipts of %d filings: all handed over %.0f s after the last filing, %.0f/s; ceiling %.0f one-row commits/s; ratio %.2f%n",
                filed,
                seconds,
                filed / seconds,
                commits,
                filed / seconds / commits);
    }

    private byte[] filing(CustomerForm form, String link) {
        return form.post("/n/" + link + "/objection", OBJECTION + "&step=file");
    }

    private int open() {
        return jdbc.sql("select count(*) from objection where settled_at is null")
                .query(Integer.class)
                .single();
    }

    private long count() {
        return jdbc.sql("select count(*) from objection").query(Long.class).single();
    }

    // ---- pages

    private void pages(int open) throws Exception {
        HttpClient staff = loggedIn();
        String reference = jdbc.sql("select reference from objection order by id offset :n limit 1")
                .param("n", open / 2)
                .query(String.class)
                .single();
        page(staff, "inbox", "/inbox", open);
        page(staff, "case page", "/objections/" + reference, open);
        for (int n = 0; n < COLLEAGUES; n++) {
            hire(new Staff("colleague" + n, "Colleague " + n, "c" + n + "@example.com", Set.of(Role.LEGAL)));
        }
        page(staff, "case page, " + COLLEAGUES + " more of legal,", "/objections/" + reference, open);
    }

    private void page(HttpClient staff, String name, String path, int open) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        double[] millis = new double[60];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = staff.send(request, HttpResponse.BodyHandlers.ofString());
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (answer.statusCode() != 200 || !answer.body().contains("OBJ-")) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
        }
        double[] warm = Arrays.copyOfRange(millis, 10, millis.length);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%s with %d open objections: p95 %.0f ms, median %.0f ms; ceiling 200 ms; ratio %.2f%n",
                name,
                open,
                warm[(int) (warm.length * 0.95)],
                warm[warm.length / 2],
                warm[(int) (warm.length * 0.95)] / 200);
    }

    private HttpClient loggedIn() throws Exception {
        hire(new Staff("reader", "Reader", "reader@example.com", Set.of(Role.LEGAL)));
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        URI login = URI.create(base + "/login");
        Matcher csrf =
                CSRF.matcher(client.send(HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
        if (!csrf.find()) {
            throw new IllegalStateException("No form to sign in");
        }
        client.send(
                HttpRequest.newBuilder(login)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=reader&password=measuring&_csrf="
                                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return client;
    }

    private void hire(Staff person) {
        house.bean(CreatingStaffAccount.class)
                .hire(person, house.bean(PasswordEncoder.class).encode("measuring"), Actor.SYSTEM);
    }

    // ---- timers

    /**
     * Refuses so many, lets the time to appeal end for all of them at one moment, and waits until each is closed, and told. That time runs
     * from the hand-over of each letter, so all are waited for first, and ends with a day of the register's zone.
     */
    private void timers(int n) throws Exception {
        refuse(n);
        house.awaitQuiet();
        int upTo = closed() + n;
        double ceiling = house.commits(2_000);
        long start = System.nanoTime();
        jdbc.sql("""
                        update objection set due_at = date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'
                         where state = 'REFUSED' and settled_at is null""").update();
        jdbc.sql(
                        "update act_ru_job set duedate_ = now() where type_ = 'timer' and handler_cfg_ like 'Timer_ContestEnds%'")
                .update();
        while (closed() < upTo) {
            Thread.sleep(250);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        house.awaitQuiet();
        System.out.printf(
                Locale.ROOT,
                "timers, %d due at once: drained in %.1f s, %.0f/s, the last letter handed over after %.1f s; ceiling %.0f one-row commits/s;"
                        + " ratio %.2f%n",
                n,
                seconds,
                n / seconds,
                (System.nanoTime() - start) / 1e9,
                ceiling,
                n / seconds / ceiling);
    }

    private int closed() {
        return jdbc.sql("select count(*) from objection where settled_at is not null")
                .query(Integer.class)
                .single();
    }

    private void refuse(int n) throws Exception {
        CompletingTask completing = house.bean(CompletingTask.class);
        ExecutorService refusing = Executors.newFixedThreadPool(3);
        List<String> tasks = jdbc.sql("select id_ from act_ru_task where task_def_key_ = 'Task_AssessGrounds' limit :n")
                .param("n", n)
                .query(String.class)
                .list();
        List<Future<?>> refused = tasks.stream()
                .<Future<?>>map(task -> refusing.submit(
                        () -> completing.complete(task, Completion.of("refuse", "Not a ground"), House.COUNSEL)))
                .toList();
        for (Future<?> one : refused) {
            one.get();
        }
        refusing.shutdown();
        int waiting = 0;
        while (waiting < n) {
            Thread.sleep(200);
            waiting = jdbc.sql(
                            "select count(*) from act_ru_job where type_ = 'timer' and handler_cfg_ like 'Timer_ContestEnds%'")
                    .query(Integer.class)
                    .single();
        }
    }
}
