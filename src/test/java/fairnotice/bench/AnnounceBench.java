package fairnotice.bench;

import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.ReadingInbox;
import fairnotice.mail.SmtpSink;
import fairnotice.notice.NoticeCounts;
import fairnotice.notice.Notices;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the approval of a change until every customer's notice has started: audience, terms, notices, messages, SMTP and clocks, all
 * committed. The ceiling is the same number of one-row updates, each committed, by one client of the same database. Run with a small heap: it proves that no
 * list of all recipients is held. Also prints the number of transactions, to show that it is neither one nor one a recipient.
 */
public final class AnnounceBench {

    private AnnounceBench() {}

    public static void main(String[] sizes) throws Exception {
        try (SmtpSink sink = new SmtpSink(0, false);
                House house = new House(sink.port())) {
            int customers = 0;
            for (String size : sizes.length > 0 ? sizes : new String[] {"2000", "10000"}) {
                int n = Integer.parseInt(size);
                house.customers(customers, n);
                customers = n;
                measure(house, n);
            }
        }
        System.exit(0);
    }

    private static void measure(House house, int n) throws InterruptedException {
        double ceiling = house.commits(n);
        String reference = house.proposed("Bench vendor " + n);
        String task = house.bean(ReadingInbox.class)
                .tasksAbout(reference, House.COUNSEL)
                .get(0)
                .id();
        long transactions = transactions(house);
        long start = System.nanoTime();
        house.bean(CompletingTask.class).complete(task, Completion.of("approve", "In order"), House.COUNSEL);
        house.awaitNotice(reference);
        double seconds = (System.nanoTime() - start) / 1e9;
        NoticeCounts counts = house.bean(Notices.class).counts(reference, 1);
        if (counts.started() != n) {
            throw new IllegalStateException(counts.started() + " of " + n + " notices have started");
        }
        System.gc();
        long heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                Locale.ROOT,
                "announce to %d: %.0f notices/s; ceiling %.0f one-row commits/s; ratio %.2f%n"
                        + "announce to %d: %.1f s, %d MB of heap in use after, at most %d MB; %d transactions%n",
                n,
                n / seconds,
                ceiling,
                n / seconds / ceiling,
                n,
                seconds,
                heap,
                Runtime.getRuntime().maxMemory() >> 20,
                transactions(house) - transactions);
    }

    private static long transactions(House house) {
        return house.bean(JdbcClient.class)
                .sql("select xact_commit from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
